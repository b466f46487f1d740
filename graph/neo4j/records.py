"""Statements as properties of nodes, and back.

Neo4j holds texts, numbers and flat lists of them. What is nested stands as
JSON, beside the properties that a person in Neo4j Browser reads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import orjson

from graph.neo4j.names import property_
from graph.plan.fields import QUALIFIER
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
    FactId,
    Judgement,
    Location,
    Origin,
    Polarity,
    Qualifier,
    Refused,
    Span,
    Standing,
    Statements,
    Status,
    Verdict,
    interval,
)
from graph.statements.words import folded

Properties = dict[str, Any]

CAPTION = 80
"""Characters of a quote that a node is captioned with."""
AROUND = 300
"""Code points of the text that are kept on either side of a quote."""


def packed(value: Any) -> str:
    """`value` as JSON."""
    return orjson.dumps(value).decode()


def document_properties(statements: Statements) -> Properties:
    """A document's node, with what it keeps of refused claims."""
    document = statements.document
    published = document.published
    return {
        "id": document.id,
        "kind": document.kind.value,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "date": document.date,
        "from": published.start,
        "to": published.end,
        "address": document.address,
        "language": document.language,
        "mediaType": document.media_type,
        "length": len(document.text),
        "text": document.text,
        "evidenceCount": len(statements.evidence),
        "inferredDate": document.inferred_date,
        "extraction": document.extraction,
        "locations": packed([location.as_json() for location in document.locations]),
        "blocks": packed([[b.start, b.end, b.kind.value, b.level] for b in document.blocks]),
        "refused": [packed(list(each)) for each in statements.refused],
        "titleWords": folded(document.title),
        "words": folded(document.text),
    }


DOCUMENT = (
    "text",
    "kind",
    "locations",
    "blocks",
    "mediaType",
    "language",
    "inferredDate",
    "extraction",
)
"""The properties that `document` reads, in its order."""


def document(row: list[Any]) -> Document:
    """A document back from its properties."""
    text, kind, locations_, blocks, media_type, language, inferred_date, extraction = row
    return Document(
        text,
        DocumentKind(kind),
        locations(locations_),
        tuple(
            Block(start, end, BlockKind(name), level)
            for start, end, name, level in orjson.loads(blocks)
        ),
        media_type,
        language,
        inferred_date,
        extraction,
    )


def refused(texts: list[str] | None) -> tuple[Refused, ...]:
    """Refused claims back from JSON."""
    return tuple(Refused.of(orjson.loads(text)) for text in texts or ())


def locations(text: str) -> tuple[Location, ...]:
    """Locations back from JSON."""
    return tuple(map(Location.of, orjson.loads(text)))


def silenced(standing: Standing) -> str | None:
    """The property that marks an evidence which does not count."""
    return None if standing is Standing.COUNTED else standing.value


EVIDENCE_NODE = (
    *("id", "name", "fact", "document", "kind", "start", "end", "quote", "before", "after"),
    *("context", "polarity", "status", "modality", "saidBy", "time", "from", "to"),
    *("qualifiers", "confidence", "extractor", "version", "source", "rule", "premises"),
    *("voice", "published", "words", "silenced"),
)
"""The properties of an evidence's node."""


def evidence_node(document: Document) -> Callable[[Evidence, Standing], list[Any]]:
    """What gives the values of `EVIDENCE_NODE` for each evidence of `document`.

    Qualifiers and speakers that are entities are relationships too.
    """
    text, id_, voice_, published = document.text, document.id, voice(document), document.published

    def values(evidence: Evidence, standing: Standing) -> list[Any]:
        start, end, quote = evidence.start, evidence.end, evidence.quote
        times = interval(evidence.time)
        return [
            evidence.id,
            quote[:CAPTION],
            evidence.fact,
            id_,
            evidence.kind.value,
            start,
            end,
            quote,
            text[max(0, start - AROUND) : start],
            text[end : end + AROUND],
            packed([list(span) for span in evidence.context]) if evidence.context else "[]",
            evidence.polarity.value,
            evidence.status.value,
            evidence.modality.value,
            list(evidence.said_by),
            evidence.time,
            times.start,
            times.end,
            packed([list(q) for q in evidence.qualifiers]) if evidence.qualifiers else "[]",
            evidence.confidence,
            evidence.extractor,
            evidence.version,
            evidence.source,
            evidence.rule,
            list(evidence.premises),
            voice_,
            published.end,
            folded(quote),
            silenced(standing),
        ]

    return values


def literal_qualifiers(evidence: Evidence) -> Properties:
    """Further properties of its node, for qualifiers that are no entities."""
    return {QUALIFIER + q.name: q.value for q in evidence.qualifiers if not q.is_entity}


def voice(document: Document) -> str:
    """Who stands behind what a document says: its publisher, or nobody but itself."""
    return document.publisher or document.id


EVIDENCE = (
    "fact",
    "kind",
    "start",
    "end",
    "quote",
    "context",
    "polarity",
    "status",
    "saidBy",
    "time",
    "qualifiers",
    "confidence",
    "extractor",
    "version",
    "source",
    "rule",
    "premises",
)
"""The properties that `evidence` reads, in its order."""


def evidence(document_: DocumentId, row: list[Any]) -> Evidence:
    """An evidence of a document back from its properties."""
    (
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
        *rest,
        premises,
    ) = row
    confidence, extractor, version, source, rule = rest
    return Evidence(
        FactId(fact),
        document_,
        EvidenceKind(kind),
        start,
        end,
        quote,
        tuple(Span(*span) for span in orjson.loads(context)),
        Polarity(polarity),
        Status(status),
        tuple(EntityId(id_) for id_ in said_by),
        time,
        tuple(Qualifier(*q) for q in orjson.loads(qualifiers)),
        confidence,
        extractor,
        version,
        source,
        rule,
        tuple(FactId(id_) for id_ in premises),
    )


def description(entity: Entity) -> str:
    """How a document describes an entity, as JSON."""
    return packed(
        [
            entity.types,
            entity.label,
            entity.alternative,
            entity.hidden,
            entity.origin.value,
            {name: list(values) for name, values in entity.properties.items()},
        ]
    )


def described(id_: str, text: str) -> Entity:
    """An entity back from how a document describes it."""
    types, label, alternative, hidden, origin, properties = orjson.loads(text)
    return Entity(
        EntityId(id_),
        tuple(types),
        label,
        tuple(alternative),
        tuple(hidden),
        Origin(origin),
        {name: tuple(values) for name, values in properties.items()},
    )


def literal_properties(properties: Mapping[str, tuple[str, ...]]) -> Properties:
    """The first value of each literal property, by the name it has on a node."""
    return {property_(name): values[0] for name, values in properties.items() if values}


JUDGEMENT = ("left", "right", "verdict", "by", "when", "note")


def judgement_properties(judgement: Judgement, *, stands: bool) -> Properties:
    """A judgement's node."""
    return {
        "id": judgement.id,
        "name": judgement.verdict.value,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "by": judgement.by,
        "when": judgement.when,
        "note": judgement.note,
        "stands": stands,
    }


def judgement(row: list[Any]) -> Judgement:
    """A judgement back from its properties."""
    left, right, verdict, by, when, note = row
    return Judgement(EntityId(left), EntityId(right), Verdict(verdict), by, when, note)


def listed(variable: str, names: tuple[str, ...]) -> str:
    """The properties `names` of `variable`, as a list."""
    return f"[{', '.join(f'{variable}.`{name}`' for name in names)}]"
