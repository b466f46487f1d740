"""Groups of rows, counted and measured."""

from __future__ import annotations

import strawberry

from gql.types.arguments import limit
from gql.types.chosen import argument, chosen
from gql.types.entity import Entity
from gql.types.enums import MeasureName


@strawberry.input(description="What is measured of each group besides its count.")
class MeasureInput:
    measure: MeasureName = strawberry.field(description="Which figure.")
    field: str = strawberry.field(description="Of which field, such as belief or confidence.")


@strawberry.type(description="What the rows of a group have in common.")
class GroupKey:
    name: str = chosen("The field.")
    value: str | None = chosen("Its value; null: the rows that have none.")
    label: str | None = chosen(
        "Words for the value: the label of the entity, predicate or class, or the document's title."
    )
    entity: Entity | None = chosen("The entity, if the value is the id of one.")


@strawberry.type(description="A figure of a group.")
class Figure:
    measure: MeasureName = chosen("Which figure.")
    field: str = chosen("Of which field.")
    number: float | None = chosen("The figure, if it is a number.")
    text: str | None = chosen("The figure, if it is a text.")


@strawberry.type(description="Rows that have the same values.")
class Group:
    keys: list[GroupKey] = chosen("The values, in the order they were asked for.")
    count: int = chosen("How many rows it has.")
    figures: list[Figure] = chosen("What was to be measured, in that order.")


@strawberry.type(description="Groups, and whether there were more than asked for.")
class GroupList:
    groups: list[Group] = chosen("The groups, the largest first.")
    truncated: bool = chosen("Whether there were more.")


GROUPING = (
    argument("by", list[str], "Fields that the rows of a group have in common; none: one group."),
    argument("measures", list[MeasureInput] | None, "What else is measured of each group."),
    limit(50),
)
"""The arguments of every field that counts rows in groups."""
