"""Answers that are graphs: traversal edges, subgraphs and paths."""

from __future__ import annotations

import strawberry

from gql.types.arguments import AFTER, TIMES, first
from gql.types.chosen import argument, chosen
from gql.types.connection import Connection
from gql.types.entity import Entity
from gql.types.enums import Centrality, Modality
from gql.types.evidence import Evidence
from gql.types.fact import EVIDENCE_FILTER


@strawberry.type(
    description="A fact as a step between two (merged) entities, for one modality and interval."
)
class Edge:
    key: strawberry.ID = chosen("A hash of fact, modality and interval.")
    fact: strawberry.ID = chosen("The id of the fact.")
    predicate: str = chosen("The name of its predicate.")
    subject: strawberry.ID = chosen("The id of its subject.")
    object: strawberry.ID = chosen("The id of its object.")
    modality: Modality = chosen("The modality that its evidence has.")
    belief: float = chosen("How far to trust it in that modality, from 0 to 1.")
    from_: str | None = chosen("The first day it holds; null: open.", name="from")
    to: str | None = chosen("The last day it holds; null: open.")
    known: str | None = chosen(
        "The day by which it was first said; null: always known (reference) or undated."
    )
    evidence: Connection[Evidence] = chosen(
        "The evidence that supports it: of its fact, in its modality and of its days, and by "
        "documents published by the `knownAt` that edges are asked for, unless another is given. "
        "In the order of `Fact.evidence`, which has all of the fact.",
        first(3),
        AFTER,
        *TIMES[:-1],
        EVIDENCE_FILTER,
    )


@strawberry.type(description="An entity with its score in a graph.")
class Ranked:
    entity: Entity = chosen("The entity.")
    score: float = chosen("From 0 to 1; it compares entities of the same graph alone.")


@strawberry.type(description="Entities that are joined more among themselves than with others.")
class Community:
    entities: list[Entity] = chosen("The entities, by id.")
    size: int = chosen("How many they are.")


@strawberry.type(
    description="Two entities whose only connection is their own: without it, a part falls off."
)
class Bridge:
    from_: Entity = chosen("One end, by id the first.", name="from")
    to: Entity = chosen("The other end.")


@strawberry.type(description="Entities with all edges of the kind asked for between them.")
class Subgraph:
    nodes: list[Entity] = chosen("The entities, the ones asked for among them.")
    edges: list[Edge] = chosen("The edges between them.")
    truncated: bool = chosen("Whether there was more than the limit allowed.")
    centrality: list[Ranked] = chosen(
        "The most central of the entities shown; directions and repetitions do not count.",
        argument("measure", Centrality | None, "In what sense.", Centrality.DEGREE.value),
        first(10),
    )
    communities: list[Community] = chosen(
        "The entities shown, in groups (Louvain's method), the largest first."
    )
    bridges: list[Bridge] = chosen("The connections that hold a part of the graph by themselves.")


@strawberry.type(description="A way from one entity to another that repeats none.")
class Path:
    nodes: list[Entity] = chosen("The entities, from one end to the other.")
    edges: list[Edge] = chosen("One edge a hop, in their order.")
    length: int = chosen("How many hops it has.")


@strawberry.type(description="Paths, and whether there were more than asked for.")
class PathList:
    paths: list[Path] = chosen("The paths, the shortest first.")
    truncated: bool = chosen("Whether there were more.")
