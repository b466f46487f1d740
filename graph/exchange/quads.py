"""Statements as RDF quads: one named graph a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import orjson
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.exchange.terms import (
    DC,
    DOUBLE,
    INTEGER,
    JSON,
    JUDGEMENTS,
    OA,
    RDF,
    SKOS,
    TYPE,
    document_node,
    ent,
    evidence_node,
    fact_node,
    judgement_node,
)
from graph.statements import Document, Entity, Evidence, Fact, Judgement, Mention, Statements

Node = NamedNode
Pair = tuple[NamedNode, NamedNode | Literal]


def _text(value: str) -> Literal:
    return Literal(value)


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=INTEGER)


def _json(value: object) -> Literal:
    return Literal(orjson.dumps(value).decode(), datatype=JSON)


class Quads:
    """Writes statements as quads; `iris` gives the IRI of an ontology's term by name."""

    def __init__(self, iris: Mapping[str, str]) -> None:
        self._iris = iris

    def term(self, name: str) -> NamedNode:
        """The node of a class, predicate, property or qualifier."""
        return NamedNode(self._iris[name]) if name in self._iris else ent(name)

    def of(self, statements: Statements) -> Iterator[Quad]:
        """The named graph of one document, sorted."""
        graph = document_node(statements.document.id)
        quads = [
            Quad(subject, predicate, object_, graph)
            for subject, pairs in self._nodes(statements)
            for predicate, object_ in pairs
        ]
        yield from sorted(quads, key=str)

    def _nodes(self, statements: Statements) -> Iterator[tuple[NamedNode, list[Pair]]]:
        document = statements.document
        yield document_node(document.id), list(self._document(document))
        for number, location in enumerate(document.locations):
            node = NamedNode(f"{document_node(document.id).value}/location/{number}")
            yield document_node(document.id), [(ent("location"), node)]
            known = (location.title, location.publisher, location.date, location.address)
            names = (DC + "title", DC + "publisher", DC + "date", DC + "source")
            yield (
                node,
                [
                    (ent("uri"), _text(location.uri)),
                    *((Node(n), _text(v)) for n, v in zip(names, known, strict=True) if v),
                ],
            )
        for entity in statements.entities:
            yield NamedNode(entity.id), list(self.entity(entity))
        for number, mention in enumerate(statements.mentions):
            node = NamedNode(f"{document_node(document.id).value}/mention/{number}")
            yield node, list(self._mention(mention))
        for fact in statements.facts:
            yield fact_node(fact.id), list(self._fact(fact))
        for evidence in statements.evidence:
            yield evidence_node(evidence.id), list(self._evidence(evidence))

    def _document(self, document: Document) -> Iterator[Pair]:
        yield TYPE, ent("Document")
        yield ent("documentKind"), _text(document.kind.value)
        yield ent("text"), _text(document.text)
        yield (
            ent("blocks"),
            _json([[b.start, b.end, b.kind.value, b.level] for b in document.blocks]),
        )
        yield Node(DC + "format"), _text(document.media_type)
        yield Node(DC + "language"), _text(document.language)
        yield ent("extraction"), _text(document.extraction)
        if document.inferred_date:
            yield ent("inferredDate"), _text(document.inferred_date)

    def entity(self, entity: Entity) -> Iterator[Pair]:
        """What describes an entity: types, labels, properties."""
        for type_ in entity.types:
            yield TYPE, self.term(type_)
        yield ent("origin"), _text(entity.origin.value)
        for name, labels in (
            ("prefLabel", (entity.label,)),
            ("altLabel", entity.alternative),
            ("hiddenLabel", entity.hidden),
        ):
            for label in labels:
                yield Node(SKOS + name), _text(label)
        for name, values in entity.properties.items():
            for value in values:
                yield self.term(name), _text(value)

    def _mention(self, mention: Mention) -> Iterator[Pair]:
        yield TYPE, ent("Mention")
        yield ent("entity"), NamedNode(mention.entity)
        yield ent("name"), _text(mention.name)
        yield ent("start"), _integer(mention.start)
        yield ent("count"), _integer(mention.count)

    def _fact(self, fact: Fact) -> Iterator[Pair]:
        yield TYPE, NamedNode(RDF + "Statement")
        yield NamedNode(RDF + "subject"), NamedNode(fact.subject)
        yield NamedNode(RDF + "predicate"), self.term(fact.predicate)
        yield NamedNode(RDF + "object"), NamedNode(fact.object)

    def _evidence(self, evidence: Evidence) -> Iterator[Pair]:
        yield TYPE, ent("Evidence")
        yield TYPE, Node(OA + "Annotation")
        yield ent("fact"), fact_node(evidence.fact)
        yield Node(OA + "hasSource"), document_node(evidence.document)
        yield ent("kind"), _text(evidence.kind.value)
        yield Node(OA + "start"), _integer(evidence.start)
        yield Node(OA + "end"), _integer(evidence.end)
        yield Node(OA + "exact"), _text(evidence.quote)
        yield ent("polarity"), _text(evidence.polarity.value)
        yield ent("status"), _text(evidence.status.value)
        yield ent("modality"), _text(evidence.modality.value)
        yield ent("confidence"), Literal(repr(evidence.confidence), datatype=DOUBLE)
        if evidence.context:
            yield ent("context"), _json([list(span) for span in evidence.context])
        for speaker in evidence.said_by:
            yield ent("saidBy"), NamedNode(speaker)
        if len(evidence.said_by) > 1:  # a set of triples has no order
            yield ent("speakers"), _json(evidence.said_by)
        for name, value, is_entity in evidence.qualifiers:
            yield self.term(name), NamedNode(value) if is_entity else _text(value)
        if evidence.qualifiers:
            yield ent("qualifiers"), _json([list(q) for q in evidence.qualifiers])
        for name, given in (
            ("time", evidence.time),
            ("extractor", evidence.extractor),
            ("version", evidence.version),
            ("rule", evidence.rule),
        ):
            if given:
                yield ent(name), _text(given)
        if evidence.source:
            yield Node(DC + "source"), _text(evidence.source)
        if evidence.premises:
            yield ent("premises"), _json(evidence.premises)


def judgement_quads(judgement: Judgement) -> Iterator[Quad]:
    """A judgement, in the graph of all judgements."""
    node = judgement_node(judgement.id)
    for predicate, object_ in (
        (TYPE, ent("Judgement")),
        (ent("left"), NamedNode(judgement.left)),
        (ent("right"), NamedNode(judgement.right)),
        (ent("verdict"), _text(judgement.verdict.value)),
        (ent("by"), _text(judgement.by)),
        (ent("when"), _text(judgement.when)),
        (ent("note"), _text(judgement.note)),
    ):
        yield Quad(node, predicate, object_, JUDGEMENTS)


def asserted_quad(subject: str, predicate: NamedNode, object_: str) -> Quad:
    """A fact in the default graph."""
    return Quad(NamedNode(subject), predicate, NamedNode(object_), DefaultGraph())
