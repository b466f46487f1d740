"""Columns: what a plan returns of each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from graph.plan.conditions import Condition, Order
from graph.plan.links import Link
from graph.plan.values import Value
from graph.plan.written import Fields


@dataclass(frozen=True, slots=True)
class Field:
    """The value of a field (None where the row has none)."""

    name: str


@dataclass(frozen=True, slots=True)
class Nested:
    """The rows that a link leads to: `[rows, more]`.

    At most `limit` rows in `order` (ties and the default by id); `more` says
    whether there were others. `shown` as in `Find`.
    """

    link: Link
    columns: tuple[Column, ...]
    where: Condition | None = None
    order: tuple[Order, ...] = ()
    limit: Value = 100
    shown: Fields | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a link leads to."""

    link: Link
    where: Condition | None = None


Column: TypeAlias = Field | Nested | Count
