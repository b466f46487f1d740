"""Statements back from rows, as they were put."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

import orjson

from graph.merged import describe
from graph.review import Review
from graph.rulings import Rulings
from graph.sqlite.codes import entity, packed, texts
from graph.sqlite.identities import Identities
from graph.sqlite.judging import judgement
from graph.statements import (
    Block,
    BlockKind,
    Document,
    DocumentId,
    DocumentKind,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Fact,
    FactId,
    Judgement,
    Location,
    Mention,
    Origin,
    Polarity,
    Qualifier,
    Refused,
    Span,
    Statements,
    Status,
)
from graph.store import NO_SCHEMA, Held, Schema
from ontology.lexicon import Affix

SCHEMA = "schema"
"""The setting that holds the schema adopted last."""


class Reader:
    """Reads statements through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._connection = connection

    def document(self, id_: DocumentId) -> Document | None:
        """The document, if it is stored."""
        row = self._run(
            "SELECT text, kind, locations, blocks, media_type, language, inferred_date, extraction"
            " FROM document JOIN document_text ON document = key WHERE id = ?",
            (id_,),
        ).fetchone()
        if row is None:
            return None
        text, kind, locations, blocks, media_type, language, inferred, extraction = row
        return Document(
            text,
            DocumentKind(kind),
            tuple(map(Location.of, orjson.loads(locations))),
            tuple(
                Block(start, end, BlockKind(block), level)
                for start, end, block, level in orjson.loads(blocks)
            ),
            media_type,
            language,
            inferred,
            extraction,
        )

    def statements(self, id_: DocumentId) -> Statements | None:
        """What the document states, if it is stored."""
        document = self.document(id_)
        if document is None:
            return None
        key, kept = self._run("SELECT key, refused FROM document WHERE id = ?", (id_,)).fetchone()
        mentions = [
            Mention(EntityId(entity_), name, start, count)
            for entity_, name, start, count in self._run(
                "SELECT e.id, m.name, m.start, m.count FROM mention m"
                " CROSS JOIN entity e ON e.key = m.entity WHERE m.document = ?",
                (key,),
            )
        ]
        facts = [
            Fact(EntityId(subject), predicate, EntityId(object_))
            for subject, predicate, object_ in self._run(
                "SELECT s.id, p.name, o.id FROM (SELECT DISTINCT fact FROM evidence"
                " WHERE document = ?) CROSS JOIN fact f ON f.key = fact"
                " JOIN predicate p ON p.key = f.predicate"
                " JOIN entity s ON s.key = f.extracted_subject"
                " JOIN entity o ON o.key = f.extracted_object",
                (key,),
            )
        ]
        return Statements(
            document,
            tuple(self._entities(key, mentions)),
            tuple(mentions),
            tuple(facts),
            tuple(self._evidence(key, id_)),
            tuple(Refused.of(each) for each in orjson.loads(kept)),
        )

    def _entities(self, document: int, mentions: Iterable[Mention]) -> list[Entity]:
        names: dict[EntityId, list[tuple[str, int]]] = defaultdict(list)
        for mention in mentions:
            names[mention.entity].append((mention.name, mention.count))
        described = [
            entity(*columns)
            for columns in self._run(
                "SELECT e.id, d.types, d.label, d.alternative, d.hidden, d.origin, d.properties"
                " FROM describes JOIN description d ON d.key = description"
                " JOIN entity e ON e.key = d.entity WHERE document = ?",
                (document,),
            )
        ]
        return [
            e if e.origin is Origin.REFERENCE else describe(e.id, [e], names[e.id])
            for e in described
        ]

    def _evidence(self, key: int, document: DocumentId) -> list[Evidence]:
        return [
            Evidence(
                FactId(fact),
                document,
                EvidenceKind(kind),
                start,
                end,
                quote,
                tuple(Span(*span) for span in orjson.loads(context)),
                Polarity(polarity),
                Status(status),
                tuple(EntityId(id_) for id_ in texts(said_by)),
                time,
                tuple(Qualifier(*q) for q in orjson.loads(qualifiers)),
                confidence,
                extractor,
                version,
                source,
                rule,
                tuple(FactId(id_) for id_ in texts(premises)),
            )
            for (
                fact,
                kind,
                start,
                end,
                quote,
                context,
                polarity,
                status,
                said_by,
                time,
                qualifiers,
                confidence,
                extractor,
                version,
                source,
                rule,
                premises,
            ) in self._run(
                "SELECT f.id, e.kind, e.start, e.end, e.quote, e.context, e.polarity, e.status,"
                " e.said_by, e.time, e.qualifiers, e.confidence, e.extractor, e.version, e.source,"
                " e.rule, e.premises FROM evidence e CROSS JOIN fact f ON f.key = e.fact"
                " WHERE e.document = ?",
                (key,),
            )
        ]

    def curated(self, id_: DocumentId) -> bool:
        """Whether the document has evidence that a person entered."""
        row = self._run(
            "SELECT 1 FROM document d CROSS JOIN evidence e ON e.document = d.key"
            " WHERE d.id = ? AND e.kind = ? LIMIT 1",
            (id_, EvidenceKind.CURATED),
        ).fetchone()
        return row is not None

    def documents(self, kind: DocumentKind | None) -> list[DocumentId]:
        """The ids of the stored documents, sorted."""
        return [
            DocumentId(id_)
            for (id_,) in self._run(
                "SELECT id FROM document WHERE ?1 IS NULL OR kind = ?1 ORDER BY id", (kind,)
            )
        ]

    def entities(self, ids: Iterable[EntityId]) -> dict[EntityId, Entity]:
        """Those of `ids` that are stored, as described."""
        found = [
            key
            for (key,) in self._run(
                "SELECT key FROM entity WHERE id IN (SELECT value FROM json_each(?))",
                (packed(sorted(set(ids))),),
            )
        ]
        rulings = Rulings.of(self.judgements())
        described = Identities(self._connection, NO_SCHEMA, (), rulings).described(found)
        return {
            e.entity.id: e.entity for e in sorted(described.values(), key=lambda e: e.entity.id)
        }

    def judgements(self, *, replaced: bool = False) -> tuple[Judgement, ...]:
        """The judgements that stand, or all on record, sorted."""
        rows = self._run(
            "SELECT first, second, verdict, judge, time, note FROM judgement WHERE stands OR ?",
            (replaced,),
        )
        return tuple(sorted(judgement(row) for row in rows))

    def reviews(self) -> tuple[Review, ...]:
        """Curated evidence whose text changed."""
        rows = self._run("SELECT review FROM review ORDER BY evidence")
        return tuple(Review.from_json(orjson.loads(row)) for (row,) in rows)

    def refusals(self, limit: int) -> list[tuple[DocumentId, Refused]]:
        """Refused claims with their documents."""
        rows = self._run(
            "SELECT d.id, each.value FROM document d CROSS JOIN json_each(d.refused) each"
            " WHERE d.refused <> '[]' ORDER BY d.id, each.key LIMIT ?",
            (limit,),
        )
        return [(DocumentId(id_), Refused.of(orjson.loads(row))) for id_, row in rows]

    def held(self) -> dict[str, Held]:
        """Every location of source documents, by uri."""
        found: dict[str, Held] = {}
        for id_, extraction, locations in self._run(
            "SELECT id, extraction, locations FROM document WHERE kind = ? ORDER BY id",
            (DocumentKind.SOURCE,),
        ):
            for x in orjson.loads(locations):
                found[x["uri"]] = Held(
                    DocumentId(id_), extraction, x["title"], x["publisher"], x["date"], x["address"]
                )
        return dict(sorted(found.items()))

    def schema(self) -> Schema | None:
        """The schema adopted last."""
        row = self._run("SELECT value FROM setting WHERE name = ?", (SCHEMA,)).fetchone()
        if row is None:
            return None
        stored = orjson.loads(row[0])
        return Schema(
            {name: tuple(above) for name, above in stored["superclasses"].items()},
            tuple(stored["predicates"]),
            frozenset(stored["symmetric"]),
            stored["reliability"],
            stored["default_reliability"],
            tuple(stored["indexed"]),
            stored["digest"],
            tuple(
                Affix(tuple(x["classes"]), tuple(x["leading"]), tuple(x["trailing"]), x["least"])
                for x in stored.get("affixes", ())
            ),
            stored.get("publishers", {}),
        )
