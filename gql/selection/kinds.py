"""How the fields of each kind of row are compiled, for one ontology."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from gql.selection.columns import Columns, Getter, Row
from gql.selection.compiler import Compiler, FieldCompiler, Vocabulary
from gql.selection.edge import IN_TEXT_ORDER, edge_evidence
from gql.selection.entity import BEST_ATTESTED, BEST_KNOWN, entity_fields
from gql.selection.evidence import EVIDENCE_FIELDS
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.selection.page import nested_one, nested_page
from gql.types.classes import UNKNOWN
from gql.types.document import Block, Location
from graph.plan import Kind, Link, LinkName, Order
from graph.plan.filters import every
from graph.statements import OPEN_END, OPEN_START
from ontology.model import Ontology


def _end(name: LinkName) -> FieldCompiler:
    def compile_end(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
        return nested_one(compiler, columns, selected, Link(name), Kind.ENTITY)

    return compile_end


def _evidence(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
    where = every(
        wanting(compiler).stated(selected.arguments),
        wanting(compiler).condition(Kind.EVIDENCE, selected.arguments["filter"]),
    )
    link = Link(LinkName.EVIDENCE)
    return nested_page(compiler, columns, selected, link, Kind.EVIDENCE, IN_TEXT_ORDER, where)


def _listed(name: LinkName, kind: Kind, order: tuple[Order, ...]) -> FieldCompiler:
    """A connection along a link that nothing but a filter restricts."""

    def compile_listed(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
        where = wanting(compiler).condition(kind, selected.arguments["filter"])
        return nested_page(compiler, columns, selected, Link(name), kind, order, where)

    return compile_listed


def _locations(_: Compiler, columns: Columns, __: Selected) -> Getter:
    locations = columns.field("locations")
    names = ("uri", "name", "title", "publisher", "date", "address")
    return lambda row: [
        Location(**{name: place.get(name) for name in names}) for place in locations(row)
    ]


def _blocks(_: Compiler, columns: Columns, __: Selected) -> Getter:
    blocks = columns.field("blocks")
    return lambda row: [
        Block(start=start, end=end, kind=kind, level=level)
        for start, end, kind, level in blocks(row)
    ]


def _day(name: str, *, shift: int = 0) -> FieldCompiler:
    """A day of an edge; None where it is open or not known."""

    def compile_day(_: Compiler, columns: Columns, __: Selected) -> Getter:
        value = columns.field(name)

        def get(row: Row) -> str | None:
            day: int = value(row)
            if day in (OPEN_START, OPEN_END):
                return None
            return dt.date.fromordinal(day + shift).isoformat()

        return get

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
                "evidence": _evidence,
                "known": _day("known"),
            },
            Kind.EVIDENCE: {
                **EVIDENCE_FIELDS,
                "from": _day("from"),
                "to": _day("to", shift=-1),
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
                "to": _day("to", shift=-1),
                "known": _day("known"),
            },
        },
        object_type,
    )
