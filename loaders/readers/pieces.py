"""The pieces of a plain text that are read by themselves, by its layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.readers.imprint import is_date_line
from loaders.readers.lines import Line, says_something
from loaders.readers.markers import Marker, Nesting, marker
from loaders.readers.wrapping import Wrapping, ends_sentence

_PROSE = 40
"""Columns from which a line is taken for prose that may be wrapped before a dash."""


@dataclass(slots=True)
class Piece:
    """A block in the making: its span, and what the layout says of it."""

    start: int
    end: int
    item: int = 0
    underline: int = 0
    single: bool = True
    parted: bool = True
    beside_date: bool = False


def pieces_of(text: str, found: Sequence[Line]) -> list[Piece]:
    markers = {line.start: mark for line in found if (mark := marker(text, line)) is not None}
    wrapping = Wrapping.of(text, found, lambda line: line.start in markers)
    pieces: list[Piece] = []
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
) -> list[Piece]:
    pieces: list[Piece] = []
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
            pieces.append(Piece(mark.start, line.end, item=level, parted=line.parted))
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
            pieces.append(Piece(line.start, line.end, parted=line.parted))
        last = line
    if any(piece.single and is_date_line(text[piece.start : piece.end]) for piece in pieces[:4]):
        for piece in pieces:
            piece.beside_date = True
    return pieces


def _wrapped_before(
    text: str, piece: Piece, last: Line, mark: Marker, manners: Sequence[str]
) -> bool:
    """Whether the dash or number that begins a line is inside wrapped prose."""
    return (
        mark.ambiguous
        and not piece.item
        and manners.count(mark.manner) == 1
        and last.column >= _PROSE
        and not ends_sentence(text, last.start, last.end)
    )


def _hangs(piece: Piece, last: Line, line: Line, hanging: int) -> bool:
    """Whether `line` stands under the text of the item that is being read."""
    return piece.item > 0 and line.indent > hanging and last.column <= 2 * line.column + _PROSE
