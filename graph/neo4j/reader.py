"""Statements back from the database, as they were put."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from graph.merged import describe
from graph.neo4j.entities import Rows, read
from graph.neo4j.layout import STORE, unpacked_schema
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
from graph.rulings import Rulings
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


class Reader:
    """Reads statements by running queries, inside a transaction or outside."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def schema(self) -> Schema | None:
        """The schema adopted last."""
        (row,) = self._rows(f"MATCH {STORE} RETURN store.schema", {})
        return unpacked_schema(row[0])

    def documents(self, kind: DocumentKind | None) -> list[DocumentId]:
        """Ids of documents, sorted."""
        (row,) = self._rows(
            "MATCH (d:Document) WHERE $kind IS NULL OR d.kind = $kind"
            " WITH d.id AS id ORDER BY id RETURN collect(id)",
            {"kind": kind.value if kind else None},
        )
        return [DocumentId(id_) for id_ in row[0]]

    def document(self, id_: DocumentId) -> Document | None:
        """The document, if it is stored."""
        rows = self._rows(
            f"MATCH (d:Document {{id: $id}}) RETURN {listed('d', DOCUMENT)}", {"id": id_}
        )
        return document(rows[0][0]) if rows else None

    def statements(self, id_: DocumentId) -> Statements | None:
        """What the document states, if it is stored."""
        rows = self._rows(
            f"MATCH (d:Document {{id: $id}}) RETURN {listed('d', DOCUMENT)},"
            " COLLECT { MATCH (d)-[s:DESCRIBES]->(x:Entity) RETURN [x.id, s.description] },"
            " COLLECT { MATCH (d)-[m:MENTIONS]->(x:Entity)"
            " RETURN [x.id, m.names, m.starts, m.counts] },"
            " COLLECT { MATCH (d)<-[:IN]-(:Evidence)-[:FOR]->(f:Fact)"
            " RETURN DISTINCT [f.extractedSubject, f.predicate, f.extractedObject] },"
            f" COLLECT {{ MATCH (d)<-[:IN]-(e:Evidence) RETURN {listed('e', EVIDENCE)} }},"
            " d.refused",
            {"id": id_},
        )
        if not rows:
            return None
        row, descriptions, mentions, facts, stated, kept = rows[0]
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
            EntityId(id_): found.entity for id_, found in read(self._rows, ids, rulings).items()
        }

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that stand, sorted."""
        rows = self._rows(f"MATCH (j:Judgement) RETURN {listed('j', JUDGEMENT)}", {})
        return tuple(sorted(judgement(row) for (row,) in rows))

    def curated(self, ids: Sequence[DocumentId]) -> set[DocumentId]:
        """Those of `ids` that have evidence entered by people."""
        rows = self._rows(
            "UNWIND $ids AS id MATCH (d:Document {id: id})"
            " WHERE EXISTS { (d)<-[:IN]-(:Evidence {kind: 'curated'}) } RETURN id",
            {"ids": list(ids)},
        )
        return {DocumentId(id_) for (id_,) in rows}

    def reviews(self) -> tuple[Review, ...]:
        """Curated evidence whose text changed."""
        rows = self._rows("MATCH (r:Review) RETURN r.review ORDER BY r.id", {})
        return tuple(Review.from_json(orjson.loads(text)) for (text,) in rows)

    def refusals(self, limit: int) -> list[tuple[DocumentId, Refused]]:
        """Refused claims with their documents."""
        rows = self._rows(
            "MATCH (d:Document) WHERE size(d.refused) > 0 WITH d ORDER BY d.id"
            " UNWIND d.refused AS text RETURN d.id, text LIMIT $limit",
            {"limit": limit},
        )
        return [(DocumentId(id_), one) for id_, text in rows for one in refused([text])]

    def held(self) -> dict[str, Held]:
        """Every location of source documents, by uri."""
        (row,) = self._rows(
            "MATCH (d:Document {kind: $kind}) RETURN collect([d.id, d.extraction, d.locations])",
            {"kind": DocumentKind.SOURCE.value},
        )
        found = {
            x.uri: Held(DocumentId(id_), extraction, x.title, x.publisher, x.date, x.address)
            for id_, extraction, text in row[0]
            for x in locations(text)
        }
        return dict(sorted(found.items()))


def _as_put(id_: str, text: str, mentions: list[Mention]) -> Entity:
    entity = described(id_, text)
    if entity.origin is Origin.REFERENCE:
        return entity
    return describe(entity.id, [entity], [(m.name, m.count) for m in mentions if m.entity == id_])
