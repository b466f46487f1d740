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

    `stands` tells who stood for whom before the change.
    """

    def __init__(
        self, writing: Writing, judgements: Iterable[Judgement], stands: Mapping[str, str]
    ) -> None:
        self._writing = writing
        self._judgements = list(judgements)
        self.stands = stands
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
        those deleted.

        Returns who may stand elsewhere by it: all who share a changed form.
        """
        lost = sorted((f.key, e) for e, held in before.items() for f in held - now[e])
        new = sorted((f, e) for e, held in now.items() for f in held - before[e])
        self._writing.each(
            "MATCH (:Form {id: row[0]})<-[k:KNOWN_AS]-(:Entity {id: row[1]}) DELETE k",
            [list(row) for row in lost],
        )
        self._writing.each(
            "MATCH (x:Entity {id: row[0]}) MERGE (f:Form {id: row[1]})"
            " ON CREATE SET f.name = row[1]"
            " CREATE (x)-[:KNOWN_AS {full: row[2], types: row[3]}]->(f)",
            [[entity, form.key, form.full, list(form.types)] for form, entity in new],
        )
        left = {key for key, _ in lost}.union(*gone.values())
        self._writing.each("MATCH (f:Form {id: row}) WHERE NOT (f)--() DELETE f", sorted(left))
        changed = left | {form.key for form, _ in new}
        if not changed:
            return set()
        rows = self._writing.rows(
            "UNWIND $keys AS key MATCH (f:Form {id: key}) WHERE COUNT { (f)<-[:KNOWN_AS]-() } > 1"
            " MATCH (f)<-[:KNOWN_AS]-(x) RETURN DISTINCT x.id",
            keys=sorted(changed),
        )
        return {id_ for (id_,) in rows}

    def in_groups(self, ids: Collection[str]) -> set[str]:
        """Those of `ids` who are judged, stand for others, or are stood for."""
        ends = {str(end) for j in self._judgements for end in (j.left, j.right)}
        return {id_ for id_ in ids if id_ in ends or id_ in self.stands or id_ in self._groups}

    def judgements(self) -> Iterable[Judgement]:
        return self._judgements

    def known(self, ids: Collection[EntityId]) -> Mapping[str, Mapping[EntityId, Form]]:
        found: dict[str, dict[EntityId, Form]] = defaultdict(dict)
        for key, id_, full, types in self._writing.rows(
            "UNWIND $ids AS id MATCH (:Entity {id: id})-[:KNOWN_AS]->(f:Form)"
            " WITH DISTINCT f MATCH (f)<-[k:KNOWN_AS]-(x) RETURN f.id, x.id, k.full, k.types",
            ids=sorted(ids),
        ):
            found[key][EntityId(id_)] = Form(key, full, tuple(types))
        return found

    def stood(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        together = (self._groups.get(self.stands.get(id_, id_), ()) for id_ in ids)
        return {EntityId(id_) for group in together for id_ in group}

    def stored(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        rows = self._writing.rows(
            "UNWIND $ids AS id MATCH (x:Entity {id: id}) RETURN x.id", ids=sorted(ids)
        )
        return {EntityId(id_) for (id_,) in rows}
