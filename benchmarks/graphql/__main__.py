"""Entente and @neo4j/graphql with Apollo Server, side by side over one Neo4j; and on SQLite.

    flock /tmp/quiet.lock python -m benchmarks.graphql [ENTITIES EDGES]

Writes benchmarks/results/graphql.md. Needs Java, Maven and Node, and
`npm ci` in benchmarks/graphql/peer.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import neo4j

from benchmarks.graphql.made import Made, Size, fill_neo4j, fill_sqlite, iri
from benchmarks.graphql.measuring import Figures, Service, served
from benchmarks.graphql.questions import QUESTIONS, Question
from entente.settings import ROOT
from graph.registry import open_store
from loaders.adoption import adopt
from ontology.load import load_ontology
from tests.neo4j_server.server import Server, started

PEER = Path(__file__).parent / "peer"
RESULT = ROOT / "benchmarks" / "results" / "graphql.md"
OURS, PEERS = 8641, 8642
"""Ports."""
REQUESTS = 150
ROUNDS = 3
"""How often each question is measured, ours and the peer's in turn, when both are warm."""
HEAP, CACHE = "2g", "1g"
"""Memory of the database: it holds all of the graph."""
INDEXES = ("id", "degree")
"""What the peer's type State is looked up and sorted by: it has indexes for that, too."""


def fill(server: Server, made: Made) -> None:
    """Write the graph into the server's database."""
    os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"] = server.username, server.password
    with open_store(server.uri) as store:
        adopt(store, ROOT / "ontology")
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        fill_neo4j(driver, made)
        for name in INDEXES:
            driver.execute_query(f"CREATE INDEX state_{name} FOR (n:State) ON (n.{name})")
        driver.execute_query("CALL db.awaitIndexes(300)")


def variables(question: Question, size: Size) -> Any:
    """The variables of each of `REQUESTS` requests."""
    chance = random.Random(7)  # noqa: S311 - the same questions every time
    ids = [iri(chance.randrange(size.states)) for _ in range(REQUESTS)]
    return lambda turn: {"id": ids[turn]} if question.by_id else {}


def measured(size: Size, *services: Service) -> tuple[list[Figures], ...]:
    """The figures of each question, for our service and the peer's, if it is given."""
    found: tuple[list[Figures], ...] = tuple([] for _ in services)
    for question in QUESTIONS:
        given = variables(question, size)
        asked = list(zip(services, (question.ours, question.peers), strict=False))
        for service, text in asked:
            service.warm(text, given, REQUESTS)
        rounds = [
            [service.measure(text, given, REQUESTS) for service, text in asked]
            for _ in range(ROUNDS)
        ]
        for figures, of_rounds in zip(found, zip(*rounds, strict=True), strict=True):
            figures.append(Figures.best(of_rounds))
    return found


def check(ours: Service, peer: Service, size: Size) -> None:
    """Raises `AssertionError` unless both answer every question with the same rows."""
    for question in QUESTIONS:
        given = variables(question, size)(0)
        rows = question.rows(ours.ask(question.ours, given))
        assert rows == question.peers_rows(peer.ask(question.peers, given)), question.name
        assert rows, question.name


def entente(store: str) -> tuple[list[str], dict[str, str], int, str]:
    """How our service over `store` is started."""
    command = [sys.executable, "-m", "entente.cli", "serve", "--port", str(OURS)]
    return command, {"ENTENTE_STORE": store}, OURS, "/graphql"


def main() -> None:
    size, load = Size(*map(int, sys.argv[1:3])), os.getloadavg()[0]
    made = Made(size, load_ontology())
    with started(HEAP, CACHE) as server:
        fill(server, made)
        environment = {"NEO4J_URI": server.uri, "PORT": str(PEERS), "NODE_ENV": "production"}
        with (
            served(*entente(server.uri)) as ours,
            served(["node", str(PEER / "server.mjs")], environment, PEERS, "/") as peer,
        ):
            check(ours, peer, size)
            for _ in range(2):  # the database's own compiler has to be warm for both
                for question in QUESTIONS:
                    ours.warm(question.ours, variables(question, size), REQUESTS)
                    peer.warm(question.peers, variables(question, size), REQUESTS)
            over_neo4j = measured(size, ours, peer)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        with open_store(f"sqlite:///{path}") as store:
            adopt(store, ROOT / "ontology")
        fill_sqlite(path, made)
        with served(*entente(f"sqlite:///{path}")) as ours:
            (over_sqlite,) = measured(size, ours)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(report(size, load, *over_neo4j, over_sqlite), "utf-8")
    print(RESULT.read_text("utf-8"))


HEAD = """\
# GraphQL beside @neo4j/graphql

{date}, {cores} cores ({machine}), {entities:,} entities and {edges:,} edges in one
Neo4j 5.26 for both, with {heap} of heap and {cache} of page cache; load average {before:.1f}
before and {after:.1f} after, its own included. p50 in ms over one connection; the GraphQL
server's own CPU in ms a request (without Neo4j's); requests a second over 16 connections.
Best of {rounds} rounds, ours and theirs in turn, all of it warm. Ratios are ours to theirs.
Made by `python -m benchmarks.graphql`.

| question | ours: p50, CPU, req/s | @neo4j/graphql, Apollo | p50 | CPU | req/s | ours on SQLite |
| --- | --- | --- | --- | --- | --- | --- |
"""


def report(
    size: Size,
    load: float,
    ours: list[Figures],
    peers: list[Figures],
    sqlite: list[Figures],
) -> str:
    """The figures as a page; `load` is the load average before."""
    head = HEAD.format(
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        cores=os.cpu_count(),
        machine=platform.machine(),
        entities=size.entities,
        edges=size.edges,
        heap=HEAP,
        cache=CACHE,
        before=load,
        after=os.getloadavg()[0],
        rounds=ROUNDS,
    )
    rows = [
        f"| {question.name} | {_shown(our)} | {_shown(their)}"
        f" | {our.p50 / their.p50:.2f} × | {our.cpu / their.cpu:.2f} ×"
        f" | {our.throughput / their.throughput:.1f} × | {_shown(own)} |"
        for question, our, their, own in zip(QUESTIONS, ours, peers, sqlite, strict=True)
    ]
    return head + "\n".join([*rows, ""])


def _shown(figures: Figures) -> str:
    return f"{figures.p50:.2f}, {figures.cpu:.2f}, {figures.throughput:.0f}"


if __name__ == "__main__":
    main()
