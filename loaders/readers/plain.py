"""Plain text: the file's own characters, with blocks found by their layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.statements import Block, BlockKind
from loaders.readers.decoding import decode
from loaders.readers.headlines import could_be_heading, could_be_title, is_address
from loaders.readers.imprint import HEAD, is_date_line, read_imprint
from loaders.readers.lines import Line, lines, says_something
from loaders.readers.markers import Marker, Nesting, marker
from loaders.readers.wrapping import Wrapping, ends_sentence
from loaders.reading import Reading

_PROSE = 40
"""Columns from which a line is taken for prose that may be wrapped before a dash."""
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
        blocks, title = _kinds(text, _pieces(text, found))
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


@dataclass(slots=True)
class _Piece:
    """A block in the making: its span, and what the layout says of it."""

    start: int
    end: int
    item: int = 0
    underline: int = 0
    single: bool = True
    parted: bool = True
    beside_date: bool = False


def _pieces(text: str, found: Sequence[Line]) -> list[_Piece]:
    markers = {line.start: mark for line in found if (mark := marker(text, line)) is not None}
    wrapping = Wrapping.of(text, found, lambda line: line.start in markers)
    pieces: list[_Piece] = []
    nesting = Nesting()
    for stretch in _stretches(found):
        pieces.extend(_of_stretch(text, stretch, markers, wrapping, nesting))
    return pieces


def _stretches(found: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines between two blank ones."""
    first = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or found[i].parted:
            yield found[first:i]
            first = i


def _of_stretch(
    text: str,
    stretch: Sequence[Line],
    markers: dict[int, Marker],
    wrapping: Wrapping,
    nesting: Nesting,
) -> list[_Piece]:
    pieces: list[_Piece] = []
    plain = [line for line in stretch if line.start not in markers]
    layout = wrapping.within(text, plain)
    manners = [markers[line.start].manner for line in stretch if line.start in markers]
    hanging = -1
    last: Line | None = None
    for line in stretch:
        mark = markers.get(line.start)
        if mark and last and pieces and _wrapped_before(text, pieces[-1], last, mark, manners):
            mark = None
        if not says_something(text, line.start, line.end):
            if pieces and pieces[-1].single and not pieces[-1].item and last is not None:
                pieces[-1].underline = {"=": 1, "-": 2}.get(text[line.start], 0)
            last = None
            continue
        if mark:
            level = nesting.level(line.indent, mark.manner)
            pieces.append(_Piece(mark.start, line.end, item=level, parted=line.parted))
            hanging = line.indent
        elif (
            last is not None
            and pieces
            and (layout.goes_on(text, last, line) or _hangs(pieces[-1], last, line, hanging))
        ):
            pieces[-1].end = line.end
            pieces[-1].single = False
        else:
            if not nesting.holds(line.indent):
                nesting.close()
            pieces.append(_Piece(line.start, line.end, parted=line.parted))
        last = line
    if any(piece.single and is_date_line(text[piece.start : piece.end]) for piece in pieces[:4]):
        for piece in pieces:
            piece.beside_date = True
    return pieces


def _wrapped_before(
    text: str, piece: _Piece, last: Line, mark: Marker, manners: Sequence[str]
) -> bool:
    """Whether the dash or number that begins a line is inside wrapped prose."""
    return (
        mark.ambiguous
        and not piece.item
        and manners.count(mark.manner) == 1
        and last.column >= _PROSE
        and not ends_sentence(text, last.start, last.end)
    )


def _hangs(piece: _Piece, last: Line, line: Line, hanging: int) -> bool:
    """Whether `line` stands under the text of the item that is being read."""
    return piece.item > 0 and line.indent > hanging and last.column <= 2 * line.column + _PROSE


def _kinds(text: str, pieces: Sequence[_Piece]) -> tuple[list[Block], str | None]:
    """The blocks, and the title if there is one."""
    at = _title_at(text, pieces)
    title = _said(text, pieces[at]) if at is not None else None
    headings = _headings([_looks_like_heading(text, piece) for piece in pieces])
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


def _said(text: str, piece: _Piece) -> str:
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


def _title_at(text: str, pieces: Sequence[_Piece]) -> int | None:
    for i, piece in enumerate(pieces[:_TITLE_WITHIN]):
        line = text[piece.start : piece.end]
        if i + 1 == len(pieces) or piece.item:
            return None
        if could_be_title(line) and not is_date_line(line):
            return i
        if not (is_address(line) or is_date_line(line)):
            return None
    return None


def _looks_like_heading(text: str, piece: _Piece) -> bool:
    line = text[piece.start : piece.end]
    return (
        piece.single
        and not piece.item
        and not piece.beside_date
        and could_be_heading(line)
        and not is_date_line(line)
    )
