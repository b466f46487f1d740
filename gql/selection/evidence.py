"""What each field of an evidence needs."""

from __future__ import annotations

from typing import Any

from gql.selection.columns import Columns, Getter, Row
from gql.selection.compiler import Compiler, FieldCompiler, Shown
from gql.selection.fields import Selected
from gql.selection.page import nested_list, nested_one
from gql.types.evidence import Span
from graph.plan import Field, Kind, Link, LinkName, Nested

CHAIN = 10
"""The most speakers and the most qualifiers of an evidence that are shown."""


def _fact(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
    return nested_one(compiler, columns, selected, Link(LinkName.FACT), Kind.FACT)


def _document(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
    return nested_one(compiler, columns, selected, Link(LinkName.DOCUMENT), Kind.DOCUMENT)


def _said_by(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
    link = Link(LinkName.SPEAKERS)
    return nested_list(compiler, columns, selected, link, Kind.ENTITY, CHAIN)


def _context(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
    spans = columns.field("context")
    quoted = compiler.selections.fields("Span", selected.nodes)
    if not any(field.name == "quote" for field in quoted):
        return lambda row: [Span(start=start, end=end, quote="") for start, end in spans(row)]
    text = columns.add(Nested(Link(LinkName.DOCUMENT), (Field("text"),), limit=1))

    def get(row: Row) -> list[Span]:
        return [
            Span(start=start, end=end, quote=row[text][0][0][0][start:end])
            for start, end in spans(row)
        ]

    return get


def _qualifiers(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
    terms = compiler.vocabulary.ontology.qualifiers
    stated = columns.field("qualifiers")
    inner = Columns()
    id_, merged = inner.field("id"), inner.field("merged")
    parts = compiler.selections.fields("Qualifier", selected.nodes)
    shows = {
        part.key: compiler.rows(inner, Kind.ENTITY, part.nodes)
        for part in parts
        if part.name == "entity"
    }
    slot: int | None = None
    if shows:
        slot = columns.add(Nested(Link(LinkName.QUALIFIED), inner.taken(), limit=CHAIN))
        columns.cost += CHAIN * (1 + inner.cost)

    def entity(row: Row, value: str) -> Row | None:
        found: list[Row] = row[slot][0] if slot is not None else []
        return next((each for each in found if value == id_(each) or value in merged(each)), None)

    def value_of(part: Selected, row: Row, name: str, value: str, is_entity: bool) -> Any:
        if part.name == "entity":
            found = entity(row, value) if is_entity else None
            return shows[part.key](found) if found is not None else None
        label = terms[name].label if name in terms else name
        return {"name": name, "label": label, "value": value}[part.name]

    def get(row: Row) -> list[Shown]:
        return [
            {part.key: value_of(part, row, name, value, is_entity) for part in parts}
            for name, value, is_entity in stated(row)
        ]

    return get


EVIDENCE_FIELDS: dict[str, FieldCompiler] = {
    "fact": _fact,
    "document": _document,
    "saidBy": _said_by,
    "context": _context,
    "qualifiers": _qualifiers,
}
