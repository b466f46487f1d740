"""RDF out: datasets with every statement, or the asserted facts alone.

The default graph holds the asserted facts, between merged entities, with the
entities' labels and types. Each document's statements stand in a named graph
of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from graph.exchange.quads import Quads, asserted_quad, judgement_quads, review_quads
from graph.exchange.selection import Selection
from graph.exchange.terms import PREFIXES
from graph.statements import EntityId, Modality


def write_nquads(selection: Selection, out: IO[bytes]) -> None:
    """N-Quads, without blank nodes: sorted lines are a canonical form."""
    serialize(_dataset(selection), out, RdfFormat.N_QUADS)


def write_trig(selection: Selection, out: IO[bytes]) -> None:
    """TriG: the same dataset for human eyes."""
    serialize(_dataset(selection), out, RdfFormat.TRIG, prefixes=PREFIXES)


def write_jsonld(selection: Selection, out: IO[bytes]) -> None:
    """JSON-LD 1.1: the same dataset."""
    serialize(_dataset(selection), out, RdfFormat.JSON_LD, prefixes=PREFIXES)


def write_turtle(selection: Selection, out: IO[bytes]) -> None:
    """Turtle: the asserted facts and the entities they are about."""
    triples = (Triple(q.subject, q.predicate, q.object) for q in _asserted(selection))
    serialize(triples, out, RdfFormat.TURTLE, prefixes=PREFIXES)


def _dataset(selection: Selection) -> Iterator[Quad]:
    yield from _asserted(selection)
    quads = Quads(selection.iris)
    for statements in selection:
        yield from quads.of(statements)
    if selection.everything:
        for judgement in selection.store.judgements(replaced=True):
            yield from judgement_quads(judgement)
        for review in selection.store.reviews():
            yield from review_quads(review)


def _asserted(selection: Selection) -> Iterator[Quad]:
    quads = Quads(selection.iris)
    canonical = selection.canonical()
    facts: set[tuple[EntityId, str, EntityId]] = set()
    for statements in selection:
        asserted = {
            e.fact
            for e in statements.evidence
            if e.modality is Modality.ASSERTED and e.id not in selection.rulings.retracted
        }
        for fact in statements.facts:
            if fact.id in asserted and not selection.rulings.silences(fact):
                subject = canonical.get(fact.subject, fact.subject)
                object_ = canonical.get(fact.object, fact.object)
                facts.add((subject, fact.predicate, object_))
    ends = {end for subject, _, object_ in facts for end in (subject, object_)}
    for id_, entity in selection.entities(ends).items():
        yield from sorted(
            (Quad(NamedNode(id_), p, o, DefaultGraph()) for p, o in quads.entity(entity)), key=str
        )
    for subject, predicate, object_ in sorted(facts):
        yield asserted_quad(subject, quads.term(predicate), object_)
