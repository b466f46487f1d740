"""Whole plans, and the answer a store gives to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from graph.plan.columns import Column, Field
from graph.plan.conditions import Condition, Order
from graph.plan.fields import Kind
from graph.plan.links import Relation
from graph.plan.values import Value
from graph.plan.written import Fields


@dataclass(frozen=True, slots=True)
class Find:
    """Rows of one kind: filtered, sorted (ties by id), cut to `limit`.

    Without `order` rows come by id, but with a `Match` as `where` or as one
    of the conditions of its `All`, the best match comes first (the first such
    `Match` decides). With names and texts compared as their words joined by
    spaces, that is for entities: the label is the text; another label is the
    text; the label starts with the text; the rest; then the higher degree.
    For evidence the shorter quote; for documents those with every word in the
    title, then the later `from` (undated ones have 0 and come last). Then id.
    `skip` rows are passed over first, for lists that have no order of fields to go on
    by. `total` asks for the number of rows before the cut. `shown` says that nothing
    is made of rows but objects, each with all their columns, and how: a store
    may make them (`graph.plan.written`).
    """

    kind: Kind
    columns: tuple[Column, ...]
    where: Condition | None = None
    order: tuple[Order, ...] = ()
    limit: Value = 100
    total: bool = False
    shown: Fields | None = None
    skip: Value = 0


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

    A row counts once in each group of a `TEXTS` field (in none if it is empty);
    rows without a value of another field are a group, None. Equal counts sort
    by the group's values, None last. Without `by`, one row. A measure passes
    over rows without a value; over none it is None, a sum 0. Averages and sums
    are rounded to six places.
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

    Nodes come as they are found: the starts in the order given (an id merged
    away is its entity's, unknown ones and repetitions are passed over), then
    hop by hop by the highest belief of an edge from the hop before, then by
    id. Edges are those within `relation` (in either direction, but for ends
    merged into one), the most believed first, then by key. Truncated if a
    node within `depth` or an edge was left out. `starts` is one id or a tuple.
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
    """One step of a traversal, taken between `least` and `most` times.

    Steps are walked: they may come back to where they have been. Every entity
    that is stepped on must meet `where`. `least` 0 keeps where it starts.
    """

    relation: Relation
    where: Condition | None = None
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Traverse:
    """The distinct entities at the end of `hops` from `starts`, by id.

    `starts` is one id or a tuple, as in `Expand`; without hops, the starts.
    """

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
    first. `where` restricts the entities between the two ends; each of `via`
    (at most `MOST_VIA`) must be met by one of them. Ids that are merged away
    are their entity's; an unknown one has no path, nor has an entity to itself.
    A path may be truncated only by `limit`.
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
    via: tuple[Condition, ...] = ()


MOST_VIA = 3


@dataclass(frozen=True, slots=True)
class Common:
    """The entities that every one of `ids` is related to, by id.

    Ids merged away are their entity's; an unknown one is related to nothing.
    """

    ids: Value
    relation: Relation
    columns: tuple[Column, ...]
    where: Condition | None = None
    limit: Value = 100


Plan: TypeAlias = Find | Aggregate | Expand | Traverse | Paths | Common


@dataclass(frozen=True, slots=True)
class Result:
    """What a store answers: rows, whether there were more, and how many in all.

    Rows of entities and rows that are `shown`, here and in a `Nested` value, may be `Written`.
    """

    rows: Sequence[list[Any]] = field(default_factory=list)
    truncated: bool = False
    total: int | None = None
