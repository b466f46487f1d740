"""Reads of a SQLite store of 100 k entities and 1 M edges: p50 and p95 in milliseconds.

    python -m benchmarks.store.reading [FILE]

The rows are written straight into the tables (nobody loads a million made-up
facts by documents to time a read); FILE is kept and used again if it is given.
Degrees are skewed, as they are in real graphs. Every figure is of the whole
`Store.run`, plan to Python lists.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.store.made import PREDICATES, WORDS
from graph.plan import (
    Bind,
    Common,
    Compare,
    Expand,
    Field,
    Find,
    Hop,
    Kind,
    Link,
    LinkName,
    Match,
    Nested,
    Operator,
    Order,
    Paths,
    Plan,
    Relation,
    Traverse,
)
from graph.registry import open_store
from graph.statements.words import folded
from graph.store import Store

ENTITIES, EDGES = 100_000, 1_000_000
FIVE = tuple(Field(name) for name in ("id", "label", "origin", "degree", "types"))
KEY = (Field("key"), Field("predicate"), Field("subject"), Field("object"), Field("belief"))


def iri(key: int) -> str:
    return f"https://entente.example/id/e{key}"


def fill(path: Path) -> None:
    """Make the file a store with the rows that reads look at."""
    open_store(f"sqlite:///{path}").close()
    chance = random.Random(3)  # noqa: S311 - the same graph every time
    connection = sqlite3.connect(path)
    connection.executemany("INSERT INTO predicate VALUES (?, ?)", enumerate(PREDICATES, 1))

    def end() -> int:
        return 1 + int(ENTITIES * chance.random() ** 2.2)

    def edges() -> Iterator[tuple[Any, ...]]:
        for key in range(1, EDGES + 1):
            yield (
                key, f"{key:024x}", key, 1 + int(len(PREDICATES) * chance.random() ** 2),
                end(), end(), 0 if chance.random() < 0.8 else 1, round(chance.random(), 6),
                0, 9_999_999, 738_000 + key % 1000,
            )  # fmt: skip

    def entities() -> Iterator[tuple[Any, ...]]:
        for key in range(1, ENTITIES + 1):
            label = f"{chance.choice(WORDS).title()} {chance.choice(WORDS)} {key}"
            yield (
                key, iri(key), key, label, "reference", 0, 0, folded(label),
                f"\n{folded(label)}\n", '["Class1"]', '["Class1","Thing"]', "[]", "[]", "[]",
                f'{{"isoCode":["X{key}"]}}',
            )  # fmt: skip

    slots = ", ".join("?" * 11)
    connection.executemany(f"INSERT INTO edge VALUES ({slots})", edges())
    connection.executemany(f"INSERT INTO entity VALUES ({slots}, ?, ?, ?, ?)", entities())
    connection.execute("INSERT INTO entity_words (rowid, names) SELECT key, names FROM entity")
    connection.execute(
        "UPDATE entity SET degree = (SELECT count(*) FROM edge WHERE subject = entity.key"
        " AND modality = 0) + (SELECT count(*) FROM edge WHERE object = entity.key"
        " AND modality = 0)"
    )
    connection.commit()
    connection.close()


def timed(store: Store, plan: Plan, values: Callable[[], dict[str, Any]], rounds: int) -> str:
    """p50 and p95 of `rounds` runs, after a few that are not counted."""
    took = []
    for turn in range(rounds + 5):
        given = values()
        start = time.perf_counter()
        store.run(plan, given)
        if turn >= 5:
            took.append((time.perf_counter() - start) * 1000)
    return f"{statistics.median(took):8.3f} {statistics.quantiles(took, n=20)[-1]:8.3f}"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "made.db"
        if not path.exists():
            start = time.perf_counter()
            fill(path)
            print(f"filled in {time.perf_counter() - start:.1f} s")
        with open_store(f"sqlite:///{path.absolute()}") as store:
            report(store)


def report(store: Store) -> None:
    chance = random.Random(4)  # noqa: S311 - the same questions every time

    def one() -> dict[str, Any]:
        return {"id": iri(1 + int(ENTITIES * chance.random()))}

    def two() -> dict[str, Any]:
        return {**one(), "other": iri(1 + int(ENTITIES * chance.random()))}

    def word() -> dict[str, Any]:
        return {"text": chance.choice(WORDS)[:3] + " " + chance.choice(WORDS)[:2]}

    by_id = Compare("id", Operator.EQ, Bind("id"))
    any_ = Relation()
    related = Nested(Link(LinkName.RELATED, any_), FIVE, limit=20)
    edges = Nested(Link(LinkName.EDGES, any_), KEY, limit=100)
    order = (Order("label"),)
    plans: dict[str, tuple[Plan, Callable[[], dict[str, Any]], int]] = {
        "point, 5 fields": (Find(Kind.ENTITY, FIVE, by_id), one, 500),
        "page of 50 by label": (Find(Kind.ENTITY, FIVE, order=order, limit=50), dict, 200),
        "page of 50, filtered, no index": (
            Find(Kind.ENTITY, FIVE, Compare("degree", Operator.GT, 30), order, 50), dict, 100
        ),
        "1,000 × 5 fields": (Find(Kind.ENTITY, FIVE, limit=1000), dict, 100),
        "100 × 20 nested": (Find(Kind.ENTITY, (*FIVE, related), limit=100), dict, 50),
        "1 hop with edges": (Find(Kind.ENTITY, (Field("id"), edges), by_id), one, 300),
        "expand 1 hop ≤ 200": (Expand(Bind("id"), any_, 1, FIVE, KEY), one, 200),
        "expand 2 hops ≤ 200": (Expand(Bind("id"), any_, 2, FIVE, KEY), one, 200),
        "expand 4 hops ≤ 1,000": (
            Expand(Bind("id"), any_, 4, FIVE, KEY, limit=1000, edge_limit=5000), one, 30
        ),
        "3 hops distinct ≤ 100": (
            Traverse(Bind("id"), (Hop(any_, least=3, most=3),), FIVE), one, 30
        ),
        "shortest ≤ 6": (
            Paths(Bind("id"), Bind("other"), any_, 6, FIVE, KEY, limit=1, shortest_only=True),
            two, 200,
        ),
        "10 paths ≤ 6": (Paths(Bind("id"), Bind("other"), any_, 6, FIVE, KEY), two, 50),
        "common neighbours": (
            Common(Bind("both"), any_, FIVE), lambda: {"both": tuple(two().values())}, 200
        ),
        "text prefix": (Find(Kind.ENTITY, FIVE, Match(Bind("text")), limit=10), word, 200),
        "text, one letter": (Find(Kind.ENTITY, FIVE, Match("b"), limit=10), dict, 10),
    }  # fmt: skip
    print(f"{'':32} {'p50':>8} {'p95':>8}")
    for name, (plan, values, rounds) in plans.items():
        print(f"{name:32} {timed(store, plan, values, rounds)}")


if __name__ == "__main__":
    main()
