"""What each field of an entity needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gql.selection.columns import Columns
from gql.selection.compiler import Compiler, FieldCompiler, places
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.selection.following import following
from gql.selection.page import nested_page, ordered
from gql.selection.shape import At, Each, Made, Row, Shape
from gql.types.classes import RelationField, relation_fields, scalar
from graph.plan import Field, Kind, Link, Linked, LinkName, Nested, Order
from graph.plan.fields import PROPERTY
from graph.plan.filters import COUNTED, equals, every
from graph.plan.following import membership, relation
from ontology.model import Ontology, PropertyTerm

BEST_KNOWN = (Order("degree", descending=True), Order("id"))
BEST_ATTESTED = (
    Order("evidenceCount", descending=True),
    Order("belief", descending=True),
    Order("id"),
)
MOST_MERGED = 100
"""Of those an entity stands for, how many are shown."""
LATEST = (Order("from", descending=True), Order("id"))


def _properties(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    terms = compiler.vocabulary.ontology.properties
    order = {name: place for place, name in enumerate(terms)}

    def listed(found: Mapping[str, list[str]] | None) -> list[Row]:
        return [
            (name, terms[name].label if name in terms else name, texts)
            for name, texts in sorted(
                (found or {}).items(), key=lambda item: (order.get(item[0], len(order)), item[0])
            )
        ]

    shape = compiler.record("Property", selected, places("name", "label", "values"))
    return Each(Made(listed, (columns.field("properties"),)), shape)


def _merged(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    names = ("id", "label")
    nested = Nested(Link(LinkName.MERGED), tuple(map(Field, names)), limit=MOST_MERGED)
    columns.cost += MOST_MERGED
    shape = compiler.record("MergedEntity", selected, places(*names))
    return Each(At(columns.add(nested), 0), shape)


def _facts(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    ontology = compiler.vocabulary.ontology
    followed = following(selected.arguments)
    spread = selected.arguments["spread"]
    link = Link(
        LinkName.FACTS,
        relation(ontology, compiler.values, followed),
        through=membership(ontology, compiler.values, followed) if spread else None,
    )
    stated = equals(compiler.values, "document", selected.arguments.later("document"))
    where = every(
        None if stated is None else Linked(Link(LinkName.EVIDENCE), every(COUNTED, stated)),
        wanting(compiler).condition(Kind.FACT, selected.arguments.later("filter")),
    )
    asked = selected.arguments
    order = ordered(compiler, Kind.FACT, selected, BEST_ATTESTED)
    return nested_page(compiler, columns, selected, link, Kind.FACT, order, where, asked)


def _documents(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    link = Link(LinkName.DOCUMENTS)
    where = wanting(compiler).condition(Kind.DOCUMENT, selected.arguments.later("filter"))
    order = ordered(compiler, Kind.DOCUMENT, selected, LATEST)
    return nested_page(compiler, columns, selected, link, Kind.DOCUMENT, order, where)


def _relation(field: RelationField) -> FieldCompiler:
    def compile_relation(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
        followed = following(
            selected.arguments, predicates=(field.predicate.name,), direction=field.direction
        )
        ontology = compiler.vocabulary.ontology
        link = Link(LinkName.RELATED, relation(ontology, compiler.values, followed))
        where = wanting(compiler).condition(Kind.ENTITY, selected.arguments.later("filter"))
        order = ordered(compiler, Kind.ENTITY, selected, BEST_KNOWN)
        return nested_page(compiler, columns, selected, link, Kind.ENTITY, order, where)

    return compile_relation


def _boolean(text: str) -> bool:
    return text in ("true", "1")


def _property(term: PropertyTerm) -> FieldCompiler:
    type_ = scalar(term)
    convert: Callable[[str], Any] = _boolean if type_ is bool else type_

    def converted(text: str | None) -> Any:
        return None if text is None else convert(text)

    def listed(found: Mapping[str, list[str]] | None) -> list[Any]:
        return [convert(text) for text in (found or {}).get(term.name, ())]

    def compile_all(_: Compiler, columns: Columns, __: Selected) -> Shape:
        return Made(listed, (columns.field("properties"),))

    def compile_first(_: Compiler, columns: Columns, __: Selected) -> Shape:
        value = columns.field(PROPERTY + term.name)
        return value if type_ is str else Made(converted, (value,))

    return compile_first if term.single else compile_all


def entity_fields(ontology: Ontology) -> dict[str, FieldCompiler]:
    """How the fields of entities are compiled, those of the ontology's terms included."""
    return {
        "merged": _merged,
        "properties": _properties,
        "facts": _facts,
        "documents": _documents,
        **{term.name: _property(term) for term in ontology.properties.values()},
        **{field.name: _relation(field) for field in relation_fields(ontology)},
    }
