"""A store that an older version wrote, brought to today's layout."""

from __future__ import annotations

from graph.neo4j.card import FIELDS, card
from graph.neo4j.connection import Connection, Writing
from graph.neo4j.layout import LAYOUT, STORE
from graph.neo4j.turns import Turns

CHUNK = 5_000
"""Entities at a time."""
_LOCK = f"MATCH {STORE} SET store.revision = store.revision + 1 RETURN store.layout"


def upgrade(connection: Connection) -> None:
    """Bring the store to today's layout, in one transaction, whatever older one it has."""
    Turns(connection).write(_deal)


def _deal(writing: Writing) -> None:
    """Layout 2: entities have cards; 3: with tabs between the values."""
    if writing.rows(_LOCK)[0][0] >= LAYOUT:
        return  # another process was quicker
    ids = [id_ for (id_,) in writing.rows("MATCH (x:Entity) RETURN x.id")]
    shown = ", ".join(f".{name}" for name in FIELDS)
    for start in range(0, len(ids), CHUNK):
        nodes = writing.rows(
            f"UNWIND $ids AS id MATCH (x:Entity {{id: id}}) RETURN x {{{shown}}}",
            ids=ids[start : start + CHUNK],
        )
        writing.each(
            "MATCH (x:Entity {id: row[0]}) SET x.card = row[1]",
            [[node["id"], card(node)] for (node,) in nodes],
        )
    writing.rows(f"MATCH {STORE} SET store.layout = {LAYOUT}")
