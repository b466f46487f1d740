"""Facts, as GraphQL shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

from gql.types.arguments import AFTER, ANY_MODALITY, TIMES, first
from gql.types.chosen import argument, chosen
from gql.types.connection import Connection
from gql.types.entity import Entity
from gql.types.enums import EvidenceKind, Modality
from gql.types.filters import EvidenceFilter
from gql.types.node import Node

if TYPE_CHECKING:
    from gql.types.evidence import Evidence

KINDS = argument(
    "kinds", list[EvidenceKind] | None, "Only evidence of these kinds; null: any; none: nothing."
)
EVIDENCE_FILTER = argument(
    "filter", EvidenceFilter | None, "What else the evidence must be; null: anything."
)


@strawberry.type(description="A subject, a predicate and an object that some evidence states.")
class Fact(Node):
    id: strawberry.ID = chosen("A hash of its three parts as they were extracted.")
    predicate: str = chosen("The name of its predicate, such as partnerOf.")
    subject: Entity = chosen("What it is said of (merged).")
    object: Entity = chosen("What is said of it (merged).")
    modalities: list[Modality] = chosen("The modalities that its evidence has.")
    belief: float = chosen("How far to trust its strongest modality, from 0 to 1.")
    evidence_count: int = chosen("How much evidence it has.")
    known: str | None = chosen(
        "The day by which it was first said; null: always known (reference) or undated."
    )
    alike: Connection[Fact] = chosen(
        "Other facts that a merge of their ends made the same, the best attested first.",
        first(20),
        AFTER,
    )
    evidence: Connection[Annotated[Evidence, strawberry.lazy("gql.types.evidence")]] = chosen(
        "The places that state it, document by document in the order of the text: first what "
        "people wrote, then what reference data states, then what rules infer. Where its fact is "
        "listed under modalities or times (`Entity.facts`, `compare`), the same hold here, but "
        "for those that are given here.",
        first(20),
        AFTER,
        ANY_MODALITY,
        KINDS,
        *TIMES[:-1],
        EVIDENCE_FILTER,
    )
