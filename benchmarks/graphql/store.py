"""What a store itself takes for a question: the rest of a service's CPU is our own."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.graphql.measuring import Variables
from gql.api import Api
from graph.plan import Plan, Result
from graph.sqlite.store import SqliteStore
from ontology.model import Ontology

REQUESTS = 50
ROUNDS = 5


class _Clocked(SqliteStore):
    """Counts the processor time of its reads."""

    spent = 0.0

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        start = time.thread_time()
        try:
            return super().run(plan, values)
        finally:
            self.spent += time.thread_time() - start


def store_cpu(path: Path, ontology: Ontology, query: str, variables: Variables) -> float:
    """CPU in ms a request that the store at `path` takes for `query`: the best of some rounds."""
    rounds = []
    with _Clocked.open(f"sqlite:///{path}") as store:
        api = Api(store, ontology)
        for _ in range(ROUNDS):
            store.spent = 0.0
            for turn in range(REQUESTS):
                api.answer(query, variables(turn))
            rounds.append(store.spent / REQUESTS * 1000)
    return min(rounds)
