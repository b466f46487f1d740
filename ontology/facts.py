"""The reference facts: what the Turtle states between two of its entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rdflib import OWL, RDF, RDFS, URIRef
from rdflib.term import Node

from ontology.ends import Ends, Stated, source_of
from ontology.model import Ontology, PredicateTerm, ReferenceFact
from ontology.qualified import QualifiedFactReader
from ontology.term import TermReader
from ontology.triples import Triples


def read_facts(reader: TermReader, ontology: Ontology) -> tuple[ReferenceFact, ...]:
    """All facts between the entities of `ontology`, in the order of their places."""
    ends = Ends(reader, ontology)
    facts = [
        ReferenceFact(
            str(stated.subject),
            stated.predicate.name,
            str(stated.object),
            stated.statement.file.name,
            stated.statement.start,
            stated.statement.end,
            source=source_of(reader, stated.subject, stated.statement),
        )
        for stated in _triples(reader.triples, ends, ontology)
        if ends.holds(stated)
    ]
    facts += QualifiedFactReader(reader, ontology).read()
    return tuple(sorted((_dated(fact, ontology) for fact in facts), key=_by_place))


def _dated(fact: ReferenceFact, ontology: Ontology) -> ReferenceFact:
    """`fact` since the date of its object, if it has no time and its predicate says `ent:since`."""
    since = ontology.predicates[fact.predicate].since
    if fact.time is not None or since is None:
        return fact
    dates = ontology.entities[fact.object].properties.get(since, ())
    if len(dates) != 1 or dates[0].startswith(".."):
        return fact
    return replace(fact, time=f"{dates[0].partition('/')[0]}/..")


def _triples(triples: Triples, ends: Ends, ontology: Ontology) -> Iterator[Stated]:
    predicates: dict[Node, PredicateTerm] = {
        URIRef(term.iri): term for term in ontology.predicates.values()
    }
    reified = set(triples.instances(RDF.Statement))
    for iri, term in predicates.items():
        for subject, said in triples.using(iri):
            if subject in reified:
                continue  # a misplaced qualifier, which their own reader refuses
            yield Stated(subject, term, said.object, said.statement)
    for outside, term in _standing_for(triples, predicates).items():
        for subject, said in triples.using(outside):
            if ends.fits(subject, term.domain):
                yield Stated(subject, term, said.object, said.statement)


def _standing_for(
    triples: Triples, predicates: dict[Node, PredicateTerm]
) -> dict[Node, PredicateTerm]:
    """Predicates of other vocabularies that ours specialise, such as skos:broader.

    Of entities of the right classes they are read as ours.
    """
    outside: dict[Node, PredicateTerm] = {}
    for iri, term in predicates.items():
        for alignment in (RDFS.subPropertyOf, OWL.equivalentProperty):
            for said in triples.values(iri, alignment):
                if said.object not in predicates:
                    outside.setdefault(said.object, term)
    return outside


def _by_place(fact: ReferenceFact) -> tuple[str, int, str, str, str, str]:
    return fact.file, fact.start, fact.subject, fact.predicate, fact.object, fact.time or ""
