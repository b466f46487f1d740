"""How what is said changed."""

from __future__ import annotations

import strawberry

from gql.types.chosen import chosen
from gql.types.enums import Modality
from gql.types.evidence import Evidence


@strawberry.type(description="One evidence in the order in which things were said.")
class Moment:
    date: str | None = chosen(
        "When it was said (EDTF): its document's date, or the start of the time that a reference "
        "statement speaks of; null: not known."
    )
    evidence: Evidence = chosen("The evidence; its fact stands with it.")
    modality: Modality = chosen("How it states its fact.")
    previous: Modality | None = chosen(
        "How the same fact was stated last before; null: it was not stated before."
    )
    changed: bool = chosen("Whether it is the first of its fact, or states it in another way.")


@strawberry.type(description="What was said of an entity or a fact, the earliest first.")
class Timeline:
    moments: list[Moment] = chosen(
        "By date; what has none comes first if it is a reference statement, else last."
    )
    truncated: bool = chosen("Whether there was more evidence than could be put in order.")
