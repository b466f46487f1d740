"""Named reads, as builders of plans that GraphQL, command line and explorer share.

A builder takes what a reader says (names, dates, filters) and the columns it
wants, checks names against the ontology, and puts every value that changes
from call to call into `Values`, so that the same question asked again is an
equal plan, which a store has compiled already.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from entente.errors import UsageError
from graph.plan.columns import Column, Field
from graph.plan.conditions import (
    All,
    Compare,
    Condition,
    Linked,
    Match,
    Operator,
    Order,
    keyset,
)
from graph.plan.fields import Kind, ValueType, field_type
from graph.plan.links import Direction, Link, LinkName, Relation
from graph.plan.nodes import Aggregate, Common, Expand, Find, Hop, Paths, Traverse
from graph.plan.values import Bind, Scalar
from graph.statements import OPEN_END, DocumentKind, Modality, interval
from graph.store import Store
from ontology.model import Ontology

EVERY_MODALITY = tuple(Modality)

LONGEST_DATE = 64
"""Characters of a date that a reader may give."""


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a plan's `Bind`s, numbered in the order they are met."""

    given: dict[str, Any] = field(default_factory=dict)

    def bind(self, value: Scalar | Sequence[Scalar]) -> Bind:
        """A new bind that stands for `value`."""
        bind = Bind(f"v{len(self.given)}")
        self.given[bind.name] = value if isinstance(value, Scalar) else tuple(value)
        return bind


@dataclass(frozen=True, slots=True)
class Following:
    """Which facts a reader follows, in the reader's words.

    `as_of` and `known_at` are EDTF; a date less exact than a day stands for
    its last day. `predicates` empty means any.
    """

    predicates: tuple[str, ...] = ()
    direction: Direction = Direction.BOTH
    modalities: tuple[Modality, ...] = (Modality.ASSERTED,)
    as_of: str | None = None
    known_at: str | None = None
    min_belief: float | None = None
    undated: bool = True


@dataclass(frozen=True, slots=True)
class EntityFilter:
    """Which entities a reader wants; what is None or empty does not restrict."""

    ids: tuple[str, ...] | None = None
    classes: tuple[str, ...] = ()
    origin: str | None = None
    text: str | None = None
    min_degree: int | None = None
    document: str | None = None


def checked(kind: str, names: Collection[str], known: Mapping[str, object]) -> tuple[str, ...]:
    """`names`, if the ontology has them all. Raises `UsageError` naming one it lacks."""
    for name in names:
        if name not in known:
            close = get_close_matches(name, known, n=1, cutoff=0.5)
            raise UsageError(
                f"the ontology has no {kind} {name!r}",
                hint=f"did you mean {close[0]}?" if close else "`ontology` lists the names",
            )
    return tuple(names)


def last_day(name: str, date: str) -> int:
    """The last day that the EDTF `date`, given for `name`, can mean."""
    if len(date) > LONGEST_DATE:  # a long set of dates takes the parser seconds
        raise UsageError(f"{name} has {len(date)} characters", hint="name a day, a month or a year")
    end = interval(date).end
    if end == OPEN_END:
        raise UsageError(
            f"{name} has no end: {date!r}", hint="name a day, a month or a year, such as 2023-07-11"
        )
    return end - 1


def relation(ontology: Ontology, values: Values, following: Following) -> Relation:
    """What `following` asks for, as a plan says it."""
    predicates = checked("predicate", following.predicates, ontology.predicates)

    def day(name: str, date: str | None) -> Bind | None:
        return None if date is None else values.bind(last_day(name, date))

    return Relation(
        predicates=predicates,
        direction=following.direction,
        modalities=tuple(m for m in Modality if m in following.modalities),
        as_of=day("asOf", following.as_of),
        known_at=day("knownAt", following.known_at),
        min_belief=None if following.min_belief is None else values.bind(following.min_belief),
        undated=following.undated,
        symmetric=tuple(
            name
            for name in sorted(ontology.symmetric)
            if not following.predicates or name in following.predicates
        ),
    )


def every(*conditions: Condition | None) -> Condition | None:
    """All of those conditions that are there; None if none is."""
    present = tuple(condition for condition in conditions if condition is not None)
    if len(present) < 2:
        return present[0] if present else None
    return All(present)


def of_classes(ontology: Ontology, values: Values, classes: Collection[str]) -> Condition | None:
    """Entities of one of `classes` or of their subclasses; None if it is empty."""
    if not classes:
        return None
    names = checked("class", classes, ontology.classes)
    return Compare("classes", Operator.OVERLAPS, values.bind(names))


def equals(values: Values, name: str, value: Scalar | None) -> Condition | None:
    """Rows whose field `name` is `value`; None if that is None."""
    return None if value is None else Compare(name, Operator.EQ, values.bind(value))


def one_of(values: Values, name: str, wanted: Sequence[Scalar] | None) -> Condition | None:
    """Rows whose field `name` is among `wanted`; None if that is None."""
    return None if wanted is None else Compare(name, Operator.IN, values.bind(wanted))


def entity_condition(ontology: Ontology, values: Values, wanted: EntityFilter) -> Condition | None:
    """The condition that `wanted` amounts to."""
    mentioned = equals(values, "id", wanted.document)
    return every(
        one_of(values, "id", wanted.ids),
        of_classes(ontology, values, wanted.classes),
        equals(values, "origin", wanted.origin),
        None if wanted.text is None else Match(values.bind(wanted.text)),
        None
        if wanted.min_degree is None
        else Compare("degree", Operator.GE, values.bind(wanted.min_degree)),
        None if mentioned is None else Linked(Link(LinkName.DOCUMENTS), mentioned),
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
    values: Values, order: Sequence[Order], after: Sequence[Scalar | None] | None
) -> Condition | None:
    """The rows after the one whose sort values are `after`; None for the first page."""
    if after is None:
        return None
    return keyset(order, [None if value is None else values.bind(value) for value in after])


def find_one(kind: Kind, values: Values, id_: str, columns: tuple[Column, ...]) -> Find:
    """The row of `kind` with the id `id_`."""
    return Find(kind, columns, where=equals(values, "id", id_), limit=1)


def search(
    ontology: Ontology,
    values: Values,
    text: str,
    columns: tuple[Column, ...],
    *,
    classes: Collection[str] = (),
    limit: int = 10,
) -> Find:
    """The entities whose labels have every word of `text` as a prefix, the best first."""
    where = every(Match(values.bind(text)), of_classes(ontology, values, classes))
    return Find(Kind.ENTITY, columns, where=where, limit=values.bind(limit))


def expand(
    ontology: Ontology,
    values: Values,
    starts: Sequence[str],
    following: Following,
    columns: tuple[Column, ...],
    edges: tuple[Field, ...],
    *,
    depth: int = 1,
    classes: Collection[str] = (),
    limit: int = 100,
    edge_limit: int = 1000,
) -> Expand:
    """What lies within `depth` hops of `starts`."""
    return Expand(
        starts=values.bind(starts),
        relation=relation(ontology, values, following),
        depth=depth,
        columns=columns,
        edges=edges,
        where=of_classes(ontology, values, classes),
        limit=values.bind(limit),
        edge_limit=values.bind(edge_limit),
    )


def paths(
    ontology: Ontology,
    values: Values,
    source: str,
    target: str,
    following: Following,
    columns: tuple[Column, ...],
    edges: tuple[Field, ...],
    *,
    max_hops: int = 4,
    limit: int = 5,
) -> Paths:
    """How `source` and `target` are connected, the shortest paths first."""
    return Paths(
        source=values.bind(source),
        target=values.bind(target),
        relation=relation(ontology, values, following),
        max_hops=max_hops,
        columns=columns,
        edges=edges,
        limit=values.bind(limit),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of a traversal in the reader's words."""

    following: Following
    classes: tuple[str, ...] = ()
    least: int = 1
    most: int = 1


def traverse(
    ontology: Ontology,
    values: Values,
    starts: Sequence[str],
    steps: Sequence[Step],
    columns: tuple[Column, ...],
    *,
    limit: int = 100,
) -> Traverse:
    """The distinct entities at the end of `steps` from `starts`."""
    hops = tuple(
        Hop(
            relation(ontology, values, step.following),
            of_classes(ontology, values, step.classes),
            step.least,
            step.most,
        )
        for step in steps
    )
    return Traverse(values.bind(starts), hops, columns, values.bind(limit))


def common_neighbours(
    ontology: Ontology,
    values: Values,
    ids: Sequence[str],
    following: Following,
    columns: tuple[Column, ...],
    *,
    limit: int = 100,
) -> Common:
    """The entities that every one of `ids` is related to."""
    return Common(
        values.bind(ids), relation(ontology, values, following), columns, limit=values.bind(limit)
    )


TOTALS: Mapping[str, Aggregate] = {
    "entities": Aggregate(Kind.ENTITY),
    "facts": Aggregate(Kind.FACT),
    "evidence": Aggregate(Kind.EVIDENCE),
    "documents": Aggregate(
        Kind.DOCUMENT, where=Compare("kind", Operator.EQ, DocumentKind.SOURCE.value)
    ),
}
"""How much a store holds, by what is counted."""

BREAKDOWNS: Mapping[str, Aggregate] = {
    "classes": Aggregate(Kind.ENTITY, ("classes",), limit=1000),
    "predicates": Aggregate(Kind.FACT, ("predicate",), limit=1000),
    "modalities": Aggregate(Kind.EVIDENCE, ("modality",), limit=10),
}
"""The same by class, predicate and modality; an entity counts in each of its classes."""


def statistics(
    store: Store, names: Collection[str] = (*TOTALS, *BREAKDOWNS)
) -> dict[str, int | dict[str, int]]:
    """What `store` holds, in figures: of all, or of those named."""
    with store.reading():
        totals = {name: store.run(TOTALS[name]).rows[0][0] for name in names if name in TOTALS}
        breakdowns = {
            name: dict(store.run(BREAKDOWNS[name]).rows) for name in names if name in BREAKDOWNS
        }
    return {**totals, **breakdowns}
