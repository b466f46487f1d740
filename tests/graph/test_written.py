"""Rows that are JSON already: read or written, they are what lists of values are."""

from __future__ import annotations

from typing import Any

import orjson
from hypothesis import given
from hypothesis import strategies as st

from gql.compiled.projection import projection
from gql.compiled.record import plain, written
from gql.selection.shape import At, Each, Record, show
from graph.plan import Fields, Form, Written

texts = st.text(st.characters(exclude_categories=["Cs"]))
bare = st.text("abc:/#!é", max_size=5)
values = st.none() | st.integers(-(2**31), 2**31) | texts | st.lists(texts, max_size=3)
rows_of = st.lists(st.tuples(bare, values, values).map(list), max_size=6)


def as_written(rows: list[list[Any]]) -> Written:
    """`rows`, whose first value is bare, from texts that hold them in another order."""
    encoded = [[row[0], *(orjson.dumps(value).decode() for value in row[1:])] for row in rows]
    return Written.of(
        [f"7\t{second}\t{first}\t{third}" for first, second, third in encoded],
        Form(4, (2, 1, 3), bare=2),
    )


def as_objects(rows: list[list[Any]], shown: Fields) -> Written:
    """The same from objects."""
    made = [{key: row[place] for key, place in shown} for row in rows]
    return Written.objects([orjson.dumps(each).decode() for each in made], shown)


SHOWN: Fields = (("b", 1), ("a", 0), ("c", 2), ("d", 0))


@given(rows_of)
def test_they_are_read_as_lists(rows: list[list[Any]]) -> None:
    for found in (as_written(rows), as_objects(rows, SHOWN)):
        assert found == rows
        assert rows == found
        assert (list(found), len(found), bool(found)) == (rows, len(rows), bool(rows))
        assert (found[:1], found[-1:]) == (rows[:1], rows[-1:])
        assert found != [*rows, []]


@given(rows_of, st.lists(st.integers(0, 2), min_size=1, max_size=4))
def test_they_are_written_to_the_byte_as_records_are(
    rows: list[list[Any]], places: list[int]
) -> None:
    fields = tuple((f"k{number}", At(place)) for number, place in enumerate(places))
    shape = Each(At(0), Record(fields), 3)
    shown = projection(shape)
    for found in (as_written(rows), as_objects(rows, SHOWN)):
        assert written(shown([found])) == written(shown([rows]))
        assert plain(shown([found])) == show(shape, [rows])


@given(rows_of)
def test_objects_are_written_as_they_are(rows: list[list[Any]]) -> None:
    shown = projection(Each(At(0), Record(tuple((key, At(place)) for key, place in SHOWN)), 3))
    assert written(shown([as_objects(rows, SHOWN)])) == written(shown([rows]))


@given(st.lists(rows_of, max_size=4))
def test_parts_are_the_rows_they_were_cut_to(lists: list[list[list[Any]]]) -> None:
    whole = as_written([row for rows in lists for row in rows])
    for fields in ((("a", 0), ("b", 2)), (("b", 1),)):
        for part, rows in zip(whole.cut(map(len, lists)), lists, strict=True):
            assert part == rows
            expected = [{key: row[place] for key, place in fields} for row in rows]
            assert part.json(fields).encode() == orjson.dumps(expected)


def test_every_character_is_written_as_in_records() -> None:
    rows = [["a", chr(code), None] for code in range(0x3000) if not 0xD800 <= code < 0xE000]
    shown = projection(Each(At(0), Record((("a", At(1)),)), 3))
    assert written(shown([as_written(rows)])) == written(shown([rows]))
