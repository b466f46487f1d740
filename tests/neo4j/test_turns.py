"""Readers and writers of one Neo4j, where one of them stops in the middle."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from entente.errors import StoreUnavailable
from graph.neo4j.connection import Connection, Rows
from graph.plan import Aggregate, Kind, Result
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


def test_a_read_amid_a_commit_does_not_count_once_the_commit_is_over(
    neo4j_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have seen half of it, though the turn it saw is over by the time it answers."""
    glimpsed, over = threading.Event(), threading.Event()
    attempt, aside = Connection.attempt, Connection.aside
    readings: list[Future[Result]] = []

    def slowly(self: Connection, text: str, parameters: Mapping[str, Any]) -> Rows:
        rows = attempt(self, text, parameters)
        glimpsed.set()
        assert over.wait(PATIENCE)
        return rows

    with open_store(neo4j_url) as store, ThreadPoolExecutor(1) as pool:

        def announced(self: Connection, query: str, **parameters: Any) -> Rows:
            rows = aside(self, query, **parameters)
            if not readings:
                readings.append(pool.submit(store.run, COUNTED))
                assert glimpsed.wait(PATIENCE)
            return rows

        monkeypatch.setattr(Connection, "attempt", slowly)
        monkeypatch.setattr(Connection, "aside", announced)
        try:
            store.apply(Change(put=(first(),)))
        finally:
            over.set()
        assert readings[0].result(PATIENCE).rows == [[1]]


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
