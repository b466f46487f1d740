"""Arguments that several fields share, so that they mean the same everywhere."""

from __future__ import annotations

import strawberry
from strawberry.types.arguments import StrawberryArgument

from gql.types.chosen import argument
from gql.types.enums import Direction, Modality

AFTER = argument(
    "after", str | None, "The cursor of the row before the first wanted one; null: from the start."
)


def first(default: int) -> StrawberryArgument:
    """How many rows of a page are wanted."""
    return argument(
        "first", int | None, "How many rows at most; 1000 is the largest page.", default
    )


PAGE = (first(50), AFTER)
"""The arguments of a list that is read page by page."""


def limit(default: int) -> StrawberryArgument:
    """How many rows of an answer without pages are wanted."""
    return argument(
        "limit", int | None, "How many at most; the answer says if there were more.", default
    )


ASSERTED = argument(
    "modalities",
    list[Modality] | None,
    "The modalities to follow; null: only what is asserted; none: nothing.",
    [Modality.ASSERTED.value],
)
ANY_MODALITY = argument(
    "modalities", list[Modality] | None, "Only these modalities; null: any; none: nothing."
)
PREDICATES = argument(
    "predicates", list[str] | None, "Only these predicates; null: any; none: nothing."
)
CLASSES = argument(
    "classes",
    list[str] | None,
    "Only these classes and their subclasses; null: any; none: nothing.",
)
DIRECTION = argument(
    "direction",
    Direction | None,
    "Which end of a fact the entity at hand is.",
    Direction.BOTH.value,
)
TIMES: tuple[StrawberryArgument, ...] = (
    argument(
        "asOf",
        str | None,
        "Only what held at this time (EDTF; a month or a year stands for its last day).",
    ),
    argument(
        "knownAt",
        str | None,
        "Only what documents published by then said (EDTF); reference facts are always known.",
    ),
    argument(
        "undated",
        bool | None,
        "Whether asOf keeps what has no stated time (open at both ends).",
        True,
    ),
    argument("minBelief", float | None, "Only what is believed at least this much, from 0 to 1."),
)
ORDER_BY = argument(
    "orderBy", str | None, "A field or literal property with one value; null: as it says above."
)
DESCENDING = argument("descending", bool | None, "Whether `orderBy` has the greatest first.", True)
DOCUMENT = argument("document", strawberry.ID | None, "Only what this document states.")
ID = argument("id", strawberry.ID, "The plain id.")
KIND = argument("kind", str | None, "`source` or `reference`; the filter goes first.", "source")
THROUGH = argument(
    "through",
    list[str] | None,
    "The predicates that lead to topics; null: those with the role of topic; none: no topics.",
)


def unexplained(explained: StrawberryArgument) -> StrawberryArgument:
    """The same argument without its description."""
    return StrawberryArgument(
        python_name=explained.python_name,
        graphql_name=explained.graphql_name,
        type_annotation=explained.type_annotation,
        default=explained.default,
    )
