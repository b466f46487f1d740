"""Reads as bare messages: what the driver would answer, whatever happens to the connection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import ClientError

from graph.neo4j.address import Address
from graph.neo4j.connection import Connection
from graph.neo4j.wire import Unfit, Wire
from tests.neo4j_server import Server

EXTRA = {"mode": "r"}
VALUES = "UNWIND $rows AS row RETURN row, size(toString(row.text))"


@pytest.fixture
def connection(neo4j_url: str) -> Iterator[Connection]:
    found = Connection(Address.parse(neo4j_url), read_only=True)
    yield found
    found.close()


@pytest.fixture
def driver(neo4j_url: str, neo4j_server: Server) -> Iterator[neo4j.Driver]:
    auth = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth, user_agent="tests") as found:
        yield found


@pytest.fixture
def wire(driver: neo4j.Driver) -> Iterator[Wire]:
    found = Wire.of(driver.session(), 20)
    yield found
    found.close()


def test_rows_are_those_of_the_driver(wire: Wire, driver: neo4j.Driver) -> None:
    rows = [
        {"text": text, "number": number, "values": [None, True, 0.5, -1.5e300, "é", [], {"a": []}]}
        for text, number in (("", 0), ("x" * 70_000, 2**62), ("\t\x00\uffff😀", -129), ("y", -1))
    ]
    for asked in ([], rows[:1], rows, rows * 20):  # beyond what a chunk and the buffer hold
        expected = [list(record) for record in driver.session().run(VALUES, rows=asked)]
        for _ in range(2):
            assert wire.read(VALUES, {"rows": asked}, EXTRA) == expected


def test_what_fails_is_for_the_driver_to_say(connection: Connection) -> None:
    assert connection.attempt("RETURN 1", {}) == [[1]]
    for query, parameters in (
        ("RETURN 1 / $zero", {"zero": 0}),
        ("RETURN nothing", {}),
        ("UNWIND [1, 1, 0] AS x RETURN 1 / x", {}),
        ("RETURN $missing", {}),
        ("CREATE (:Left)", {}),
    ):
        with pytest.raises(ClientError) as failed:
            connection.attempt(query, parameters)
        assert failed.value.code
        assert connection.attempt("RETURN 1", {}) == [[1]]


def test_values_that_need_the_driver_are_read_by_it(connection: Connection) -> None:
    (found,) = connection.attempt("RETURN $pair, date('2026-11-29')", {"pair": (1, 2)})
    assert found == [[1, 2], neo4j.time.Date(2026, 11, 29)]


def cut(driver: neo4j.Driver, agent: str) -> int:
    """Have the server end the connections of a user agent; how many there were."""
    found: Any = driver.execute_query(
        "CALL dbms.listConnections() YIELD connectionId, userAgent"
        " WHERE userAgent = $agent WITH collect(connectionId) AS ids"
        " CALL dbms.killConnections(ids) YIELD message RETURN count(*)",
        agent=agent,
    )
    return int(found.records[0][0])


def test_a_lost_connection_is_replaced(connection: Connection, driver: neo4j.Driver) -> None:
    for _ in range(2):
        assert connection.attempt("RETURN 1", {}) == [[1]]
        assert cut(driver, "entente") >= 1
        assert connection.attempt("RETURN 1", {}) == [[1]]


def test_a_broken_wire_says_so(
    wire: Wire, driver: neo4j.Driver, neo4j_url: str, neo4j_server: Server
) -> None:
    assert not wire.stale
    with pytest.raises(Unfit):
        wire.read("RETURN nothing", {}, EXTRA)
    wire.close(broken=True)
    assert wire.stale
    assert driver.execute_query("RETURN 1").records[0][0] == 1
