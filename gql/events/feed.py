"""Events to listeners. A listener that falls too far behind is let go of, not waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

from entente.errors import FellBehind

T = TypeVar("T")


class Feed(Generic[T]):
    """Hands each event to every listener. `behind` is how many events one may be behind.

    Listeners live in one event loop; `publish` may be called from any thread.
    `busy` and `idle` are called when the first listener comes and the last has gone.
    """

    def __init__(
        self,
        behind: int,
        busy: Callable[[], None] = lambda: None,
        idle: Callable[[], None] = lambda: None,
    ) -> None:
        self._behind = behind
        self._busy = busy
        self._idle = idle
        self._queues: set[asyncio.Queue[T | FellBehind]] = set()
        self._listeners = 0
        self._loop: asyncio.AbstractEventLoop | None = None

    def publish(self, event: T) -> None:
        """Hand `event` to whoever listens now."""
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # the loop has ended, and its listeners with it
                loop.call_soon_threadsafe(self._hand, event)

    @contextmanager
    def listening(self) -> Iterator[AsyncIterator[T]]:
        """Events from now on. They raise `FellBehind` if more happen than are taken."""
        queue: asyncio.Queue[T | FellBehind] = asyncio.Queue(self._behind + 1)
        self._loop = asyncio.get_running_loop()
        self._queues.add(queue)
        self._listeners += 1
        if self._listeners == 1:
            self._busy()
        try:
            yield _taken(queue)
        finally:
            self._queues.discard(queue)
            self._listeners -= 1
            if not self._listeners:
                self._idle()

    def _hand(self, event: T) -> None:
        for queue in list(self._queues):
            if queue.qsize() >= self._behind:
                self._queues.discard(queue)
                queue.put_nowait(
                    FellBehind(
                        f"{self._behind} events were not read",
                        hint="read what is stored now, subscribe again, and read faster",
                    )
                )
            else:
                queue.put_nowait(event)


async def _taken(queue: asyncio.Queue[T | FellBehind]) -> AsyncIterator[T]:
    while True:
        event = await queue.get()
        if isinstance(event, FellBehind):
            raise event
        yield event
