"""Full text over entities, evidence and documents, with highlights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gql.roots.read import Read
from gql.selection.columns import Columns, Row
from gql.selection.compiler import Shown
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.types.matches import Highlight, Mark
from graph.plan import Find, Kind
from graph.statements.words import places

LINES = 3
"""Lines of a document that are shown."""

SECTIONS = {
    "entities": (Kind.ENTITY, "EntityMatch"),
    "evidences": (Kind.EVIDENCE, "EvidenceMatch"),
    "documents": (Kind.DOCUMENT, "DocumentMatch"),
}

Highlights = Callable[[Row], Iterator[Highlight]]


def matches(read: Read) -> Shown:
    """What has the words of a text."""
    size = read.limits.check_page("first", read.arguments["first"])
    parts = read.parts("TextMatches")
    sections = {part.key: _Section(read, part) for part in parts if part.name in SECTIONS}
    with read.context.store.reading():
        found = {key: section.rows(size) for key, section in sections.items()}
    truncated = any(section.truncated for section in sections.values())
    return {part.key: found.get(part.key, truncated) for part in parts}


class _Section:
    """What is selected of the matches of one kind."""

    def __init__(self, read: Read, selected: Selected) -> None:
        self._read = read
        self._kind, type_ = SECTIONS[selected.name]
        self._text: str = read.arguments["text"]
        self._columns = Columns()
        self.truncated = False
        self._parts = [
            (part.key, self._part(part))
            for part in read.compiler.selections.fields(type_, selected.nodes)
        ]
        if not self._columns.taken():
            self._columns.field("id")

    def _part(self, selected: Selected) -> Callable[[Row], Any]:
        if selected.name != "highlights":
            return self._read.compiler.rows(self._columns, self._kind, selected.nodes)
        highlights = {
            Kind.ENTITY: self._labels,
            Kind.EVIDENCE: self._quote,
            Kind.DOCUMENT: self._lines,
        }[self._kind]()
        return lambda row: list(highlights(row))

    def rows(self, size: int) -> list[Shown]:
        """The best matches, at most `size`."""
        values = self._read.compiler.values
        where = wanting(self._read.compiler).condition(self._kind, {"text": self._text})
        plan = Find(self._kind, self._columns.taken(), where, limit=values.bind(size))
        result = self._read.run(plan, size * (1 + self._columns.cost))
        self.truncated = result.truncated
        return [{key: show(row) for key, show in self._parts} for row in result.rows]

    def _highlight(self, field: str, text: str, start: int = 0) -> Iterator[Highlight]:
        marks = [Mark(start=first, end=end) for first, end in places(text, self._text)]
        if marks:
            yield Highlight(field=field, text=text, start=start, marks=marks)

    def _labels(self) -> Highlights:
        label, alternative = self._columns.field("label"), self._columns.field("alternative")

        def highlights(row: Row) -> Iterator[Highlight]:
            for name in dict.fromkeys((label(row), *alternative(row))):
                yield from self._highlight("label", name)

        return highlights

    def _quote(self) -> Highlights:
        quote, start = self._columns.field("quote"), self._columns.field("start")
        return lambda row: self._highlight("quote", quote(row), start(row))

    def _lines(self) -> Highlights:
        title, text = self._columns.field("title"), self._columns.field("text")

        def highlights(row: Row) -> Iterator[Highlight]:
            yield from self._highlight("title", title(row))
            start = shown = 0
            for line in text(row).splitlines(keepends=True):
                for highlight in self._highlight("text", line.rstrip(), start):
                    yield highlight
                    shown += 1
                if shown == LINES:
                    return
                start += len(line)

        return highlights
