"""A client of graphql-transport-ws for tests: what the protocol says, message by message."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PROTOCOL = "graphql-transport-ws"
PATIENCE = 60.0
"""Seconds for a message to come."""


class Listener:
    """One connection."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def send(self, **message: Any) -> None:
        self.socket.send(json.dumps(message))

    def receive(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.socket.recv(PATIENCE))
        return found

    def start(self, **payload: Any) -> None:
        """Say who it is, and be acknowledged."""
        self.send(type="connection_init", payload=payload)
        assert self.receive() == {"type": "connection_ack"}

    def ask(self, id_: str, query: str, **variables: Any) -> None:
        self.send(type="subscribe", id=id_, payload={"query": query, "variables": variables})

    def next(self, id_: str) -> dict[str, Any]:
        """The data of the next event, which must be one of `id_`."""
        message = self.receive()
        assert (message["type"], message["id"]) == ("next", id_), message
        assert "errors" not in message["payload"], message
        data: dict[str, Any] = message["payload"]["data"]
        return data

    def refused(self, id_: str) -> str:
        """The code of the error that ends `id_`."""
        message = self.receive()
        assert (message["type"], message["id"]) == ("error", id_), message
        (error,) = message["payload"]
        assert set(error["extensions"]) == {"code", "hint", "retryable", "docs"}
        code: str = error["extensions"]["code"]
        return code


@contextmanager
def listening(address: str, headers: Mapping[str, str] | None = None) -> Iterator[Listener]:
    """A connection to the service at `address`."""
    url = address.replace("http", "ws", 1) + "/graphql"
    with connect(
        url, subprotocols=[Subprotocol(PROTOCOL)], additional_headers=dict(headers or {})
    ) as socket:
        yield Listener(socket)
