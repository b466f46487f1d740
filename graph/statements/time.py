"""Times as the graph holds them: EDTF in words, whole days in the stores.

An interval is [start, end) in days of the proleptic Gregorian calendar
(`date.toordinal`), an uncertain date at its widest, an open or unknown end a
sentinel, so that no comparison ever meets a null.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from entente.errors import UsageError

OPEN_START = 0
"""The day before any day: a start that is open or not known."""
OPEN_END = 9_999_999
"""The day after any day: an end that is open or not known."""


class Interval(NamedTuple):
    """Days from `start` (inclusive) to `end` (exclusive)."""

    start: int = OPEN_START
    end: int = OPEN_END

    @property
    def undated(self) -> bool:
        """Whether nothing is known of it at either end."""
        return self.start == OPEN_START and self.end == OPEN_END


CALENDAR = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


@lru_cache(maxsize=65536)
def interval(edtf: str | None) -> Interval:
    """The widest interval that the EDTF text `edtf` can mean.

    `None` and the empty text are undated. Raises `UsageError` for what is not
    EDTF (ISO 8601-2:2019, levels 0 to 2).
    """
    if not edtf:
        return Interval()
    head, slash, tail = edtf.partition("/")
    if slash:
        ends = (_span(edtf, part) if part not in ("", "..") else None for part in (head, tail))
        first, last = ends
        if first or last:
            start, end = first.start if first else OPEN_START, last.end if last else OPEN_END
            if start < end:
                return Interval(start, end)
        raise _no_date(edtf)
    return _span(edtf, edtf)


def _span(whole: str, edtf: str) -> Interval:
    try:
        if match := CALENDAR.fullmatch(edtf):
            # Nearly every date is a plain one, and the grammar takes 30 ms for each.
            return _calendar(match[1], match[2], match[3])
    except ValueError as error:
        raise _no_date(whole) from error
    from edtf import parse_edtf  # its grammar takes half a second to build
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(edtf)
        start, end = parsed.lower_fuzzy(), parsed.upper_fuzzy()
        return Interval(dt.date(*start[:3]).toordinal(), dt.date(*end[:3]).toordinal() + 1)
    except (EDTFParseException, ValueError, TypeError, OverflowError) as error:
        raise _no_date(whole) from error


def _no_date(edtf: str) -> UsageError:
    return UsageError(
        f"not a date: {edtf!r}",
        hint="write EDTF, such as 2023-07-11, 2023-07, 2022/2023 or ../2023-07-11",
    )


def _calendar(year: str, month: str | None, day: str | None) -> Interval:
    first = dt.date(int(year), int(month or 1), int(day or 1))
    if day:
        return Interval(first.toordinal(), first.toordinal() + 1)
    length = calendar.monthrange(first.year, first.month)[1] if month else _days(first.year)
    return Interval(first.toordinal(), first.toordinal() + length)


def _days(year: int) -> int:
    return 366 if calendar.isleap(year) else 365


def day(edtf: str) -> int:
    """The day number of the first day that `edtf` can mean."""
    return interval(edtf).start
