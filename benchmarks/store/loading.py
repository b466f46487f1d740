"""Loading into Neo4j: ours, with evidence and all that is derived, against rdflib-neo4j.

    .venv/bin/python -m pip install --require-hashes -r requirements/bench.txt
    python -m benchmarks.store.loading [DOCUMENTS]

Both load the same made-up documents into the same server, emptied between the rounds: ours
as statements, as many documents a change as `entente load` writes when they are ready;
rdflib-neo4j in its batched mode the triples that `export --all` writes of them, grouped by
subject. Reading, extracting and parsing are done before the clock starts, and so is what either
sets up once in a database (constraints). A triple a second is the unit for both.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from pyoxigraph import Literal, NamedNode
from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig

from benchmarks.store import made
from graph.exchange.quads import Quads
from graph.registry import open_store
from graph.statements import Statements
from graph.store import Change, Schema
from loaders.pipeline import DOCUMENTS, EVIDENCE
from tests.neo4j_server import WIPE
from tests.neo4j_server.server import Server, started

ROUNDS = 3
"""The first warms the server up, the best of the others counts."""

Triple = tuple[rdflib.URIRef, rdflib.URIRef, rdflib.URIRef | rdflib.Literal]


@dataclass(frozen=True)
class Load:
    """What is loaded."""

    reference: Statements
    documents: list[Statements]

    @property
    def evidence(self) -> int:
        return sum(len(s.evidence) for s in (self.reference, *self.documents))

    def triples(self) -> list[Triple]:
        quads = Quads({})
        return [
            (rdflib.URIRef(q.subject.value), rdflib.URIRef(q.predicate.value), _term(q.object))
            for statements in (self.reference, *self.documents)
            for q in quads.of(statements)
        ]


def _term(value: object) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(value, NamedNode):
        return rdflib.URIRef(value.value)
    assert isinstance(value, Literal)
    return rdflib.Literal(value.value)


def wipe(server: Server) -> None:
    with server.session() as session:
        session.run(WIPE).consume()


def ours(server: Server, load: Load) -> float:
    """Seconds, without those for constraints."""
    with open_store(f"{server.uri}/neo4j") as store:
        store.adopt(made.SCHEMA, [])
        start = time.perf_counter()
        store.adopt(_again(made.SCHEMA), [load.reference])
        for batch in batches(load.documents):
            store.apply(Change(put=batch))
        return time.perf_counter() - start


def batches(documents: list[Statements]) -> Iterator[tuple[Statements, ...]]:
    """The documents of each change, by the bounds that loading keeps to."""
    batch: list[Statements] = []
    evidence = 0
    for statements in documents:
        evidence += len(statements.evidence)
        if len(batch) == DOCUMENTS or (batch and evidence > EVIDENCE):
            yield tuple(batch)
            batch, evidence = [], len(statements.evidence)
        batch.append(statements)
    yield tuple(batch)


def _again(schema: Schema) -> Schema:
    return Schema(
        schema.superclasses, schema.predicates, schema.symmetric, schema.reliability,
        schema.default_reliability, schema.indexed, schema.digest + " again",
    )  # fmt: skip


def theirs(server: Server, triples: list[Triple]) -> float:
    """Seconds, without those for the constraint."""
    login = {
        "uri": server.uri, "database": "neo4j", "user": server.username, "pwd": server.password
    }  # fmt: skip
    config = Neo4jStoreConfig(
        auth_data=login,
        handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE,
        batching=True,
    )
    store = Neo4jStore(config=config)
    with contextlib.redirect_stdout(io.StringIO()):
        graph = rdflib.Graph(store=store)
        graph.open("", create=True)
        start = time.perf_counter()
        for triple in triples:
            graph.add(triple)
        graph.close(commit_pending_transaction=True)
        took = time.perf_counter() - start
        store.driver.close()
    return took


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    load = Load(made.reference(), list(made.documents(count)))
    triples = load.triples()
    print(f"{count} documents, {load.evidence:,} evidence, {len(triples):,} triples")
    with started() as server:
        os.environ |= {"NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
        loaders: dict[str, Callable[[], float]] = {
            "entente": lambda: ours(server, load),
            "rdflib-neo4j": lambda: theirs(server, triples),
        }
        best = dict.fromkeys(loaders, float("inf"))
        for turn in range(ROUNDS):
            for name, run in loaders.items():
                wipe(server)
                took = run()
                print(f"{name:14} {took:7.1f} s {len(triples) / took:9,.0f} triples/s", flush=True)
                if turn:
                    best[name] = min(best[name], took)
    print(f"{best['rdflib-neo4j'] / best['entente']:.2f} times rdflib-neo4j")


if __name__ == "__main__":
    assert Path("graph").is_dir(), "run it from the repository's root"
    main()
