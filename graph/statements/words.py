"""Words, as text search compares them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of `text` in order, accents and case folded.

    Everything but letters and digits parts words. Stores index these and
    nothing of their own making, so that they find the same.

    >>> words("Cyber-Attacks in São Tomé, Japan’s concern")
    ['cyber', 'attacks', 'in', 'sao', 'tome', 'japan', 's', 'concern']
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORD.findall(text.casefold())


def folded(text: str) -> str:
    """The words of `text` joined by spaces: equal for names that search takes as one."""
    return " ".join(words(text))
