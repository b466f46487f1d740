"""Conditions: which rows a plan reads, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from graph.plan.links import Link
from graph.plan.values import Bind, Scalar, Value


class Operator(StrEnum):
    """How a field is compared. Text compares by code point, case included."""

    EQ = "eq"
    NE = "ne"
    IN = "in"
    """The field equals one of a tuple of values."""
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    CONTAINS = "contains"
    """A text contains the value (both in lower case); a list of texts has it as a member."""
    STARTS = "starts"
    """A text starts with the value (both in lower case)."""
    OVERLAPS = "overlaps"
    """A list of texts has one of a tuple of values as a member."""
    NAMED = "named"
    """The field is the id of an entity that one of a tuple of ids means, which readers may have
    kept: one that was merged away since means the entity that stands for it."""
    PRESENT = "present"
    """The value is a boolean: whether the field has a value (a list: a member) at all."""


@dataclass(frozen=True, slots=True)
class Compare:
    """A field against a value. A field without a value meets only PRESENT false.

    A value bound to None is met by no row. Which operators a field takes
    follows from its type: see `graph.plan.check`.
    """

    field: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Match:
    """Full text: entities by the labels a reader may see (hidden ones are not
    searched), evidence by quote, documents by title and text.

    Every word of `text` must begin a word of the row, in any order and, for an
    entity, in any of its labels. Words are those of `graph.statements.words`:
    accents and case folded, everything but letters and digits parts them. A
    text without a word matches nothing.
    """

    text: Value


class Quantifier(StrEnum):
    """How many linked rows must meet a condition."""

    SOME = "some"
    NONE = "none"
    EVERY = "every"


@dataclass(frozen=True, slots=True)
class Linked:
    """Rows whose linked rows meet `where` (any of them, none, or every one).

    A row without linked rows meets NONE and EVERY.
    """

    link: Link
    where: Condition | None = None
    quantifier: Quantifier = Quantifier.SOME


@dataclass(frozen=True, slots=True)
class All:
    """Every one of `conditions`; with none, always true."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of `conditions`; with none, never true."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Rows that do not meet `condition`."""

    condition: Condition


Condition: TypeAlias = Compare | Match | Linked | All | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Order:
    """Sort by a field; rows without a value come last either way."""

    field: str
    descending: bool = False


def keyset(order: Sequence[Order], after: Sequence[Scalar | Bind | None]) -> Condition:
    """The rows that come after the one whose sort values are `after`.

    `order` ends with a unique field. A page that starts where the last one
    ended neither repeats nor loses rows when others are written in between,
    as an offset would.
    """
    steps: list[Condition] = []
    equal: list[Condition] = []
    for item, value in zip(order, after, strict=True):
        if value is None:
            equal.append(Compare(item.field, Operator.PRESENT, False))
            continue
        beyond = Compare(item.field, Operator.LT if item.descending else Operator.GT, value)
        absent = Compare(item.field, Operator.PRESENT, False)
        steps.append(All((*equal, AnyOf((beyond, absent)))))
        equal.append(Compare(item.field, Operator.EQ, value))
    return AnyOf(tuple(steps))
