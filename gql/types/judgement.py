"""Judgements: what people decided, on record."""

from __future__ import annotations

import strawberry

from gql.types.chosen import chosen
from gql.types.enums import Verdict
from gql.types.filters import wanted


@strawberry.type(description="A recorded, reversible decision of a person.")
class Judgement:
    id: strawberry.ID = chosen("A hash of all of it; `withdraw` takes it.")
    left: strawberry.ID = chosen("The entity, or for `retracted` the evidence, that it is of.")
    right: str = chosen("The other entity, the label or the class; empty where there is none.")
    verdict: Verdict = chosen("What was found.")
    by: str = chosen("Who found it.")
    when: str = chosen("When, in UTC.")
    note: str = chosen("Why.")
    stands: bool = chosen("Whether it stands: a later one on the same question did not replace it.")


@strawberry.input(description="Which judgements are wanted; what is null does not restrict.")
class JudgementFilter:
    entity: strawberry.ID | None = wanted(
        "Only those of this entity, or of one that it stands for; or of this evidence."
    )
    verdicts: list[Verdict] | None = wanted("Only these verdicts; none: no judgement.")
    by: str | None = wanted("Only those of this person.")
    stands: bool | None = wanted("Only those that stand (true), or that were replaced (false).")
