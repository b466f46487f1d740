"""What rows tell of who may be one with whom, for `graph.likeness`."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.likeness import Form, Neighbours
from graph.sqlite.codes import keys, packed, texts
from graph.statements import EntityId, Judgement

AMONG = "IN (SELECT value FROM json_each(?))"


class Around(Neighbours):
    """The forms and groups of entities, within one transaction."""

    def __init__(self, connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> None:
        self._run = connection.execute
        self._run_each = connection.executemany
        self._judgements = list(judgements)

    def reform(self, now: Mapping[int, frozenset[Form]], gone: Collection[int]) -> set[EntityId]:
        """Give the entities of keys `now` their forms, and those `gone` none.

        Returns who may stand elsewhere by it: all who share a changed form.
        """
        before: dict[int, set[Form]] = defaultdict(set)
        for key, entity, full, types in self._run(
            f"SELECT key, entity, full, types FROM form WHERE entity {AMONG}",
            (keys({*now, *gone}),),
        ):
            before[entity].add(Form(key, full, texts(types)))
        lost = {(f.key, e) for e, held in before.items() for f in held - now.get(e, frozenset())}
        new = {(f, e) for e, held in now.items() for f in held - before[e]}
        self._run_each("DELETE FROM form WHERE key = ? AND entity = ?", sorted(lost))
        self._run_each(
            "INSERT INTO form VALUES (?, ?, ?, ?)",
            [(f.key, entity, f.full, packed(f.types)) for f, entity in sorted(new)],
        )
        changed = {key for key, _ in lost} | {form.key for form, _ in new}
        rows = self._run(
            "SELECT e.id FROM form f CROSS JOIN entity e ON e.key = f.entity"
            f" WHERE f.key {AMONG} AND f.key IN (SELECT key FROM form"
            f" WHERE key {AMONG} GROUP BY key HAVING count(*) > 1)",
            (packed(sorted(changed)), packed(sorted(changed))),
        )
        return {EntityId(id_) for (id_,) in rows}

    def left_by(self, gone: Collection[int]) -> set[EntityId]:
        """Those for whom one of the keys `gone` stood."""
        rows = self._run(f"SELECT id FROM entity WHERE canonical {AMONG}", (keys(gone),))
        return {EntityId(id_) for (id_,) in rows}

    def in_groups(self, stale: Collection[int]) -> set[EntityId]:
        """Those of the keys `stale` who are judged, stand for others, or are stood for."""
        ends = {end for j in self._judgements for end in (j.left, j.right)}
        rows = self._run(
            f"SELECT id FROM entity WHERE key {AMONG} AND (canonical <> key OR merged <> '[]'"
            f" OR id {AMONG})",
            (keys(stale), packed(sorted(ends))),
        )
        return {EntityId(id_) for (id_,) in rows}

    def judgements(self) -> Iterable[Judgement]:
        return self._judgements

    def known(self, ids: Collection[EntityId]) -> Mapping[str, Mapping[EntityId, Form]]:
        found: dict[str, dict[EntityId, Form]] = defaultdict(dict)
        for key, id_, full, types in self._run(
            "SELECT f.key, e.id, f.full, f.types FROM form f CROSS JOIN entity e"
            " ON e.key = f.entity WHERE f.key IN (SELECT own.key FROM entity x CROSS JOIN form own"
            f" ON own.entity = x.key WHERE x.id {AMONG})",
            (packed(sorted(ids)),),
        ):
            found[key][EntityId(id_)] = Form(key, full, texts(types))
        return found

    def stood(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        rows = self._run(
            "SELECT id FROM entity WHERE canonical IN"
            f" (SELECT canonical FROM entity WHERE id {AMONG})",
            (packed(sorted(ids)),),
        )
        return {EntityId(id_) for (id_,) in rows}

    def stored(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        rows = self._run(f"SELECT id FROM entity WHERE id {AMONG}", (packed(sorted(ids)),))
        return {EntityId(id_) for (id_,) in rows}
