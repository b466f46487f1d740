"""/graphql: operations over HTTP, answered at once or by server-sent events."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from gql.http.answers import Answers
from gql.http.events import Events
from gql.http.failure import Problem
from gql.http.fields import fields
from gql.http.guard import caller_of
from gql.http.request import EVENTS, GRAPHQL_JSON, accepted, question

PATH = "/graphql"
METHODS = frozenset({"GET", "HEAD", "POST"})
LEAST = 1024
"""Bytes of an answer that is compressed for who takes that."""
VARIES = ((b"vary", b"Accept-Encoding"),)


class Endpoint:
    """Answers GraphQL requests: an ASGI app that raises `Problem` where there is none."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in METHODS:
            what = f"{PATH} does not take {scope['method']}"
            raise Problem(405, "method", what, Allow=", ".join(sorted(METHODS)))
        media_type = accepted(fields(scope).get(b"accept"))
        asked = await question(scope, receive, self._answers.limits.body)
        caller = caller_of(scope)
        changing = scope["method"] == "POST"
        # Events never end, so there is no telling what headers HEAD would have at their end.
        if media_type == EVENTS and scope["method"] != "HEAD":
            await compressed(Events(self._answers, asked, caller, changing=changing))(
                scope, receive, send
            )
            return
        body, refusal = await self._answers.once(asked, caller, changing=changing)
        if refusal == 405:
            raise Problem(405, "method", "mutations are sent with POST", Allow="POST")
        # A client that asks for plain JSON may take any other status for a
        # failure of the network and not read the errors.
        status = 200 if refusal is None or media_type != GRAPHQL_JSON else refusal
        await _sized(Whole(body, status, media_type), scope)(scope, receive, send)


class Whole:
    """An answer as it is: an ASGI app that sends it. Starlette's responses encode their headers
    anew for each, which takes as long as the rest of the way out."""

    def __init__(self, body: bytes, status: int, media_type: str) -> None:
        self.body = body
        self.varies = False
        """Whether another client could be answered otherwise."""
        self._status = status
        self._media_type = media_type

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [
            (b"content-length", b"%d" % len(self.body)),
            (b"content-type", b"%b; charset=utf-8" % self._media_type.encode()),
            *(VARIES if self.varies else ()),
        ]
        await send({"type": "http.response.start", "status": self._status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


def _sized(answer: Whole, scope: Scope) -> ASGIApp:
    """The answer, compressed if that is worth it and the client takes it. To find out that it
    does not takes the middleware as long as the rest of the way out."""
    if len(answer.body) < LEAST:
        return answer
    if "gzip" in fields(scope).text(b"accept-encoding"):
        return compressed(answer)
    answer.varies = True
    return answer


def compressed(app: ASGIApp) -> ASGIApp:
    """`app`, whose answers are compressed from `LEAST` bytes on."""
    return GZipMiddleware(app, minimum_size=LEAST, compresslevel=1)


def direct(endpoint: ASGIApp, routed: ASGIApp) -> ASGIApp:
    """`routed`, but for GraphQL requests: to find their way through routes and what stands
    before them takes longer than to answer a small query."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        meant = scope["type"] == "http" and scope["path"] == PATH
        await (endpoint if meant else routed)(scope, receive, send)

    return app
