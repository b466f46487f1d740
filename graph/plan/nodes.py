"""Whole plans, and the answer a store gives to one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from graph.plan.columns import Column, Field
from graph.plan.conditions import Condition, Order
from graph.plan.fields import Kind
from graph.plan.links import Relation
from graph.plan.values import Value


@dataclass(frozen=True, slots=True)
class Find:
    """Rows of one kind: filtered, sorted (ties by id), cut to `limit`.

    With a `Match` in `where` and no `order`, the best match comes first.
    `total` asks for the number of rows before the cut.
    """

    kind: Kind
    columns: tuple[Column, ...]
    where: Condition | None = None
    order: tuple[Order, ...] = ()
    limit: Value = 100
    total: bool = False


class MeasureName(StrEnum):
    """What an aggregate measures of each group."""

    COUNT = "count"
    MIN = "min"
    MAX = "max"
    AVERAGE = "average"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a field; `COUNT` counts rows and has none."""

    name: MeasureName
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Aggregate:
    """Rows grouped by fields: `[*group values, *measures]`, the largest count first.

    A row counts once in each group of a `TEXTS` field. Without `by`, one row.
    """

    kind: Kind
    by: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = (Measure(MeasureName.COUNT),)
    where: Condition | None = None
    limit: Value = 100


@dataclass(frozen=True, slots=True)
class Expand:
    """The neighbourhood of `starts` up to `depth` hops: `[[nodes, edges]]`.

    Breadth first, each hop by belief; at most `limit` nodes (the starts
    among them) and `edge_limit` edges, all edges between returned nodes.
    """

    starts: Value
    relation: Relation
    depth: int
    columns: tuple[Column, ...]
    edges: tuple[Field, ...]
    where: Condition | None = None
    """Which entities may be reached (the starts always are)."""
    limit: Value = 200
    edge_limit: Value = 1000


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a traversal, taken between `least` and `most` times."""

    relation: Relation
    where: Condition | None = None
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Traverse:
    """The distinct entities at the end of `hops` from `starts`, by id."""

    starts: Value
    hops: tuple[Hop, ...]
    columns: tuple[Column, ...]
    limit: Value = 100


@dataclass(frozen=True, slots=True)
class Paths:
    """Up to `limit` paths of at most `max_hops`, the shortest first.

    Each row is `[nodes, edges]`: entity rows in `columns` order from source
    to target, and edge rows in `edges` order between them, one edge a hop
    (the most believed, then by key). No entity repeats in a path and no
    sequence of entities repeats in the answer; equally short paths sort by
    their sequence of ids. With `shortest_only`, all have the length of the
    first. `where` restricts the entities between the two ends.
    """

    source: Value
    target: Value
    relation: Relation
    max_hops: int
    columns: tuple[Column, ...]
    edges: tuple[Field, ...]
    where: Condition | None = None
    limit: Value = 10
    shortest_only: bool = False


@dataclass(frozen=True, slots=True)
class Common:
    """The entities that every one of `ids` is related to, by id."""

    ids: Value
    relation: Relation
    columns: tuple[Column, ...]
    where: Condition | None = None
    limit: Value = 100


Plan: TypeAlias = Find | Aggregate | Expand | Traverse | Paths | Common


@dataclass(frozen=True, slots=True)
class Result:
    """What a store answers: rows, whether there were more, and how many in all."""

    rows: list[list[Any]] = field(default_factory=list)
    truncated: bool = False
    total: int | None = None
