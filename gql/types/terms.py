"""The ontology's terms and the store's figures, as GraphQL shows them."""

from __future__ import annotations

import strawberry

from gql.types.chosen import chosen


@strawberry.type(description="A class of entities.")
class ClassTerm:
    name: str = strawberry.field(description="Its name, which is that of its object type.")
    label: str = strawberry.field(description="Its label.")
    definition: str = strawberry.field(description="What it stands for.")
    parents: list[str] = strawberry.field(description="Its direct superclasses.")
    superclasses: list[str] = strawberry.field(description="All its superclasses and itself.")
    colour: str = strawberry.field(description="The colour of its nodes, #rrggbb.")
    icon: str = strawberry.field(description="The inside of a 24 by 24 SVG, stroke only.")
    order: int = strawberry.field(description="Where it stands in lists.")


@strawberry.type(description="A predicate between entities.")
class PredicateTerm:
    name: str = strawberry.field(description="Its name, which is that of its relation field.")
    label: str = strawberry.field(description="Its label.")
    definition: str = strawberry.field(description="What it says.")
    inverse_name: str | None = strawberry.field(
        description="The name of the relation field of its objects."
    )
    inverse_label: str | None = strawberry.field(description="Its label, read from its object.")
    domain: list[str] = strawberry.field(description="The classes of its subjects.")
    range: list[str] = strawberry.field(description="The classes of its objects.")
    symmetric: bool = strawberry.field(description="Whether it has no direction.")
    order: int = strawberry.field(description="Where it stands in lists.")


@strawberry.type(description="A literal property of entities.")
class PropertyTerm:
    name: str = strawberry.field(description="Its name, which is that of its field.")
    label: str = strawberry.field(description="Its label.")
    definition: str = strawberry.field(description="What it says.")
    domain: list[str] = strawberry.field(description="The classes that have it; empty: all.")
    datatype: str = strawberry.field(description="The IRI of its datatype.")


@strawberry.type(description="A property of an evidence.")
class QualifierTerm:
    name: str = strawberry.field(description="Its name.")
    label: str = strawberry.field(description="Its label.")
    definition: str = strawberry.field(description="What it says.")
    range: list[str] = strawberry.field(description="The classes of its values; empty: literals.")


@strawberry.type(description="The terms that the graph is written in.")
class Ontology:
    classes: list[ClassTerm] = strawberry.field(description="In the order of lists.")
    predicates: list[PredicateTerm] = strawberry.field(description="In the order of lists.")
    properties: list[PropertyTerm] = strawberry.field(description="In the order of lists.")
    qualifiers: list[QualifierTerm] = strawberry.field(description="By name.")
    digest: str = strawberry.field(description="Changes whenever a term does.")


@strawberry.type(description="How many rows have a name.")
class Count:
    name: str = strawberry.field(description="The class, predicate or modality.")
    count: int = strawberry.field(description="How many rows have it.")


@strawberry.type(description="What the store holds, in figures. Only what is selected is counted.")
class Stats:
    entities: int = chosen("How many entities.")
    facts: int = chosen("How many facts.")
    evidence: int = chosen("How many evidences.")
    documents: int = chosen("How many source documents.")
    classes: list[Count] = chosen("Entities by class; one of several classes counts in each.")
    predicates: list[Count] = chosen("Facts by predicate.")
    modalities: list[Count] = chosen("Evidence by modality.")
