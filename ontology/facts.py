"""The reference facts: what the Turtle states between two of its entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, URIRef
from rdflib.term import Node

from ontology.literal import is_edtf
from ontology.model import Ontology, PredicateTerm, ReferenceFact
from ontology.term import TermReader
from ontology.triples import Said
from ontology.turtle import Statement, file_iri
from ontology.vocabulary import ENT, short

_OF_STATEMENTS = (
    RDF.type,
    RDF.subject,
    RDF.predicate,
    RDF.object,
    RDFS.comment,
    SKOS.note,
    DCTERMS.source,
    ENT.time,
)
"""What may be said of an rdf:Statement beside its qualifiers."""


class _Stated(NamedTuple):
    """A triple that may be a fact, with the statement that makes it."""

    subject: Node
    predicate: PredicateTerm
    object: Node
    statement: Statement


class FactReader:
    """Reads facts between the entities of `ontology`, whose terms are known already."""

    def __init__(self, reader: TermReader, ontology: Ontology) -> None:
        self.reader = reader
        self.triples = reader.triples
        self.ontology = ontology
        self.by_iri = {URIRef(term.iri): term for term in ontology.predicates.values()}
        self.qualifiers = {URIRef(term.iri): term for term in ontology.qualifiers.values()}

    def read(self) -> tuple[ReferenceFact, ...]:
        """All facts in the order of their places."""
        facts = [
            ReferenceFact(
                str(stated.subject),
                stated.predicate.name,
                str(stated.object),
                stated.statement.file.name,
                stated.statement.start,
                stated.statement.end,
                source=self._source(stated.subject, stated.statement),
            )
            for stated in self._plain()
            if self._holds(stated)
        ]
        facts += filter(None, map(self._qualified, self.triples.instances(RDF.Statement)))
        return tuple(sorted(facts, key=_by_place))

    # Plain triples

    def _plain(self) -> Iterator[_Stated]:
        for iri, term in self.by_iri.items():
            for subject, said in self.triples.using(iri):
                yield _Stated(subject, term, said.object, said.statement)
        for outside, term in self._standing_for().items():
            for subject, said in self.triples.using(outside):
                if self._fits(subject, term.domain) and self._fits(said.object, term.range):
                    yield _Stated(subject, term, said.object, said.statement)

    def _standing_for(self) -> dict[Node, PredicateTerm]:
        """Predicates of other vocabularies that ours specialise, such as skos:broader.

        Between entities of the right classes they are read as ours.
        """
        outside: dict[Node, PredicateTerm] = {}
        for iri, term in self.by_iri.items():
            for alignment in (RDFS.subPropertyOf, OWL.equivalentProperty):
                for said in self.triples.values(iri, alignment):
                    if said.object not in self.by_iri:
                        outside.setdefault(said.object, term)
        return outside

    def _source(self, subject: Node, statement: Statement) -> str | None:
        """Where it was read: as the statement says of its subject, else as its file says."""
        own = [o for s, p, o in statement.triples if s == subject and p == DCTERMS.source]
        if not own:
            file = file_iri(statement.file)
            own = [said.object for said in self.triples.values(file, DCTERMS.source)]
        return " ".join(sorted({str(source) for source in own})) or None

    # Statements with a time, qualifiers or a source of their own

    def _qualified(self, node: Node) -> ReferenceFact | None:
        ends = [self._part(node, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
        subject, predicate, object_ = ends
        if subject is None or predicate is None or object_ is None:
            return None
        statement = subject.statement
        term = self.by_iri.get(URIRef(str(predicate.object)))
        if term is None:
            near = self.reader.suggestion(predicate.object, map(str, self.by_iri))
            self.reader.refuse(
                node,
                f"{short(predicate.object)} is not a declared predicate{near}",
                "name a declared owl:ObjectProperty",
                statement,
            )
            return None
        if not self._holds(_Stated(subject.object, term, object_.object, statement)):
            return None
        return ReferenceFact(
            str(subject.object),
            term.name,
            str(object_.object),
            statement.file.name,
            statement.start,
            statement.end,
            time=self._time(node),
            source=self._source(node, statement),
            qualifiers=self._qualifiers(node),
        )

    def _part(self, node: Node, part: URIRef) -> Said | None:
        said = self.triples.values(node, part)
        if len(said) == 1:
            return said[0]
        self.reader.refuse(
            node,
            f"an rdf:Statement with {len(said)} values of {short(part)}",
            "give it one rdf:subject, one rdf:predicate and one rdf:object",
            self.triples.said_of(node)[0].statement,
        )
        return None

    def _time(self, node: Node) -> str | None:
        said = self.reader.single(node, ENT.time)
        if said is None:
            return None
        time = str(said.object)
        if not is_edtf(time):
            self.reader.refuse(
                node,
                f"ent:time {time!r} is not a date in EDTF",
                'write it as "2023-07-11", "2023-07", "2023-04-04/.." or "../2022"',
                said.statement,
            )
        return time

    def _qualifiers(self, node: Node) -> tuple[tuple[str, str], ...]:
        found = []
        for said in self.triples.said_of(node):
            if said.predicate in _OF_STATEMENTS:
                continue
            term = self.qualifiers.get(URIRef(str(said.predicate)))
            if term is None:
                near = self.reader.suggestion(said.predicate, map(str, self.qualifiers))
                self.reader.refuse(
                    node,
                    f"{short(said.predicate)} is not a declared qualifier{near}",
                    "name a declared one, or declare it: "
                    'ent:name a ent:Qualifier ; rdfs:label "…"@en',
                    said.statement,
                )
            elif self._is_value(node, said, term.range):
                found.append((term.name, str(said.object)))
        return tuple(sorted(set(found)))

    def _is_value(self, node: Node, said: Said, range_: tuple[str, ...]) -> bool:
        if not range_:
            fits = not isinstance(said.object, URIRef)
            wanted, fix = "a text", "write it in quotes"
        else:
            fits = self._fits(said.object, range_)
            wanted, fix = f"a described {' or '.join(range_)}", "name the IRI of such an entity"
        if not fits:
            self.reader.refuse(
                node,
                f"{short(said.predicate)} {short(said.object)} is not {wanted}",
                fix,
                said.statement,
            )
        return fits

    # What both must satisfy

    def _fits(self, node: Node, classes: tuple[str, ...]) -> bool:
        entity = self.ontology.entities.get(str(node))
        return entity is not None and self.ontology.is_a(entity.types, classes)

    def _holds(self, stated: _Stated) -> bool:
        """Whether both ends are entities of the right classes; else it is refused."""
        term, statement = stated.predicate, stated.statement
        named = short(URIRef(term.iri))
        fine = True
        ends: tuple[tuple[str, Node, tuple[str, ...]], ...] = (
            ("subject", stated.subject, term.domain),
            ("object", stated.object, term.range),
        )
        for role, node, classes in ends:
            entity = self.ontology.entities.get(str(node))
            if entity is None:
                near = self.reader.suggestion(node, self.ontology.entities)
                self.reader.refuse(
                    stated.subject,
                    f"the {role} of {named}, {short(node)}, is no described entity{near}",
                    'correct the name, or describe it with a class and skos:prefLabel "…"@en',
                    statement,
                )
                fine = False
            elif not self._fits(node, classes):
                self.reader.refuse(
                    stated.subject,
                    f"the {role} of {named} must be {' or '.join(classes)}, and {short(node)} "
                    f"is {' and '.join(entity.types)}",
                    "correct the fact or the entity's class, or widen the predicate's "
                    f"{'rdfs:domain' if role == 'subject' else 'rdfs:range'}",
                    statement,
                )
                fine = False
        if fine and stated.subject == stated.object:
            self.reader.refuse(
                stated.subject,
                f"{named} of itself",
                "name another object, or remove it",
                statement,
            )
            return False
        return fine


def _by_place(fact: ReferenceFact) -> tuple[str, int, str, str, str, str]:
    return fact.file, fact.start, fact.subject, fact.predicate, fact.object, fact.time or ""
