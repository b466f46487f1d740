"""Shapes: how the values that a store answered are shown, under the keys of a selection.

A shape is a value that says what to make of a row, so that an answer can be
shown by `show` for graphql-core to go on with, or by a function made for it
(gql.compiled).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from gql.types.node import TYPENAME
from graph.plan import Fields

Row: TypeAlias = Sequence[Any]


@dataclass(frozen=True, slots=True)
class At:
    """The value at a place of the row: `At(3)`, or deeper in it: `At(3, 0)`."""

    path: tuple[int, ...]

    def __init__(self, *path: int) -> None:
        object.__setattr__(self, "path", path)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same value for every row."""

    value: Any


@dataclass(frozen=True, slots=True)
class Made:
    """What `function` makes of the values of `sources`."""

    function: Callable[..., Any]
    sources: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """An object: shapes of the row under response keys."""

    fields: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """An object of one of several types, with what is shown of each; its type is what `name`
    makes of the value of `source`. Types that are not in `shapes` are shown by `otherwise`."""

    name: Callable[[Any], str]
    source: Shape
    shapes: Mapping[str, Record]
    otherwise: Record


@dataclass(frozen=True, slots=True)
class One:
    """`shape` of the row that `source` is; null if that is None."""

    source: Shape
    shape: Shape


@dataclass(frozen=True, slots=True)
class First:
    """`shape` of the first of the rows that `source` is; null if there is none."""

    source: Shape
    shape: Shape


@dataclass(frozen=True, slots=True)
class Each:
    """`shape` of each of the rows that `source` is. `width` is the number of values in such a
    row, where it is known."""

    source: Shape
    shape: Shape
    width: int | None = None


Shape: TypeAlias = At | Fixed | Made | Record | Typed | One | First | Each


def placed(shape: Shape) -> Fields | None:
    """Where the values of an object stand in its row, if all of them are shown as they stand."""
    if not isinstance(shape, Record):
        return None
    found = [(key, each.path) for key, each in shape.fields if isinstance(each, At)]
    if len(found) < max(1, len(shape.fields)) or any(len(path) != 1 for _, path in found):
        return None
    return tuple((key, path[0]) for key, path in found)


def show(shape: Shape, row: Row) -> Any:
    """What `shape` makes of `row`, every object of several types with its type."""
    match shape:
        case At(path):
            value: Any = row
            for place in path:
                value = value[place]
            return value
        case Fixed(value):
            return value
        case Made(function, sources):
            return function(*(show(source, row) for source in sources))
        case Record(fields):
            return {key: show(inner, row) for key, inner in fields}
        case Typed(name, source, shapes, otherwise):
            type_name = name(show(source, row))
            record = shapes.get(type_name, otherwise)
            return {**show(record, row), TYPENAME: type_name}
        case One(source, inner):
            found = show(source, row)
            return None if found is None else show(inner, found)
        case First(source, inner):
            rows = show(source, row)
            return show(inner, rows[0]) if rows else None
        case Each(source, inner):
            return [show(inner, found) for found in show(source, row)]
