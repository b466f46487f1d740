"""Plain text: the file's own characters, with blocks found by their layout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.statements import Block, BlockKind
from loaders.readers.decoding import decode
from loaders.readers.headlines import could_be_heading, could_be_title, is_address, is_row
from loaders.readers.imprint import HEAD, is_date_line, read_imprint
from loaders.readers.lines import lines
from loaders.readers.pieces import Piece, pieces_of
from loaders.reading import Reading

_MOST_HEADINGS = 2
"""Headings that follow each other; more lines of their look are a list without markers."""
_TITLE_WITHIN = 3
"""Blocks from the first within which the title stands."""


class PlainReader:
    """Reads text files. For valid UTF-8 the canonical text is the file's, unchanged."""

    name = "plain text"
    media_type = "text/plain"

    def accepts(self, data: bytes, name: str) -> bool:
        """Whatever no other reader takes; `read` refuses what is not text."""
        return True

    def read(self, data: bytes, name: str) -> Reading:
        text = decode(data, name)
        found = lines(text, name)
        blocks, title = _kinds(text, pieces_of(text, found))
        head = [(text[line.start : line.end], line.parted) for line in found[:HEAD]]
        foot = text[found[-1].start : found[-1].end] if found else ""
        imprint = read_imprint(head, foot)
        return Reading(
            text=text,
            blocks=tuple(blocks),
            media_type=self.media_type,
            title=imprint.title or title,
            publisher=imprint.publisher,
            date=imprint.date,
            address=imprint.address,
        )


def _kinds(text: str, pieces: Sequence[Piece]) -> tuple[list[Block], str | None]:
    """The blocks, and the title if there is one."""
    at = _title_at(text, pieces)
    title = _said(text, pieces[at]) if at is not None else None
    rows = _rows(text, pieces)
    looks = [i not in rows and _looks_like_heading(text, piece) for i, piece in enumerate(pieces)]
    headings = _headings(looks)
    blocks: list[Block] = []
    for i, piece in enumerate(pieces):
        kind, level = BlockKind.PARAGRAPH, 0
        if i == at:
            kind = BlockKind.TITLE
        elif piece.item:
            kind, level = BlockKind.ITEM, piece.item
        elif piece.underline:
            kind, level = BlockKind.HEADING, piece.underline
        elif i in headings or (title and _said(text, piece) == title):
            kind, level = BlockKind.HEADING, 1
        blocks.append(Block(piece.start, piece.end, kind, level))
    return blocks, title


def _said(text: str, piece: Piece) -> str:
    return " ".join(text[piece.start : piece.end].split())


def _headings(looks: Sequence[bool]) -> set[int]:
    """Which of the pieces that look like headings are: not the last piece, nor one of a run."""
    found: set[int] = set()
    first = 0
    for i in range(len(looks)):
        if looks[i]:
            continue
        if i - first <= _MOST_HEADINGS:
            found.update(range(first, i))
        first = i + 1
    return found


def _rows(text: str, pieces: Sequence[Piece]) -> set[int]:
    """Which pieces are rows of a fact sheet: those right above or below another one."""
    found: set[int] = set()
    for i, (above, below) in enumerate(pairwise(pieces)):
        joined = text.count("\n", above.end, below.start) == 1 and above.single and below.single
        if joined and all(is_row(text[p.start : p.end]) for p in (above, below)):
            found.update((i, i + 1))
    return found


def _title_at(text: str, pieces: Sequence[Piece]) -> int | None:
    for i, piece in enumerate(pieces[:_TITLE_WITHIN]):
        line = text[piece.start : piece.end]
        if i + 1 == len(pieces) or piece.item:
            return None
        if could_be_title(line) and not is_date_line(line):
            return i
        if not (is_address(line) or is_date_line(line)):
            return None
    return None


def _looks_like_heading(text: str, piece: Piece) -> bool:
    line = text[piece.start : piece.end]
    return (
        piece.single
        and not piece.item
        and not piece.beside_date
        and could_be_heading(line)
        and not is_date_line(line)
    )
