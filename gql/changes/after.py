"""Rows that are read once a change is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from gql.roots import Read, Run
from gql.selection.columns import Columns
from gql.selection.fields import Selected
from gql.selection.shape import At, First, Shape
from graph.plan import Kind, Later, Plan
from graph.plan.operations import find_one


@dataclass(slots=True)
class After:
    """Single rows whose ids the change tells. They stand in a row after its own `width` values."""

    read: Read
    width: int
    _plans: list[tuple[Plan, Callable[[], str | None]]] = field(default_factory=list)
    _ids: dict[Kind, str | None] = field(default_factory=dict)

    def one(self, kind: Kind) -> Callable[[Selected], Shape]:
        """The row of `kind` whose id `rows` is given."""

        def compiled(part: Selected) -> Shape:
            columns = Columns()
            shape = self.read.compiler.rows(columns, kind, part.nodes)
            later = Later(lambda _: self._ids[kind])
            plan = find_one(kind, self.read.values, later, columns.taken())
            self.read.limits.check_rows(1 + columns.cost)
            self._plans.append((plan, lambda: self._ids[kind]))
            return First(At(self.width + len(self._plans) - 1), shape)

        return compiled

    def rows(self, run: Run, ids: dict[Kind, str | None]) -> list[Any]:
        """What is stored now of these."""
        self._ids.update(ids)
        return [
            run.result(plan, self.read.values).rows if id_() is not None else []
            for plan, id_ in self._plans
        ]
