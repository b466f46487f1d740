"""Facts, as GraphQL shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

from gql.types.arguments import AFTER, ANY_MODALITY, first
from gql.types.chosen import argument, chosen
from gql.types.connection import Connection
from gql.types.entity import Entity
from gql.types.enums import EvidenceKind, Modality

if TYPE_CHECKING:
    from gql.types.evidence import Evidence

KINDS = argument("kinds", list[EvidenceKind] | None, "Only evidence of these kinds; null: any.")


@strawberry.type(description="A subject, a predicate and an object that some evidence states.")
class Fact:
    id: strawberry.ID = chosen("A hash of its three parts as they were extracted.")
    predicate: str = chosen("The name of its predicate, such as partnerOf.")
    subject: Entity = chosen("What it is said of (merged).")
    object: Entity = chosen("What is said of it (merged).")
    modalities: list[Modality] = chosen("The modalities that its evidence has.")
    belief: float = chosen("How far to trust its strongest modality, from 0 to 1.")
    evidence_count: int = chosen("How much evidence it has.")
    evidence: Connection[Annotated[Evidence, strawberry.lazy("gql.types.evidence")]] = chosen(
        "The places that state it, document by document in the order of the text.",
        first(20),
        AFTER,
        ANY_MODALITY,
        KINDS,
    )
