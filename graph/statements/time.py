"""Times as the graph holds them: EDTF in words, whole days in the stores.

An interval is [start, end) in days of the proleptic Gregorian calendar
(`date.toordinal`), an uncertain date at its widest, an open or unknown end a
sentinel, so that no comparison ever meets a null.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from edtf import EDTFObject, parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from entente.errors import UsageError

OPEN_START = 0
"""The day before any day: a start that is open or not known."""
OPEN_END = 9_999_999
"""The day after any day: an end that is open or not known."""


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Interval(NamedTuple):
    """Days from `start` (inclusive) to `end` (exclusive)."""

    start: int = OPEN_START
    end: int = OPEN_END

    @property
    def undated(self) -> bool:
        """Whether nothing is known of it at either end."""
        return self.start == OPEN_START and self.end == OPEN_END


@lru_cache(maxsize=4096)
def interval(edtf: str | None) -> Interval:
    """The widest interval that the EDTF text `edtf` can mean.

    `None` and the empty text are undated. Raises `UsageError` for what is not
    EDTF (ISO 8601-2:2019, levels 0 to 2).
    """
    if not edtf:
        return Interval()
    if _DAY.fullmatch(edtf):  # most dates are whole days, and the parser is slow
        with suppress(ValueError):
            start = dt.date.fromisoformat(edtf).toordinal()
            return Interval(start, start + 1)
    head, slash, tail = edtf.partition("/")
    try:
        parsed: EDTFObject = parse_edtf(edtf)
        first, last = parsed.lower_fuzzy(), parsed.upper_fuzzy()
        return Interval(
            OPEN_START if slash and head in ("", "..") else dt.date(*first[:3]).toordinal(),
            OPEN_END if slash and tail in ("", "..") else dt.date(*last[:3]).toordinal() + 1,
        )
    except (EDTFParseException, ValueError, OverflowError) as error:
        raise UsageError(
            f"not a date: {edtf!r}",
            hint="write EDTF, such as 2023-07-11, 2023-07, 2022/2023 or ../2023-07-11",
        ) from error


def day(edtf: str) -> int:
    """The day number of the first day that `edtf` can mean."""
    return interval(edtf).start
