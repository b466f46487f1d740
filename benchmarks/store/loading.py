"""Loading into Neo4j: ours, with evidence and all that is derived, against rdflib-neo4j.

    .venv/bin/python -m pip install --require-hashes -r requirements/bench.txt
    python -m benchmarks.store.loading [DOCUMENTS [ROUNDS]]

Both load the same made-up documents: ours as statements, as many documents a change as
`entente load` writes when they are ready; rdflib-neo4j in its batched mode the triples that
`export --all` writes of them, grouped by subject. Each has a server of its own, started alike,
so that neither meets the other's indexes or a server that was warmed by the other; it is
emptied between the rounds, and both warm up as long. Reading, extracting and parsing are done
before the clock starts, and so is what either sets up once in a database (constraints). A
triple a second is the unit for both; the processor time of client and server stands beside it.
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
from typing import NamedTuple

import neo4j
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

ROUNDS = 12
"""The first half warms the servers up, the best of the others counts."""
HEAP = "2g"
CACHE = "1g"
"""What the servers of the GraphQL benchmark have, too."""

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


class Took(NamedTuple):
    """Seconds: of the clock, and of processors for the client and for the server."""

    wall: float
    client: float
    server: float


@contextlib.contextmanager
def clock(server: Server) -> Iterator[list[Took]]:
    """Measures its block; what it took is in the list afterwards."""
    found: list[Took] = []
    with server.session() as session:
        spent = _spent(session)
        client, start = time.process_time(), time.perf_counter()
        yield found
        wall, used = time.perf_counter() - start, time.process_time() - client
        found.append(Took(wall, used, _spent(session) - spent))


def _spent(session: neo4j.Session) -> float:
    """Seconds of processor time that the server has used, compiler and collector included."""
    found = session.run(
        "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes"
        " RETURN attributes.ProcessCpuTime.value"
    )
    return float(found.single(strict=True)[0]) / 1e9


def wipe(server: Server) -> None:
    with server.session() as session:
        session.run(WIPE).consume()


def ours(server: Server, load: Load) -> Took:
    """What it takes, constraints aside."""
    with open_store(f"{server.uri}/neo4j") as store:
        store.adopt(made.SCHEMA, [])
        with clock(server) as took:
            store.adopt(_again(made.SCHEMA), [load.reference])
            for batch in batches(load.documents):
                store.apply(Change(put=batch))
        return took[0]


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


def theirs(server: Server, triples: list[Triple]) -> Took:
    """What it takes, the constraint aside."""
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
        with clock(server) as took:
            for triple in triples:
                graph.add(triple)
            graph.close(commit_pending_transaction=True)
        store.driver.close()
    return took[0]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    load = Load(made.reference(), list(made.documents(count)))
    triples = load.triples()
    print(f"{count} documents, {load.evidence:,} evidence, {len(triples):,} triples")
    with (
        started(HEAP, CACHE, steady=True) as for_us,
        started(HEAP, CACHE, steady=True) as for_them,
    ):
        loaders: dict[str, Callable[[], Took]] = {
            "entente": lambda: ours(for_us, load),
            "rdflib-neo4j": lambda: theirs(for_them, triples),
        }
        found: dict[str, list[Took]] = {name: [] for name in loaders}
        os.environ |= {"NEO4J_USERNAME": for_us.username, "NEO4J_PASSWORD": for_us.password}
        for _ in range(rounds):
            for server, (name, run) in zip((for_us, for_them), loaders.items(), strict=True):
                wipe(server)
                took = run()
                found[name].append(took)
                print(
                    f"{name:14} {took.wall:7.2f} s {len(triples) / took.wall:9,.0f} triples/s,"
                    f" processors: client {took.client:.2f} s, server {took.server:.2f} s",
                    flush=True,
                )
    warm = {name: each[len(each) // 2 :] for name, each in found.items()}
    wall = {name: min(took.wall for took in each) for name, each in warm.items()}
    spent = {name: min(took.client + took.server for took in each) for name, each in warm.items()}
    for what, best in (("seconds", wall), ("processor time", spent)):
        print(f"{best['rdflib-neo4j'] / best['entente']:.2f} times rdflib-neo4j by {what}")


if __name__ == "__main__":
    assert Path("graph").is_dir(), "run it from the repository's root"
    main()
