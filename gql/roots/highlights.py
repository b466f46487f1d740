"""Highlights: the texts of a match that have a word, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gql.selection.shape import Row
from graph.plan import Kind
from graph.statements.words import places

LINES = 3
"""Lines of a document that are shown."""

TEXTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ENTITY: ("label", "alternative"),
    Kind.EVIDENCE: ("quote", "start"),
    Kind.DOCUMENT: ("title", "text"),
}
"""The fields that highlights are made of."""


def highlights(kind: Kind, first: Any, second: Any, wanted: str) -> Iterator[Row]:
    """`(field, text, start, marks)` of each text of a match that has a word; it has these values
    of the fields `TEXTS`."""
    return _MAKERS[kind](first, second, wanted)


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
