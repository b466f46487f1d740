"""Everything a store holds, in one comparable value."""

from __future__ import annotations

from typing import Any

from graph.plan import FIELDS, Field, Find, Kind, Link, LinkName, Nested, Relation
from graph.statements import EntityId
from graph.store import Store

ANY = Relation(modalities=())


def every(kind: Kind) -> Find:
    """All rows of a kind with all their fields."""
    return Find(kind, tuple(Field(name) for name in FIELDS[kind]), limit=10_000)


def content(store: Store) -> dict[str, Any]:
    """What `store` gives back as statements and shows to readers, in a fixed order.

    Two stores with equal content cannot be told apart by a reader.
    """
    ids = [
        EntityId(row[0]) for row in store.run(Find(Kind.ENTITY, (Field("id"),), limit=10_000)).rows
    ]
    neighbours = Find(
        Kind.ENTITY,
        (Field("id"), Nested(Link(LinkName.EDGES, ANY), (Field("key"), Field("known")))),
        limit=10_000,
    )
    described = Find(
        Kind.DOCUMENT,
        (Field("id"), Nested(Link(LinkName.MENTIONED), (Field("id"),))),
        limit=10_000,
    )
    return {
        "statements": [store.statements(id_) for id_ in store.documents()],
        "entities": dict(store.entities(ids)),
        "judgements": store.judgements(replaced=True),
        "held": dict(store.held()),
        "neighbours": store.run(neighbours).rows,
        "mentions": store.run(described).rows,
        **{kind.value: store.run(every(kind)).rows for kind in Kind},
    }
