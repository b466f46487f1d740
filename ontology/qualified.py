"""Reference facts with a time, qualifiers or a source of their own: each an rdf:Statement."""

from __future__ import annotations

from rdflib import DCTERMS, RDF, RDFS, SKOS, URIRef
from rdflib.term import Node

from ontology.ends import Ends, Stated, source_of
from ontology.literal import is_edtf
from ontology.model import Ontology, ReferenceFact
from ontology.term import TermReader
from ontology.triples import Said
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


class QualifiedFactReader:
    """Reads the rdf:Statements about entities of `ontology`."""

    def __init__(self, reader: TermReader, ontology: Ontology) -> None:
        self._reader = reader
        self._triples = reader.triples
        self._ends = Ends(reader, ontology)
        self._predicates = {URIRef(term.iri): term for term in ontology.predicates.values()}
        self._known = {URIRef(term.iri): term for term in ontology.qualifiers.values()}

    def read(self) -> list[ReferenceFact]:
        """The facts, in no particular order; what is wrong with one is refused."""
        facts = map(self._fact, self._triples.instances(RDF.Statement))
        return [fact for fact in facts if fact]

    def _fact(self, node: Node) -> ReferenceFact | None:
        ends = [self._part(node, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
        subject, predicate, object_ = ends
        if subject is None or predicate is None or object_ is None:
            return None
        statement = subject.statement
        term = self._predicates.get(URIRef(str(predicate.object)))
        if term is None:
            near = self._reader.suggestion(predicate.object, map(str, self._predicates))
            self._reader.refuse(
                node,
                f"{short(predicate.object)} is not a declared predicate{near}",
                "name a declared owl:ObjectProperty",
                statement,
            )
            return None
        if not self._ends.holds(Stated(subject.object, term, object_.object, statement)):
            return None
        return ReferenceFact(
            str(subject.object),
            term.name,
            str(object_.object),
            statement.file.name,
            statement.start,
            statement.end,
            time=self._time(node),
            source=source_of(self._reader, node, statement),
            qualifiers=self._qualifiers(node),
        )

    def _part(self, node: Node, part: URIRef) -> Said | None:
        said = self._triples.values(node, part)
        if len(said) == 1:
            return said[0]
        self._reader.refuse(
            node,
            f"an rdf:Statement with {len(said)} values of {short(part)}",
            "give it one rdf:subject, one rdf:predicate and one rdf:object",
            self._triples.said_of(node)[0].statement,
        )
        return None

    def _time(self, node: Node) -> str | None:
        said = self._reader.single(node, ENT.time)
        if said is None:
            return None
        time = str(said.object)
        if not is_edtf(time):
            self._reader.refuse(
                node,
                f"ent:time {time!r} is not a date in EDTF",
                'write it as "2023-07-11", "2023-07", "2023-04-04/.." or "../2022"',
                said.statement,
            )
        return time

    def _qualifiers(self, node: Node) -> tuple[tuple[str, str], ...]:
        found = []
        for said in self._triples.said_of(node):
            if said.predicate in _OF_STATEMENTS:
                continue
            term = self._known.get(URIRef(str(said.predicate)))
            if term is None:
                near = self._reader.suggestion(said.predicate, map(str, self._known))
                self._reader.refuse(
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
            fits = self._ends.fits(said.object, range_)
            wanted, fix = f"a described {' or '.join(range_)}", "name the IRI of such an entity"
        if not fits:
            self._reader.refuse(
                node,
                f"{short(said.predicate)} {short(said.object)} is not {wanted}",
                fix,
                said.statement,
            )
        return fits
