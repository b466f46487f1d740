"""How names are written: folded, bounded, in capitals or not, one or several."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ACRONYM_IN_TITLE_CASE = 4
_KEPT = 65_536
"""Forms, with how a text writes them, whose case is remembered."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEGATING = ("non", "anti", "counter", "pro", "ex", "pre", "post")


def fold(text: str) -> str:
    """`text` folded code point by code point, so that offsets hold."""
    if text.isascii():
        return text.lower().replace("-", " ")
    return text.translate(_FOLDED)


_STROKED = {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i"}
"""Letters whose strokes and dots no decomposition takes off."""


class _Folded(dict[int, str]):
    """A translation table that fills itself."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_character(chr(code))
        return self[code]


_FOLDED = _Folded()


def _fold_character(character: str) -> str:
    if character in "-‐‑‒–":
        return " "
    if character == "’":
        return "'"
    if character in _STROKED:
        return _STROKED[character]
    plain = unicodedata.normalize("NFKD", character)[0].lower()
    return plain if len(plain) == 1 else character


def is_bounded(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) is made of whole words."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    if start > 1 and text[start - 1] == "-":
        before = text[max(0, start - 9) : start - 1].rsplit(None, 1)[-1:]
        if before and before[0].lower() in _NEGATING:
            return False
    return True


@lru_cache(maxsize=_KEPT)
def case_fits(form: str, surface: str) -> bool:
    """Whether `surface` writes `form`: capitals for an acronym, a capital for a name."""
    if _YEAR.search(form) and " " in form and not surface.isupper():
        # A year makes a name particular enough: "its 2022 strategic concept".
        return True
    for wanted, (seen, hyphened) in zip(
        form.replace("-", " ").split(), _words(surface), strict=False
    ):
        letters = [c for c in wanted if c.isalpha()]
        if not letters or not wanted[0].isalpha():
            continue
        if len(letters) > 1 and all(c.isupper() for c in letters):
            title = len(letters) >= _ACRONYM_IN_TITLE_CASE and seen[:1].isupper()
            if not (seen == wanted or seen.upper() == seen == wanted.upper() or title):
                return False
        elif wanted[0].isupper() and not seen[:1].isupper() and not hyphened:
            return False
    return True


def _words(surface: str) -> list[tuple[str, bool]]:
    """The words, and whether a hyphen joins each to the one before: "Suk-yeol"."""
    joined = surface.replace("–", "-").replace("-", " -").split()
    return [(word.removeprefix("-"), word.startswith("-")) for word in joined]


def plural(noun: str) -> str:
    """The regular plural of a noun or noun phrase."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun if noun.endswith("s") else noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def singular(noun: str) -> str:
    """The regular singular of a noun or noun phrase."""
    if noun.endswith("ies") and len(noun) > 5:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics")):
        return noun[:-1]
    return noun
