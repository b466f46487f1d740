"""Named reads, as builders of plans that GraphQL, command line and explorer share.

A builder takes what a reader says (`graph.plan.following`,
`graph.plan.filters`) and the columns it wants, checks names against the
ontology, and puts values into `Values`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.plan.columns import Column, Field, Nested
from graph.plan.conditions import AnyOf, Compare, Condition, Match, Operator, Order
from graph.plan.fields import Kind
from graph.plan.filters import COUNTED, contradicted, equals, every, of_classes, one_of
from graph.plan.following import EVERY_MODALITY, Following, checked, relation
from graph.plan.links import Link, LinkName
from graph.plan.nodes import Aggregate, Common, Expand, Find, Hop, Paths, Traverse
from graph.plan.values import Later, Values
from graph.statements import DocumentKind, Polarity
from graph.store import Store
from ontology.model import Ontology


def find_one(kind: Kind, values: Values, id_: str | Later, columns: tuple[Column, ...]) -> Find:
    """The row of `kind` with the id `id_`; of entities, the one that it means by now."""
    where = equals(values, "id", id_)
    if kind is Kind.ENTITY:
        where = Compare("id", Operator.NAMED, values.bind(id_, lambda given: (given,)))
    return Find(kind, columns, where=where, limit=1)


def search(
    ontology: Ontology,
    values: Values,
    text: str | Later,
    columns: tuple[Column, ...],
    *,
    classes: Collection[str] | Later | None = None,
    limit: int = 10,
) -> Find:
    """The entities whose labels have every word of `text` as a prefix, the best first."""
    where = every(Match(values.bind(text)), of_classes(ontology, values, classes))
    return Find(Kind.ENTITY, columns, where=where, limit=values.bind(limit))


def expand(
    ontology: Ontology,
    values: Values,
    starts: Sequence[str] | Later,
    following: Following,
    columns: tuple[Column, ...],
    edges: tuple[Field, ...],
    *,
    depth: int = 1,
    classes: Collection[str] | Later | None = None,
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
    source: str | Later,
    target: str | Later,
    following: Following,
    columns: tuple[Column, ...],
    edges: tuple[Field, ...],
    *,
    max_hops: int = 4,
    limit: int = 5,
    where: Condition | None = None,
    via: Sequence[Condition] = (),
    shortest_only: bool = False,
) -> Paths:
    """How `source` and `target` are connected, the shortest paths first.

    `where` is what the entities between them must be, and each of `via` what
    one of them must be.
    """
    return Paths(
        source=values.bind(source),
        target=values.bind(target),
        relation=relation(ontology, values, following),
        max_hops=max_hops,
        columns=columns,
        edges=edges,
        where=where,
        limit=values.bind(limit),
        shortest_only=shortest_only,
        via=tuple(via),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of a traversal in the reader's words."""

    following: Following
    classes: Collection[str] | Later | None = None
    least: int = 1
    most: int = 1


def traverse(
    ontology: Ontology,
    values: Values,
    starts: Sequence[str] | Later,
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
    ids: Sequence[str] | Later,
    following: Following,
    columns: tuple[Column, ...],
    *,
    limit: int = 100,
) -> Common:
    """The entities that every one of `ids` is related to."""
    return Common(
        values.bind(ids), relation(ontology, values, following), columns, limit=values.bind(limit)
    )


def contradictions(
    ontology: Ontology,
    values: Values,
    columns: tuple[Column, ...],
    *,
    predicates: Collection[str] = (),
    about: str | None = None,
    limit: int = 50,
) -> Find:
    """The facts that some evidence affirms (in any status) and some denies; of facts that a
    merge made the same, the denied one.

    Those with the most evidence first. `about` is an entity at either end.
    `side` makes the column of one side's evidence.
    """
    named = checked("predicate", predicates, ontology.predicates)
    where = every(
        contradicted(ontology, EVERY_MODALITY),
        one_of(values, "predicate", named or None),
        None
        if about is None
        else AnyOf(
            tuple(Compare(end, Operator.EQ, values.bind(about)) for end in ("subject", "object"))
        ),
    )
    order = (Order("evidenceCount", descending=True), Order("id"))
    return Find(Kind.FACT, columns, where, order, values.bind(limit), total=True)


def side(
    values: Values, polarity: Polarity, columns: tuple[Column, ...], *, limit: int = 20
) -> Nested:
    """The evidence of a fact on one side of a contradiction, as a column of it."""
    return Nested(
        Link(LinkName.EVIDENCE),
        columns,
        every(Compare("polarity", Operator.EQ, polarity.value), COUNTED),
        limit=values.bind(limit),
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
