"""The ontology's terms and the store's figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from strawberry.utils.str_converters import to_camel_case

from gql.roots.read import Asked, Read, Run
from gql.selection.compiler import places
from gql.selection.fields import Selected
from gql.selection.shape import At, Each, Fixed, Made, Row, Shape
from gql.types import terms
from graph.plan.operations import BREAKDOWNS, statistics

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def ontology(read: Read) -> Asked:
    """The terms, in the order of lists."""
    found = read.ontology
    shape = read.compiler.record(
        "Ontology",
        read.selected,
        {
            "classes": _listed(read, terms.ClassTerm, found.classes),
            "predicates": _listed(read, terms.PredicateTerm, found.predicates),
            "properties": _listed(read, terms.PropertyTerm, found.properties),
            "qualifiers": _listed(read, terms.QualifierTerm, found.qualifiers),
            "digest": Fixed(found.digest),
        },
    )
    return Asked(lambda _: (), shape)


def _listed(
    read: Read, type_: type[DataclassInstance], found: Mapping[str, Any]
) -> Callable[[Selected], Shape]:
    """Terms as `type_`, whose fields are named like the attributes that it shows."""
    names = [field.name for field in fields(type_)]
    order = sorted(found.values(), key=lambda term: (getattr(term, "order", 0), term.name))
    rows = [tuple(_plain(getattr(term, name)) for name in names) for term in order]
    shown = places(*map(to_camel_case, names))
    return lambda part: Each(Fixed(rows), read.compiler.record(type_.__name__, part, shown))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def stats(read: Read) -> Asked:
    """What the store holds; only what is selected is counted."""
    names = [part.name for part in read.compiler.parts("Stats", read.selected)]
    wanted = [name for name in dict.fromkeys(names) if not name.startswith("__")]

    def breakdown(place: int) -> Callable[[Selected], Shape]:
        rows = Made(_items, (At(place),))
        return lambda part: Each(rows, read.compiler.record("Count", part, places("name", "count")))

    shape = read.compiler.record(
        "Stats",
        read.selected,
        {
            name: breakdown(place) if name in BREAKDOWNS else At(place)
            for place, name in enumerate(wanted)
        },
    )

    def fetch(run: Run) -> Row:
        figures = statistics(run.store, wanted)
        return [figures[name] for name in wanted]

    return Asked(fetch, shape)


def _items(figures: Mapping[str, int]) -> list[tuple[str, int]]:
    return list(figures.items())
