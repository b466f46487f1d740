"""Entities' rows, kept in step: whether they are there, what they are, who stands for whom."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from graph.likeness import Form, forms, standing
from graph.merged import classes, describe, view
from graph.rulings import Rulings
from graph.sqlite.around import Around
from graph.sqlite.codes import ASSERTED, entity, keys, packed
from graph.sqlite.derivation import chunks
from graph.statements import Entity, EntityId, Judgement, Origin
from graph.statements.entity import PROVISIONAL
from graph.statements.words import folded
from graph.store import Schema

COLUMNS = (
    "label",
    "origin",
    "mentions",
    "folded",
    "names",
    "types",
    "classes",
    "alternative",
    "hidden",
    "merged",
    "properties",
)
"""The columns of `entity` that are derived here, in the order of `_Row`."""


class _Row(NamedTuple):
    label: str
    origin: str
    mentions: int
    folded: str
    names: str
    types: str
    classes: str
    alternative: str
    hidden: str
    merged: str
    properties: str


class Described(NamedTuple):
    """An entity as it is stored, not merged, and how often and how documents mention it."""

    entity: Entity
    mentions: int
    names: tuple[str, ...]


class Identities:
    """Derives entities' rows within one transaction (or reads what they would be)."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        schema: Schema,
        judgements: Iterable[Judgement],
        rulings: Rulings,
    ) -> None:
        self._connection = connection
        self._schema = schema
        self._superclasses = schema.superclasses
        self._judgements = list(judgements)
        self._rulings = rulings

    def update(self, touched: Iterable[int], mentioned: set[int], *, judged: set[EntityId]) -> None:
        """Bring the entities of keys `touched` and `mentioned` up to date; delete those
        nothing refers to.

        `judged` are those on whom judgements changed, so that merges may have.
        """
        stale = set(touched)
        stale |= mentioned - self._recount(mentioned - stale)
        gone = self._forget(stale)
        # Who stood for one that is gone is seen without its names.
        stale = (stale | set(gone.values())) - gone.keys()
        stale |= self._merge(stale, judged, gone.keys())
        for chunk in chunks(stale):
            self._write(chunk)

    def described(self, wanted: list[int]) -> dict[int, Described]:
        """The entities of keys `wanted`, as described and mentioned."""
        names: dict[int, list[tuple[str, int]]] = defaultdict(list)
        mentions: dict[int, int] = defaultdict(int)
        for key, name, count in self._connection.execute(
            "SELECT entity, name, count FROM mention_name"
            " WHERE entity IN (SELECT value FROM json_each(?))",
            (keys(wanted),),
        ):
            names[key].append((name, count))
            mentions[key] += count
        descriptions: dict[int, list[Entity]] = defaultdict(list)
        for key, *columns in self._connection.execute(
            "SELECT e.key, e.id, d.types, d.label, d.alternative, d.hidden, d.origin,"
            " d.properties FROM description d CROSS JOIN entity e ON e.key = d.entity"
            " WHERE d.entity IN (SELECT value FROM json_each(?))",
            (keys(wanted),),
        ):
            descriptions[key].append(entity(*columns))
        return {
            key: Described(
                self._rulings.corrected(describe(EntityId(id_), descriptions[key], names[key])),
                mentions[key],
                tuple(name for name, _ in names[key]),
            )
            for key, id_ in self._connection.execute(
                "SELECT key, id FROM entity WHERE key IN (SELECT value FROM json_each(?))",
                (keys(wanted),),
            )
        }

    def _recount(self, mentioned: set[int]) -> set[int]:
        """Count the mentions of those of whom nothing else can have changed: reference
        entities, whose labels are the ontology's, that stand for nobody but themselves."""
        plain = {
            key
            for (key,) in self._connection.execute(
                "SELECT key FROM entity WHERE key IN (SELECT value FROM json_each(?))"
                " AND canonical = key AND merged = '[]' AND EXISTS (SELECT 1 FROM description d"
                " WHERE d.entity = entity.key AND d.origin = ?)",
                (keys(mentioned), Origin.REFERENCE),
            )
        }
        self._connection.execute(
            "UPDATE entity SET mentions ="
            " (SELECT coalesce(sum(count), 0) FROM mention_name n WHERE n.entity = entity.key)"
            " WHERE key IN (SELECT value FROM json_each(?))",
            (keys(plain),),
        )
        return plain

    def _forget(self, touched: set[int]) -> dict[int, int]:
        """Delete those that nothing refers to; by key: who stood for them."""
        gone: dict[int, int] = dict(
            self._connection.execute(
                "SELECT e.key, e.canonical FROM json_each(?) CROSS JOIN entity e"
                " ON e.key = value"
                " WHERE NOT EXISTS (SELECT 1 FROM description WHERE entity = value)"
                " AND NOT EXISTS (SELECT 1 FROM mention_name WHERE entity = value)"
                " AND NOT EXISTS (SELECT 1 FROM fact WHERE extracted_subject = value)"
                " AND NOT EXISTS (SELECT 1 FROM fact WHERE extracted_object = value)"
                " AND NOT EXISTS (SELECT 1 FROM speaker WHERE entity = value)"
                " AND NOT EXISTS (SELECT 1 FROM qualifier WHERE entity = value)",
                (keys(touched),),
            ).fetchall()
        )
        if gone:
            listed = (keys(gone),)
            self._connection.execute(
                "INSERT INTO entity_words (entity_words, rowid, names) SELECT 'delete', key, names"
                " FROM entity WHERE key IN (SELECT value FROM json_each(?)) AND names <> ''",
                listed,
            )
            among = "IN (SELECT value FROM json_each(?))"
            self._connection.execute(f"DELETE FROM entity_class WHERE entity {among}", listed)
            self._connection.execute(f"DELETE FROM entity WHERE key {among}", listed)
        return gone

    def _merge(self, stale: set[int], judged: set[EntityId], gone: Collection[int]) -> set[int]:
        """Let judgements and likeness decide who stands for whom; who else changed by it."""
        around = Around(self._connection, self._judgements)
        start = judged | around.reform(self._forms(stale), gone) | around.left_by(gone)
        start |= around.in_groups(stale)
        if not start:
            return set()
        seen, stands = standing(start, around, self._superclasses)
        rows = self._connection.execute(
            "SELECT key, id, canonical FROM entity WHERE id IN (SELECT value FROM json_each(?))",
            (packed(sorted(seen)),),
        ).fetchall()
        known = {EntityId(id_): key for key, id_, _ in rows}
        moved = {
            key: (old, known[stands.get(id_, id_)])
            for key, id_, old in rows
            if known[stands.get(id_, id_)] != old
        }
        # A merged entity that changed shows in the one that stands for it.
        affected = {
            known[stands[id_]] for id_, key in known.items() if key in stale and id_ in stands
        }
        if moved:
            affected |= self._move(moved)
        return affected

    def _forms(self, wanted: set[int]) -> dict[int, frozenset[Form]]:
        """The forms of the provisional entities among `wanted`."""
        provisional = [
            key
            for (key,) in self._connection.execute(
                "SELECT key FROM entity WHERE key IN (SELECT value FROM json_each(?))"
                " AND substr(id, 1, ?) = ?",
                (keys(wanted), len(PROVISIONAL), PROVISIONAL),
            )
        ]
        plain = Identities(self._connection, self._schema, (), Rulings())
        found = {}
        for chunk in chunks(provisional):
            for key, seen in plain.described(chunk).items():
                affixes, superclasses = self._schema.affixes, self._superclasses
                found[key] = forms(seen.entity, seen.names, affixes, superclasses)
        return found

    def _move(self, moved: dict[int, tuple[int, int]]) -> set[int]:
        run = self._connection.executemany
        pairs = [(new, key) for key, (_, new) in moved.items()]
        run("UPDATE entity SET canonical = ? WHERE key = ?", pairs)
        for end in ("subject", "object"):
            run(f"UPDATE fact SET {end} = ? WHERE extracted_{end} = ?", pairs)
            run(
                f"UPDATE edge SET {end} = ? WHERE fact IN"
                f" (SELECT key FROM fact WHERE extracted_{end} = ?)",
                pairs,
            )
        affected = {key for key, ends in moved.items() for key in (key, *ends)}
        here = keys(affected)
        affected = {
            key
            for (key,) in self._connection.execute(
                "SELECT key FROM entity WHERE key IN (SELECT value FROM json_each(?))", (here,)
            )
        }
        run(
            "UPDATE entity SET degree = (SELECT count(*) FROM edge WHERE modality = ?1"
            " AND (subject = ?2 OR object = ?2)) WHERE key = ?2",
            [(ASSERTED, key) for key in affected],
        )
        return affected

    def _write(self, chunk: list[int]) -> None:
        groups: dict[int, list[int]] = defaultdict(list)
        for canonical, member in self._connection.execute(
            "SELECT canonical, key FROM entity WHERE canonical IN (SELECT value FROM json_each(?))"
            " ORDER BY canonical, id",
            (keys(chunk),),
        ):
            groups[canonical].append(member)
        described = self.described(sorted({*chunk, *(m for g in groups.values() for m in g)}))
        old = {
            key: _Row(*rest)
            for key, *rest in self._connection.execute(
                f"SELECT key, {', '.join(COLUMNS)}"
                " FROM entity WHERE key IN (SELECT value FROM json_each(?))",
                (keys(chunk),),
            )
        }
        new = {key: self._row(key, groups.get(key, []), described) for key in old}
        self._write_rows(old, new)

    def _row(self, key: int, group: list[int], described: dict[int, Described]) -> _Row:
        if not group:  # merged away: nobody sees it, nothing finds it
            own = described[key].entity
            return _Row(own.label, own.origin, 0, "", "", "[]", "[]", "[]", "[]", "[]", "{}")
        others = [member for member in group if member != key]
        seen = view([described[key].entity, *(described[m].entity for m in others)])
        names = [folded(name) for name in seen.labels]
        return _Row(
            seen.label,
            seen.origin,
            sum(described[m].mentions for m in group),
            names[0],
            "\n".join(("", *names, "")),
            packed(seen.types),
            packed(classes(seen.types, self._superclasses)),
            packed(seen.alternative),
            packed(seen.hidden),
            packed([described[m].entity.id for m in others]),
            packed(dict(seen.properties)),
        )

    def _write_rows(self, old: dict[int, _Row], new: dict[int, _Row]) -> None:
        changed = [key for key in old if old[key] != new[key]]
        write = self._connection.executemany
        renamed = [key for key in changed if old[key].names != new[key].names]
        write(
            "INSERT INTO entity_words (entity_words, rowid, names) VALUES ('delete', ?, ?)",
            [(key, old[key].names) for key in renamed if old[key].names],
        )
        write(
            "INSERT INTO entity_words (rowid, names) VALUES (?, ?)",
            [(key, new[key].names) for key in renamed if new[key].names],
        )
        reclassed = [key for key in changed if old[key].classes != new[key].classes]
        write("DELETE FROM entity_class WHERE entity = ?", [(key,) for key in reclassed])
        write(
            "INSERT INTO entity_class SELECT value, ?1 FROM json_each(?2)",
            [(key, new[key].classes) for key in reclassed],
        )
        write(
            f"UPDATE entity SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE key = ?",
            [(*new[key], key) for key in changed],
        )
