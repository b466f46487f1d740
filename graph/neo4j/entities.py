"""Entities' nodes, kept in step: whether they are still there, what they are, who is who."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from graph.likeness import Form, forms, standing
from graph.merged import classes, describe, view
from graph.neo4j.around import Around
from graph.neo4j.card import card
from graph.neo4j.connection import Writing
from graph.neo4j.query import Query
from graph.neo4j.records import described, literal_properties, packed
from graph.neo4j.removal import Names
from graph.rulings import Rulings
from graph.statements import Entity, EntityId
from graph.statements.entity import PROVISIONAL
from graph.statements.words import folded
from graph.store import Schema

CHUNK = 2000


Read = Callable[[Query, Mapping[str, Any]], list[Any]]
"""Runs a query with its parameters, and returns its record."""


_DESCRIBED = Query(
    "UNWIND $ids AS id MATCH (x:Entity {id: id})"
    " WITH x, COLLECT { MATCH (x)<-[s:DESCRIBES]-(:Document) RETURN DISTINCT s.description }"
    " AS texts RETURN collect([x.id, x.mentionNames, x.mentionCounts, texts]) AS rows",
    ("rows",),
)


class Described(NamedTuple):
    """An entity by itself, not merged, as documents describe and name it."""

    entity: Entity
    names: Counter[str]


def read(run: Read, ids: Iterable[str], rulings: Rulings) -> dict[str, Described]:
    """Those of `ids` that are stored."""
    found = {}
    (rows,) = run(_DESCRIBED, {"ids": sorted(ids)})
    for id_, names, counts, descriptions in rows:
        found[id_] = _described(id_, names, counts, descriptions, {}, rulings)
    return found


def _described(
    id_: str,
    names: list[str],
    counts: list[int],
    descriptions: list[str],
    more: Mapping[str, int],
    rulings: Rulings,
) -> Described:
    used = Counter(dict(zip(names, counts, strict=True)))
    for name, count in more.items():
        used[name] += count
    used = Counter({name: count for name, count in used.items() if count})
    entity = describe(
        EntityId(id_), [described(id_, text) for text in descriptions], list(used.items())
    )
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


def reform(
    writing: Writing,
    around: Around,
    ids: Iterable[str],
    names: Names,
    gone: Mapping[str, set[str]],
    schema: Schema,
) -> set[str]:
    """Bring the forms of the provisional entities among `ids` up to date; who may stand
    elsewhere by it."""
    provisional = sorted(id_ for id_ in ids if id_.startswith(PROVISIONAL))
    before: dict[str, set[Form]] = {}
    now: dict[str, frozenset[Form]] = {}
    for start in range(0, len(provisional), CHUNK):
        for id_, used, counts, descriptions, held in writing.rows(
            "UNWIND $ids AS id MATCH (x:Entity {id: id})"
            " RETURN id, x.mentionNames, x.mentionCounts,"
            " COLLECT { MATCH (x)<-[s:DESCRIBES]-(:Document) RETURN DISTINCT s.description },"
            " [(x)-[k:KNOWN_AS]->(f) | [f.id, k.full, k.types]]",
            ids=provisional[start : start + CHUNK],
        ):
            one = _described(id_, used, counts, descriptions, names.get(id_, {}), Rulings())
            before[id_] = {Form(key, full, tuple(types)) for key, full, types in held}
            now[id_] = forms(one.entity, one.names, schema.affixes, schema.superclasses)
    return around.reform(before, now, gone)


class Merging(NamedTuple):
    """Who stands for whom after a change, and who stood where before."""

    stands: Mapping[str, str]
    moved: Mapping[str, str]
    """By entity that stands elsewhere now: where it stood."""


def merge(
    writing: Writing,
    around: Around,
    changed: set[str],
    gone: set[str],
    superclasses: Mapping[str, tuple[str, ...]],
) -> Merging:
    """Let judgements and likeness decide, and draw MERGED_INTO accordingly.

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
    leaving = [[id_, stands.get(id_)] for id_ in sorted(moved)]
    writing.each("MATCH (:Entity {id: row[0]})-[r:MERGED_INTO]->() DELETE r", leaving)
    writing.each(
        "MATCH (x:Entity {id: row[0]}) MATCH (c:Entity {id: row[1]})"
        " CREATE (x)-[:MERGED_INTO]->(c)",
        [row for row in leaving if row[1]],
    )
    return Merging(stands, moved)


def update(
    writing: Writing,
    ids: Iterable[str],
    names: Names,
    stands: Mapping[str, str],
    superclasses: Mapping[str, tuple[str, ...]],
    rulings: Rulings,
) -> None:
    """Bring the nodes of `ids`, and of those that stand for them, up to date."""
    members: dict[str, list[str]] = defaultdict(list)
    for id_, canonical in sorted(stands.items()):
        members[canonical].append(id_)
    stale = sorted({stands.get(id_, id_) for id_ in ids} | set(ids))
    for start in range(0, len(stale), CHUNK):
        chunk = stale[start : start + CHUNK]
        wanted = {*chunk, *(m for id_ in chunk for m in members.get(id_, ()))}
        known, nodes = _current(writing, wanted, names, rulings)
        rows = [
            _merged_away(known[id_])
            if id_ in stands
            else _shown(known[id_], [known[m] for m in members.get(id_, ())], superclasses)
            for id_ in chunk
            if id_ in known
        ]
        _write(writing, rows, nodes)


_Node = tuple[set[str], dict[str, Any]]
"""The classes and the properties of an entity's node."""


def _current(
    writing: Writing, ids: set[str], names: Names, rulings: Rulings
) -> tuple[dict[str, Described], dict[str, _Node]]:
    """Those of `ids` that are stored, with `names` counted in, and their nodes as they are."""
    known, nodes = {}, {}
    for labels, properties, descriptions in writing.rows(
        "UNWIND $ids AS id MATCH (x:Entity {id: id}) RETURN labels(x), x {.*},"
        " COLLECT { MATCH (x)<-[s:DESCRIBES]-(:Document) RETURN DISTINCT s.description }",
        ids=sorted(ids),
    ):
        id_ = properties["id"]
        known[id_] = _described(
            id_,
            properties["mentionNames"],
            properties["mentionCounts"],
            descriptions,
            names.get(id_, {}),
            rulings,
        )
        nodes[id_] = set(labels) - {"Entity"}, properties
    return known, nodes


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


def _write(writing: Writing, rows: list[dict[str, Any]], nodes: Mapping[str, _Node]) -> None:
    changed, relabelled = [], []
    for row in rows:
        old_labels, properties = nodes[row["id"]]
        new = {"degree": properties["degree"], **row}
        new["card"] = card(new)
        difference = {
            name: new.get(name)
            for name in {*new, *properties}
            if new.get(name) != properties.get(name)
        }
        if difference:
            changed.append([row["id"], difference])
        new_labels = set(row["classes"]) if "classes" in row else {"Merged"}
        if old_labels != new_labels:
            relabelled.append(
                [row["id"], sorted(old_labels - new_labels), sorted(new_labels - old_labels)]
            )
    writing.each("MATCH (x:Entity {id: row[0]}) SET x += row[1]", changed)
    writing.each("MATCH (x:Entity {id: row[0]}) REMOVE x:$(row[1]) SET x:$(row[2])", relabelled)
