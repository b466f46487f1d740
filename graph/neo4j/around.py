"""What the database tells of who may be one with whom, for `graph.likeness`.

`(:Entity)-[:KNOWN_AS {full, types}]->(:Form)`, whose id is the name that
provisional entities are compared by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.likeness import Form, Neighbours
from graph.neo4j.connection import Writing
from graph.statements import EntityId, Judgement


class Around(Neighbours):
    """The forms and groups of entities, within one transaction.

    `stands` tells who stood for whom before the change. `fresh` entities count as stored,
    though they are written later.
    """

    def __init__(
        self,
        writing: Writing,
        judgements: Iterable[Judgement],
        stands: Mapping[str, str],
        fresh: Collection[str],
    ) -> None:
        self._writing = writing
        self._fresh = fresh
        self._judgements = list(judgements)
        self.stands = stands
        self._waiting: dict[str, dict[EntityId, Form]] = defaultdict(dict)
        """The forms of fresh entities, by key."""
        self._groups: dict[str, set[str]] = defaultdict(set)
        for id_, canonical in stands.items():
            self._groups[canonical].update((id_, canonical))

    def reform(
        self,
        before: Mapping[str, set[Form]],
        now: Mapping[str, frozenset[Form]],
        gone: Mapping[str, set[str]],
    ) -> set[str]:
        """Give entities the forms `now` instead of those `before`; `gone` are the keys of
        those deleted. Those of fresh entities are written by `write`.

        Returns who may stand elsewhere by it: all who share a changed form.
        """
        lost = sorted((f.key, e) for e, held in before.items() for f in held - now[e])
        new = sorted((f, e) for e, held in now.items() for f in held - before[e])
        self._writing.each(
            "MATCH (:Form {id: row[0]})<-[k:KNOWN_AS]-(:Entity {id: row[1]}) DELETE k",
            [list(row) for row in lost],
        )
        self._know((form, entity) for form, entity in new if entity not in self._fresh)
        for form, entity in new:
            if entity in self._fresh:
                self._waiting[form.key][EntityId(entity)] = form
        left = {key for key, _ in lost}.union(*gone.values())
        self._writing.each("MATCH (f:Form {id: row}) WHERE NOT (f)--() DELETE f", sorted(left))
        changed = left | {form.key for form, _ in new}
        if not changed:
            return set()
        sharing: dict[str, set[str]] = {
            key: {*self._waiting[key]} for key in changed if key in self._waiting
        }
        for key, ids in self._writing.rows(
            "UNWIND $keys AS key MATCH (f:Form {id: key})<-[:KNOWN_AS]-(x)"
            " RETURN key, collect(x.id)",
            keys=sorted(changed),
        ):
            sharing.setdefault(key, set()).update(ids)
        return {id_ for ids in sharing.values() if len(ids) > 1 for id_ in ids}

    def _know(self, forms: Iterable[tuple[Form, str]]) -> None:
        self._writing.each(
            "MATCH (x:Entity {id: row[0]}) MERGE (f:Form {id: row[1]})"
            " ON CREATE SET f.name = row[1]"
            " CREATE (x)-[:KNOWN_AS {full: row[2], types: row[3]}]->(f)",
            [[entity, form.key, form.full, list(form.types)] for form, entity in forms],
        )

    def write(self) -> None:
        """Write the forms of new entities, which are there by now."""
        self._know((form, id_) for held in self._waiting.values() for id_, form in held.items())
        self._waiting.clear()

    def in_groups(self, ids: Collection[str]) -> set[str]:
        """Those of `ids` who are judged, stand for others, or are stood for."""
        ends = {str(end) for j in self._judgements for end in (j.left, j.right)}
        return {id_ for id_ in ids if id_ in ends or id_ in self.stands or id_ in self._groups}

    def judgements(self) -> Iterable[Judgement]:
        return self._judgements

    def known(self, ids: Collection[EntityId]) -> Mapping[str, Mapping[EntityId, Form]]:
        wanted = set(ids)
        waiting = {key for key, held in self._waiting.items() if not wanted.isdisjoint(held)}
        found: dict[str, dict[EntityId, Form]] = {key: {} for key in waiting}
        for key, id_, full, types in self._writing.rows(
            "CALL () { UNWIND $ids AS id MATCH (:Entity {id: id})-[:KNOWN_AS]->(f) RETURN f"
            " UNION UNWIND $keys AS key MATCH (f:Form {id: key}) RETURN f }"
            " MATCH (f)<-[k:KNOWN_AS]-(x) RETURN f.id, x.id, k.full, k.types",
            ids=sorted(ids),
            keys=sorted(waiting),
        ):
            found.setdefault(key, {})[EntityId(id_)] = Form(key, full, tuple(types))
        for key, members in found.items():
            members.update(self._waiting.get(key, {}))
        return found

    def stood(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        together = (self._groups.get(self.stands.get(id_, id_), ()) for id_ in ids)
        return {EntityId(id_) for group in together for id_ in group}

    def stored(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        rows = self._writing.rows(
            "UNWIND $ids AS id MATCH (x:Entity {id: id}) RETURN x.id", ids=sorted(ids)
        )
        return {EntityId(id_) for (id_,) in rows} | {id_ for id_ in ids if id_ in self._fresh}
