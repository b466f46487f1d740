"""Whether a line break was made for the width of the page or by the writer.

The rule, for two lines without a blank one between. A joint *reads on* when
the second line begins in lower case after a first that does not end a
sentence; prose that is wrapped at a column does so at about two joints of
three, text with a paragraph a line at almost none. A stretch between blank
lines is **wrapped** when a quarter of its joints read on, each stretch being
counted together with four joints of the whole file, so that a stretch of two
lines follows its file and a long one itself. Within a wrapped stretch a line
goes on in the next when it is *full* (the next line's first word would not
have fitted) or when the joint reads on; elsewhere only when it reads on.
Lines longer than `WIDEST` were not wrapped, and never go on.

The width is the 95th percentile of the lines that another follows, or the
stretch's own widest line where that is less and there are enough lines to
tell. A line that does not end a sentence counts as full from 80% of it:
proportional type wraps unevenly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.readers.lines import Line

WIDEST = 120
"""Columns of the widest line that still counts as wrapped."""
_READING_ON = 0.25
_PRIOR = 4
_ENOUGH = 4
_UNEVEN = 0.8
_STOPS = ".!?:;…"
_CLOSING = "\"'”’)]»*_"
_WORD = re.compile(r"[^\s\-–—/]+")
_TURN = re.compile(r"(?:Q|A|Question|Answer)(?: ?\d{1,3})?[:.][ \t]")
_SPEAKER = re.compile(r"[A-Z][A-Z.’' -]{1,40}:[ \t]")


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` ends as a sentence, or a clause before a list, does."""
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    return end > start and text[end - 1] in _STOPS


def reads_on(text: str, first: Line, second: Line) -> bool:
    """Whether `second` evidently goes on with the sentence of `first`."""
    return (
        first.column <= WIDEST
        and text[second.start].islower()
        and not ends_sentence(text, first.start, first.end)
    )


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file is wrapped: the share of joints that read on, and the width in columns."""

    share: float
    width: int

    @classmethod
    def of(cls, text: str, lines: Sequence[Line], opens: Callable[[Line], bool]) -> Wrapping:
        """Measures `lines`; `opens` tells the lines that begin an item."""
        joints = reading_on = 0
        columns = [0] * (WIDEST + 1)
        for i in range(1, len(lines)):
            first, second = lines[i - 1], lines[i]
            if second.parted or opens(second):
                continue
            joints += 1
            reading_on += reads_on(text, first, second)
            if first.column <= WIDEST:
                columns[first.column] += 1
        left, width = 0.05 * sum(columns), WIDEST
        while width and left >= columns[width]:
            left -= columns[width]
            width -= 1
        return cls(reading_on / joints if joints else 0.0, width)

    def within(self, text: str, stretch: Sequence[Line]) -> Stretch:
        """The wrapping of `stretch`, plain lines without a blank one between."""
        joints = len(stretch) - 1
        reading_on = sum(reads_on(text, stretch[i], stretch[i + 1]) for i in range(joints))
        share = (reading_on + _PRIOR * self.share) / (joints + _PRIOR)
        own = max((line.column for line in stretch), default=0)
        width = min(self.width, own) if len(stretch) >= _ENOUGH else self.width
        return Stretch(share >= _READING_ON, width)


@dataclass(frozen=True, slots=True)
class Stretch:
    """How the lines between two blank ones are wrapped."""

    wrapped: bool
    width: int

    def goes_on(self, text: str, first: Line, second: Line) -> bool:
        """Whether `first` and `second` are lines of one paragraph."""
        if first.column > WIDEST or _TURN.match(text, second.start, second.end):
            return False
        if reads_on(text, first, second):
            return True
        if not self.wrapped:
            return False
        ended = ends_sentence(text, first.start, first.end)
        if ended and (
            second.indent > first.indent + 1 or _SPEAKER.match(text, second.start, second.end)
        ):
            return False
        word = _WORD.match(text, second.start, second.end)
        needed = first.column + 1 + (len(word.group()) if word else 1)
        return needed > (self.width if ended else _UNEVEN * self.width)
