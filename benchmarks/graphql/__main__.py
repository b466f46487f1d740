"""Entente and @neo4j/graphql with Apollo Server, side by side over one Neo4j; and on SQLite.

    flock /tmp/quiet.lock python -m benchmarks.graphql [ENTITIES EDGES]

Says what it does as it goes, and writes benchmarks/results/graphql.md; `--dry` writes nothing.
20,000 entities and 200,000 edges take about 7 minutes of a quiet machine. Needs Java, Maven
and Node, and `npm ci` in benchmarks/graphql/peer.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

import neo4j

from benchmarks.graphql.made import Made, Size, fill_neo4j, fill_sqlite, iri
from benchmarks.graphql.measuring import Figures, Service, Variables, served
from benchmarks.graphql.questions import QUESTIONS, Question
from benchmarks.graphql.report import report
from benchmarks.graphql.store import VARIABLE, Clock
from entente.settings import ROOT
from graph.registry import open_store
from loaders.adoption import adopt
from ontology.load import load_ontology
from tests.neo4j_server.server import Server, started

PEER = Path(__file__).parent / "peer"
RESULT = ROOT / "benchmarks" / "results" / "graphql.md"
OURS, PEERS = 8641, 8642
"""Ports."""
IDS = 150
"""How many entities are asked for by id."""
ROUNDS = 4
"""How often each question is measured, ours and the peer's in turn, when both are warm."""
WARMING = 3.0
"""Seconds for which each question is asked first, ours and the peer's in turn, twice."""
HEAP, CACHE = "2g", "1g"
"""Memory of the database: it holds all of the graph."""
INDEXES = ("id", "degree")
"""What the peer's type State is looked up and sorted by: it has indexes for that, too."""
STARTED = time.monotonic()


def say(what: str) -> None:
    """What is done, with the seconds since the start."""
    print(f"{time.monotonic() - STARTED:4.0f} s  {what}", file=sys.stderr, flush=True)


def fill(server: Server, made: Made) -> None:
    """Write the graph into the server's database."""
    os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"] = server.username, server.password
    say("Neo4j runs; it adopts the ontology")
    with open_store(server.uri) as store:
        adopt(store, ROOT / "ontology")
    say("it is filled")
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        fill_neo4j(driver, made, say)
        for name in INDEXES:
            driver.execute_query(f"CREATE INDEX state_{name} FOR (n:State) ON (n.{name})")
        driver.execute_query("CALL db.awaitIndexes(300)")


def variables(question: Question, size: Size) -> Variables:
    """The variables of each request, which repeat after `IDS`."""
    chance = random.Random(7)  # noqa: S311 - the same questions every time
    ids = [iri(chance.randrange(size.states)) for _ in range(IDS)]
    return lambda turn: {"id": ids[turn % IDS]} if question.by_id else {}


def measured(size: Size, *services: Service) -> tuple[list[Figures], ...]:
    """The figures of each question, for our service and the peer's, if it is given."""
    found: tuple[list[Figures], ...] = tuple([] for _ in services)
    for turn in range(2):  # the database's own compiler has to be warm for both
        for question in QUESTIONS:
            say(f"warming {turn + 1} of 2: {question.name}")
            given = variables(question, size)
            for service, text in zip(services, (question.ours, question.peers), strict=False):
                service.spell(text, given, WARMING / len(services))
    for question in QUESTIONS:
        given = variables(question, size)
        asked = list(zip(services, (question.ours, question.peers), strict=False))
        rounds = [[service.measure(text, given) for service, text in asked] for _ in range(ROUNDS)]
        for figures, of_rounds in zip(found, zip(*rounds, strict=True), strict=True):
            figures.append(Figures.best(of_rounds))
        say(f"{question.name}: " + "; ".join(figures[-1].shown for figures in found))
    return found


def check(ours: Service, peer: Service, size: Size) -> None:
    """Raises `AssertionError` unless both answer every question with the same rows."""
    for question in QUESTIONS:
        given = variables(question, size)(0)
        rows = question.rows(ours.ask(question.ours, given))
        assert rows == question.peers_rows(peer.ask(question.peers, given)), question.name
        assert rows, question.name


def entente(store: str, module: str = "entente.cli") -> tuple[list[str], dict[str, str], int, str]:
    """How our service over `store` is started."""
    command = [sys.executable, "-m", module, "serve", "--port", str(OURS)]
    return command, {"ENTENTE_STORE": store}, OURS, "/graphql"


def on_neo4j(made: Made) -> tuple[list[Figures], ...]:
    """Our figures and the peer's over one Neo4j."""
    say("Neo4j starts")
    with started(HEAP, CACHE) as server:
        fill(server, made)
        environment = {"NEO4J_URI": server.uri, "PORT": str(PEERS), "NODE_ENV": "production"}
        say("the services start")
        with (
            served(*entente(server.uri)) as ours,
            served(["node", str(PEER / "server.mjs")], environment, PEERS, "/") as peer,
        ):
            check(ours, peer, made.size)
            return measured(made.size, ours, peer)


def on_sqlite(made: Made) -> list[Figures]:
    """Our figures over SQLite, with the store's own CPU."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        say("SQLite is filled")
        with open_store(f"sqlite:///{path}") as store:
            adopt(store, ROOT / "ontology")
        fill_sqlite(path, made)
        clock = Path(folder) / "clock"
        os.environ[VARIABLE] = str(clock)
        clocked = entente(f"sqlite:///{path}", "benchmarks.graphql.store")
        with served(*clocked, Clock(clock).read) as ours:
            (figures,) = measured(made.size, ours)
        return figures


def main() -> None:
    given = [each for each in sys.argv[1:] if each != "--dry"]
    size, load = Size(*map(int, given)), os.getloadavg()[0]
    made = Made(size, load_ontology())
    ours, peers = on_neo4j(made)
    text = report(size, (HEAP, CACHE), (load, os.getloadavg()[0]), ours, peers, on_sqlite(made))
    say("done")
    if "--dry" not in sys.argv:
        RESULT.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
