"""Fields whose values a plan has fetched, and the arguments they take."""

from __future__ import annotations

from typing import Any

from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.types.unset import UNSET


class Chosen(StrawberryField):
    """A field that is read from a row under its response key.

    A row is what a selection was compiled to and a store has answered, so
    nothing is fetched when the field is resolved.
    """


class Root(StrawberryField):
    """A field of the query type: it is compiled to a plan, which is run once."""


class Change(StrawberryField):
    """A field of the mutation type: one change of the store, and what it did."""


class Event(StrawberryField):
    """A field of the subscription type."""


def chosen(description: str, *arguments: StrawberryArgument, name: str | None = None) -> Any:
    """A `Chosen` field, to be assigned to an annotated name of a type."""
    made = Chosen(graphql_name=name, description=description)
    made.arguments = list(arguments)
    return made


def root(description: str, *arguments: StrawberryArgument) -> Any:
    """A `Root` field, to be assigned to an annotated name of the query type."""
    made = Root(description=description)
    made.arguments = list(arguments)
    return made


def change(description: str, requires: object, *arguments: StrawberryArgument) -> Any:
    """A `Change` field that needs the role `requires`."""
    made = Change(description=description, directives=[requires])
    made.arguments = list(arguments)
    return made


def event(description: str, *arguments: StrawberryArgument) -> Any:
    """An `Event` field."""
    made = Event(description=description, is_subscription=True)
    made.arguments = list(arguments)
    return made


def argument(
    name: str, type_: object, description: str, default: object = UNSET
) -> StrawberryArgument:
    """An argument `name` of a field. An explicit null means the default."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=name,
        type_annotation=StrawberryAnnotation(type_),
        description=description,
        default=default,
    )
