"""Entities' nodes, kept in step: whether they are still there, what they are, who is who."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.likeness import Form, forms, standing
from graph.merged import classes, describe, view
from graph.neo4j.around import Around
from graph.neo4j.card import card, regraded
from graph.neo4j.connection import Writing
from graph.neo4j.query import Query
from graph.neo4j.records import described, literal_properties, packed
from graph.neo4j.removal import Touched
from graph.rulings import Rulings
from graph.statements import Entity, EntityId
from graph.statements.entity import PROVISIONAL
from graph.statements.words import folded
from graph.store import Schema

CHUNK = 2000


Read = Callable[[Query, Mapping[str, Any]], list[Any]]
"""Runs a query with its parameters, and returns its record."""


_DESCRIPTIONS = "COLLECT { MATCH (x)<-[s:DESCRIBES]-() RETURN DISTINCT s.description }"
_DESCRIBED = Query(
    f"UNWIND $ids AS id MATCH (x:Entity {{id: id}}) WITH x, {_DESCRIPTIONS} AS texts"
    " RETURN collect([x.id, x.mentionNames, x.mentionCounts, texts]) AS rows",
    ("rows",),
)


class _Stored(NamedTuple):
    """How often stored documents use each name of an entity, and how they describe it."""

    names: Sequence[str]
    counts: Sequence[int]
    descriptions: Sequence[str]


_NOTHING = _Stored((), (), ())


class Described(NamedTuple):
    """An entity by itself, not merged, as documents describe and name it."""

    entity: Entity
    names: Counter[str]


def read(run: Read, ids: Iterable[str], rulings: Rulings) -> dict[str, Described]:
    """Those of `ids` that are stored."""
    (rows,) = run(_DESCRIBED, {"ids": sorted(ids)})
    return {id_: _described(id_, _Stored(*stored), Touched(), rulings) for id_, *stored in rows}


def _described(id_: str, stored: _Stored, touched: Touched, rulings: Rulings) -> Described:
    """An entity as it is stored, and as the change names and describes it besides."""
    used = Counter(dict(zip(stored.names, stored.counts, strict=True)))
    for name, count in touched.names.get(id_, {}).items():
        used[name] += count
    used = Counter({name: count for name, count in used.items() if count})
    texts = {*stored.descriptions, *touched.described.get(id_, ())}
    entity = describe(EntityId(id_), [described(id_, text) for text in texts], list(used.items()))
    return Described(rulings.corrected(entity), used)


def forget(writing: Writing, ids: Iterable[str]) -> dict[str, set[str]]:
    """Delete those of `ids` that nothing refers to any more; their forms by id."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    extracted = " AND ".join(
        f"NOT EXISTS {{ MATCH (f:Fact {{{end}: stands}}) WHERE f.{extracted} = x.id }}"
        for end, extracted in (("subject", "extractedSubject"), ("object", "extractedObject"))
    )
    gone = {
        id_: set(forms_)
        for id_, forms_ in writing.search(
            "UNWIND $ids AS id MATCH (x:Entity {id: id}) OPTIONAL MATCH (x)-[:MERGED_INTO]->(c)"
            " WITH x, coalesce(c.id, x.id) AS stands"
            " WHERE NOT EXISTS { (x)<-[:DESCRIBES|MENTIONS|SAID_BY]-() }"
            f" AND {extracted} AND NOT EXISTS {{ (x)<--(:Evidence) }}"
            " RETURN x.id, [(x)-[:KNOWN_AS]->(f) | f.id]",
            ids=wanted,
        )
    }
    writing.each("MATCH (x:Entity {id: row}) DETACH DELETE x", list(gone))
    return gone


def missing(writing: Writing, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that are not stored."""
    wanted = set(ids)
    if wanted:
        ((found,),) = writing.rows(
            "UNWIND $ids AS id MATCH (x:Entity {id: id}) RETURN collect(id)", ids=sorted(wanted)
        )
        wanted.difference_update(found)
    return wanted


def reform(
    writing: Writing,
    around: Around,
    touched: Touched,
    fresh: Collection[str],
    gone: Mapping[str, set[str]],
    schema: Schema,
) -> set[str]:
    """Bring the forms of the provisional entities that were touched up to date; who may
    stand elsewhere by it."""
    provisional = sorted(id_ for id_ in touched.entities if id_.startswith(PROVISIONAL))
    before: dict[str, set[Form]] = {}
    now: dict[str, frozenset[Form]] = {}

    def take(id_: str, stored: _Stored, held: list[list[Any]]) -> None:
        one = _described(id_, stored, touched, Rulings())
        before[id_] = {Form(key, full, tuple(types)) for key, full, types in held}
        now[id_] = forms(one.entity, one.names, schema.affixes, schema.superclasses)

    for id_ in provisional:
        if id_ in fresh:
            take(id_, _NOTHING, [])
    known = [id_ for id_ in provisional if id_ not in fresh]
    for start in range(0, len(known), CHUNK):
        ((rows,),) = writing.rows(
            "UNWIND $ids AS id MATCH (x:Entity {id: id}) WITH id, x,"
            f" {_DESCRIPTIONS} AS texts,"
            " COLLECT { MATCH (x)-[k:KNOWN_AS]->(f) RETURN [f.id, k.full, k.types] } AS held"
            " RETURN collect([id, x.mentionNames, x.mentionCounts, texts, held])",
            ids=known[start : start + CHUNK],
        )
        for id_, names, counts, texts, held in rows:
            take(id_, _Stored(names, counts, texts), held)
    return around.reform(before, now, gone)


class Merging(NamedTuple):
    """Who stands for whom after a change, and who stood where before."""

    stands: Mapping[str, str]
    moved: Mapping[str, str]
    """By entity that stands elsewhere now: where it stood."""

    def draw(self, writing: Writing) -> None:
        """Let MERGED_INTO say so, between entities that are there."""
        leaving = [[id_, self.stands.get(id_)] for id_ in sorted(self.moved)]
        writing.each("MATCH (:Entity {id: row[0]})-[r:MERGED_INTO]->() DELETE r", leaving)
        writing.each(
            "MATCH (x:Entity {id: row[0]}) MATCH (c:Entity {id: row[1]})"
            " CREATE (x)-[:MERGED_INTO]->(c)",
            [row for row in leaving if row[1]],
        )


def merge(
    around: Around,
    changed: set[str],
    gone: Collection[str],
    superclasses: Mapping[str, tuple[str, ...]],
) -> Merging:
    """What judgements and likeness decide.

    `changed` are those who may have become or ceased to be one with others.
    """
    stood = around.stands
    start = {EntityId(id_) for id_ in changed}
    start.update(EntityId(i) for i, c in stood.items() if i in gone or c in gone)
    if not start:
        return Merging(stood, {})
    seen, found = standing(start, around, superclasses)
    stands = {i: c for i, c in stood.items() if i not in seen} | {
        str(i): str(c) for i, c in found.items()
    }
    moved = {str(i): stood.get(i, i) for i in seen if stood.get(i, i) != stands.get(i, i)}
    return Merging(stands, moved)


@dataclass(frozen=True, slots=True)
class Update:
    """Entities' nodes, brought up to date with a change."""

    writing: Writing
    touched: Touched
    fresh: Collection[str]
    """Those that have no node yet."""
    stands: Mapping[str, str]
    superclasses: Mapping[str, tuple[str, ...]]
    rulings: Rulings
    degrees: Counter[str]
    """By entity: the edges that it gets or loses."""

    def run(self) -> None:
        """Write the entities that were touched, those that stand for them, and degrees."""
        members: dict[str, list[str]] = defaultdict(list)
        for id_, canonical in sorted(self.stands.items()):
            members[canonical].append(id_)
        touched = self.touched.entities
        stale = sorted({self.stands.get(id_, id_) for id_ in touched} | touched)
        degrees = Counter(self.degrees)
        for start in range(0, len(stale), CHUNK):
            chunk = stale[start : start + CHUNK]
            wanted = {*chunk, *(m for id_ in chunk for m in members.get(id_, ()))}
            known, nodes = self._current(wanted)
            rows = [
                _merged_away(known[id_])
                if id_ in self.stands
                else _shown(known[id_], [known[m] for m in members.get(id_, ())], self.superclasses)
                for id_ in chunk
                if id_ in known
            ]
            for row in rows:
                row["degree"] = nodes[row["id"]][1]["degree"] + degrees.pop(row["id"], 0)
            self._write(rows, nodes)
        self.writing.each(
            "MATCH (x:Entity {id: row[0]}) WITH x, x.degree + row[1] AS degree"
            f" SET x.card = {regraded('x', 'degree')}, x.degree = degree",
            [[id_, change] for id_, change in sorted(degrees.items()) if change],
        )

    def _current(self, ids: set[str]) -> tuple[dict[str, Described], dict[str, _Node]]:
        """Those of `ids` that are there, by the change, and their nodes before it."""
        known, nodes = {}, {}
        for id_ in ids & set(self.fresh):
            known[id_] = _described(id_, _NOTHING, self.touched, self.rulings)
            nodes[id_] = set[str](), {"degree": 0}
        stored = sorted(ids - known.keys())
        if stored:
            ((rows,),) = self.writing.rows(
                "UNWIND $ids AS id MATCH (x:Entity {id: id})"
                f" WITH x, {_DESCRIPTIONS} AS texts RETURN collect([labels(x), x {{.*}}, texts])",
                ids=stored,
            )
            for labels, properties, texts in rows:
                id_ = properties["id"]
                used = properties["mentionNames"], properties["mentionCounts"]
                known[id_] = _described(id_, _Stored(*used, texts), self.touched, self.rulings)
                nodes[id_] = set(labels) - {"Entity"}, properties
        return known, nodes

    def _write(self, rows: list[dict[str, Any]], nodes: Mapping[str, _Node]) -> None:
        made, changed, relabelled = [], [], []
        for new in rows:
            id_ = new["id"]
            old_labels, properties = nodes[id_]
            new["card"] = card(new)
            new_labels = set(new["classes"]) if "classes" in new else {"Merged"}
            if id_ in self.fresh:
                made.append([new, sorted(new_labels)])
                continue
            difference = {
                name: new.get(name)
                for name in {*new, *properties}
                if new.get(name) != properties.get(name)
            }
            if difference:
                changed.append([id_, difference])
            if old_labels != new_labels:
                relabelled.append(
                    [id_, sorted(old_labels - new_labels), sorted(new_labels - old_labels)]
                )
        self.writing.each("CREATE (x:Entity:$(row[1])) SET x += row[0]", made)
        self.writing.each("MATCH (x:Entity {id: row[0]}) SET x += row[1]", changed)
        self.writing.each(
            "MATCH (x:Entity {id: row[0]}) REMOVE x:$(row[1]) SET x:$(row[2])", relabelled
        )


_Node = tuple[set[str], dict[str, Any]]
"""The classes and the properties of an entity's node."""


def _shown(
    own: Described, others: list[Described], superclasses: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    seen = view([own.entity, *(other.entity for other in others)])
    all_classes = classes(seen.types, superclasses)
    return {
        **_named(own),
        "label": seen.label,
        "name": seen.label,
        "types": list(seen.types),
        "classes": list(all_classes),
        "alternative": list(seen.alternative),
        "hidden": list(seen.hidden),
        "origin": seen.origin.value,
        "merged": sorted(other.entity.id for other in others),
        "mentions": sum(sum(one.names.values()) for one in (own, *others)),
        "properties": packed({name: list(values) for name, values in seen.properties.items()}),
        "words": [folded(name) for name in seen.labels],
        **literal_properties(seen.properties),
    }


def _merged_away(own: Described) -> dict[str, Any]:
    """Nobody sees it and nothing finds it, but for who looks for its id."""
    return {**_named(own), "label": own.entity.label, "name": own.entity.label, "merged": None}


def _named(own: Described) -> dict[str, Any]:
    return {
        "id": own.entity.id,
        "mentionNames": list(own.names),
        "mentionCounts": list(own.names.values()),
    }
