"""The rows that follow from statements, kept in step with them.

After a change, `facts` brings beliefs, edges and degrees of the touched facts
up to date, and `identities.Identities` the entities. What the rows say is the
business of `graph.derived`; here is only which of them to write.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.derived import Edge, Testimony, edges, edges_belief, voice
from graph.rulings import Rulings
from graph.sqlite.codes import ASSERTED, CODE, MODALITIES, keys, packed
from graph.statements import OPEN_END, EvidenceKind, FactId, Interval, certain
from graph.store import Schema

CHUNK = 2000
"""Rows derived at a time, so that memory stays bounded."""


ENOUGH = 200
"""Evidence of a fact in one sense beyond which a part may stand for all."""
KINDS = {kind.value: kind for kind in EvidenceKind}
HEARD = "modality, starts, ends, kind"


def chunks(values: Iterable[int]) -> Iterator[list[int]]:
    """`values`, sorted, in lists of `CHUNK`."""
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


class _Stored(NamedTuple):
    """A fact's row as it is, with its edges by id."""

    key: int
    id: str
    predicate: int
    extracted: tuple[int, int]
    ends: tuple[int, int]
    derived: tuple[float, int, int, str]


class Derivation:
    """Derives facts' rows within one transaction."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema, rulings: Rulings) -> None:
        self._connection = connection
        self._schema = schema
        self._rejected = self._keys("entity", rulings.rejected)
        retracted = ", ".join(map(str, sorted(self._keys("evidence", rulings.retracted))))
        self._counting = f" AND key NOT IN ({retracted})" if retracted else ""
        self.bereft: set[int] = set()
        """Keys of entities that a deleted fact ended at."""

    def _keys(self, table: str, ids: Iterable[str]) -> set[int]:
        rows = self._connection.execute(
            f"SELECT key FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            (packed(sorted(ids)),),
        )
        return {key for (key,) in rows}

    def facts(self, touched: Iterable[int]) -> None:
        """Bring the facts of keys `touched` up to date; delete those without evidence."""
        for chunk in chunks(touched):
            self._facts(chunk)

    def _facts(self, chunk: list[int]) -> None:
        testimonies, counts = self._testimonies(chunk)
        held = self._held_edges(chunk)
        gone: list[int] = []
        updates: list[tuple[float, int, int, str, int]] = []
        inserted: list[tuple[object, ...]] = []
        updated: list[tuple[float, int, int]] = []
        deleted: list[int] = []
        degrees: Counter[int] = Counter()
        for fact in self._stored(chunk):
            silenced = not self._rejected.isdisjoint(fact.extracted)
            heard = [] if silenced else testimonies.get(fact.key, [])
            made = edges(FactId(fact.id), heard)
            new = {edge.key: edge for edge in made}
            old = held.get(fact.key, {})
            if not counts[fact.key]:
                gone.append(fact.key)
                self.bereft.update(fact.extracted)
            else:
                derived = _derived(made, counts[fact.key])
                if derived != fact.derived:
                    updates.append((*derived, fact.key))
            for id_, edge in new.items():
                if id_ not in old:
                    inserted.append(_row(fact, edge))
                    _count(degrees, fact, CODE[edge.modality], 1)
                elif old[id_][2:] != (edge.belief, edge.known):
                    updated.append((edge.belief, edge.known, old[id_][0]))
            for id_, (key, modality, *_) in old.items():
                if id_ not in new:
                    deleted.append(key)
                    _count(degrees, fact, modality, -1)
        write = self._connection.executemany
        write("DELETE FROM edge WHERE key = ?", [(key,) for key in deleted])
        write("UPDATE edge SET belief = ?, known = ? WHERE key = ?", updated)
        write(
            "INSERT INTO edge (id, fact, predicate, subject, object, modality, belief, starts,"
            " ends, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            inserted,
        )
        write("DELETE FROM fact WHERE key = ?", [(key,) for key in gone])
        write(
            "UPDATE fact SET belief = ?, evidence_count = ?, known = ?, modalities = ?"
            " WHERE key = ?",
            updates,
        )
        write(
            "UPDATE entity SET degree = degree + ? WHERE key = ?",
            [(change, key) for key, change in degrees.items() if change],
        )

    def _testimonies(self, chunk: list[int]) -> tuple[dict[int, list[Testimony]], Counter[int]]:
        counts: Counter[int] = Counter(
            dict(
                self._connection.execute(
                    "SELECT fact, count(*) FROM evidence"
                    " WHERE fact IN (SELECT value FROM json_each(?)) GROUP BY fact",
                    (keys(chunk),),
                ).fetchall()
            )
        )
        found: dict[int, list[Testimony]] = {}
        for fact, count in counts.items():
            if count > ENOUGH:
                enough = self._enough(fact)
                if enough is not None:
                    found[fact] = enough
        found.update(self._all([fact for fact in counts if fact not in found]))
        return found, counts

    def _all(self, facts: list[int]) -> dict[int, list[Testimony]]:
        # One voice's repetitions in one sense and time are one testimony: the
        # loudest is all that belief hears, the earliest all that edges know.
        found: dict[int, list[Testimony]] = defaultdict(list)
        for fact, *row in self._connection.execute(
            f"SELECT fact, {HEARD}, voice, max(confidence), min(published) FROM evidence"
            f" WHERE fact IN (SELECT value FROM json_each(?)){self._counting}"
            f" GROUP BY fact, {HEARD}, voice",
            (keys(facts),),
        ):
            found[fact].append(self._testimony(*row))
        return found

    def _enough(self, fact: int) -> list[Testimony] | None:
        """What all evidence of a fact comes to, from a part of it; None if it takes all.

        A fact that is told everywhere is certain after a few dozen voices. The rest only
        say when it holds and since when that is known, which nobody need be named for.
        """
        heard = []
        for modality in MODALITIES:
            voices = [
                self._testimony(*row)
                for row in self._connection.execute(
                    f"SELECT {HEARD}, voice, confidence, published FROM evidence"
                    f" WHERE fact = ? AND modality = ?{self._counting} LIMIT ?",
                    (fact, CODE[modality], ENOUGH),
                )
            ]
            if len(voices) == ENOUGH and not certain(map(voice, voices)):
                return None
            heard += voices
        for row in self._connection.execute(
            f"SELECT {HEARD}, '', 0.0, min(published) FROM evidence"
            f" WHERE fact = ?{self._counting} GROUP BY {HEARD}",
            (fact,),
        ):
            heard.append(self._testimony(*row))
        return heard

    def _testimony(
        self,
        modality: int,
        starts: int,
        ends: int,
        kind: str,
        voice: str,
        confidence: float,
        published: int,
    ) -> Testimony:
        return Testimony(
            MODALITIES[modality],
            KINDS[kind],
            confidence,
            Interval(starts, ends),
            *self._schema.voice(voice),
            published,
        )

    def _stored(self, chunk: list[int]) -> list[_Stored]:
        return [
            _Stored(key, id_, predicate, (extracted_s, extracted_o), (s, o), tuple(derived))
            for key, id_, predicate, extracted_s, extracted_o, s, o, *derived in (
                self._connection.execute(
                    "SELECT key, id, predicate, extracted_subject, extracted_object, subject,"
                    " object, belief, evidence_count, known, modalities"
                    " FROM fact WHERE key IN (SELECT value FROM json_each(?))",
                    (keys(chunk),),
                )
            )
        ]

    def _held_edges(self, chunk: list[int]) -> dict[int, dict[str, tuple[int, int, float, int]]]:
        held: dict[int, dict[str, tuple[int, int, float, int]]] = defaultdict(dict)
        for fact, id_, key, modality, belief, known in self._connection.execute(
            "SELECT fact, id, key, modality, belief, known"
            " FROM edge WHERE fact IN (SELECT value FROM json_each(?))",
            (keys(chunk),),
        ):
            held[fact][id_] = (key, modality, belief, known)
        return held


def _derived(made: list[Edge], count: int) -> tuple[float, int, int, str]:
    present = {edge.modality for edge in made}
    modalities = [modality for modality in MODALITIES if modality in present]
    known = min((edge.known for edge in made), default=OPEN_END)
    return edges_belief(made), count, known, packed(modalities)


def _row(fact: _Stored, edge: Edge) -> tuple[object, ...]:
    return (
        edge.key,
        fact.key,
        fact.predicate,
        *fact.ends,
        CODE[edge.modality],
        edge.belief,
        edge.times.start,
        edge.times.end,
        edge.known,
    )


def _count(degrees: Counter[int], fact: _Stored, modality: int, change: int) -> None:
    if modality == ASSERTED:
        for end in set(fact.ends):
            degrees[end] += change
