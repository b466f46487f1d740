"""How the fields of each kind of row are compiled, for one ontology."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any

from gql.selection.columns import Columns
from gql.selection.compiler import Compiler, FieldCompiler, Vocabulary, places
from gql.selection.edge import IN_TEXT_ORDER, WRITTEN_FIRST, edge_evidence
from gql.selection.entity import BEST_ATTESTED, BEST_KNOWN, entity_fields
from gql.selection.evidence import EVIDENCE_FIELDS
from gql.selection.fields import Selected
from gql.selection.filtering import stated, wanting
from gql.selection.page import nested_one, nested_page
from gql.selection.shape import Each, Made, Row, Shape
from gql.types.classes import UNKNOWN
from graph.plan import Kind, Link, LinkName, Order
from graph.plan.filters import alike, every
from graph.statements import OPEN_END, OPEN_START
from ontology.model import Ontology

TIMED = ("modalities", "asOf", "knownAt", "undated")
"""What evidence is read by as its fact is, unless the query says otherwise."""


def _end(name: LinkName) -> FieldCompiler:
    def compile_end(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
        return nested_one(compiler, columns, selected, Link(name), Kind.ENTITY)

    return compile_end


def _evidence(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    where = every(
        wanting(compiler).stated(stated(selected.arguments, columns.asked, TIMED)),
        wanting(compiler).evidence(selected.arguments.later("filter")),
    )
    link = Link(LinkName.EVIDENCE)
    return nested_page(compiler, columns, selected, link, Kind.EVIDENCE, WRITTEN_FIRST, where)


def _alike(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    link = alike(compiler.vocabulary.ontology)
    return nested_page(compiler, columns, selected, link, Kind.FACT, BEST_ATTESTED)


def _listed(name: LinkName, kind: Kind, order: tuple[Order, ...]) -> FieldCompiler:
    """A connection along a link that nothing but a filter restricts."""

    def compile_listed(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
        where = wanting(compiler).listed(kind, selected.arguments.later("filter"))
        return nested_page(compiler, columns, selected, Link(name), kind, order, where)

    return compile_listed


def _locations(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    names = ("uri", "name", "title", "publisher", "date", "address")
    values = itemgetter(*names)

    def listed(locations: list[dict[str, Any]]) -> list[Row]:
        return [values(location) for location in locations]

    shape = compiler.record("Location", selected, places(*names))
    return Each(Made(listed, (columns.field("locations"),)), shape)


def _blocks(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    shape = compiler.record("Block", selected, places("start", "end", "kind", "level"))
    return Each(columns.field("blocks"), shape)


DAYS = {"known": 0, "from": 0, "to": -1}
"""Fields that are day numbers, and how far off the day that a reader is shown: intervals are
stored without their last day."""


def shown_day(name: str, day: int | float) -> str | None:
    """The day that the field `name` of `DAYS` holds; None where it is open or not known."""
    if day in (OPEN_START, OPEN_END):
        return None
    return dt.date.fromordinal(int(day) + DAYS[name]).isoformat()


def _day(name: str) -> FieldCompiler:
    """A day of an edge; None where it is open or not known."""

    def compile_day(_: Compiler, columns: Columns, __: Selected) -> Shape:
        return Made(partial(shown_day, name), (columns.field(name),))

    return compile_day


def vocabulary(ontology: Ontology) -> Vocabulary:
    """What the compiler must know of `ontology`."""
    rank = {term.name: (term.order, term.name) for term in ontology.classes.values()}

    @lru_cache(maxsize=1024)
    def first_of(types: tuple[str, ...]) -> str:
        return min((name for name in types if name in rank), key=rank.__getitem__, default=UNKNOWN)

    def object_type(types: Sequence[str]) -> str:
        return first_of(tuple(types))

    return Vocabulary(
        ontology,
        {
            Kind.ENTITY: entity_fields(ontology),
            Kind.FACT: {
                "subject": _end(LinkName.SUBJECT),
                "object": _end(LinkName.OBJECT),
                "alike": _alike,
                "evidence": _evidence,
                "known": _day("known"),
            },
            Kind.EVIDENCE: {
                **EVIDENCE_FIELDS,
                "from": _day("from"),
                "to": _day("to"),
            },
            Kind.DOCUMENT: {
                "evidence": _listed(LinkName.EVIDENCE, Kind.EVIDENCE, IN_TEXT_ORDER),
                "facts": _listed(LinkName.FACTS, Kind.FACT, BEST_ATTESTED),
                "mentioned": _listed(LinkName.MENTIONED, Kind.ENTITY, BEST_KNOWN),
                "locations": _locations,
                "blocks": _blocks,
            },
            Kind.EDGE: {
                "evidence": edge_evidence,
                "from": _day("from"),
                "to": _day("to"),
                "known": _day("known"),
            },
        },
        object_type,
    )
