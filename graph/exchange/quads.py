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
    REVIEWS,
    SKOS,
    TYPE,
    document_node,
    domain_term,
    evidence_node,
    fact_node,
    judgement_node,
    review_node,
    st,
)
from graph.review import Review
from graph.statements import (
    PAIRWISE,
    Document,
    Entity,
    Evidence,
    Fact,
    Judgement,
    Mention,
    Statements,
    Verdict,
)

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
        return NamedNode(self._iris[name]) if name in self._iris else domain_term(name)

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
            yield document_node(document.id), [(st("location"), node)]
            known = (location.title, location.publisher, location.date, location.address)
            names = (DC + "title", DC + "publisher", DC + "date", DC + "source")
            yield (
                node,
                [
                    (st("uri"), _text(location.uri)),
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
        if statements.refused:
            yield (
                document_node(document.id),
                [(st("refused"), _json([list(each) for each in statements.refused]))],
            )

    def _document(self, document: Document) -> Iterator[Pair]:
        yield TYPE, st("Document")
        yield st("documentKind"), _text(document.kind.value)
        yield st("text"), _text(document.text)
        yield (
            st("blocks"),
            _json([[b.start, b.end, b.kind.value, b.level] for b in document.blocks]),
        )
        yield Node(DC + "format"), _text(document.media_type)
        yield Node(DC + "language"), _text(document.language)
        yield st("extraction"), _text(document.extraction)
        if document.inferred_date:
            yield st("inferredDate"), _text(document.inferred_date)

    def entity(self, entity: Entity) -> Iterator[Pair]:
        """What describes an entity: types, labels, properties."""
        for type_ in entity.types:
            yield TYPE, self.term(type_)
        yield st("origin"), _text(entity.origin.value)
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
        yield TYPE, st("Mention")
        yield st("entity"), NamedNode(mention.entity)
        yield st("name"), _text(mention.name)
        yield st("start"), _integer(mention.start)
        yield st("count"), _integer(mention.count)

    def _fact(self, fact: Fact) -> Iterator[Pair]:
        yield TYPE, NamedNode(RDF + "Statement")
        yield NamedNode(RDF + "subject"), NamedNode(fact.subject)
        yield NamedNode(RDF + "predicate"), self.term(fact.predicate)
        yield NamedNode(RDF + "object"), NamedNode(fact.object)

    def _evidence(self, evidence: Evidence) -> Iterator[Pair]:
        yield TYPE, st("Evidence")
        yield TYPE, Node(OA + "Annotation")
        yield st("fact"), fact_node(evidence.fact)
        yield Node(OA + "hasSource"), document_node(evidence.document)
        yield st("kind"), _text(evidence.kind.value)
        yield Node(OA + "start"), _integer(evidence.start)
        yield Node(OA + "end"), _integer(evidence.end)
        yield Node(OA + "exact"), _text(evidence.quote)
        yield st("polarity"), _text(evidence.polarity.value)
        yield st("status"), _text(evidence.status.value)
        yield st("modality"), _text(evidence.modality.value)
        yield st("confidence"), Literal(repr(evidence.confidence), datatype=DOUBLE)
        if evidence.context:
            yield st("context"), _json([list(span) for span in evidence.context])
        for speaker in evidence.said_by:
            yield st("saidBy"), NamedNode(speaker)
        if len(evidence.said_by) > 1:  # a set of triples has no order
            yield st("speakers"), _json(evidence.said_by)
        for name, value, is_entity in evidence.qualifiers:
            yield self.term(name), NamedNode(value) if is_entity else _text(value)
        if evidence.qualifiers:
            yield st("qualifiers"), _json([list(q) for q in evidence.qualifiers])
        for name, given in (
            ("time", evidence.time),
            ("extractor", evidence.extractor),
            ("version", evidence.version),
            ("rule", evidence.rule),
        ):
            if given:
                yield st(name), _text(given)
        if evidence.source:
            yield Node(DC + "source"), _text(evidence.source)
        if evidence.premises:
            yield st("premises"), _json(evidence.premises)


def judgement_quads(judgement: Judgement) -> Iterator[Quad]:
    """A judgement, in the graph of all judgements."""
    node = judgement_node(judgement.id)
    of_evidence = judgement.verdict is Verdict.RETRACTED
    left, right = judgement.left, judgement.right
    for predicate, object_ in (
        (TYPE, st("Judgement")),
        (st("left"), evidence_node(left) if of_evidence else NamedNode(left)),
        (st("right"), NamedNode(right) if judgement.verdict in PAIRWISE else _text(right)),
        (st("verdict"), _text(judgement.verdict.value)),
        (st("by"), _text(judgement.by)),
        (st("when"), _text(judgement.when)),
        (st("note"), _text(judgement.note)),
    ):
        yield Quad(node, predicate, object_, JUDGEMENTS)


def review_quads(review: Review) -> Iterator[Quad]:
    """Curated evidence that waits for a person, in the graph of all such."""
    node = review_node(review.id)
    yield Quad(node, TYPE, st("Review"), REVIEWS)
    yield Quad(node, st("review"), _json(review.as_json()), REVIEWS)


def asserted_quad(subject: str, predicate: NamedNode, object_: str) -> Quad:
    """A fact in the default graph."""
    return Quad(NamedNode(subject), predicate, NamedNode(object_), DefaultGraph())
