"""The ontology's terms and the store's figures, as GraphQL shows them."""

from __future__ import annotations

import strawberry

from gql.types.chosen import chosen


@strawberry.type(description="A class of entities.")
class ClassTerm:
    name: str = chosen("Its name, which is that of its object type.")
    label: str = chosen("Its label.")
    definition: str = chosen("What it stands for.")
    parents: list[str] = chosen("Its direct superclasses.")
    superclasses: list[str] = chosen("All its superclasses and itself.")
    colour: str = chosen("The colour of its nodes, #rrggbb.")
    icon: str = chosen("The inside of a 24 by 24 SVG, stroke only.")
    order: int = chosen("Where it stands in lists.")


@strawberry.type(description="A predicate between entities.")
class PredicateTerm:
    name: str = chosen("Its name, which is that of its relation field.")
    label: str = chosen("Its label.")
    definition: str = chosen("What it says.")
    inverse_name: str | None = chosen("The name of the relation field of its objects.")
    inverse_label: str | None = chosen("Its label, read from its object.")
    domain: list[str] = chosen("The classes of its subjects.")
    range: list[str] = chosen("The classes of its objects.")
    symmetric: bool = chosen("Whether it has no direction.")
    order: int = chosen("Where it stands in lists.")


@strawberry.type(description="A literal property of entities.")
class PropertyTerm:
    name: str = chosen("Its name, which is that of its field.")
    label: str = chosen("Its label.")
    definition: str = chosen("What it says.")
    domain: list[str] = chosen("The classes that have it; empty: all.")
    datatype: str = chosen("The IRI of its datatype.")


@strawberry.type(description="A property of an evidence.")
class QualifierTerm:
    name: str = chosen("Its name.")
    label: str = chosen("Its label.")
    definition: str = chosen("What it says.")
    range: list[str] = chosen("The classes of its values; empty: literals.")


@strawberry.type(description="The terms that the graph is written in.")
class Ontology:
    classes: list[ClassTerm] = chosen("In the order of lists.")
    predicates: list[PredicateTerm] = chosen("In the order of lists.")
    properties: list[PropertyTerm] = chosen("In the order of lists.")
    qualifiers: list[QualifierTerm] = chosen("By name.")
    digest: str = chosen("Changes whenever a term does.")


@strawberry.type(description="How many rows have a name.")
class Count:
    name: str = chosen("The class, predicate or modality.")
    count: int = chosen("How many rows have it.")


@strawberry.type(description="What the store holds, in figures. Only what is selected is counted.")
class Stats:
    entities: int = chosen("How many entities.")
    facts: int = chosen("How many facts.")
    evidence: int = chosen("How many evidences.")
    documents: int = chosen("How many source documents.")
    classes: list[Count] = chosen("Entities by class; one of several classes counts in each.")
    predicates: list[Count] = chosen("Facts by predicate.")
    modalities: list[Count] = chosen("Evidence by modality.")
