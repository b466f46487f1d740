"""Hops: the steps of a traversal."""

from __future__ import annotations

import strawberry

from gql.types.enums import Direction, Modality


@strawberry.input(description="One step of a traversal, taken between `least` and `most` times.")
class HopInput:
    predicates: list[str] | None = strawberry.field(
        default=None, description="Only these predicates; null: any; none: nothing."
    )
    direction: Direction | None = strawberry.field(
        default=Direction.OUT, description="Which end the entity at hand is."
    )
    modalities: list[Modality] | None = strawberry.field(
        default=None,
        description="The modalities to follow; null: only what is asserted; none: nothing.",
    )
    classes: list[str] | None = strawberry.field(
        default=None, description="Only to entities of these classes; null: any; none: nothing."
    )
    least: int | None = strawberry.field(default=1, description="The fewest repetitions.")
    most: int | None = strawberry.field(default=1, description="The most repetitions.")
