"""Canonical text put together block by block, for formats whose characters are not the text."""

from __future__ import annotations

from collections.abc import Iterable

from graph.statements import Block, BlockKind
from loaders.readers.lines import says_something
from loaders.readers.segments import Segment
from loaders.readers.wrapping import ends_sentence

_INDENT = "  "
_LONGEST_HEADING = 160
_LOWEST = 6
_CLOSING = "\"'”’)"


class Composition:
    """Blocks as they come, with white space made single, and the text they make.

    Items stand on lines of their own behind their marker, which is outside
    the block; the cells of a row are parted by tabs; an empty line parts the
    rest. A block without a letter or digit is left out.

    A title that the file's metadata give opens the text, and is not repeated
    where the text opens with it too; without one, a heading that opens the
    text is the title.
    """

    def __init__(self, title: str | None = None) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._last: BlockKind | None = None
        self._under = 0
        self.title = " ".join(title.split()) or None if title else None
        if self.title:
            self.add(self.title, BlockKind.TITLE)

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far, as offsets into `text`."""
        return tuple(self._blocks)

    def add(self, text: str, kind: BlockKind, level: int = 0, marker: str = "") -> None:
        """A block; `marker` is what an item begins with in the text."""
        if kind is not BlockKind.CODE:
            text = " ".join(text.split())
        if not says_something(text):
            return
        close = kind is BlockKind.ITEM and self._last is BlockKind.ITEM
        self._write("\n" if close else "\n\n")
        if kind is BlockKind.ITEM:
            self._append(_INDENT * (level - 1) + (f"{marker} " if marker else _INDENT))
        self._block(text, kind, level)

    def head(self, text: str, level: int) -> None:
        """A heading of rank `level`."""
        text = " ".join(text.split())
        if not self._blocks and self.title is None:
            self.title = text
            self.add(text, BlockKind.TITLE)
        elif len(self._blocks) != 1 or self._last is not BlockKind.TITLE or text != self.title:
            self.add(text, BlockKind.HEADING, level)
        self._under = level

    def prose(self, segments: Iterable[Segment]) -> None:
        """A paragraph; a line of it that is all strong, and no statement, is a heading."""
        for segment in segments:
            if segment.emphatic and _could_head(segment.text):
                under = self._under
                self.head(segment.text, min(under + 1, _LOWEST))
                self._under = under
            else:
                self.add(segment.text, BlockKind.PARAGRAPH)

    def add_row(self, cells: Iterable[str]) -> None:
        """A row of a table; empty cells keep their place."""
        row = [" ".join(cell.split()) for cell in cells]
        if not any(map(says_something, row)):
            return
        self._write("\n" if self._last is BlockKind.CELL else "\n\n")
        for i, cell in enumerate(row):
            if i:
                self._append("\t")
            if says_something(cell):
                self._block(cell, BlockKind.CELL, 0)
            else:
                self._append(cell)
        self._last = BlockKind.CELL

    def _block(self, text: str, kind: BlockKind, level: int) -> None:
        self._blocks.append(Block(self._length, self._length + len(text), kind, level))
        self._append(text)
        self._last = kind

    def _write(self, gap: str) -> None:
        if self._parts:
            self._append(gap)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _could_head(text: str) -> bool:
    stated = ends_sentence(text, 0, len(text)) and text.rstrip(_CLOSING)[-1:] in ".!;"
    return not stated and len(text) <= _LONGEST_HEADING
