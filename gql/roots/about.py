"""The ontology's terms and the store's figures."""

from __future__ import annotations

from gql.roots.read import Read
from gql.selection.compiler import Shown
from gql.types import terms
from graph.plan.operations import statistics


def ontology(read: Read) -> terms.Ontology:
    """The terms, in the order of lists."""
    found = read.ontology
    return terms.Ontology(
        classes=sorted(found.classes.values(), key=lambda term: (term.order, term.name)),
        predicates=sorted(found.predicates.values(), key=lambda term: (term.order, term.name)),
        properties=sorted(found.properties.values(), key=lambda term: (term.order, term.name)),
        qualifiers=sorted(found.qualifiers.values(), key=lambda term: term.name),
        digest=found.digest,
    )


def stats(read: Read) -> Shown:
    """What the store holds; only what is selected is counted."""
    parts = read.parts("Stats")
    figures = statistics(read.store, {part.name for part in parts})
    return {part.key: _shown(figures[part.name]) for part in parts}


def _shown(figure: int | dict[str, int]) -> int | list[terms.Count]:
    if isinstance(figure, int):
        return figure
    return [terms.Count(name=name, count=count) for name, count in figure.items()]
