"""Facts' nodes and the traversal relationships that follow from their evidence.

What they say is the business of `graph.derived`; here is which to write. A
fact's node keeps a list of its relationships, so that they are found again by
type and key, which is an index seek, whatever their ends have become.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import orjson

from graph.derived import Edge, Testimony, edges, edges_belief, grown
from graph.neo4j.connection import Writing
from graph.neo4j.names import edge_type, quoted
from graph.neo4j.records import packed, voice
from graph.rulings import Rulings, Stirred
from graph.statements import (
    OPEN_END,
    EvidenceKind,
    Fact,
    FactId,
    Interval,
    Modality,
    Standing,
    Statements,
    interval,
)
from graph.store import NO_SCHEMA, Schema

CHUNK = 2000
"""Facts derived at a time, so that memory stays bounded."""


class _Stored(NamedTuple):
    """A fact as it stands, with the edges it has."""

    fact: Fact
    ends: tuple[str, str] | None
    """The entities that its edges run between; None if it is new."""
    edges: tuple[Edge, ...]
    derived: tuple[Any, ...]


class Ledger:
    """Keeps facts, edges and degrees in step with evidence, within one transaction."""

    def __init__(self, writing: Writing, schema: Schema | None, rulings: Rulings) -> None:
        self._writing = writing
        self._rulings = rulings
        self._schema = schema or NO_SCHEMA
        self.shaken: set[str] = set()
        """Facts that may have lost evidence, or whose evidence may count otherwise."""
        self.created: list[list[Any]] = []
        """New facts, by rows as `insertion` takes them."""
        self.drawn: list[list[Any]] = []
        """New edges, likewise."""
        self.degrees: Counter[str] = Counter()
        """By entity: the edges that it gets or loses."""
        self._gone: dict[str, list[str]] = defaultdict(list)
        self._changed: dict[str, list[list[Any]]] = defaultdict(list)

    def forget(self, ids: set[str]) -> tuple[set[str], set[str]]:
        """Delete those facts of `ids` that have no evidence left: them, and the entities
        that they ended at."""
        bereft: set[str] = set()
        if not ids:
            return set(), bereft
        rows = self._writing.rows(
            "UNWIND $ids AS id MATCH (f:Fact {id: id}) WHERE NOT EXISTS { (f)<-[:FOR]-() }"
            " RETURN f.id, f.predicate, f.extractedSubject, f.extractedObject, f.subject,"
            " f.object, f.edges",
            ids=sorted(ids),
        )
        for _, predicate, *extracted_and_ends, held in rows:
            subject, object_, *ends = extracted_and_ends
            bereft.update((subject, object_))
            for edge in _edges(held):
                self._delete(predicate, (ends[0], ends[1]), edge)
        self._flush()
        gone = [row[0] for row in rows]
        self._writing.each("MATCH (f:Fact {id: row}) DELETE f", gone)
        return set(gone), bereft

    def at(self, moved: Mapping[str, str]) -> set[str]:
        """The facts that end, as extracted, at an entity of `moved`, which stood at its value."""
        rows = [[extracted, stood] for extracted, stood in sorted(moved.items())]
        found: set[str] = set()
        if not moved:
            return found
        for end, extracted in (("subject", "extractedSubject"), ("object", "extractedObject")):
            found.update(
                id_
                for (id_,) in self._writing.search(
                    f"UNWIND $rows AS row MATCH (f:Fact {{{end}: row[1]}})"
                    f" WHERE f.{extracted} = row[0] RETURN f.id",
                    rows=rows,
                )
            )
        return found

    def stirred(self, stirred: Stirred) -> set[str]:
        """The facts that may be believed otherwise by a change of judgements."""
        if not stirred.ends and not stirred.evidence:
            return set()
        ((facts, evidence),) = self._writing.search(
            "RETURN COLLECT { UNWIND $ends AS id MATCH (x:Entity {id: id})"
            " WITH coalesce([(x)-[:MERGED_INTO]->(c) | c.id][0], x.id) AS stands, x.id AS own"
            " MATCH (f:Fact) WHERE (f.subject = stands AND f.extractedSubject = own)"
            " OR (f.object = stands AND f.extractedObject = own) RETURN f.id },"
            " COLLECT { UNWIND $evidence AS id MATCH (e:Evidence {id: id}) RETURN e.fact }",
            ends=sorted(stirred.ends),
            evidence=sorted(stirred.evidence),
        )
        return {*facts, *evidence}

    def update(
        self, ids: Iterable[str], put: Iterable[Statements], stands: Mapping[str, str]
    ) -> None:
        """Bring the facts `ids` up to date with what is stored and what `put` will add.

        `stands` gives the entity that stands for one merged away. What is new is noted,
        for it waits for its entities.
        """
        heard: dict[str, list[Testimony]] = defaultdict(list)
        counts: Counter[str] = Counter()
        facts: dict[str, Fact] = {}
        for s in put:
            facts.update({fact.id: fact for fact in s.facts})
            counts.update(e.fact for e in s.evidence)
            for fact_id, testimony in self._testimonies(s):
                heard[fact_id].append(testimony)
        ordered = sorted(ids)
        for start in range(0, len(ordered), CHUNK):
            self._chunk(ordered[start : start + CHUNK], facts, heard, counts, stands)

    def _chunk(
        self,
        ids: list[str],
        facts: Mapping[str, Fact],
        heard: Mapping[str, list[Testimony]],
        counts: Counter[str],
        stands: Mapping[str, str],
    ) -> None:
        stored = self._stored(ids)
        grew = {
            id_: made
            for id_, found in stored.items()
            if id_ not in self.shaken
            and (made := grown(FactId(id_), found.edges, heard.get(id_, ()))) is not None
        }
        testimonies, amounts = self._heard([id_ for id_ in stored if id_ not in grew])
        updated = []
        for id_ in ids:
            found = stored.get(id_) or _Stored(facts[id_], None, (), ())
            if id_ in grew:
                amounts[id_] = found.derived[4]
            count = amounts[id_] + counts[id_]
            fact = found.fact
            ends = (stands.get(fact.subject, fact.subject), stands.get(fact.object, fact.object))
            made = grew.get(id_) or edges(
                FactId(id_), [*testimonies.get(id_, ()), *heard.get(id_, ())]
            )
            if self._rulings.silences(fact):
                made = []
            derived = _derived(ends, count, made)
            if found.ends is None:
                own = (id_, fact.predicate, fact.predicate, fact.subject, fact.object)
                self.created.append([*own, *derived])
            elif derived != found.derived:
                updated.append([id_, *derived])
            self._compare(fact.predicate, found, ends, made)
        self._writing.each(
            "MATCH (f:Fact {id: row[0]}) SET f.subject = row[1], f.object = row[2],"
            " f.modalities = row[3], f.belief = row[4], f.evidenceCount = row[5],"
            " f.known = row[6], f.edges = row[7]",
            updated,
        )
        self._flush()

    def silence(self, facts: Iterable[str]) -> None:
        """Mark the evidence of `facts` that does not count, and no other."""
        ids = sorted(facts)
        if not ids:
            return
        self._writing.rows(
            "UNWIND $facts AS id MATCH (f:Fact {id: id})<-[:FOR]-(e) WITH e,"
            " CASE WHEN e.id IN $retracted THEN $marks[0]"
            " WHEN f.extractedSubject IN $rejected OR f.extractedObject IN $rejected"
            " THEN $marks[1] END AS mark"
            " WHERE coalesce(mark, '') <> coalesce(e.silenced, '') SET e.silenced = mark",
            facts=ids,
            retracted=sorted(self._rulings.retracted),
            rejected=sorted(self._rulings.rejected),
            marks=[Standing.RETRACTED.value, Standing.REJECTED.value],
        )

    def _testimonies(self, statements: Statements) -> Iterable[tuple[str, Testimony]]:
        publisher = voice(statements.document)
        published = statements.document.published.end
        for e in statements.evidence:
            if e.id in self._rulings.retracted:
                continue
            yield (
                e.fact,
                Testimony(
                    e.modality,
                    e.kind,
                    e.confidence,
                    interval(e.time),
                    *self._schema.voice(publisher),
                    published,
                ),
            )

    def _stored(self, ids: list[str]) -> dict[str, _Stored]:
        rows = self._writing.rows(
            "UNWIND $ids AS id MATCH (f:Fact {id: id}) RETURN f.id, f.predicate,"
            " f.extractedSubject, f.extractedObject,"
            " [f.subject, f.object, f.modalities, f.belief, f.evidenceCount, f.known, f.edges]",
            ids=ids,
        )
        return {
            id_: _Stored(
                Fact(subject, predicate, object_),
                (derived[0], derived[1]),
                _edges(derived[6]),
                tuple(derived),
            )
            for id_, predicate, subject, object_, derived in rows
        }

    def _heard(self, ids: list[str]) -> tuple[dict[str, list[Testimony]], Counter[str]]:
        """What all stored evidence of facts says, and how much evidence that is."""
        # One voice's repetitions in one sense and time are one testimony: the
        # loudest is all that belief hears, the earliest all that edges know.
        testimonies: dict[str, list[Testimony]] = {}
        amounts: Counter[str] = Counter()
        if not ids:
            return testimonies, amounts
        silenced = "0"
        if self._rulings.retracted:
            silenced = "COUNT { MATCH (f)<-[:FOR]-(e) WHERE e.id IN $retracted }"
        rows = self._writing.rows(
            "UNWIND $ids AS id MATCH (f:Fact {id: id}) RETURN f.id,"
            " COLLECT { MATCH (f)<-[:FOR]-(e) WHERE NOT e.id IN $retracted"
            " WITH e.modality AS modality,"
            " e.kind AS kind, e.from AS starts, e.to AS ends, e.voice AS voice,"
            " max(e.confidence) AS loudest, min(e.published) AS earliest, count(*) AS amount"
            " RETURN [modality, kind, loudest, starts, ends, voice, earliest, amount] },"
            f" {silenced}",
            ids=ids,
            retracted=sorted(self._rulings.retracted),
        )
        for id_, groups, unheard in rows:
            testimonies[id_] = [
                Testimony(
                    Modality(modality),
                    EvidenceKind(kind),
                    loudest,
                    Interval(starts, ends),
                    *self._schema.voice(voice_),
                    earliest,
                )
                for modality, kind, loudest, starts, ends, voice_, earliest, _ in groups
            ]
            amounts[id_] = sum(group[7] for group in groups) + unheard
        return testimonies, amounts

    def _compare(
        self, predicate: str, found: _Stored, ends: tuple[str, str], made: list[Edge]
    ) -> None:
        old = {edge.key: edge for edge in found.edges}
        kept = {} if found.ends != ends else old
        if found.ends is not None:
            new = {edge.key for edge in made}
            for key, edge in old.items():
                if key not in kept or key not in new:
                    self._delete(predicate, found.ends, edge)
        for edge in made:
            if edge.key not in kept:
                self._create(found.fact, ends, edge)
            elif edge != kept[edge.key]:
                self._changed[edge_type(predicate, edge.modality)].append(
                    [edge.key, edge.belief, edge.known]
                )

    def _create(self, fact: Fact, ends: tuple[str, str], edge: Edge) -> None:
        self._count(ends, edge, 1)
        self.drawn.append(
            [
                *ends,
                edge_type(fact.predicate, edge.modality),
                edge.key,
                fact.id,
                fact.predicate,
                edge.modality.value,
                edge.belief,
                *edge.times,
                edge.known,
            ]
        )

    def _delete(self, predicate: str, ends: tuple[str, str], edge: Edge) -> None:
        self._count(ends, edge, -1)
        self._gone[edge_type(predicate, edge.modality)].append(edge.key)

    def _count(self, ends: tuple[str, str], edge: Edge, change: int) -> None:
        if edge.modality is Modality.ASSERTED:
            for end in set(ends):
                self.degrees[end] += change

    def _flush(self) -> None:
        """Write the changes of edges that there are."""
        for type_, keys in sorted(self._gone.items()):
            self._writing.each(f"{_sought(type_, 'row')} DELETE r", keys)
        for type_, rows in sorted(self._changed.items()):
            self._writing.each(
                f"{_sought(type_, 'row[0]')} SET r.belief = row[1], r.known = row[2]",
                rows,
            )
        self._gone, self._changed = defaultdict(list), defaultdict(list)


def _sought(type_: str, key: str) -> str:
    # The hint is for a plan made while there are few such relationships or none.
    name = quoted(type_)
    return f"MATCH ()-[r:{name} {{key: {key}}}]->() USING INDEX r:{name}(key)"


def _derived(ends: tuple[str, str], count: int, made: list[Edge]) -> tuple[Any, ...]:
    present = {edge.modality for edge in made}
    return (
        *ends,
        [modality.value for modality in Modality if modality in present],
        edges_belief(made),
        count,
        min((edge.known for edge in made), default=OPEN_END),
        packed([[e.key, e.modality.value, *e.times, e.known, e.belief] for e in made]),
    )


def _edges(text: str) -> tuple[Edge, ...]:
    return tuple(
        Edge(key, Modality(modality), Interval(start, end), known, belief)
        for key, modality, start, end, known, belief in orjson.loads(text)
    )
