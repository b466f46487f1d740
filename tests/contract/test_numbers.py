"""Literal properties that are numbers: compared, sorted and measured as such."""

from __future__ import annotations

import pytest

from graph.plan import (
    Aggregate,
    Compare,
    Field,
    Find,
    Kind,
    Measure,
    MeasureName,
    Operator,
    Order,
)
from graph.statements import DocumentKind, Entity, Origin
from graph.store import Store
from tests.contract.world import SCHEMA, Telling, iri

VALUES = {
    "nine": "9", "ten": "10", "minus": "-2.5", "small": ".5e1", "large": "1E3", "year": "2023",
    "words": "12 ships", "none": "", "endless": "INF", "hex": "0x1F", "typed": "1d", "wide": "١",
    "absent": None,
}  # fmt: skip
AMOUNTS = {"minus": -2.5, "small": 5.0, "nine": 9.0, "ten": 10.0, "large": 1000.0, "year": 2023.0}


@pytest.fixture
def numbered(store: Store) -> Store:
    told = Telling("Ships.", "ships.ttl", kind=DocumentKind.REFERENCE)
    told.describes(
        *(
            Entity(iri(name), ("Programme",), name, (), (), Origin.REFERENCE,
                   {} if value is None else {"crew": (value, "7")})
            for name, value in VALUES.items()
        )
    )  # fmt: skip
    store.adopt(SCHEMA, [told.statements()])
    return store


def labels(store: Store, *tests: tuple[Operator, object]) -> set[str]:
    found = set(VALUES)
    for operator, value in tests:
        where = Compare("number.crew", operator, value)  # type: ignore[arg-type]
        rows = store.run(Find(Kind.ENTITY, (Field("label"),), where)).rows
        found &= {label for (label,) in rows}
    return found


def test_numbers_compare_as_numbers(numbered: Store) -> None:
    assert labels(numbered, (Operator.GT, 9)) == {"ten", "large", "year"}
    assert labels(numbered, (Operator.GE, 9), (Operator.LT, 1000)) == {"nine", "ten"}
    assert labels(numbered, (Operator.EQ, 5)) == {"small"}
    assert labels(numbered, (Operator.IN, (-2.5, 1000))) == {"minus", "large"}
    assert labels(numbered, (Operator.NE, 9)) == AMOUNTS.keys() - {"nine"}
    assert labels(numbered, (Operator.PRESENT, True)) == AMOUNTS.keys()
    assert labels(numbered, (Operator.PRESENT, False)) == VALUES.keys() - AMOUNTS.keys()


@pytest.mark.parametrize("descending", [False, True])
def test_numbers_sort_as_numbers_and_what_is_none_comes_last(
    numbered: Store, descending: bool
) -> None:
    columns = (Field("label"), Field("number.crew"))
    order = (Order("number.crew", descending), Order("id"))
    rows = numbered.run(Find(Kind.ENTITY, columns, order=order)).rows
    expected = sorted(AMOUNTS, key=AMOUNTS.__getitem__, reverse=descending)
    assert [row[0] for row in rows[: len(expected)]] == expected
    assert [row[1] for row in rows[: len(expected)]] == [AMOUNTS[label] for label in expected]
    rest = rows[len(expected) :]
    assert {row[1] for row in rest} == {None}
    assert [row[0] for row in rest] == sorted(VALUES.keys() - AMOUNTS.keys())


def test_numbers_are_measured(numbered: Store) -> None:
    names = (MeasureName.MIN, MeasureName.MAX, MeasureName.SUM, MeasureName.AVERAGE)
    measures = tuple(Measure(name, "number.crew") for name in names)
    total = sum(AMOUNTS.values())
    assert numbered.run(Aggregate(Kind.ENTITY, measures=measures)).rows == [
        [-2.5, 2023, total, round(total / len(AMOUNTS), 6)]
    ]
