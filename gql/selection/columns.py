"""The columns that a selection needs of each row, each asked for once."""

from __future__ import annotations

from collections.abc import Hashable

from gql.selection.given import Arguments
from gql.selection.shape import At, Shape
from graph.plan import Column, Field


class Columns:
    """Columns as they are met, with how many rows they can bring along.

    `shapes` are those of fields that were compiled to these columns. `asked` are the arguments
    that facts or edges are listed under: what supports them is read under the same.
    """

    def __init__(self, asked: Arguments | None = None) -> None:
        self.asked = asked
        self.shapes: dict[Hashable, Shape] = {}
        self._slots: dict[Column, int] = {}
        self.cost = 0

    def add(self, column: Column) -> int:
        """Where `column` stands in a row; equal columns stand in one place."""
        return self._slots.setdefault(column, len(self._slots))

    def field(self, name: str) -> At:
        """Where the value of the field `name` of a row stands."""
        return At(self.add(Field(name)))

    def taken(self) -> tuple[Column, ...]:
        """All columns, in the order of a row."""
        return tuple(self._slots)
