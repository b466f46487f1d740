"""Words, as text search compares them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_PARTED = {place: " " for place in range(128) if not chr(place).isalnum()}
"""For texts in ASCII, which most are: several times as fast as the expression."""


def words(text: str) -> list[str]:
    """The words of `text` in order, accents and case folded.

    Everything but letters and digits parts words. Stores index these and
    nothing of their own making, so that they find the same.

    >>> words("Cyber-Attacks in São Tomé, Japan’s concern")
    ['cyber', 'attacks', 'in', 'sao', 'tome', 'japan', 's', 'concern']
    """
    if text.isascii():
        return text.lower().translate(_PARTED).split()
    decomposed = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORD.findall(text.casefold())


def folded(text: str) -> str:
    """The words of `text` joined by spaces: equal for names that search takes as one."""
    return " ".join(words(text))


def places(text: str, wanted: str) -> list[tuple[int, int]]:
    """Code points [start, end) of the words of `text` that begin with a word of `wanted`.

    >>> places("Japan’s cyber-attacks", "attack japan")
    [(0, 5), (14, 21)]
    """
    asked = tuple(words(wanted))
    plain: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character):
            if not unicodedata.combining(part):
                folded_part = part.casefold()
                plain.append(folded_part)
                origins.extend([place] * len(folded_part))
    return [
        (origins[word.start()], origins[word.end() - 1] + 1)
        for word in _WORD.finditer("".join(plain))
        if word.group().startswith(asked)
    ]
