"""The lines of a plain text, with what their layout says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from entente.errors import InputError

_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_UNSEEN = "\ufeff\u200b"
"""Code points that show nothing, though Python does not count them as white space."""
_LINE = re.compile(rf"[^\s{_UNSEEN}][^{_BREAKS}]*")
_TRAILING = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + _UNSEEN
_TAB = 4
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
MOST_LINES = 2_000_000
"""Lines that are not blank; beyond, a text costs more memory than its bytes tell."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text[start:end]`, without white space around it.

    `indent` is the width of the white space before it, in columns; `parted`
    whether a blank line, or the start of the text, stands before it.
    """

    start: int
    end: int
    indent: int
    parted: bool

    @property
    def column(self) -> int:
        """Where the line ends, in columns from the left margin."""
        return self.indent + self.end - self.start


def says_something(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether `text[start:end]` holds a letter or a digit, and is not a mere rule."""
    return _LETTER_OR_DIGIT.search(text, start, len(text) if end is None else end) is not None


def lines(text: str, name: str) -> list[Line]:
    """The lines of `text` that are not blank. Raises `InputError` beyond `MOST_LINES`."""
    found = list(_lines(text))
    if len(found) > MOST_LINES:
        raise InputError(
            f"{name} has more than {MOST_LINES:,} lines", hint="split it into several files"
        )
    return found


def _lines(text: str) -> Iterator[Line]:
    end = 0
    for count, match in enumerate(_LINE.finditer(text)):
        if count > MOST_LINES:
            return
        start, parted, indent = match.start(), False, 0
        if count == 0 or (start - end != 1 and text[end:start] != "\r\n"):
            margin = max(text.rfind(mark, end, start) for mark in _BREAKS) + 1 or end
            indent = len(text[margin:start].expandtabs(_TAB))
            parted = count == 0 or max(text.count(mark, end, start) for mark in _BREAKS) > 1
        end = start + len(match.group().rstrip(_TRAILING))
        yield Line(start, end, indent, parted)
        end = match.end()
