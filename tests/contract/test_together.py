"""Several threads and processes at one store."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graph.plan import Aggregate, Compare, Field, Find, Kind, Link, LinkName, Nested, Operator
from graph.registry import open_store
from graph.statements import Statements
from graph.store import Change, Store
from tests.contract.world import JAPAN, NATO, SCHEMA, Telling, first, reference

ROOT = Path(__file__).resolve().parents[2]
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
    counted = Aggregate(Kind.DOCUMENT)
    store.apply(Change(put=(numbered(0),)))
    with ThreadPoolExecutor(1) as pool:
        with store.reading():
            assert store.run(counted).rows == [[1]]
            pool.submit(store.apply, Change(put=(numbered(1),))).result()
            with store.reading():
                assert store.run(counted).rows == [[1]]
            assert len(list(store.documents())) == 1
        assert store.run(counted).rows == [[2]]


def test_a_reading_begins_where_it_says(store: Store) -> None:
    """What is written after `reading()` began is not seen, even before the first read."""
    with ThreadPoolExecutor(1) as pool, store.reading():
        pool.submit(store.apply, Change(put=(numbered(1),))).result()
        assert store.run(Aggregate(Kind.DOCUMENT)).rows == [[0]]


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
