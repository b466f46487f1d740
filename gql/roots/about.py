"""The ontology's terms and the store's figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from gql.roots.read import Read
from gql.selection.compiler import Shown
from gql.types import terms
from graph.plan.operations import statistics

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def ontology(read: Read) -> terms.Ontology:
    """The terms, in the order of lists."""
    found = read.ontology
    return terms.Ontology(
        classes=_listed(terms.ClassTerm, found.classes),
        predicates=_listed(terms.PredicateTerm, found.predicates),
        properties=_listed(terms.PropertyTerm, found.properties),
        qualifiers=_listed(terms.QualifierTerm, found.qualifiers),
        digest=found.digest,
    )


def _listed(shown: type[T], found: Mapping[str, Any]) -> list[T]:
    """Terms of the ontology as the type `shown`, which names the attributes that it shows."""
    names = [field.name for field in fields(shown)]
    order = sorted(found.values(), key=lambda term: (getattr(term, "order", 0), term.name))
    return [shown(**{name: getattr(term, name) for name in names}) for term in order]


def stats(read: Read) -> Shown:
    """What the store holds; only what is selected is counted."""
    parts = read.parts("Stats")
    figures = statistics(read.context.store, {part.name for part in parts})
    return {part.key: _shown(figures[part.name]) for part in parts}


def _shown(figure: int | dict[str, int]) -> int | list[terms.Count]:
    if isinstance(figure, int):
        return figure
    return [terms.Count(name=name, count=count) for name, count in figure.items()]
