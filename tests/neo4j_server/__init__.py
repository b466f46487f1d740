"""A real Neo4j for tests, without Docker.

`neo4j_server` gives the server of the session and `neo4j_url` a store URL with
an empty database behind it (Community has one database, so it is wiped for
each test). The server is the one that NEO4J_TEST_URI names, with
NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD, if its database is empty; else one
started here, where Java and Maven are found; else the tests that ask for it
are skipped, or fail where CI is set. It is GPL and stays a process of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.neo4j_server.jars import Missing
from tests.neo4j_server.server import Server, given, started

__all__ = ["Server", "neo4j_server", "neo4j_url"]

WIPE = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """The server, with NEO4J_USERNAME and NEO4J_PASSWORD set for the product."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as environment:
        try:
            server = given() or stack.enter_context(started())
        except Missing as missing:
            reason = f"no Neo4j to test with: {missing}"
            if os.environ.get("CI") == "true":
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)
        environment.setenv("NEO4J_USERNAME", server.username)
        environment.setenv("NEO4J_PASSWORD", server.password)
        yield server


@pytest.fixture
def neo4j_url(neo4j_server: Server) -> Iterator[str]:
    """The URL of an empty database, emptied again afterwards."""
    with neo4j_server.session() as session:
        session.run(WIPE).consume()
    yield f"{neo4j_server.uri}/{neo4j_server.database or 'neo4j'}"
    with neo4j_server.session() as session:
        session.run(WIPE).consume()
