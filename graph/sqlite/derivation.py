"""The rows that follow from statements, kept in step with them.

After a change, `facts` brings beliefs, edges and degrees of the touched facts
up to date, and `identities.Identities` the entities. What the rows say is the
business of `graph.derived`; here is only which of them to write.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.derived import Edge, edges, edges_belief, grown
from graph.rulings import Rulings
from graph.sqlite.codes import ASSERTED, CODE, MODALITIES, keys, packed
from graph.sqlite.hearing import Hearing
from graph.sqlite.touched import Heard, Touched
from graph.statements import OPEN_END, FactId, Interval
from graph.store import Schema

CHUNK = 2000
"""Rows derived at a time, so that memory stays bounded."""


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


class _Held(NamedTuple):
    """An edge's row as it is."""

    key: int
    modality: int
    belief: float
    known: int
    times: Interval


class Derivation:
    """Derives facts' rows within one transaction."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema, rulings: Rulings) -> None:
        self._connection = connection
        self._hearing = Hearing(connection, schema, rulings.retracted)
        self._rejected = {
            key
            for (key,) in connection.execute(
                "SELECT key FROM entity WHERE id IN (SELECT value FROM json_each(?))",
                (packed(sorted(rulings.rejected)),),
            )
        }
        self.bereft: set[int] = set()
        """Keys of entities that a deleted fact ended at."""

    def facts(self, touched: Touched) -> None:
        """Bring the touched facts up to date; delete those without evidence."""
        for chunk in chunks(touched.facts):
            self._facts(chunk, touched)

    def _facts(self, chunk: list[int], touched: Touched) -> None:
        held = self._held_edges(chunk)
        stored = self._stored(chunk)
        counts, derived = self._derive(stored, held, touched)
        gone: list[int] = []
        updates: list[tuple[float, int, int, str, int]] = []
        inserted: list[tuple[object, ...]] = []
        updated: list[tuple[float, int, int]] = []
        deleted: list[int] = []
        degrees: Counter[int] = Counter()
        for fact in stored:
            made = derived[fact.key]
            new = {edge.key: edge for edge in made}
            old = held.get(fact.key, {})
            if not counts[fact.key]:
                gone.append(fact.key)
                self.bereft.update(fact.extracted)
            else:
                columns = _derived(made, counts[fact.key])
                if columns != fact.derived:
                    updates.append((*columns, fact.key))
            for id_, edge in new.items():
                if id_ not in old:
                    inserted.append(_row(fact, edge))
                    _count(degrees, fact, CODE[edge.modality], 1)
                elif (old[id_].belief, old[id_].known) != (edge.belief, edge.known):
                    updated.append((edge.belief, edge.known, old[id_].key))
            for id_, was in old.items():
                if id_ not in new:
                    deleted.append(was.key)
                    _count(degrees, fact, was.modality, -1)
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

    def _derive(
        self,
        stored: Sequence[_Stored],
        held: Mapping[int, Mapping[str, _Held]],
        touched: Touched,
    ) -> tuple[Counter[int], dict[int, list[Edge]]]:
        """How much evidence each fact has, and the edges that it makes."""
        counts = self._hearing.counts([fact.key for fact in stored if fact.key in touched.shaken])
        derived: dict[int, list[Edge]] = {}
        for fact in stored:
            if not self._rejected.isdisjoint(fact.extracted):
                derived[fact.key] = []
            if fact.key in touched.shaken:
                continue
            new = touched.added.get(fact.key, ())
            counts[fact.key] = fact.derived[1] + len(new)
            made = self._grown(fact, held, new)
            if made is not None:
                derived.setdefault(fact.key, made)
        heard = self._hearing.testimonies({k: n for k, n in counts.items() if k not in derived})
        for fact in stored:
            if fact.key not in derived:
                derived[fact.key] = edges(FactId(fact.id), heard.get(fact.key, []))
        return counts, derived

    def _grown(
        self, fact: _Stored, held: Mapping[int, Mapping[str, _Held]], added: Sequence[Heard]
    ) -> list[Edge] | None:
        """The fact's edges from those that it has; None if all evidence must be heard."""
        before = [
            Edge(id_, MODALITIES[edge.modality], edge.times, edge.known, edge.belief)
            for id_, edge in held.get(fact.key, {}).items()
        ]
        return grown(FactId(fact.id), before, self._hearing.added(added))

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

    def _held_edges(self, chunk: list[int]) -> dict[int, dict[str, _Held]]:
        held: dict[int, dict[str, _Held]] = defaultdict(dict)
        for fact, id_, key, modality, belief, known, *times in self._connection.execute(
            "SELECT fact, id, key, modality, belief, known, starts, ends"
            " FROM edge WHERE fact IN (SELECT value FROM json_each(?))",
            (keys(chunk),),
        ):
            held[fact][id_] = _Held(key, modality, belief, known, Interval(*times))
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
