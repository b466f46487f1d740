"""Questions handed over to threads, and what comes back."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

import pytest

from gql.http.threads import Threads


def named() -> str:
    return threading.current_thread().name


def test_one_at_a_time_needs_one_thread() -> None:
    threads = Threads(4, "asked")

    async def ask() -> list[str]:
        return [await threads.run(named) for _ in range(5)]

    assert set(asyncio.run(ask())) == {"asked_0"}
    threads.close()


def test_the_thread_that_rested_least_goes_on() -> None:
    threads = Threads(4, "asked")
    held = threading.Event()

    def slow() -> str:
        held.wait(10)
        return named()

    async def ask() -> None:
        first = threads.run(slow)
        assert await threads.run(named) == "asked_1"
        held.set()
        assert await first == "asked_0"
        assert await threads.run(named) == "asked_0"

    asyncio.run(ask())
    threads.close()


@pytest.mark.parametrize("most", [1, 2])
def test_what_waits_is_taken_in_its_order(most: int) -> None:
    threads = Threads(most, "asked")
    done: list[int] = []

    def work(number: int) -> Callable[[], None]:
        return lambda: (time.sleep(0.002), done.append(number))[1]

    async def ask() -> None:
        await asyncio.gather(*(threads.run(work(number)) for number in range(20)))

    asyncio.run(ask())
    assert sorted(done) == list(range(20))
    assert most > 1 or done == list(range(20))
    threads.close()


def test_errors_come_back() -> None:
    threads = Threads(1, "asked")

    async def ask() -> int:
        return await threads.run(lambda: 1 // 0)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(ask())
    threads.close()


def test_what_nobody_waits_for_is_not_begun() -> None:
    threads = Threads(1, "asked")
    held, begun = threading.Event(), threading.Event()

    async def ask() -> None:
        first, second = threads.run(lambda: held.wait(10)), threads.run(begun.set)
        second.cancel()
        held.set()
        assert await first
        assert await threads.run(lambda: not begun.is_set())

    asyncio.run(ask())
    threads.close()


def test_a_loop_that_is_gone_is_no_matter() -> None:
    threads = Threads(1, "asked")
    held = threading.Event()

    async def ask() -> None:
        threads.run(lambda: held.wait(10))

    asyncio.run(ask())
    held.set()

    async def again() -> str:
        return await threads.run(named)

    assert asyncio.run(again()) == "asked_0"
    threads.close()


def test_closing_waits_for_what_is_under_way_and_drops_the_rest() -> None:
    threads = Threads(1, "asked")
    done: list[str] = []

    async def ask() -> None:
        threads.run(lambda: (time.sleep(0.1), done.append("first")))
        dropped = threads.run(lambda: done.append("second"))
        await asyncio.to_thread(threads.close)
        assert not dropped.done()
        with pytest.raises(RuntimeError):
            threads.run(named)

    asyncio.run(ask())
    assert done == ["first"]
    assert not [each for each in threading.enumerate() if each.name.startswith("asked")]
