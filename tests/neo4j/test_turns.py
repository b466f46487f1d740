"""Readers and writers of one Neo4j, where one of them stops in the middle."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from entente.errors import StoreUnavailable
from graph.plan import Aggregate, Kind
from graph.registry import open_store
from graph.store import Change
from tests.contract.world import first, second
from tests.neo4j_server import Server

COUNTED = Aggregate(Kind.DOCUMENT)
PATIENCE = 60.0
SHUT = "MATCH (gate:Gate) DELETE gate CREATE (:Gate {id: 'entente'})"
BEGIN = "MATCH (turn:Turn) SET turn.begun = turn.begun + 1"
"""What a writer does when it comes to commit: shut the gate, say that its turn began."""


def test_a_turn_that_never_ended_stops_nobody(neo4j_url: str, neo4j_server: Server) -> None:
    """A writer that dies between its announcement and its commit leaves the turn begun."""
    with open_store(neo4j_url) as store:
        store.apply(Change(put=(first(),)))
        with neo4j_server.session() as session:
            session.run(BEGIN).consume()
        with open_store(neo4j_url) as other:
            assert other.run(COUNTED).rows == [[1]]
        assert store.run(COUNTED).rows == [[1]]
        store.apply(Change(put=(second(),)))
        assert store.run(COUNTED).rows == [[2]]
        with neo4j_server.session() as session:
            turn = session.run("MATCH (t:Turn) RETURN t.begun = t.ended").single(strict=True)
        assert turn[0]


def test_a_reader_waits_for_a_commit_that_has_begun(neo4j_url: str, neo4j_server: Server) -> None:
    """As long as it may see half of it, and no longer."""
    with open_store(neo4j_url) as store, ThreadPoolExecutor(1) as pool:
        with neo4j_server.session() as session, session.begin_transaction() as committing:
            committing.run(SHUT).consume()
            with neo4j_server.session() as aside:
                aside.run(BEGIN).consume()
            committing.run("CREATE (:Document {id: 'd'})").consume()
            reading = pool.submit(store.run, COUNTED)
            with pytest.raises(TimeoutError):
                reading.result(0.5)
            committing.commit()
        assert reading.result(PATIENCE).rows == [[1]]


def test_a_commit_that_takes_for_ever_is_reported(
    neo4j_url: str, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.neo4j.turns.HOLD_SECONDS", 0.1)
    with (
        open_store(neo4j_url) as store,
        neo4j_server.session() as session,
        session.begin_transaction() as committing,
    ):
        committing.run(SHUT).consume()
        assert store.run(COUNTED).rows == [[0]]
        with pytest.raises(StoreUnavailable, match="is being written to"), store.reading():
            raise AssertionError
