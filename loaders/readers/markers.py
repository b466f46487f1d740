"""List markers, and how deep the lists they open are nested."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.readers.lines import Line

_MARKER = re.compile(
    r"""(?:(?P<bullet>[•‣⁃◦▪▫■□●○◆◇➢➤✓∙·*+]|[-–—]{1,2}|o(?=[ \t]+[A-Z"“‘(]))
        |\(?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})[.)]|(?P<section>\d{1,2}(?:\.\d{1,2}){1,3})
        |\(?(?P<letter>[a-z]|[ivx]{1,5})\)|(?P<point>[a-z])\.(?=[ \t]+[A-Z"“‘(])
        )[ \t\u00a0\u2002\u2003]+(?=\S)""",
    re.VERBOSE,
)
_MANNERS = {"point": "letter", "section": "number"}
_LONGEST = 20
_DASHES = frozenset("-–—")


class Marker(NamedTuple):
    """What opens an item: its manner (bullets of one look, numbers, …) and the item's start."""

    manner: str
    start: int

    @property
    def ambiguous(self) -> bool:
        """Whether prose that is wrapped may begin a line with it as well."""
        return self.manner in _DASHES or self.manner == "number"


def marker(text: str, line: Line) -> Marker | None:
    """The marker that `line` begins with."""
    match = _MARKER.match(text, line.start, min(line.end, line.start + _LONGEST + 1))
    if match is None or match.end() >= line.end:
        return None
    return Marker(_manner(match), match.end())


def _manner(match: re.Match[str]) -> str:
    kind, sign = match.lastgroup or "", match.group(match.lastgroup or 0)
    if kind == "bullet":
        return sign[0]
    if kind == "letter" and (len(sign) > 1 or sign in "iv"):
        return "roman" if len(sign) > 1 else "letter or roman"
    return _MANNERS.get(kind, kind)


class Nesting:
    """The lists that are open, outermost first.

    An item further to the right than the last is inside it; one at the same
    margin with another manner of marker too (lists pasted without their
    indentation), unless a list of its manner is open there.
    """

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def level(self, indent: int, manner: str) -> int:
        """The depth (1 is the outermost) of an item, which is then the innermost open one."""
        while self._open and self._open[-1][0] > indent + 1:
            self._open.pop()
        beside = [i for i, (at, _) in enumerate(self._open) if abs(at - indent) <= 1]
        same = [i for i in beside if _alike(self._open[i][1], manner)]
        if same:
            del self._open[same[-1] + 1 :]
        else:
            self._open.append((indent, manner))
        return len(self._open)

    def close(self) -> None:
        """No list is open: a heading or a paragraph at the margin stands between."""
        self._open.clear()

    def holds(self, indent: int) -> bool:
        """Whether text at `indent` belongs to an open item."""
        return bool(self._open) and indent > self._open[0][0]


def _alike(manner: str, other: str) -> bool:
    return manner == other or ("letter or roman" in (manner, other) and other in _LETTERED)


_LETTERED = frozenset({"letter", "roman", "letter or roman"})
