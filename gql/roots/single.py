"""Single rows by id."""

from __future__ import annotations

from gql.roots.read import Read
from gql.selection.columns import Columns
from gql.selection.compiler import Shown
from gql.types.node import TYPENAME
from graph.plan import Find, Kind
from graph.plan.filters import one_of
from graph.plan.operations import find_one

HASHED = (Kind.FACT, Kind.EVIDENCE, Kind.DOCUMENT)
"""The kinds whose ids are hashes. Those of entities are IRIs, which have a colon."""


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


def node(read: Read) -> Shown | None:
    """Whatever has an id; None if nothing has."""
    return _nodes(read, [read.arguments["id"]])[0]


def nodes(read: Read) -> list[Shown | None]:
    """Whatever has each of some ids, in their order."""
    return _nodes(read, read.arguments["ids"])


def _nodes(read: Read, ids: list[str]) -> list[Shown | None]:
    found: dict[str, Shown] = {}
    kinds: list[Columns] = []  # kept, since the compiler tells columns apart by identity
    iris = [id_ for id_ in ids if ":" in id_]
    hashes = [id_ for id_ in ids if ":" not in id_]
    with read.context.store.reading():
        if iris:
            found |= _by_id(read, Kind.ENTITY, iris, kinds)
        for kind in HASHED:
            hashes = [id_ for id_ in hashes if id_ not in found]
            if hashes:
                found |= _by_id(read, kind, hashes, kinds)
    return [found.get(id_) for id_ in ids]


def _by_id(read: Read, kind: Kind, ids: list[str], kinds: list[Columns]) -> dict[str, Shown]:
    columns = Columns()
    kinds.append(columns)
    id_ = columns.field("id")
    show = read.compiler.rows(columns, kind, read.nodes)
    wanted = sorted(set(ids))
    where = one_of(read.compiler.values, "id", wanted)
    limit = read.compiler.values.bind(len(wanted))
    plan = Find(kind, columns.taken(), where, limit=limit)
    rows = read.run(plan, len(wanted) * (1 + columns.cost)).rows
    return {id_(row): {TYPENAME: kind.capitalize(), **show(row)} for row in rows}
