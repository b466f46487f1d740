"""Rows of a document, in."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from graph.sqlite.codes import CODE, packed
from graph.sqlite.touched import Heard, Touched
from graph.statements import EntityId, Fact, FactId, Origin, Statements, interval
from graph.statements.words import folded


class Insertion:
    """Puts documents in within one transaction, noting what it touches."""

    def __init__(self, connection: sqlite3.Connection, touched: Touched) -> None:
        self._connection = connection
        self._touched = touched
        self._predicates: dict[str, int] = dict(
            connection.execute("SELECT name, key FROM predicate").fetchall()
        )

    def add(self, statements: Statements) -> None:
        """Put in the rows of a document that is not stored."""
        document = self._next("document")
        self._add_document(document, statements)
        entities = self._entity_keys(_named(statements))
        self._add_descriptions(document, statements, entities)
        self._add_mentions(document, statements, entities)
        facts = self._fact_keys(statements.facts, entities)
        self._add_evidence(document, statements, entities, facts)
        self._touched.facts.update(facts.values())

    def _next(self, table: str) -> int:
        (key,) = self._connection.execute(f"SELECT max(key) FROM {table}").fetchone()
        return (key or 0) + 1

    def _add_document(self, key: int, statements: Statements) -> None:
        document = statements.document
        published = document.published
        locations = [location.as_json() for location in document.locations]
        blocks = [(b.start, b.end, b.kind, b.level) for b in document.blocks]
        run = self._connection.execute
        run(
            f"INSERT INTO document VALUES ({', '.join('?' * 19)})",
            (
                key,
                document.id,
                document.kind,
                document.name,
                document.title,
                document.publisher,
                document.date,
                published.start,
                published.end,
                document.address,
                document.language,
                document.media_type,
                len(document.text),
                len(statements.evidence),
                document.inferred_date,
                document.extraction,
                packed(locations),
                packed(blocks),
                packed(statements.refused),
            ),
        )
        run("INSERT INTO document_text VALUES (?, ?)", (key, document.text))
        run(
            "INSERT INTO document_words (rowid, title, text) VALUES (?, ?, ?)",
            (key, folded(document.title), folded(document.text)),
        )

    def _entity_keys(self, ids: Iterable[EntityId]) -> dict[EntityId, int]:
        wanted = sorted(set(ids))
        found: dict[EntityId, int] = dict(
            self._connection.execute(
                "SELECT id, key FROM entity WHERE id IN (SELECT value FROM json_each(?))",
                (packed(wanted),),
            ).fetchall()
        )
        new = [id_ for id_ in wanted if id_ not in found]
        if new:
            first = self._next("entity")
            fresh = dict(zip(new, range(first, first + len(new)), strict=True))
            self._connection.executemany(
                "INSERT INTO entity VALUES"
                " (?, ?, ?, '', '', 0, 0, '', '', '[]', '[]', '[]', '[]', '[]', '{}')",
                [(key, id_, key) for id_, key in fresh.items()],
            )
            self._touched.entities.update(fresh.values())
            found.update(fresh)
        return found

    def _add_descriptions(
        self, document: int, statements: Statements, entities: dict[EntityId, int]
    ) -> None:
        # A provisional entity's labels are its mentions', whatever it was put with.
        rows = [
            (
                entities[e.id],
                packed(e.types),
                e.label if e.origin is Origin.REFERENCE else "",
                packed(e.alternative if e.origin is Origin.REFERENCE else ()),
                packed(e.hidden),
                e.origin,
                packed(dict(e.properties)),
            )
            for e in statements.entities
        ]
        self._connection.executemany(
            "INSERT INTO description (entity, types, label, alternative, hidden, origin,"
            " properties, documents) VALUES (?, ?, ?, ?, ?, ?, ?, 1)"
            " ON CONFLICT DO UPDATE SET documents = documents + 1",
            rows,
        )
        self._connection.executemany(
            "INSERT INTO describes SELECT ?, key FROM description WHERE entity = ? AND types = ?"
            " AND label = ? AND alternative = ? AND hidden = ? AND origin = ? AND properties = ?",
            [(document, *row) for row in rows],
        )
        self._touched.entities.update(row[0] for row in rows)

    def _add_mentions(
        self, document: int, statements: Statements, entities: dict[EntityId, int]
    ) -> None:
        rows = [
            (document, entities[m.entity], m.name, m.start, m.count) for m in statements.mentions
        ]
        self._connection.executemany("INSERT INTO mention VALUES (?, ?, ?, ?, ?)", rows)
        counts: Counter[tuple[int, str]] = Counter()
        mentions: Counter[tuple[int, str]] = Counter()
        for _, entity, name, _, count in rows:
            counts[entity, name] += count
            mentions[entity, name] += 1
        self._connection.executemany(
            "INSERT INTO mention_name VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET count = count + excluded.count, mentions = mentions + excluded.mentions",
            [(*key, counts[key], mentions[key]) for key in mentions],
        )
        self._touched.mentioned.update(row[1] for row in rows)

    def _fact_keys(self, facts: Iterable[Fact], entities: dict[EntityId, int]) -> dict[FactId, int]:
        by_id = {fact.id: fact for fact in facts}
        found: dict[FactId, int] = dict(
            self._connection.execute(
                "SELECT id, key FROM fact WHERE id IN (SELECT value FROM json_each(?))",
                (packed(sorted(by_id)),),
            ).fetchall()
        )
        rows = []
        key = self._next("fact")
        for id_, fact in by_id.items():
            if id_ in found:
                continue
            subject, object_ = entities[fact.subject], entities[fact.object]
            predicate = self._predicate(fact.predicate)
            rows.append((key, id_, predicate, subject, object_, subject, object_))
            found[id_] = key
            key += 1
        self._connection.executemany(
            "INSERT INTO fact SELECT ?, ?, ?, ?, ?, s.canonical, o.canonical, 0, 0, 0, '[]'"
            " FROM entity s CROSS JOIN entity o WHERE s.key = ? AND o.key = ?",
            rows,
        )
        return found

    def _predicate(self, name: str) -> int:
        if name not in self._predicates:
            cursor = self._connection.execute("INSERT INTO predicate (name) VALUES (?)", (name,))
            self._predicates[name] = cursor.lastrowid or 0
        return self._predicates[name]

    def _add_evidence(
        self,
        document: int,
        statements: Statements,
        entities: dict[EntityId, int],
        facts: dict[FactId, int],
    ) -> None:
        voice = statements.document.publisher or statements.document.id
        published = statements.document.published.end
        rows, words, speakers, qualifiers = [], [], [], []
        for key, e in enumerate(statements.evidence, self._next("evidence")):
            times = interval(e.time)
            rows.append(
                (
                    key,
                    e.id,
                    facts[e.fact],
                    document,
                    e.kind,
                    e.start,
                    e.end,
                    e.polarity,
                    e.status,
                    CODE[e.modality],
                    e.time,
                    times.start,
                    times.end,
                    e.confidence,
                    voice,
                    published,
                    e.extractor,
                    e.version,
                    e.source,
                    e.rule,
                    e.quote,
                    packed(e.context),
                    packed(e.said_by),
                    packed(e.qualifiers),
                    packed(e.premises),
                )
            )
            self._touched.added[facts[e.fact]].append(
                Heard(
                    e.id,
                    CODE[e.modality],
                    *times,
                    e.kind,
                    voice,
                    e.confidence,
                    published,
                )
            )
            words.append((key, folded(e.quote)))
            speakers += [(key, n, entities[id_]) for n, id_ in enumerate(e.said_by)]
            qualifiers += [
                (key, n, q.name, entities[EntityId(q.value)])
                for n, q in enumerate(e.qualifiers)
                if q.is_entity
            ]
        write = self._connection.executemany
        write(f"INSERT INTO evidence VALUES ({', '.join('?' * 25)})", rows)
        write("INSERT INTO evidence_words (rowid, quote) VALUES (?, ?)", words)
        write("INSERT INTO speaker VALUES (?, ?, ?)", speakers)
        write("INSERT INTO qualifier VALUES (?, ?, ?, ?)", qualifiers)


def _named(statements: Statements) -> set[EntityId]:
    ids = {entity.id for entity in statements.entities}
    ids.update(mention.entity for mention in statements.mentions)
    for fact in statements.facts:
        ids.update((fact.subject, fact.object))
    for evidence in statements.evidence:
        ids.update(evidence.said_by)
        ids.update(EntityId(q.value) for q in evidence.qualifiers if q.is_entity)
    return ids
