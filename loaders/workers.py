"""Processes that work through documents side by side, in bounded memory."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from entente.errors import InputError
from loaders.workshop import Done, Failed, Recipe, Task, perform

AHEAD = 8
"""Tasks in flight for each process: enough that none waits while a store takes what is ready,
few enough to stay small."""


def perform_all(
    recipe: Recipe, tasks: Iterable[Task], processes: int
) -> Iterator[list[tuple[Task, Done]]]:
    """Each task with its outcome, in the order of `tasks`: as many at once as are ready.

    A file that takes a process down (out of memory, a crash in a native
    parser) is refused; the others are done all the same.
    """
    if processes <= 1:
        for task in tasks:
            yield [(task, perform(recipe, task))]
        return
    waiting = iter(tasks)
    flight: deque[tuple[Task, Future[Done]]] = deque()
    pool = _pool(processes)
    try:
        while True:
            while len(flight) < AHEAD * processes and (upcoming := next(waiting, None)):
                flight.append((upcoming, pool.submit(perform, recipe, upcoming)))
            if not flight:
                return
            task, future = flight.popleft()
            try:
                ready = [(task, future.result())]
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield [(task, _alone(recipe, task))]
                pool = _pool(processes)
                flight = deque((task, pool.submit(perform, recipe, task)) for task, _ in flight)
                continue
            while flight and flight[0][1].done() and not flight[0][1].exception():
                task, future = flight.popleft()
                ready.append((task, future.result()))
                # Whoever takes what is ready takes its time: the processes go on meanwhile.
                if upcoming := next(waiting, None):
                    flight.append((upcoming, pool.submit(perform, recipe, upcoming)))
            yield ready
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this platform
        return os.cpu_count() or 1


def _pool(processes: int) -> ProcessPoolExecutor:
    # A forked child would share the parent's locks and database handles.
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"))


def _alone(recipe: Recipe, task: Task) -> Done:
    """Do one task in a process of its own, so that a crash is known to be its fault."""
    with _pool(1) as pool:
        try:
            return pool.submit(perform, recipe, task).result()
        except BrokenProcessPool:
            return Failed(
                InputError(
                    f"{task.source.uri}: reading it took the process down",
                    hint="the file may be damaged, or too large for this machine's memory",
                )
            )
