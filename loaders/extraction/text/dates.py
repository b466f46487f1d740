"""Dates in sentences, as EDTF; relative ones against the document's date."""

from __future__ import annotations

import datetime as dt
import re

from graph.statements import Interval, interval
from graph.statements.time import OPEN_END, OPEN_START
from loaders.extraction.text.phrases import one_of
from ontology.lexicon import Lexicon

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTH = "(" + "|".join(f"{m}|{m[:3]}\\.?" for m in _MONTHS) + "|sept\\.?)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"((?:19|20)\d\d)"
_PATTERNS = (
    (re.compile(rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE), (3, 2, 1)),
    (re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE), (3, 1, 2)),
    (re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b", re.IGNORECASE), (2, 1, 0)),
    # a chronicle's entry: "2006: …", "1999 - …"
    (re.compile(rf"\A\W{{0,3}}{_YEAR}(?=:|\s+[-–—]\s)"), (1, 0, 0)),
    (
        re.compile(
            rf"\b(?:in|since|by|from|until|during|of|late|early|before|after)\s+{_YEAR}\b(?!\s*[-–]\s*\d)",
            re.IGNORECASE,
        ),
        (1, 0, 0),
    ),
    (
        re.compile(
            rf"(?<![-–\d]){_YEAR}(?=\s+(?:[A-Z]|summit|meeting|war|invasion|agreement|concept))"
        ),
        (1, 0, 0),
    ),
)
_MONTH_OF = re.compile(rf"\b{_MONTH}\s+(?:of\s+)?", re.IGNORECASE)
_MONTH_NAMED = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_MONTH_BESIDE = re.compile(rf"\b(last|past|next|coming)\s+{_MONTH}\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)


def is_year(word: str) -> bool:
    """Whether a word is a year of this century or the last."""
    return re.fullmatch(_YEAR, word) is not None


def is_month(word: str) -> bool:
    """Whether a word in lower case names a month or a day of the week."""
    return word in _MONTHS or word in DAYS


class Dates:
    """Finds dates; relative words are the lexicon's."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = {date.phrase: date for date in lexicon.relative_dates}
        self._relative = words
        self._pattern = one_of(words, r"(?:'s)?")

    def explicit(self, text: str) -> list[tuple[int, int, str]]:
        """Dates written out, in order, as (start, end, EDTF)."""
        if "20" not in text and "19" not in text:
            return []
        found: list[tuple[int, int, str]] = []
        for pattern, (year, month, day) in _PATTERNS:
            for match in pattern.finditer(text):
                if any(start < match.end() and match.start() < end for start, end, _ in found):
                    continue
                edtf = match.group(year)
                if month:
                    edtf += f"-{_month(match.group(month)):02d}"
                if day:
                    edtf += f"-{int(match.group(day)):02d}"
                if _valid(edtf):
                    first = min(match.start(group) for group in (year, month, day) if group)
                    found.append((first, match.end(), edtf))
        return sorted(found)

    def relative(self, text: str) -> list[tuple[int, int, str, int]]:
        """Relative dates, as (start, end, unit, shift)."""
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(text):
            date = self._relative[match.group(1).lower()]
            found.append((match.start(), match.end(), date.unit, date.shift))
        return found

    def months(self, text: str) -> set[int]:
        """The months that `text` names, as numbers."""
        named = _MONTH_NAMED.finditer(text)
        return {_month(m.group(1)) for m in named if m.group(1)[0].isupper()}

    def month(self, text: str, document_date: str | None) -> str | None:
        """The month that `text` tells from the document's date: "June last year", "last June",
        "next July"; None if it names none."""
        days = interval(document_date)
        if days.start == OPEN_START or days.end == OPEN_END:
            return None
        for match in _MONTH_OF.finditer(text):
            start = match.end()
            year = next(
                (y for at, _, u, y in self.relative(text) if at == start and u == "year"), None
            )
            moved = shifted(document_date, "year", year) if year is not None else None
            if moved:
                return f"{moved}-{_month(match.group(1)):02d}"
        beside = _MONTH_BESIDE.search(text)
        if beside is None:
            return None
        first, month = dt.date.fromordinal(days.start), _month(beside.group(2))
        ahead = beside.group(1).lower() in ("next", "coming")
        passed = month > first.month if ahead else month < first.month
        year = first.year + (0 if passed else 1 if ahead else -1)
        return f"{year:04d}-{month:02d}"

    def time(self, text: str, document_date: str | None) -> tuple[int, str] | None:
        """The one time that `text` speaks of, and where; None if it names none or several."""
        dates = self.explicit(text)
        if len(dates) == 1:
            start, _, edtf = dates[0]
            return start, f"{edtf}/.." if _SINCE.search(text[:start]) else edtf
        if dates:
            return None
        relative = self.relative(text)
        if len({(unit, shift) for _, _, unit, shift in relative}) != 1:
            return None
        start, _, unit, shift = relative[0]
        moved = shifted(document_date, unit, shift)
        return None if moved is None else (start, moved)


def shifted(date: str | None, unit: str, shift: int) -> str | None:
    """`date` (EDTF) moved by `shift` units, at that precision; None if it is not known so well."""
    days = interval(date)
    if days.start == OPEN_START or days.end == OPEN_END:
        return None
    first, last = dt.date.fromordinal(days.start), dt.date.fromordinal(days.end - 1)
    if unit == "year":
        return f"{first.year + shift:04d}" if first.year == last.year else None
    if unit == "month":
        if (first.year, first.month) != (last.year, last.month):
            return None
        months = first.year * 12 + first.month - 1 + shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if first != last:
        return None
    if unit == "week":
        monday = first - dt.timedelta(days=first.weekday()) + dt.timedelta(weeks=shift)
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    return (first + dt.timedelta(days=shift)).isoformat()


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two intervals share a day."""
    return one.start < other.end and other.start < one.end


def _month(name: str) -> int:
    return next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name.lower().rstrip(".")[:3]))


def _valid(edtf: str) -> bool:
    parts = [int(p) for p in edtf.split("-")]
    try:
        dt.date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True
