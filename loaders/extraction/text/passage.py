"""A passage: a stretch of a document that is read by itself, with what governs it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from enum import StrEnum

from graph.statements import BlockKind, Span


class Governance(StrEnum):
    """How a stretch of text governs a passage."""

    TITLE = "title"
    HEADING = "heading"
    LABEL = "label"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Governor:
    """A title, heading, label or question above a passage."""

    kind: Governance
    span: Span
    text: str
    offsets: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """The place of each code point of `text` in the document, for introductions."""

    def says(self, words: Set[str]) -> bool:
        """Whether any of `words`, in lower case, stands in it."""
        return not words.isdisjoint(self.text.lower().rstrip("?").split())


@dataclass(frozen=True, slots=True)
class Passage:
    """Clean text (spaces single, quotes straight) that knows where it stands in the document.

    `governors` are the outermost first. `offsets` gives the place of each
    code point of `text` in the document, with one more for the end.
    """

    text: str
    offsets: range | list[int]
    kind: BlockKind
    governors: tuple[Governor, ...]
    is_label: bool = False
    """Whether it is the label of a line, read by itself."""
    lead: int = 0
    """How much of `text` is the introduction that an item goes on with."""
    parsed: str = ""
    """`text` as the parser is to read it, where that differs: a headline as a sentence."""
    is_quoted: bool = False
    """Whether it begins inside a quotation that a paragraph before opened."""

    def span(self, start: int, end: int) -> Span:
        """The document's span of `text[start:end]`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1 if end > start else start)
