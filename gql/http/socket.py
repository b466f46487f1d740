"""/graphql over WebSocket, by the protocol graphql-transport-ws.

Strawberry's handler speaks the protocol. Here is what it is given: sound
messages, streams of answers, who the caller is, and limits.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from datetime import timedelta
from typing import Any, TypeAlias

import orjson
from graphql import GraphQLError, GraphQLFormattedError
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.async_base_view import AsyncWebSocketAdapter
from strawberry.http.exceptions import NonJsonMessageReceived, WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import SubscribeMessage
from strawberry.types.execution import ExecutionResult, PreExecutionError
from strawberry.types.unset import UNSET

from entente.errors import AccessRefused, TooMany
from gql.http.answers import Answers
from gql.http.failure import Problem
from gql.http.guard import caller_given
from gql.http.request import Question
from gql.problems import of_error, problem
from gql.roles import Access, Caller
from gql.roles.access import bearer

PROTOCOL = "graphql-transport-ws"
LONGEST_ID = 200
Bodies: TypeAlias = AsyncGenerator[dict[str, Any], None]


class Sockets:
    """Answers operations over WebSocket, each connection and all of them within limits."""

    def __init__(self, answers: Answers, access: Access) -> None:
        self._answers = answers
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection until either side closes it. Raises `Problem` instead of
        accepting it."""
        socket = WebSocket(scope, receive, send)
        with self._answers.connection():
            if PROTOCOL not in scope.get("subprotocols", ()):
                await socket.accept()
                await socket.close(4406, f"the protocol is {PROTOCOL}")
                return
            await socket.accept(PROTOCOL)
            operations = _Operations(self._answers, self._access, caller_given(scope))
            await _Handler(operations, socket).handle()


class _Shown(GraphQLError):
    """An error that is in its shape already."""

    def __init__(self, shape: dict[str, Any]) -> None:
        super().__init__(shape["message"])
        self._shape = shape

    @property
    def formatted(self) -> GraphQLFormattedError:
        return self._shape  # type: ignore[return-value]


class _Operations:
    """What one connection asks: the handler's view, schema and context in one."""

    def __init__(self, answers: Answers, access: Access, caller: Caller | None) -> None:
        self.answers = answers
        self.connection_params: Mapping[str, Any] = {}
        self._access = access
        self._caller = caller

    async def on_ws_connect(self, _: object) -> Any:
        """Who connects, by what the client gives if the request itself gave nothing."""
        if self._caller is None:
            try:
                self._caller = await self._access.caller(_credential(self.connection_params))
            except (AccessRefused, TooMany) as refused:
                raise ConnectionRejectionError from refused
        return UNSET

    async def stream(
        self,
        query: str,
        variable_values: dict[str, Any] | None,
        context_value: object,
        root_value: object,
        operation_name: str | None,
    ) -> AsyncGenerator[ExecutionResult, None]:
        """What answers one operation, as the handler takes it."""
        if self._caller is None:
            raise RuntimeError("an operation before the connection was acknowledged")
        bodies = self.answers.stream(
            Question(query, None, variable_values, operation_name or None),
            self._caller,
            changing=True,
        )
        return _results(bodies)


async def _results(
    bodies: AsyncGenerator[dict[str, Any], None],
) -> AsyncGenerator[ExecutionResult, None]:
    first = True
    try:
        async with aclosing(bodies) as source:
            async for body in source:
                errors: list[GraphQLError] = [_Shown(shape) for shape in body.get("errors", ())]
                refused = first and "data" not in body
                result = PreExecutionError if refused else ExecutionResult
                yield result(body.get("data"), errors or None)
                first = False
    except Problem as refused_:
        errors = [_Shown(problem(refused_.code, refused_.message))]
        yield PreExecutionError(None, errors) if first else ExecutionResult(None, errors)


class _Adapter(AsyncWebSocketAdapter):
    """The socket, as the handler takes it: JSON objects that are messages of the protocol."""

    def __init__(self, view: Any, socket: WebSocket, most: int) -> None:
        super().__init__(view)
        self._socket = socket
        self._most = most

    async def iter_json(
        self, *, ignore_parsing_errors: bool = False
    ) -> AsyncGenerator[object, None]:
        while True:
            try:
                message = await self._socket.receive()
            except (RuntimeError, WebSocketDisconnect):
                return
            if message["type"] == "websocket.disconnect":
                return
            yield _message(message.get("text"), self._most)

    async def send_json(self, message: Mapping[str, object]) -> None:
        try:
            await self._socket.send_text(orjson.dumps(message).decode())
        except (RuntimeError, WebSocketDisconnect) as error:
            raise WebSocketDisconnected from error

    async def close(self, code: int, reason: str) -> None:
        try:
            await self._socket.close(code, reason[:100])
        except (RuntimeError, WebSocketDisconnect) as error:
            raise WebSocketDisconnected from error


class _Handler(BaseGraphQLTransportWSHandler[Any, Any]):
    def __init__(self, operations: _Operations, socket: WebSocket) -> None:
        limits = operations.answers.limits
        given: Any = operations  # it has what the handler asks of a view, a schema and a context
        super().__init__(
            view=given,
            websocket=_Adapter(given, socket, limits.message),
            context=given,
            root_value=None,
            schema=given,
            connection_init_wait_timeout=timedelta(seconds=limits.patience),
        )
        self._most = limits.listeners

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        full = len(self.operations) >= self._most and message["id"] not in self.operations
        if not self.connection_acknowledged or not full:
            await super().handle_subscribe(message)
            return
        error = TooMany(
            f"the connection has {self._most} operations under way",
            hint="complete some of them, or open another connection",
        )
        shape: Any = of_error(error)
        await self.send_message({"id": message["id"], "type": "error", "payload": [shape]})


def _credential(given: Mapping[str, Any]) -> str | None:
    """The key or token that a client gives when it connects."""
    for name, value in given.items():
        if isinstance(value, str) and name.lower() == "authorization":
            return bearer(value) or value
        if isinstance(value, str) and name.lower() in ("x-api-key", "apikey"):
            return value
    return None


def _message(text: object, most: int) -> dict[str, Any]:
    """A message that the handler can rely on. Raises `NonJsonMessageReceived`."""
    if not isinstance(text, str) or len(text) > most:
        raise NonJsonMessageReceived
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise NonJsonMessageReceived from error
    if not isinstance(found, dict) or not isinstance(found.get("type"), str):
        raise NonJsonMessageReceived
    if found["type"] in ("subscribe", "complete"):
        id_ = found.get("id")
        if not isinstance(id_, str) or not 0 < len(id_) <= LONGEST_ID:
            raise NonJsonMessageReceived
    if found["type"] == "subscribe" and not _is_question(found.get("payload")):
        raise NonJsonMessageReceived
    return found


def _is_question(payload: object) -> bool:
    return (
        isinstance(payload, dict)
        and isinstance(payload.get("query"), str)
        and isinstance(payload.get("variables"), dict | None)
        and isinstance(payload.get("operationName"), str | None)
    )
