"""How far publishers are to be trusted, by the Admiralty grade the Turtle gives them."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import SKOS, URIRef
from rdflib.term import Node

from ontology.model import ReferenceEntity
from ontology.term import TermReader
from ontology.vocabulary import ENT, ONTOLOGY, short

UNGRADED = 0.5
"""The reliability of publishers where the Turtle states no default: as likely right as wrong."""


def read_grades(reader: TermReader) -> dict[str, float]:
    """The grades by notation (A to F), with the share of claims that hold."""
    grades: dict[str, float] = {}
    for grade in reader.declared(ENT.ReliabilityGrade):
        notation, value = reader.single(grade, SKOS.notation), reader.single(grade, ENT.value)
        number = _share(str(value.object)) if value else None
        if notation is None or number is None:
            reader.refuse(
                grade,
                "a grade without skos:notation and an ent:value from 0 to 1",
                'write skos:notation "B" ; ent:value 0.8',
            )
        else:
            grades[str(notation.object)] = number
    return grades


def _share(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


def read_default(reader: TermReader, grades: Mapping[str, float]) -> float:
    """The reliability of a publisher without a grade."""
    graded = _graded(reader, ONTOLOGY, ENT.defaultReliability, grades)
    return UNGRADED if graded is None else graded


def read_reliability(
    reader: TermReader, entities: Mapping[str, ReferenceEntity], grades: Mapping[str, float]
) -> dict[str, float]:
    """Each graded publisher's reliability under each of the names readers may see.

    Of two publishers with one name the less reliable counts. The ontology may
    grade itself: its label is the publisher of its reference facts.
    """
    reliability: dict[str, float] = {}
    for subject in dict.fromkeys(node for node, _ in reader.triples.using(ENT.reliability)):
        value = _graded(reader, subject, ENT.reliability, grades)
        entity = entities.get(str(subject))
        names = (entity.label, *entity.alternative) if entity else ()
        if subject == ONTOLOGY:
            names = (reader.label(ONTOLOGY, "ontology"),)
        if not names:
            reader.refuse(
                subject,
                "ent:reliability of something that is no described entity",
                'describe it with a class and skos:prefLabel "…"@en',
            )
        elif value is not None:
            for name in names:
                reliability[name] = min(value, reliability.get(name, 1.0))
    return dict(sorted(reliability.items()))


def _graded(
    reader: TermReader, subject: Node, predicate: URIRef, grades: Mapping[str, float]
) -> float | None:
    """The value of the grade that `subject` has, by its IRI or its notation."""
    said = reader.single(subject, predicate)
    if said is None:
        return None
    notations = [x.object for x in reader.triples.values(said.object, SKOS.notation)]
    notation = str(notations[0]) if notations else str(said.object)
    if notation not in grades:
        reader.refuse(
            subject,
            f"{short(predicate)} {short(said.object)} is not a grade",
            f"write one of {', '.join(sorted(grades)) or 'A to F, once they are declared'}",
            said.statement,
        )
    return grades.get(notation)
