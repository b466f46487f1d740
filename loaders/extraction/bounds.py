"""Bounds of a document's date, from what it calls upcoming, recent or last year's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.statements import Document

if TYPE_CHECKING:
    from loaders.extraction.dependency import DependencyExtractor

_UPCOMING = re.compile(r"\b(?:upcoming|forthcoming|coming|next)\b[^.;:,]{0,30}$", re.IGNORECASE)
_REACH = 60


def infer_date(extractor: DependencyExtractor, document: Document) -> str | None:
    """An EDTF bound on when the document was written; None if it does not tell.

    "The upcoming Vilnius summit" puts it before that summit; "last year's
    Madrid summit" in the year after it.
    """
    years: set[int] = set()
    before: int | None = None
    for start, upcoming, shifts in _dated(extractor, document.text):
        if upcoming:
            before = min(before or start, start)
        years |= {dt.date.fromordinal(start).year - shift for shift in shifts}
    if len(years) == 1:
        year = next(iter(years))
        if before is not None and dt.date.fromordinal(before).year == year:
            return f"{year}-01-01/{dt.date.fromordinal(before - 1).isoformat()}"
        return f"{year:04d}"
    if before is not None:
        return f"../{dt.date.fromordinal(before - 1).isoformat()}"
    return None


def _dated(extractor: DependencyExtractor, text: str) -> Iterator[tuple[int, bool, list[int]]]:
    """For each dated event that the text names: its first day, whether it is called upcoming,
    and by how many years "last year" and the like put it back."""
    for name in extractor.gazetteer.find(text)[0]:
        words = text[name.start : name.end]
        lead = text[max(0, name.start - _REACH) : name.start]
        parts = re.split(r"(?<=[.!?])\s", lead + text[name.start : name.end + _REACH])
        shifts = [
            shift
            for part in parts
            if words in part
            for _, _, unit, shift in extractor.dates.relative(part)
            if unit == "year" and shift < 0
        ]
        for sense in name.senses:
            times = extractor.events.calendar.times(sense.iri)
            if times is not None and not sense.weak:
                yield times.start, _UPCOMING.search(lead) is not None, shifts
