"""The query type: what can be asked."""

from __future__ import annotations

import strawberry

from gql.roles import Requires, Role
from gql.types.arguments import (
    AFTER,
    ASSERTED,
    CLASSES,
    DIRECTION,
    ID,
    PREDICATES,
    TIMES,
    first,
    limit,
)
from gql.types.chosen import argument, root
from gql.types.connection import Connection
from gql.types.document import Document
from gql.types.entity import Entity, EntityList
from gql.types.enums import Direction, Modality
from gql.types.evidence import Evidence
from gql.types.fact import Fact
from gql.types.neighbourhood import PathList, Subgraph
from gql.types.terms import Ontology, Stats


@strawberry.input(description="Which entities are wanted; what is null does not restrict.")
class EntityFilter:
    ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Only these.")
    classes: list[str] | None = strawberry.field(
        default=None, description="Only these classes and their subclasses."
    )
    origin: str | None = strawberry.field(
        default=None, description="Only `reference` or only `provisional` ones."
    )
    text: str | None = strawberry.field(
        default=None, description="Only those with every word as a prefix in their labels."
    )
    min_degree: int | None = strawberry.field(
        default=None, description="Only those with at least this many asserted edges."
    )
    document: strawberry.ID | None = strawberry.field(
        default=None, description="Only those that this document mentions."
    )


@strawberry.input(description="One step of a traversal, taken between `least` and `most` times.")
class HopInput:
    predicates: list[str] | None = strawberry.field(
        default=None, description="Only these predicates; null: any."
    )
    direction: Direction | None = strawberry.field(
        default=Direction.OUT, description="Which end the entity at hand is."
    )
    modalities: list[Modality] | None = strawberry.field(
        default=None, description="The modalities to follow; null: only what is asserted."
    )
    classes: list[str] | None = strawberry.field(
        default=None, description="Only to entities of these classes."
    )
    least: int | None = strawberry.field(default=1, description="The fewest repetitions.")
    most: int | None = strawberry.field(default=1, description="The most repetitions.")


@strawberry.type(
    description="What can be asked of the graph.", directives=[Requires(role=Role.READER)]
)
class Query:
    entity: Entity | None = root("The entity with this IRI.", ID)
    entities: Connection[Entity] = root(
        "Entities, filtered and sorted.",
        argument("filter", EntityFilter | None, "Which are wanted; null: all."),
        argument("orderBy", str | None, "A field or literal property with one value.", "degree"),
        argument("descending", bool | None, "Whether the greatest come first.", True),
        first(50),
        AFTER,
    )
    search: EntityList = root(
        "Full text over the labels of entities (each word a prefix), the best first.",
        argument("text", str, "The words."),
        CLASSES,
        first(10),
    )
    fact: Fact | None = root("The fact with this id.", ID)
    evidence: Evidence | None = root("The evidence with this id.", ID)
    document: Document | None = root("The document with this id.", ID)
    documents: Connection[Document] = root(
        "Documents, the latest first.",
        argument("kind", str | None, "`source`, `reference`, or null for both.", "source"),
        argument("text", str | None, "Only those with every word in title or text."),
        first(50),
        AFTER,
    )
    expand: Subgraph = root(
        "What lies around entities, breadth first, the best believed edges first.",
        argument("ids", list[strawberry.ID], "Where to start."),
        argument("depth", int | None, "How many hops, at most 4.", 1),
        PREDICATES,
        DIRECTION,
        ASSERTED,
        CLASSES,
        *TIMES,
        limit(100),
    )
    paths: PathList = root(
        "How two entities are connected, the shortest paths first.",
        argument("from", strawberry.ID, "One end."),
        argument("to", strawberry.ID, "The other end."),
        argument("maxHops", int | None, "The longest path, at most 6 hops.", 4),
        PREDICATES,
        DIRECTION,
        ASSERTED,
        *TIMES,
        limit(5),
    )
    traverse: EntityList = root(
        "The distinct entities at the end of a chain of hops, by id.",
        argument("from", list[strawberry.ID], "Where to start."),
        argument("hops", list[HopInput], "The hops, in order, at most 6."),
        limit(100),
    )
    common_neighbours: EntityList = root(
        "The entities that every one of some entities is related to, by id.",
        argument("ids", list[strawberry.ID], "The entities, at least two."),
        PREDICATES,
        ASSERTED,
        limit(100),
    )
    ontology: Ontology = root("The terms that the graph is written in.")
    stats: Stats = root("What the store holds, in figures.")
