"""Which rows a reader wants, from the reader's words to conditions and orders."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from entente.errors import UsageError
from graph.plan.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Linked,
    Operator,
    Order,
    keyset,
)
from graph.plan.fields import Kind, ValueType, field_type
from graph.plan.following import checked
from graph.plan.links import Link, LinkName, Relation
from graph.plan.values import Later, Scalar, Values
from graph.statements import Modality, Standing
from ontology.model import Ontology

COUNTED = Compare("standing", Operator.EQ, Standing.COUNTED.value)
"""Evidence that no judgement silences."""


def every(*conditions: Condition | None) -> Condition | None:
    """All of those conditions that are there; None if none is."""
    present = tuple(condition for condition in conditions if condition is not None)
    if len(present) < 2:
        return present[0] if present else None
    return All(present)


def of_classes(
    ontology: Ontology, values: Values, classes: Collection[str] | Later | None
) -> Condition | None:
    """Entities of one of `classes` or of their subclasses; None if that is None."""
    if classes is None:
        return None

    def known(names: Collection[str]) -> tuple[str, ...]:
        return checked("class", names, ontology.classes)

    # Classes are few, and a store that knows them beforehand has an index for each.
    found = values.bind(classes, known) if isinstance(classes, Later) else known(classes)
    return Compare("classes", Operator.OVERLAPS, found)


def equals(values: Values, name: str, value: Scalar | Later | None) -> Condition | None:
    """Rows whose field `name` is `value`; None if that is None."""
    return None if value is None else Compare(name, Operator.EQ, values.bind(value))


def one_of(values: Values, name: str, wanted: Sequence[Scalar] | Later | None) -> Condition | None:
    """Rows whose field `name` is among `wanted`; None if that is None."""
    return None if wanted is None else Compare(name, Operator.IN, values.bind(wanted))


def named(values: Values, name: str, ids: Sequence[str] | Later) -> Condition:
    """Rows whose field `name` is the id of an entity that `ids` name, merged away or not."""
    return Compare(name, Operator.NAMED, values.bind(ids))


def alike(ontology: Ontology) -> Link:
    """From a fact to others that a merge made the same."""
    return Link(LinkName.ALIKE, Relation(symmetric=tuple(sorted(ontology.symmetric))))


def contradicted(ontology: Ontology, against: Collection[Modality]) -> Condition:
    """Facts that some evidence denies and some, of them or of facts that a merge made the
    same, states in one of the modalities `against`."""
    affirmed = tuple(modality.value for modality in against if modality is not Modality.NEGATED)
    stated = Compare("modalities", Operator.OVERLAPS, affirmed)
    return All(
        (
            Compare("modalities", Operator.CONTAINS, Modality.NEGATED.value),
            AnyOf((stated, Linked(alike(ontology), stated))),
        )
    )


def ordering(kind: Kind, name: str, *, descending: bool) -> tuple[Order, ...]:
    """Rows of `kind` by the field or property `name`, ties by id."""
    sortable = (ValueType.TEXT, ValueType.INTEGER, ValueType.NUMBER)
    if field_type(kind, name) not in sortable:
        raise UsageError(
            f"cannot sort {kind} rows by {name!r}",
            hint="sort by a field with one text or number, such as label or degree",
        )
    return (Order(name, descending), Order("id")) if name != "id" else (Order("id", descending),)


def following_page(
    values: Values, order: Sequence[Order], after: Sequence[Scalar | Later | None] | None
) -> Condition | None:
    """The rows after the one whose sort values are `after`; None for the first page."""
    if after is None:
        return None
    return keyset(order, [None if value is None else values.bind(value) for value in after])
