"""What the two ends of a reference fact must be: entities of the predicate's classes."""

from __future__ import annotations

from typing import NamedTuple

from rdflib import DCTERMS, URIRef
from rdflib.term import Node

from ontology.model import Ontology, PredicateTerm
from ontology.term import TermReader
from ontology.turtle import Statement, file_iri
from ontology.vocabulary import short


class Stated(NamedTuple):
    """What may be a fact, with the Turtle statement that makes it."""

    subject: Node
    predicate: PredicateTerm
    object: Node
    statement: Statement


class Ends:
    """Holds what is stated against the entities and classes of `ontology`."""

    def __init__(self, reader: TermReader, ontology: Ontology) -> None:
        self._reader = reader
        self._ontology = ontology

    def fits(self, node: Node, classes: tuple[str, ...]) -> bool:
        """Whether `node` is a described entity of one of `classes`."""
        entity = self._ontology.entities.get(str(node))
        return entity is not None and self._ontology.is_a(entity.types, classes)

    def holds(self, stated: Stated) -> bool:
        """Whether both ends are entities of the right classes; else it is refused."""
        term, statement = stated.predicate, stated.statement
        named = short(URIRef(term.iri))
        fine = True
        ends: tuple[tuple[str, Node, tuple[str, ...]], ...] = (
            ("subject", stated.subject, term.domain),
            ("object", stated.object, term.range),
        )
        for role, node, classes in ends:
            entity = self._ontology.entities.get(str(node))
            if entity is None:
                near = self._reader.suggestion(node, self._ontology.entities)
                self._reader.refuse(
                    stated.subject,
                    f"the {role} of {named}, {short(node)}, is no described entity{near}",
                    'correct the name, or describe it with a class and skos:prefLabel "…"@en',
                    statement,
                )
                fine = False
            elif not self.fits(node, classes):
                self._reader.refuse(
                    stated.subject,
                    f"the {role} of {named} must be {' or '.join(classes)}, and {short(node)} "
                    f"is {' and '.join(entity.types)}",
                    "correct the fact or the entity's class, or widen the predicate's "
                    f"{'rdfs:domain' if role == 'subject' else 'rdfs:range'}",
                    statement,
                )
                fine = False
        if fine and stated.subject == stated.object:
            self._reader.refuse(
                stated.subject,
                f"{named} of itself",
                "name another object, or remove it",
                statement,
            )
            return False
        return fine


def source_of(reader: TermReader, subject: Node, statement: Statement) -> str | None:
    """Where a fact was read: as `statement` says of `subject`, else as its file says of itself.

    Several sources are joined by spaces.
    """
    own = [o for s, p, o in statement.triples if s == subject and p == DCTERMS.source]
    if not own:
        of_file = reader.triples.values(file_iri(statement.file), DCTERMS.source)
        own = [said.object for said in of_file]
    return " ".join(sorted({str(source) for source in own})) or None
