"""/graphql: queries over HTTP, answered in threads."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import orjson
from starlette.requests import Request
from starlette.responses import Response

from gql.api import Api
from gql.http.failure import Problem
from gql.http.request import GRAPHQL_JSON, Question, accepted, question

THREADS = 8
WAITING = 64
"""How many requests may be under way or wait for a thread before others are turned away."""

STATUS = {"internal": 500, "timeout": 504, "store-unavailable": 503}
"""Of requests that were not executed; 400 for the rest."""


class Endpoint:
    """Answers GraphQL requests. Store calls block, so each request has a thread."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="graphql")
        self._waiting = 0

    def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    async def __call__(self, request: Request) -> Response:
        """Answer `request`. Raises `Problem` if it is no GraphQL request."""
        media_type = accepted(request.headers.get("accept"))
        asked = await question(request, self._api.limits.body)
        if self._waiting >= WAITING:
            raise Problem(503, "busy", "too many requests at once", Retry_After="1")
        self._waiting += 1
        job = asyncio.get_running_loop().run_in_executor(self._threads, self._answer, asked)
        job.add_done_callback(self._done)
        try:
            body, refusal = await asyncio.wait_for(job, self._api.limits.seconds + 1)
        except TimeoutError:
            seconds = self._api.limits.seconds
            raise Problem(504, "timeout", f"the query took longer than {seconds:g} s") from None
        # A client that asks for plain JSON may take any other status for a
        # failure of the network and not read the errors.
        status = 200 if refusal is None or media_type != GRAPHQL_JSON else refusal
        return Response(body, status, media_type=f"{media_type}; charset=utf-8")

    def _done(self, _: object) -> None:
        self._waiting -= 1

    def _answer(self, asked: Question) -> tuple[bytes, int | None]:
        answer = self._api.answer(
            asked.query, asked.variables, asked.operation_name, asked.query_id
        )
        refusal = None
        if not answer.executed:
            code = answer.body["errors"][0]["extensions"]["code"]
            refusal = STATUS.get(code, 400)
        return orjson.dumps(answer.body), refusal
