"""Answers to questions, from threads: what HTTP and WebSocket have in common."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, contextmanager
from typing import Any, TypeVar

from entente.errors import TokenRefused
from gql.answer import Answer
from gql.api import Api
from gql.http.failure import Problem
from gql.http.request import Question
from gql.http.threads import Threads
from gql.problems import of_error
from gql.roles import Caller

THREADS = 8
WAITING = 64
"""How many requests may be under way or wait for a thread before others are turned away."""

STATUS = {
    "internal": 500,
    "timeout": 504,
    "store-unavailable": 503,
    "busy": 503,
    "role": 403,
    "method": 405,
}
"""Of requests that were not executed; 400 for the rest."""

T = TypeVar("T")


class Answers:
    """Answers of `api`. Store calls block, so each question has a thread."""

    def __init__(self, api: Api) -> None:
        self.limits = api.limits
        self._api = api
        self._threads = Threads(THREADS, "graphql")
        self._waiting = 0
        self._kept = 0

    def close(self) -> None:
        """Let go of the threads."""
        self._threads.close()

    async def once(
        self, asked: Question, caller: Caller, *, changing: bool
    ) -> tuple[bytes, int | None]:
        """The body of an answer, and the status of a refusal. Raises `Problem`."""

        def answer() -> tuple[bytes, int | None]:
            found = self._answer(asked, caller, changing=changing)
            status = None
            if not found.executed:
                status = STATUS.get(found.body["errors"][0]["extensions"]["code"], 400)
            return found.json(), status

        return await self._run(answer, self._seconds(asked))

    async def stream(
        self, asked: Question, caller: Caller, *, changing: bool
    ) -> AsyncGenerator[dict[str, Any], None]:
        """The bodies that answer any operation: one, but for subscriptions. A refusal has no
        `data`. Raises `Problem`."""

        def listening() -> Callable[[], AsyncGenerator[dict[str, Any], None]] | Answer:
            given = asked.query, asked.variables, asked.operation_name, asked.query_id
            found = self._api.listening(*given, caller=caller)
            return found or self._answer(asked, caller, changing=changing)

        found = await self._run(listening, self._seconds(asked))
        if isinstance(found, Answer):
            yield found.body
            return
        async with aclosing(found()) as bodies:
            while True:
                left = None if caller.until is None else caller.until - time.time()
                try:
                    body = await asyncio.wait_for(anext(bodies), left)
                except StopAsyncIteration:
                    return
                except TimeoutError:
                    yield {"errors": [of_error(TokenRefused("the token has expired"))]}
                    return
                yield body

    @contextmanager
    def connection(self) -> Iterator[None]:
        """A place among the connections that are kept for events. Raises `Problem`."""
        if self._kept >= self.limits.sockets:
            raise _busy("too many connections are kept for events")
        self._kept += 1
        try:
            yield
        finally:
            self._kept -= 1

    def _answer(self, asked: Question, caller: Caller, *, changing: bool) -> Answer:
        given = asked.query, asked.variables, asked.operation_name, asked.query_id
        return self._api.answer(*given, caller=caller, changing=changing)

    def _seconds(self, asked: Question) -> float:
        # Whether it is a mutation is known in the thread; that it cannot be one is known here.
        limits = self.limits
        return limits.writing if "mutation" in (asked.query or "mutation") else limits.seconds

    async def _run(self, work: Callable[[], T], seconds: float) -> T:
        if self._waiting >= WAITING:
            raise _busy("too many requests at once")
        answered = self._threads.run(work)
        self._waiting += 1
        answered.add_done_callback(self._done)
        over = asyncio.get_running_loop().call_later(seconds + 1, _give_up, answered, seconds)
        try:
            return await answered
        finally:
            over.cancel()

    def _done(self, _: object) -> None:
        self._waiting -= 1


def _give_up(answered: asyncio.Future[Any], seconds: float) -> None:
    if not answered.done():
        late = Problem(504, "timeout", f"the query took longer than {seconds:g} s")
        answered.set_exception(late)


def _busy(message: str) -> Problem:
    return Problem(503, "busy", message, Retry_After="1")
