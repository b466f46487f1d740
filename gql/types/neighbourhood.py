"""Answers that are graphs: traversal edges, subgraphs and paths."""

from __future__ import annotations

import strawberry

from gql.types.chosen import chosen
from gql.types.entity import Entity
from gql.types.enums import Modality


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


@strawberry.type(description="Entities with all edges of the kind asked for between them.")
class Subgraph:
    nodes: list[Entity] = chosen("The entities, the ones asked for among them.")
    edges: list[Edge] = chosen("The edges between them.")
    truncated: bool = chosen("Whether there was more than the limit allowed.")


@strawberry.type(description="A way from one entity to another that repeats none.")
class Path:
    nodes: list[Entity] = chosen("The entities, from one end to the other.")
    edges: list[Edge] = chosen("One edge a hop, in their order.")
    length: int = chosen("How many hops it has.")


@strawberry.type(description="Paths, and whether there were more than asked for.")
class PathList:
    paths: list[Path] = chosen("The paths, the shortest first.")
    truncated: bool = chosen("Whether there were more.")
