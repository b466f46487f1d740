"""Single rows by id."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from gql.roots.known import NAMED
from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.graph import FOUND, among_found
from gql.selection.shape import At, Each, First, One, Record, Row, Shape, Typed
from graph.plan import Bind, Field, Find, Kind
from graph.plan.operations import find_one

HASHED = (Kind.FACT, Kind.EVIDENCE, Kind.DOCUMENT)
"""The kinds whose ids are hashes. Those of entities are IRIs, which have a colon."""


def _single(read: Read, kind: Kind) -> Asked:
    columns = Columns()
    shape = read.compiler.rows(columns, kind, read.nodes)
    plan = find_one(kind, read.values, read.arguments.later("id"), columns.taken())
    return read.asks(plan, 1 + columns.cost, First(At(0), shape))


def entity(read: Read) -> Asked:
    """The entity with an IRI; null if there is none."""
    return _single(read, Kind.ENTITY)


def fact(read: Read) -> Asked:
    """The fact with an id; null if there is none."""
    return _single(read, Kind.FACT)


def evidence(read: Read) -> Asked:
    """The evidence with an id; null if there is none."""
    return _single(read, Kind.EVIDENCE)


def document(read: Read) -> Asked:
    """The document with an id; null if there is none."""
    return _single(read, Kind.DOCUMENT)


def node(read: Read) -> Asked:
    """Whatever has an id; null if nothing has."""
    id_ = read.arguments.later("id")
    return _nodes(read, 1, lambda run: [run.value(id_)], lambda shape: First(At(), shape))


def nodes(read: Read) -> Asked:
    """Whatever has each of some ids, in their order."""
    ids = read.arguments.later("ids")
    size = read.arguments.facet("ids", len)
    return _nodes(read, size, lambda run: run.value(ids), lambda shape: Each(At(), shape))


def _nodes(
    read: Read, size: int, ids: Callable[[Run], list[str]], listed: Callable[[Shape], Shape]
) -> Asked:
    finds: dict[Kind, tuple[int, Find]] = {}
    shapes: dict[Kind, Shape] = {}
    types = merged = cost = 0
    for kind in Kind.ENTITY, *HASHED:
        columns = Columns()
        place = columns.add(Field("id"))
        if kind is Kind.ENTITY:
            types, merged = columns.add(Field("types")), columns.add(Field("merged"))
        shapes[kind] = read.compiler.rows(columns, kind, read.nodes)
        where = NAMED if kind is Kind.ENTITY else among_found()
        finds[kind] = place, Find(kind, columns.taken(), where, limit=Bind("most"))
        cost += size * (1 + columns.cost)
    read.weigh(cost)
    values, object_type = read.values, read.compiler.vocabulary.object_type

    def found(run: Run, kind: Kind, wanted: list[str]) -> dict[str, Row]:
        place, plan = finds[kind]
        if not wanted:
            return {}
        given = {FOUND.name: wanted, "most": len(wanted)}
        rows: dict[str, Row] = {}
        for row in run.result(plan, values, **given).rows:
            of_entity = kind is Kind.ENTITY
            # A row ends with the name of its type, which tells how it is shown.
            shown = (*row, object_type(row[types]) if of_entity else kind.capitalize())
            for id_ in (row[place], *(row[merged] if of_entity else ())):
                rows[id_] = shown
        return rows

    def fetch(run: Run) -> Row:
        wanted = ids(run)
        left = {id_ for id_ in wanted if ":" not in id_}
        with run.store.reading():
            rows = found(run, Kind.ENTITY, sorted(set(wanted) - left))
            for kind in HASHED:
                rows |= found(run, kind, sorted(left - rows.keys()))
        return [rows.get(id_) for id_ in wanted]

    return Asked(fetch, listed(One(At(), _of_any_type(shapes))))


def _of_any_type(shapes: dict[Kind, Shape]) -> Shape:
    """Rows that end with the name of their type, each in the shape of its own."""
    entity_shape = shapes[Kind.ENTITY]
    own = entity_shape.shapes if isinstance(entity_shape, Typed) else {}
    otherwise = entity_shape.otherwise if isinstance(entity_shape, Typed) else entity_shape
    hashed = {kind.capitalize(): _record(shapes[kind]) for kind in HASHED}
    return Typed(_last, At(), {**own, **hashed}, _record(otherwise))


_last: Callable[[Any], str] = itemgetter(-1)


def _record(shape: Shape) -> Record:
    if not isinstance(shape, Record):
        raise TypeError(f"no record: {shape}")
    return shape
