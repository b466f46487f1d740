"""Several threads and processes at one store."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path

import pytest

from entente.errors import NotFound, StoreUnavailable
from graph.plan import (
    Aggregate,
    Compare,
    Expand,
    Field,
    Find,
    Kind,
    Link,
    LinkName,
    Nested,
    Operator,
    Order,
    Relation,
)
from graph.registry import open_store
from graph.statements import Statements
from graph.store import Change, Store
from tests.contract.world import JAPAN, NATO, SCHEMA, Telling, first, iri, reference

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds after which something waits for ever."""
MOMENT = 0.5
"""Seconds that a write is given to come as far as it can."""
COUNTED = Aggregate(Kind.DOCUMENT)
COUNTS = Find(
    Kind.DOCUMENT,
    (Field("id"), Field("evidenceCount"), Nested(Link(LinkName.EVIDENCE), (Field("id"),))),
    limit=1000,
)


def numbered(number: int) -> Statements:
    """A document with two pieces of evidence: never seen with one."""
    told = Telling(f"Japan is a partner of NATO. Number {number}.", f"/news/{number}.txt")
    told.says(JAPAN, "partnerOf", NATO, "Japan is a partner of NATO")
    told.says(JAPAN, "memberOf", NATO, f"Number {number}")
    return told.statements()


def whole(store: Store) -> int:
    """How many documents there are, all of them whole."""
    rows = store.run(COUNTS).rows
    assert all(count == 2 == len(evidence) for _, count, (evidence, _) in rows)
    return len(rows)


def test_threads_read_while_one_writes(store: Store) -> None:
    done = threading.Event()

    def read() -> list[int]:
        seen = []
        while not done.is_set():
            seen.append(whole(store))
        return seen

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        try:
            for number in range(12):
                store.apply(Change(put=(numbered(number),)))
        finally:
            done.set()
        for reader in readers:
            seen = reader.result()
            assert seen == sorted(seen)
    assert whole(store) == 12


def test_threads_take_turns_to_write(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: store.apply(Change(put=(numbered(n),))), range(12)))
    assert whole(store) == 12
    belief = Find(
        Kind.FACT, (Field("evidenceCount"),), Compare("predicate", Operator.EQ, "memberOf")
    )
    assert store.run(belief).rows == [[12]]


def test_a_reading_sees_one_state(store: Store) -> None:
    """A write that others begin meanwhile is not seen; it is done once the reading is."""
    store.apply(Change(put=(numbered(0),)))
    with ThreadPoolExecutor(1) as pool:
        with store.reading():
            assert store.run(COUNTED).rows == [[1]]
            writing = pool.submit(store.apply, Change(put=(numbered(1),)))
            wait([writing], MOMENT)
            with store.reading():
                assert store.run(COUNTED).rows == [[1]]
            assert len(list(store.documents())) == 1
        writing.result(PATIENCE)
        assert store.run(COUNTED).rows == [[2]]


def test_a_reading_begins_where_it_says(store: Store) -> None:
    """What is written after `reading()` began is not seen, even before the first read."""
    with ThreadPoolExecutor(1) as pool:
        with store.reading():
            writing = pool.submit(store.apply, Change(put=(numbered(1),)))
            wait([writing], MOMENT)
            assert store.run(COUNTED).rows == [[0]]
        writing.result(PATIENCE)
        assert store.run(COUNTED).rows == [[1]]


def test_readings_do_not_wait_for_each_other(store: Store) -> None:
    together = threading.Barrier(3, timeout=PATIENCE)

    def read() -> list[list[int]]:
        with store.reading():
            together.wait()
            return store.run(COUNTED).rows

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        assert [reader.result(PATIENCE) for reader in readers] == [[[0]]] * 3


def test_a_long_reading_keeps_no_writer_waiting(store: Store) -> None:
    """A write gets through while a reading lasts. What is read then is still of the one
    state, or the reading says that it cannot be had."""
    store.apply(Change(put=(numbered(0),)))
    with ThreadPoolExecutor(1) as pool, store.reading():
        assert whole(store) == 1
        pool.submit(store.apply, Change(put=(numbered(1),))).result(PATIENCE)
        for _ in range(2):
            try:
                assert whole(store) == 1
            except StoreUnavailable as error:
                assert error.retryable  # noqa: PT017 - an engine may do either
    assert whole(store) == 2


def test_a_reading_outlasts_its_hold_where_nobody_writes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reads go on as long as they like: there is no time after which a reading just fails."""
    monkeypatch.setattr("graph.neo4j.turns.HOLD_SECONDS", 0.1)
    store.apply(Change(put=(numbered(0),)))
    with store.reading():
        end = time.monotonic() + 3
        while time.monotonic() < end:
            assert whole(store) == 1


HUB = iri("hub")
EDGES = Nested(Link(LinkName.EDGES, Relation()), (Field("key"),), limit=500)
DEGREE = Find(Kind.ENTITY, (Field("degree"), EDGES), Compare("id", Operator.EQ, HUB))
AROUND = Expand(HUB, Relation(), 1, (Field("id"),), (Field("key"),), limit=500, edge_limit=500)
OF_DOCUMENT = (
    Field("evidenceCount"),
    Nested(Link(LinkName.EVIDENCE), (Field("id"),), limit=500),
    Nested(Link(LinkName.FACTS), (Field("id"),), limit=500),
)


def spread(size: int, number: int) -> Statements:
    """A document that relates the hub to `size` others, half of them in any such document."""
    lines = [f"Line {line:03}." for line in range(size)]
    told = Telling(f"Turn {number}. {' '.join(lines)}")
    for place, line in enumerate(lines):
        told.says(HUB, "memberOf", iri(f"n{number * (place % 2)}-{place}"), line)
    return told.statements()


def sizes(store: Store) -> set[int]:
    """How large the one document is that is stored, by what plans of several kinds see."""
    ((count, (evidence, _), (facts, _)),) = store.run(Find(Kind.DOCUMENT, OF_DOCUMENT)).rows
    assert count == len(evidence) == len(facts)
    ((degree, (edges, _)),) = store.run(DEGREE).rows
    assert degree == len(edges)
    ((nodes, between),) = store.run(AROUND).rows
    assert len(nodes) == len(between) + 1
    (document,) = store.documents()
    return {count, degree, len(between), len(store.statements(document).evidence)}


def test_no_plan_sees_half_a_change(store: Store) -> None:
    """A document takes the place of another, again and again, while each plan is asked
    for what must agree in it."""
    last = spread(20, 0)
    store.apply(Change(put=(last,)))
    done = threading.Event()

    def read() -> set[int]:
        seen = set()
        while not done.is_set():
            with suppress(NotFound):  # the document that was just listed is gone
                seen |= sizes(store)
        return seen

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        try:
            for number in range(1, 21):
                new = spread(60 if number % 2 else 20, number)
                store.apply(Change(put=(new,), drop=(last.document.id,)))
                last = new
        finally:
            done.set()
        for reader in readers:
            assert reader.result() <= {20, 60}


def test_a_predicate_that_somebody_else_wrote_is_followed(store: Store, store_url: str) -> None:
    with open_store(store_url) as other:
        other.apply(Change(put=(numbered(0),)))
    edges = Find(Kind.EDGE, (Field("predicate"),), order=(Order("predicate"),))
    assert store.run(edges).rows == [["memberOf"], ["partnerOf"]]


def test_another_process_reads_what_is_written(store: Store, store_url: str) -> None:
    """It opens the store while this one holds it, and sees each change when it is made."""
    store.adopt(SCHEMA, [reference()])
    reader = (
        "import sys; from graph.registry import open_store; from graph.plan import *\n"
        "store = open_store(sys.argv[1], read_only=True)\n"
        "for line in sys.stdin:\n"
        "    print(store.run(Aggregate(Kind.DOCUMENT)).rows[0][0], flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", reader, store_url],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        for number in range(4):
            process.stdin.write("count\n")
            process.stdin.flush()
            assert int(process.stdout.readline()) == number + 1
            store.apply(Change(put=(numbered(number),)))
        process.stdin.close()
    assert process.returncode == 0


def test_a_store_is_there_when_it_is_opened_again(store_url: str) -> None:
    with open_store(store_url) as store:
        store.adopt(SCHEMA, [reference()])
        store.apply(Change(put=(first(),)))
    with open_store(store_url) as store:
        assert store.schema() == SCHEMA
        assert store.statements(first().document.id) == first()
        assert not store.adopt(SCHEMA, [reference()])
