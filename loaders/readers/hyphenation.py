"""Words that were broken at the end of a line, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"(?:^|[^\w-])((?:[^\W\d_]+[-‐])*[^\W\d_]+)[-‐\u00ad]$")
_FIRST = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
SOFT = "\u00ad"


class Hyphenation:
    """Joins lines, knowing the words that the document uses inside its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            self._words.update(word.group().casefold() for word in _WORD.finditer(line))

    def seam(self, first: str, second: str) -> tuple[int, str]:
        """How many characters `first` loses at its end, and what then parts it from `second`.

        A soft hyphen goes. A hard one at the end of a line stays before a
        capital or digit (`Indo-Pacific`), and before a small letter where the
        document writes the word with it elsewhere, or writes both halves as
        words of their own and never the two as one (`long-term`); else it was
        put in by the typesetter (`co-operation` in a text with `cooperation`)
        and goes.
        """
        if first.endswith(SOFT):
            return 1, ""
        broken = _BROKEN.search(first)
        following = _FIRST.match(second)
        if broken is None or following is None:
            hyphen = first[-1:] in "-‐" and first[-2:-1].isalnum()
            return 0, "" if hyphen else " "
        if not second[0].islower():
            return 0, ""
        head, tail = broken.group(1).casefold(), following.group().casefold()
        if self._keeps(head, tail):
            return 0, ""
        return 1, ""

    def _keeps(self, head: str, tail: str) -> bool:
        if head + tail in self._words:
            return False
        if f"{head}-{tail}" in self._words:
            return True
        return head.rpartition("-")[2] in self._words and tail.partition("-")[0] in self._words
