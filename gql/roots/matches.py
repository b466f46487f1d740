"""Full text over entities, evidence and documents, with highlights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.compiler import places as fields_at
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.selection.shape import At, Each, One, Row, Shape
from graph.plan import Field, Find, Kind, Values
from graph.plan.filters import every
from graph.statements.words import places

LINES = 3
"""Lines of a document that are shown."""

SECTIONS: Mapping[str, tuple[Kind, str]] = {
    "entities": (Kind.ENTITY, "EntityMatch"),
    "evidences": (Kind.EVIDENCE, "EvidenceMatch"),
    "documents": (Kind.DOCUMENT, "DocumentMatch"),
}

TEXTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ENTITY: ("label", "alternative"),
    Kind.EVIDENCE: ("quote", "start"),
    Kind.DOCUMENT: ("title", "text"),
}
"""The fields that highlights are made of."""


@dataclass(frozen=True, slots=True)
class _Section:
    """The matches of one kind: what finds them, and where the texts of a match stand."""

    kind: Kind
    plan: Find
    texts: tuple[int, ...]


def matches(read: Read) -> Asked:
    """What has the words of a text."""
    size = read.limits.check_page("first", read.arguments["first"])
    text = read.arguments.later("text")
    sections: list[_Section] = []
    costs: list[int] = []

    def section(part: Selected) -> Shape:
        kind, type_name = SECTIONS[part.name]
        columns = Columns()
        texts: list[int] = []

        def highlights(inner: Selected) -> Shape:
            texts[:] = [columns.add(Field(name)) for name in TEXTS[kind]]
            fields = {**fields_at("field", "text", "start"), "marks": marks}
            return Each(At(1), read.compiler.record("Highlight", inner, fields))

        def marks(inner: Selected) -> Shape:
            return Each(At(3), read.compiler.record("Mark", inner, fields_at("start", "end")))

        def row(inner: Selected) -> Shape:
            return One(At(0), read.compiler.rows(columns, kind, inner.nodes))

        shape = read.compiler.record(type_name, part, {kind.value: row, "highlights": highlights})
        if not columns.taken():
            columns.field("id")
        fitting = wanting(read.compiler)
        among = fitting.listed(kind, read.arguments.later(part.name))
        where = every(fitting.listed(kind, {"text": text}), among)
        plan = Find(kind, columns.taken(), where, limit=read.values.bind(size))
        costs.append(size * (1 + columns.cost))
        sections.append(_Section(kind, plan, tuple(texts)))
        return Each(At(len(sections)), shape)

    shape = read.compiler.record(
        "TextMatches",
        read.selected,
        {**dict.fromkeys(SECTIONS, section), "truncated": At(0)},
    )
    read.weigh(sum(costs))
    values: Values = read.values

    def fetch(run: Run) -> Row:
        wanted = run.value(text)
        with run.store.reading():
            results = [run.result(section.plan, values) for section in sections]
        shown = [
            [(row, list(_highlights(found, row, wanted))) for row in result.rows]
            for found, result in zip(sections, results, strict=True)
        ]
        return [any(result.truncated for result in results), *shown]

    return Asked(fetch, shape)


def _highlights(section: _Section, row: Row, wanted: str) -> Iterator[Row]:
    """`(field, text, start, marks)` of each text of a match that has a word."""
    if section.texts:
        first, second = (row[place] for place in section.texts)
        yield from _MAKERS[section.kind](first, second, wanted)


def _highlight(field: str, text: str, wanted: str, start: int = 0) -> Iterator[Row]:
    marks = places(text, wanted)
    if marks:
        yield field, text, start, marks


def _labels(label: str, alternative: list[str], wanted: str) -> Iterator[Row]:
    for name in dict.fromkeys((label, *alternative)):
        yield from _highlight("label", name, wanted)


def _quote(quote: str, start: int, wanted: str) -> Iterator[Row]:
    return _highlight("quote", quote, wanted, start)


def _lines(title: str, text: str, wanted: str) -> Iterator[Row]:
    yield from _highlight("title", title, wanted)
    start = shown = 0
    for line in text.splitlines(keepends=True):
        for highlight in _highlight("text", line.rstrip(), wanted, start):
            yield highlight
            shown += 1
        if shown == LINES:
            return
        start += len(line)


_MAKERS: Mapping[Kind, Callable[[Any, Any, str], Iterator[Row]]] = {
    Kind.ENTITY: _labels,
    Kind.EVIDENCE: _quote,
    Kind.DOCUMENT: _lines,
}
