"""/graphql: operations over HTTP, answered at once or by server-sent events."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from gql.http.answers import Answers
from gql.http.events import Events
from gql.http.failure import Problem
from gql.http.guard import caller_of
from gql.http.request import EVENTS, GRAPHQL_JSON, accepted, question


class Endpoint:
    """Answers GraphQL requests."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    async def answer(self, request: Request) -> Response:
        """Answer `request`. Raises `Problem` if it is no GraphQL request."""
        media_type = accepted(request.headers.get("accept"))
        asked = await question(request, self._answers.limits.body)
        caller = caller_of(request.scope)
        changing = request.method == "POST"
        if media_type == EVENTS:
            return Events(self._answers, asked, caller, changing=changing)
        body, refusal = await self._answers.once(asked, caller, changing=changing)
        if refusal == 405:
            raise Problem(405, "method", "mutations are sent with POST", Allow="POST")
        # A client that asks for plain JSON may take any other status for a
        # failure of the network and not read the errors.
        status = 200 if refusal is None or media_type != GRAPHQL_JSON else refusal
        return Response(body, status, media_type=f"{media_type}; charset=utf-8")
