"""Answers by server-sent events, as graphql-sse has them over distinct connections."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any

import orjson
from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from gql.http.answers import Answers
from gql.http.failure import Problem
from gql.http.request import EVENTS, Question
from gql.problems import problem
from gql.roles import Caller

PULSE = 10.0
"""Seconds between signs of life, by which a client and its proxies know that it is served."""
STUCK = 30.0
"""Seconds for a client to take what is sent to it."""


class Events(StreamingResponse):
    """One operation's answers, as events until it is complete or the client goes."""

    def __init__(
        self, answers: Answers, asked: Question, caller: Caller, *, changing: bool
    ) -> None:
        self._answers = answers
        super().__init__(
            _written(answers.stream(asked, caller, changing=changing)),
            media_type=f"{EVENTS}; charset=utf-8",
            headers={"X-Accel-Buffering": "no"},
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def timely(message: Message) -> None:
            await asyncio.wait_for(send(message), STUCK)

        with self._answers.connection():
            try:
                await super().__call__(scope, receive, timely)
            except TimeoutError:
                return  # nobody reads: the server closes what is not complete


async def _written(bodies: AsyncGenerator[dict[str, Any], None]) -> AsyncIterator[bytes]:
    yield b":\n\n"
    async with aclosing(bodies) as source:
        upcoming = asyncio.ensure_future(anext(source))
        try:
            while True:
                done, _ = await asyncio.wait({upcoming}, timeout=PULSE)
                if not done:
                    yield b":\n\n"
                    continue
                try:
                    body = upcoming.result()
                except StopAsyncIteration:
                    break
                except Problem as refused:
                    body = {"errors": [problem(refused.code, refused.message)]}
                yield b"event: next\ndata: " + orjson.dumps(body) + b"\n\n"
                upcoming = asyncio.ensure_future(anext(source))
        finally:
            upcoming.cancel()
            await asyncio.wait({upcoming})
    yield b"event: complete\ndata:\n\n"
