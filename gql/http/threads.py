"""Threads that answer questions, and how a coroutine hands one over.

Python's own executor takes as long to hand a question over as a store to answer a small
one. Here the thread that rested least goes on, since its connection still holds what the last
question read, and the answer comes back in one step.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, Future, get_running_loop
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeAlias, TypeVar

Job: TypeAlias = Callable[[], Callable[[], None]]
"""Does the work, and gives what tells of it."""
T = TypeVar("T")


class Threads:
    """Up to `most` threads, each started when no other is free. What waits for one is taken in
    its order. Safe to use from several event loops."""

    def __init__(self, most: int, name: str) -> None:
        self._most = most
        self._name = name
        self._lock = Lock()
        self._threads: list[Thread] = []
        self._free: list[SimpleQueue[Job | None]] = []
        """The threads without a job, by where they take one from; the latest last."""
        self._waiting: deque[Job] = deque()
        self._closed = False

    def run(self, work: Callable[[], T]) -> Future[T]:
        """What `work` returns or raises. It is not begun if the future is done before, and goes
        on to its end if it is only then."""
        loop = get_running_loop()
        answered: Future[T] = loop.create_future()
        self._hand(lambda: _work(work, loop, answered))
        return answered

    def close(self) -> None:
        """Wait for the jobs under way, and let go of the threads. What waits is dropped."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
            free, self._free = self._free, []
        for jobs in free:
            jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _hand(self, job: Job) -> None:
        with self._lock:
            if self._closed:
                raise RuntimeError("the threads were let go of")
            if self._free:
                jobs = self._free.pop()
            elif len(self._threads) < self._most:
                jobs = SimpleQueue()
                name = f"{self._name}_{len(self._threads)}"
                thread = Thread(target=self._serve, args=(jobs,), name=name, daemon=True)
                self._threads.append(thread)
                thread.start()
            else:
                self._waiting.append(job)
                return
        jobs.put(job)

    def _serve(self, jobs: SimpleQueue[Job | None]) -> None:
        """Do jobs, until there is to be none any more. Nothing is held of one that is done."""
        while self._do(jobs.get(), jobs):
            pass

    def _do(self, job: Job | None, jobs: SimpleQueue[Job | None]) -> bool:
        if job is None:
            return False
        tell = job()
        # Who is told may ask again at once, and is to find this thread free.
        self._free_again(jobs)
        tell()
        return True

    def _free_again(self, jobs: SimpleQueue[Job | None]) -> None:
        """What waited longest is next, if anything waits."""
        with self._lock:
            if self._waiting:
                jobs.put(self._waiting.popleft())
            elif self._closed:
                jobs.put(None)
            else:
                self._free.append(jobs)


def _work(
    work: Callable[[], T], loop: AbstractEventLoop, answered: Future[T]
) -> Callable[[], None]:
    found: Any = None
    settle: Callable[[Any], None] = answered.set_result
    if not answered.done():
        try:
            found = work()
        except BaseException as error:
            settle, found = answered.set_exception, error

    def settled() -> None:
        if not answered.done():
            settle(found)

    def tell() -> None:
        with suppress(RuntimeError):  # the loop was closed meanwhile: nobody waits
            loop.call_soon_threadsafe(settled)

    return tell
