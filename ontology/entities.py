"""The reference entities: whatever the Turtle types as one of its classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import RDF, RDFS, SKOS, XSD, Literal, URIRef
from rdflib.term import Node

from ontology.literal import EDTF, is_of
from ontology.model import ClassTerm, PropertyTerm, ReferenceEntity
from ontology.term import TermReader, local_name
from ontology.triples import is_english
from ontology.turtle import Statement
from ontology.vocabulary import short


def read_entities(
    reader: TermReader, classes: Mapping[str, ClassTerm], properties: Mapping[str, PropertyTerm]
) -> Mapping[str, ReferenceEntity]:
    """The entities by IRI, sorted. What several files say of one adds up."""
    found: dict[str, ReferenceEntity] = {}
    for subject in _typed(reader):
        if isinstance(subject, URIRef):
            found[str(subject)] = _entity(reader, subject, classes, properties)
        else:
            said = reader.triples.values(subject, RDF.type)[0]
            reader.refuse(
                subject,
                f"an entity ({short(said.object)}) without an IRI",
                "name it, such as id:its-name",
                said.statement,
            )
    return dict(sorted(found.items()))


def _typed(reader: TermReader) -> Iterator[Node]:
    """The subjects typed by a class of the domain; types that are not declared are refused."""
    seen: set[Node] = set()
    for subject, said in reader.triples.using(RDF.type):
        if str(said.object) in reader.declared_classes:
            if subject not in seen and str(subject) not in reader.declared_classes:
                seen.add(subject)
                yield subject
        elif reader.is_ours(said.object) and not reader.triples.types(said.object):
            reader.class_name(subject, said.object, said.statement)


def _entity(
    reader: TermReader,
    subject: URIRef,
    classes: Mapping[str, ClassTerm],
    properties: Mapping[str, PropertyTerm],
) -> ReferenceEntity:
    preferred, place = _preferred(reader, subject)
    alternative = {
        str(said.object)
        for predicate in (SKOS.altLabel, SKOS.prefLabel)
        for said in reader.triples.values(subject, predicate)
        if isinstance(said.object, Literal)
    } - {preferred}
    hidden = {str(said.object) for said in reader.triples.values(subject, SKOS.hiddenLabel)}
    types = _most_specific(reader, subject, classes)
    return ReferenceEntity(
        iri=str(subject),
        types=types,
        label=preferred,
        alternative=tuple(sorted(alternative)),
        hidden=tuple(sorted(hidden - alternative - {preferred})),
        properties=_properties(reader, subject, types, classes, properties),
        file=place.file.name,
        start=place.start,
        end=place.end,
    )


def _preferred(reader: TermReader, subject: URIRef) -> tuple[str, Statement]:
    """The English preferred label and the statement that gives it: there the entity is."""
    label = reader.text(subject, SKOS.prefLabel)
    if label is not None:
        said = reader.triples.values(subject, SKOS.prefLabel)
        return label, next(x.statement for x in said if is_english(x.object))
    statement = reader.triples.values(subject, RDF.type)[0].statement
    fix = f'add skos:prefLabel "…"@en to {short(subject)}'
    if reader.triples.values(subject, RDFS.label):
        fix = "write skos:prefLabel instead of rdfs:label, which is for terms"
    reader.refuse(subject, "an entity without a preferred label in English", fix, statement)
    return local_name(subject), statement


def _most_specific(
    reader: TermReader, subject: URIRef, classes: Mapping[str, ClassTerm]
) -> tuple[str, ...]:
    stated = {
        local_name(str(type_))
        for type_ in reader.triples.types(subject)
        if str(type_) in reader.declared_classes
    }
    implied = {above for name in stated for above in classes[name].superclasses if above != name}
    return tuple(sorted(stated - implied))


def _properties(
    reader: TermReader,
    subject: URIRef,
    types: tuple[str, ...],
    classes: Mapping[str, ClassTerm],
    properties: Mapping[str, PropertyTerm],
) -> dict[str, tuple[str, ...]]:
    by_iri = {URIRef(term.iri): term for term in properties.values()}
    above = {name for type_ in types for name in classes[type_].superclasses}
    values: dict[str, list[str]] = {}
    for said in reader.triples.said_of(subject):
        term = by_iri.get(said.predicate) if isinstance(said.predicate, URIRef) else None
        if term is None:
            continue
        if term.domain and not above.intersection(term.domain):
            reader.refuse(
                subject,
                f"{short(said.predicate)} is of {' or '.join(term.domain)}, and this is "
                f"{' and '.join(types)}",
                "remove it, correct the entity's class, or widen the property's rdfs:domain",
                said.statement,
            )
        ranges = [x.object for x in reader.triples.values(said.predicate, RDFS.range)]
        datatype = ranges[0] if ranges else XSD.string
        if not is_of(said.object, datatype):
            reader.refuse(
                subject,
                f"{short(said.predicate)} {str(said.object)!r} is not of type {short(datatype)}",
                f"write it as {_EXAMPLES.get(datatype, f'a literal of type {short(datatype)}')}",
                said.statement,
            )
        values.setdefault(term.name, []).append(str(said.object))
    return {name: tuple(dict.fromkeys(values[name])) for name in properties if name in values}


_EXAMPLES: dict[Node, str] = {
    EDTF: 'a date such as "2023-07-11", "2023-07" or "2023-07-11/2023-07-12"',
    XSD.string: "a text in quotes",
    XSD.anyURI: "<https://…>",
}


def check_predicates_used(reader: TermReader) -> None:
    """Refuse predicates from our namespaces that nothing declares."""
    triples = reader.triples
    declared = [str(term) for term in triples.subjects() if reader.is_ours(term)]
    for predicate in triples.predicates():
        if reader.is_ours(predicate) and not triples.types(predicate):
            (subject, said), *more = triples.using(predicate)
            reader.refuse(
                subject,
                f"{short(predicate)} is not a declared term"
                f"{reader.suggestion(predicate, declared)}"
                f"{f' (used {len(more)} times more)' if more else ''}",
                "correct the name, or declare it as an owl:ObjectProperty, "
                "owl:DatatypeProperty or ent:Qualifier with an rdfs:label",
                said.statement,
            )
