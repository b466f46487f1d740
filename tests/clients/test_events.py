"""graphql-ws and graphql-sse, which most clients listen by, hear what happens."""

from __future__ import annotations

from tests.clients.conftest import Npm, rows


def test_the_clients_of_the_field_are_told_of_a_load(npm: Npm, address: str) -> None:
    heard = rows(npm("events", address))
    assert [row["name"] for row in heard] == ["graphql-ws", "graphql-sse"]
    for row in heard:
        assert row["told"] == [row["loaded"]]
