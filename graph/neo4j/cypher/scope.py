"""What is known while one query is written."""

from __future__ import annotations

from collections import Counter

from graph.neo4j.cypher.parameters import Parameters
from graph.neo4j.vocabulary import Vocabulary


class Scope:
    """The query's parameters, the predicates there are, and variables not yet used."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.parameters = Parameters()
        self._used: Counter[str] = Counter()

    def fresh(self, stem: str) -> str:
        """A variable that stands nowhere else in the query."""
        self._used[stem] += 1
        return f"{stem}{self._used[stem]}"
