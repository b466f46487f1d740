"""The columns that a selection needs of each row, each asked for once."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeAlias

from graph.plan import Column, Field

Row: TypeAlias = list[Any]
Getter: TypeAlias = Callable[[Row], Any]


class Columns:
    """Columns as they are met, with how many rows they can bring along."""

    def __init__(self) -> None:
        self._slots: dict[Column, int] = {}
        self.cost = 0

    def add(self, column: Column) -> int:
        """Where `column` stands in a row; equal columns stand in one place."""
        return self._slots.setdefault(column, len(self._slots))

    def field(self, name: str) -> Getter:
        """The value of the field `name` of a row."""
        return itemgetter(self.add(Field(name)))

    def taken(self) -> tuple[Column, ...]:
        """All columns, in the order of a row."""
        return tuple(self._slots)
