"""Single rows by id."""

from __future__ import annotations

from gql.roots.read import Read
from gql.selection.columns import Columns
from gql.selection.compiler import Shown
from graph.plan import Kind
from graph.plan.operations import find_one


def _single(read: Read, kind: Kind) -> Shown | None:
    columns = Columns()
    show = read.compiler.rows(columns, kind, read.nodes)
    plan = find_one(kind, read.compiler.values, read.arguments["id"], columns.taken())
    rows = read.run(plan, 1 + columns.cost).rows
    return show(rows[0]) if rows else None


def entity(read: Read) -> Shown | None:
    """The entity with an IRI; None if there is none."""
    return _single(read, Kind.ENTITY)


def fact(read: Read) -> Shown | None:
    """The fact with an id; None if there is none."""
    return _single(read, Kind.FACT)


def evidence(read: Read) -> Shown | None:
    """The evidence with an id; None if there is none."""
    return _single(read, Kind.EVIDENCE)


def document(read: Read) -> Shown | None:
    """The document with an id; None if there is none."""
    return _single(read, Kind.DOCUMENT)
