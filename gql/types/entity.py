"""Entities: the interface that the types of all classes implement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

from gql.types.arguments import (
    AFTER,
    ANY_MODALITY,
    DESCENDING,
    DIRECTION,
    DOCUMENT,
    ORDER_BY,
    PREDICATES,
    TIMES,
    first,
)
from gql.types.chosen import argument, chosen
from gql.types.connection import Connection
from gql.types.filters import DocumentFilter, FactFilter
from gql.types.node import Node

if TYPE_CHECKING:
    from gql.types.document import Document
    from gql.types.fact import Fact


@strawberry.type(description="All values that an entity has for one literal property.")
class Property:
    name: str = chosen("The property's name.")
    label: str = chosen("The property's label.")
    values: list[str] = chosen("Its values, in order.")


@strawberry.type(description="An entity that was merged away: another stands for it.")
class MergedEntity:
    id: strawberry.ID = chosen("Its id, which means the one that stands for it by now.")
    label: str = chosen("Its own preferred label.")


@strawberry.interface(
    description="What facts are about. Every class of the ontology is an object type that "
    "implements it; an entity of several classes is of the type of the first in the ontology's "
    "order."
)
class Entity(Node):
    id: strawberry.ID = chosen("Its stable IRI.")
    label: str = chosen("Its preferred label.")
    alternative: list[str] = chosen("Other labels that a reader may see.")
    types: list[str] = chosen("Its most specific classes.")
    classes: list[str] = chosen("Its classes with all their superclasses.")
    origin: str = chosen("`reference` (described by the ontology) or `provisional`.")
    degree: int = chosen("How many asserted edges it has.")
    mentions: int = chosen("How often documents mention it.")
    merged: list[MergedEntity] = chosen("Those it stands for, by id; at most 100.")
    properties: list[Property] = chosen("Its literal properties.")
    facts: Connection[Annotated[Fact, strawberry.lazy("gql.types.fact")]] = chosen(
        "The facts it is an end of, the best attested first. An evidence of the fact must fit "
        "the modalities and times asked for.",
        PREDICATES,
        DIRECTION,
        ANY_MODALITY,
        *TIMES,
        DOCUMENT,
        argument(
            "spread",
            bool | None,
            "Whether facts of its groups are listed too that hold of each of their members, by "
            "evidence whose quantifier is `each`: then the group is the end of the fact.",
            False,
        ),
        argument("filter", FactFilter | None, "What else the facts must be; null: anything."),
        ORDER_BY,
        DESCENDING,
        first(50),
        AFTER,
    )
    documents: Connection[Annotated[Document, strawberry.lazy("gql.types.document")]] = chosen(
        "The documents that mention it, the latest first.",
        argument("filter", DocumentFilter | None, "What the documents must be; null: anything."),
        ORDER_BY,
        DESCENDING,
        first(50),
        AFTER,
    )


@strawberry.type(description="Entities, and whether there were more than asked for.")
class EntityList:
    nodes: list[Entity] = chosen("The entities.")
    truncated: bool = chosen("Whether there were more.")
