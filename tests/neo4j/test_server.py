"""The test server itself: it holds nothing at first, and asks who is there."""

from __future__ import annotations

import neo4j
import pytest
from neo4j.exceptions import AuthError

from tests.neo4j_server import Server


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_empty_database_answers_by_both_schemes(
    neo4j_url: str,
    neo4j_server: Server,
    scheme: str,
) -> None:
    uri = f"{scheme}://{neo4j_server.address}"
    auth = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(uri, auth=auth) as driver:
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0][0] == 0
        driver.execute_query("CREATE (:Left)")


def test_the_first_password_is_changed(neo4j_server: Server) -> None:
    auth = ("neo4j", "neo4j")
    with (
        neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()
