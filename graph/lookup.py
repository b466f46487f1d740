"""What people name on the command line: entities by id or name, documents by id, place or name."""

from __future__ import annotations

from entente.errors import NotFound, UsageError
from graph.plan import AnyOf, Compare, Field, Find, Kind, Operator
from graph.statements import DocumentId, EntityId, Location
from graph.store import Store

SHOWN = 5


def entity_named(store: Store, name: str) -> EntityId:
    """The entity with the id `name`, or the one that readers see under that name.

    Raises `NotFound` if there is none, `UsageError` naming their ids if there are several.
    """
    if store.entities([EntityId(name)]):
        return EntityId(name)
    called = AnyOf(
        (
            Compare("label", Operator.EQ, name),
            Compare("alternative", Operator.CONTAINS, name),
        )
    )
    rows = store.run(Find(Kind.ENTITY, (Field("id"), Field("label")), called, limit=SHOWN)).rows
    if not rows:
        raise NotFound(
            f"no entity has the id or the name {name!r}",
            hint="'entente query' with search(text: …) finds names by their beginning",
        )
    preferred = [id_ for id_, label in rows if label == name]
    if len(rows) > 1 and len(preferred) != 1:
        listed = ", ".join(f"{label} <{id_}>" for id_, label in rows)
        raise UsageError(f"{name!r} is several: {listed}", hint="name one by its id")
    return EntityId(preferred[0] if len(preferred) == 1 else rows[0][0])


def document_named(store: Store, name: str, uri: str) -> DocumentId:
    """The source document with the id `name`, at the location `uri`, or of that file name.

    Raises `NotFound` if there is none, `UsageError` if several have the name.
    """
    held = store.held()
    documents = {at.document for at in held.values()}
    for place in (uri, name):
        if place in held:
            return held[place].document
    if name in documents:
        return DocumentId(name)
    named = sorted({at.document for place, at in held.items() if Location(place).name == name})
    if not named:
        raise NotFound(
            f"no document is at {name!r}, or has that name or id",
            hint="give a location, a document id or a file name",
        )
    if len(named) > 1:
        raise UsageError(
            f"{name!r} is the name of {len(named)} documents: {', '.join(named[:SHOWN])}",
            hint="name one by its whole path, or by its id",
        )
    return named[0]
