"""Single rows by id."""

from __future__ import annotations

from gql.roots.read import Asked, Read
from gql.selection.columns import Columns
from gql.selection.shape import At, First
from graph.plan import Kind
from graph.plan.operations import find_one


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
