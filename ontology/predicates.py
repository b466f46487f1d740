"""The predicates, literal properties and qualifiers."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import OWL, RDFS, SH, XSD, URIRef

from ontology.literal import is_datatype
from ontology.model import ROLES, PredicateTerm, PropertyTerm, QualifierTerm
from ontology.term import LAST, TermReader, local_name
from ontology.vocabulary import ENT, short


def read_predicates(reader: TermReader) -> Mapping[str, PredicateTerm]:
    """The declared predicates by local name, in their order."""
    terms = [_predicate(reader, term) for term in reader.declared(OWL.ObjectProperty)]
    return {term.name: term for term in sorted(terms, key=lambda term: (term.order, term.name))}


def _predicate(reader: TermReader, term: URIRef) -> PredicateTerm:
    symmetric = OWL.SymmetricProperty in reader.triples.types(term)
    ends = [_end(reader, term, predicate) for predicate in (RDFS.domain, RDFS.range)]
    inverse_name = reader.text(term, ENT.inverseName)
    if symmetric and inverse_name:
        reader.refuse(term, "symmetric, yet with an inverse name", "remove ent:inverseName")
    if symmetric and all(ends) and sorted(ends[0]) != sorted(ends[1]):
        reader.refuse(
            term, "symmetric, yet its domain and range differ", "make them the same classes"
        )
    order = reader.order(term)
    return PredicateTerm(
        iri=str(term),
        name=local_name(term),
        label=reader.label(term, "predicate"),
        definition=reader.definition(term),
        inverse_name=inverse_name,
        inverse_label=reader.text(term, ENT.inverseLabel),
        domain=ends[0],
        range=ends[1],
        symmetric=symmetric,
        order=LAST if order is None else order,
        role=_role(reader, term),
        since=_since(reader, term),
    )


def _since(reader: TermReader, term: URIRef) -> str | None:
    said = reader.single(term, ENT.since)
    if said is None:
        return None
    declared = reader.declared(OWL.DatatypeProperty)
    if said.object not in declared:
        near = reader.suggestion(said.object, map(str, declared))
        reader.refuse(
            term,
            f"ent:since {short(said.object)} is not a declared literal property{near}",
            "name an owl:DatatypeProperty that holds a date, such as ent:startDate",
            said.statement,
        )
    return local_name(URIRef(str(said.object)))


def _role(reader: TermReader, term: URIRef) -> str | None:
    role = reader.text(term, ENT.role)
    if role is not None and role not in ROLES:
        reader.refuse(term, f"no ent:role {role!r}", f"write {', '.join(ROLES)}, or leave it out")
    return role


def _end(reader: TermReader, term: URIRef, predicate: URIRef) -> tuple[str, ...]:
    if not reader.triples.values(term, predicate):
        reader.refuse(
            term,
            f"predicate without {short(predicate)}",
            f"add {short(predicate)} with a class, or [ owl:unionOf ( … ) ] of several",
        )
    return reader.class_names(term, predicate) or ()


def read_properties(reader: TermReader) -> Mapping[str, PropertyTerm]:
    """The declared literal properties by local name, in their order."""
    terms = [_property(reader, term) for term in reader.declared(OWL.DatatypeProperty)]
    return {term.name: term for term in sorted(terms, key=lambda term: (term.order, term.name))}


def _property(reader: TermReader, term: URIRef) -> PropertyTerm:
    said = reader.single(term, RDFS.range)
    datatype = said.object if said else XSD.string
    if not is_datatype(datatype):
        reader.refuse(
            term,
            f"a literal property whose rdfs:range is {short(datatype)}",
            "name a datatype such as xsd:string, or declare an owl:ObjectProperty",
            said.statement if said else None,
        )
    order = reader.order(term)
    return PropertyTerm(
        iri=str(term),
        name=local_name(term),
        label=reader.label(term, "property"),
        definition=reader.definition(term),
        domain=reader.class_names(term, RDFS.domain) or (),
        datatype=str(datatype),
        indexed=reader.flag(term, ENT.indexed),
        order=LAST if order is None else order,
        single=_single(reader, term),
    )


def _single(reader: TermReader, term: URIRef) -> bool:
    """Whether a shape with this path says sh:maxCount 1, for whichever of its classes."""
    return any(
        str(most.object) == "1"
        for shape, path in reader.triples.using(SH.path)
        if path.object == term
        for most in reader.triples.values(shape, SH.maxCount)
    )


def read_qualifiers(reader: TermReader) -> Mapping[str, QualifierTerm]:
    """The declared qualifiers by local name, sorted."""
    terms = [_qualifier(reader, term) for term in reader.declared(ENT.Qualifier)]
    return {term.name: term for term in sorted(terms, key=lambda term: term.name)}


def _qualifier(reader: TermReader, term: URIRef) -> QualifierTerm:
    ranges = reader.triples.values(term, RDFS.range)
    literal = all(is_datatype(said.object) for said in ranges)
    return QualifierTerm(
        iri=str(term),
        name=local_name(term),
        label=reader.label(term, "qualifier"),
        definition=reader.definition(term),
        range=() if literal else reader.class_names(term, RDFS.range) or (),
    )
