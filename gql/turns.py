"""Turns to write: one at a time, and few wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from time import monotonic

from entente.errors import TooMany


class Turns:
    """Gives one thread after another its turn. At most `writers` have it or wait for it; others
    are refused. `over` is called after each."""

    def __init__(self, writers: int, over: Callable[[], None]) -> None:
        self._places = BoundedSemaphore(writers)
        self._turn = Lock()
        self._over = over

    @contextmanager
    def taken(self, deadline: float) -> Iterator[None]:
        """This thread's turn; `deadline`, on the monotonic clock, is for it to come. Raises
        `TooMany`."""
        too_many = TooMany("too many changes are under way", hint="try again in a moment")
        if not self._places.acquire(blocking=False):
            raise too_many
        try:
            if not self._turn.acquire(timeout=max(deadline - monotonic(), 0)):
                raise too_many
            try:
                yield
            finally:
                self._turn.release()
                self._over()
        finally:
            self._places.release()
