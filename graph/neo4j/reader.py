"""Statements back from the database, as they were put."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from graph.merged import describe
from graph.neo4j.entities import Read, read
from graph.neo4j.layout import STORE, unpacked_schema
from graph.neo4j.query import Query
from graph.neo4j.records import (
    DOCUMENT,
    EVIDENCE,
    JUDGEMENT,
    described,
    document,
    evidence,
    judgement,
    listed,
    locations,
    refused,
)
from graph.review import Review
from graph.rulings import Rulings, standing
from graph.statements import (
    Document,
    DocumentId,
    DocumentKind,
    Entity,
    EntityId,
    Fact,
    Judgement,
    Mention,
    Origin,
    Refused,
    Statements,
)
from graph.store import Held, Schema

_SCHEMA = Query(f"MATCH {STORE} RETURN store.schema AS schema", ("schema",))
_IDS = Query(
    "MATCH (d:Document) WHERE $kind IS NULL OR d.kind = $kind"
    " WITH d.id AS id ORDER BY id RETURN collect(id) AS ids",
    ("ids",),
)
_DOCUMENT = Query(
    f"MATCH (d:Document {{id: $id}}) RETURN collect({listed('d', DOCUMENT)}) AS found", ("found",)
)
_STATEMENTS = Query(
    f"MATCH (d:Document {{id: $id}}) RETURN collect([{listed('d', DOCUMENT)},"
    " COLLECT { MATCH (d)-[s:DESCRIBES]->(x:Entity) RETURN [x.id, s.description] },"
    " COLLECT { MATCH (d)-[m:MENTIONS]->(x:Entity) RETURN [x.id, m.names, m.starts, m.counts] },"
    " COLLECT { MATCH (d)<-[:IN]-(:Evidence)-[:FOR]->(f:Fact)"
    " RETURN DISTINCT [f.extractedSubject, f.predicate, f.extractedObject] },"
    f" COLLECT {{ MATCH (d)<-[:IN]-(e:Evidence) RETURN {listed('e', EVIDENCE)} }},"
    " d.refused]) AS found",
    ("found",),
)
_JUDGEMENTS = Query(
    f"MATCH (j:Judgement) RETURN collect({listed('j', JUDGEMENT)}) AS found", ("found",)
)
_CURATED = Query(
    "UNWIND $ids AS id MATCH (d:Document {id: id})"
    " WHERE EXISTS { (d)<-[:IN]-(:Evidence {kind: 'curated'}) } RETURN collect(id) AS ids",
    ("ids",),
)
_REVIEWS = Query(
    "MATCH (r:Review) WITH r ORDER BY r.id RETURN collect(r.review) AS found", ("found",)
)
_REFUSALS = Query(
    "MATCH (d:Document) WHERE size(d.refused) > 0 WITH d ORDER BY d.id"
    " UNWIND d.refused AS text WITH d.id AS id, text LIMIT $limit"
    " RETURN collect([id, text]) AS found",
    ("found",),
)
_HELD = Query(
    "MATCH (d:Document {kind: $kind}) RETURN collect([d.id, d.extraction, d.locations]) AS found",
    ("found",),
)


class Reader:
    """Reads statements by running queries, inside a transaction or outside."""

    def __init__(self, read: Read) -> None:
        self._read = read

    def schema(self) -> Schema | None:
        """The schema adopted last."""
        (text,) = self._read(_SCHEMA, {})
        return unpacked_schema(text)

    def documents(self, kind: DocumentKind | None) -> list[DocumentId]:
        """Ids of documents, sorted."""
        (ids,) = self._read(_IDS, {"kind": kind.value if kind else None})
        return [DocumentId(id_) for id_ in ids]

    def document(self, id_: DocumentId) -> Document | None:
        """The document, if it is stored."""
        (found,) = self._read(_DOCUMENT, {"id": id_})
        return document(found[0]) if found else None

    def statements(self, id_: DocumentId) -> Statements | None:
        """What the document states, if it is stored."""
        (found,) = self._read(_STATEMENTS, {"id": id_})
        if not found:
            return None
        ((row, descriptions, mentions, facts, stated, kept),) = found
        mentioned = [
            Mention(EntityId(entity), *one)
            for entity, names, starts, counts in mentions
            for one in zip(names, starts, counts, strict=True)
        ]
        return Statements(
            document(row),
            tuple(_as_put(entity, text, mentioned) for entity, text in descriptions),
            tuple(mentioned),
            tuple(Fact(*map(EntityId, fact)) for fact in facts),
            tuple(evidence(id_, one) for one in stated),
            refused(kept),
        )

    def entities(self, ids: Sequence[EntityId]) -> dict[EntityId, Entity]:
        """Those of `ids` that are stored, as described."""
        rulings = Rulings.of(self.judgements())
        return {
            EntityId(id_): found.entity for id_, found in read(self._read, ids, rulings).items()
        }

    def judgements(self, *, replaced: bool = False) -> tuple[Judgement, ...]:
        """The judgements that stand, or all on record, sorted."""
        (found,) = self._read(_JUDGEMENTS, {})
        recorded = map(judgement, found)
        return tuple(sorted(recorded) if replaced else standing(recorded))

    def curated(self, ids: Sequence[DocumentId]) -> set[DocumentId]:
        """Those of `ids` that have evidence entered by people."""
        (found,) = self._read(_CURATED, {"ids": list(ids)})
        return {DocumentId(id_) for id_ in found}

    def reviews(self) -> tuple[Review, ...]:
        """Curated evidence whose text changed."""
        (found,) = self._read(_REVIEWS, {})
        return tuple(Review.from_json(orjson.loads(text)) for text in found)

    def refusals(self, limit: int) -> list[tuple[DocumentId, Refused]]:
        """Refused claims with their documents."""
        (found,) = self._read(_REFUSALS, {"limit": limit})
        return [(DocumentId(id_), one) for id_, text in found for one in refused([text])]

    def held(self) -> dict[str, Held]:
        """Every location of source documents, by uri."""
        (found,) = self._read(_HELD, {"kind": DocumentKind.SOURCE.value})
        held = {
            x.uri: Held(DocumentId(id_), extraction, x.title, x.publisher, x.date, x.address)
            for id_, extraction, text in found
            for x in locations(text)
        }
        return dict(sorted(held.items()))


def _as_put(id_: str, text: str, mentions: list[Mention]) -> Entity:
    entity = described(id_, text)
    if entity.origin is Origin.REFERENCE:
        return entity
    return describe(entity.id, [entity], [(m.name, m.count) for m in mentions if m.entity == id_])
