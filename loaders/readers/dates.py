"""Dates as files write them, made EDTF."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from entente.errors import UsageError
from graph.statements import interval

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})(?![\d])"
_WRITTEN = tuple(
    re.compile(rf"(?<![\w/-]){pattern}", re.IGNORECASE)
    for pattern in (
        r"(?P<year>[12]\d{3})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)",
        rf"{_DAY}\.?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>[12]\d{3})(?!\d)",
        rf"{_MONTH},?\s+{_YEAR}",
        r"(?P<year>[12]\d{3})-(?P<number>\d{2})(?![\d-])",
    )
)
_BARE_YEAR = re.compile(_YEAR)
_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{6}.*)?")
_EDTF = re.compile(r"[0-9XTZ/.~?%:+-]{4,60}")
_LONGEST = 200
"""Code points of a metadata value that are looked at."""


class FoundDate(NamedTuple):
    """A date in a text: where it stands and its EDTF."""

    start: int
    end: int
    edtf: str


def find_date(text: str) -> FoundDate | None:
    """The first date with a year and a month that `text` (a line or so) holds."""
    found: list[FoundDate] = []
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            edtf = _edtf(match)
            if edtf is not None:
                found.append(FoundDate(match.start(), match.end(), edtf))
                break
    # A day, where one is given, tells more than the month and year inside it.
    return min(found, key=lambda date: (date.start, -len(date.edtf)), default=None)


def edtf_date(value: object) -> str | None:
    """What a metadata field's `value` means as EDTF; None where it is no date.

    Takes dates, timestamps (their day as written), EDTF itself, a PDF's
    `D:20240709…`, English dates and bare years. Where day and month cannot be
    told apart (`4/5/2024`) the year is what is left.
    """
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str | int):
        return None
    text = str(value).strip()[:_LONGEST]
    if compact := _COMPACT.fullmatch(text):
        return _day(*(int(part) for part in compact.groups()))
    if _WRITTEN[0].fullmatch(text):  # the usual case; parsing EDTF takes a millisecond
        return _day(*(int(part) for part in text.split("-")))
    if "T" not in text and _EDTF.fullmatch(text):
        try:
            interval(text)
        except UsageError:
            pass
        else:
            return text
    if found := find_date(text):
        return found.edtf
    year = _BARE_YEAR.search(text)
    return year.group("year") if year else None


def _edtf(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return f"{year:04}"
        day, month = (first, second) if first > 12 or first == second else (second, first)
        return _day(year, month, day)
    month = (
        int(parts["number"])
        if parts.get("number")
        else _MONTHS.index(parts["month"][:3].lower()) + 1
    )
    if parts.get("day"):
        return _day(year, month, int(parts["day"]))
    return f"{year:04}-{month:02}" if 1 <= month <= 12 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
