"""What each field of an evidence needs."""

from __future__ import annotations

from gql.selection.columns import Columns
from gql.selection.compiler import Compiler, FieldCompiler, places
from gql.selection.fields import Selected
from gql.selection.page import nested_list, nested_one
from gql.selection.shape import At, Each, Fixed, Made, One, Row, Shape
from graph.plan import Field, Kind, Link, LinkName, Nested

CHAIN = 10
"""The most speakers and the most qualifiers of an evidence that are shown."""


def _fact(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    return nested_one(compiler, columns, selected, Link(LinkName.FACT), Kind.FACT)


def _document(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    return nested_one(compiler, columns, selected, Link(LinkName.DOCUMENT), Kind.DOCUMENT)


def _said_by(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    link = Link(LinkName.SPEAKERS)
    return nested_list(compiler, columns, selected, link, Kind.ENTITY, CHAIN)


def _context(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    spans = columns.field("context")
    shape = compiler.record("Span", selected, places("start", "end", "quote"))
    if not any(part.name == "quote" for part in compiler.parts("Span", selected)):
        return Each(spans, shape)
    text = columns.add(Nested(Link(LinkName.DOCUMENT), (Field("text"),), limit=1))

    def cut(found: list[Row], texts: list[Row]) -> list[Row]:
        return [(start, end, texts[0][0][start:end]) for start, end in found]

    return Each(Made(cut, (spans, At(text, 0))), shape)


def _qualifiers(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    terms = compiler.vocabulary.ontology.qualifiers
    inner = Columns()
    id_, merged = inner.add(Field("id")), inner.add(Field("merged"))
    wanted = any(part.name == "entity" for part in compiler.parts("Qualifier", selected))

    def entity(part: Selected) -> Shape:
        return One(At(3), compiler.rows(inner, Kind.ENTITY, part.nodes))

    fields = {**places("name", "label", "value"), "entity": entity}
    shape = compiler.record("Qualifier", selected, fields)
    found: Shape = Fixed(())
    if wanted:
        found = At(columns.add(Nested(Link(LinkName.QUALIFIED), inner.taken(), limit=CHAIN)), 0)
        columns.cost += CHAIN * (1 + inner.cost)

    def listed(stated: list[Row], entities: list[Row]) -> list[Row]:
        return [
            (
                name,
                terms[name].label if name in terms else name,
                value,
                next((e for e in entities if value == e[id_] or value in e[merged]), None)
                if is_entity
                else None,
            )
            for name, value, is_entity in stated
        ]

    return Each(Made(listed, (columns.field("qualifiers"), found)), shape)


EVIDENCE_FIELDS: dict[str, FieldCompiler] = {
    "fact": _fact,
    "document": _document,
    "saidBy": _said_by,
    "context": _context,
    "qualifiers": _qualifiers,
}
