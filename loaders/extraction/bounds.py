"""Bounds of a document's date, from what it calls upcoming, recent or last year's."""

from __future__ import annotations

import datetime as dt
import re
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
    text = document.text
    years: set[int] = set()
    before: int | None = None
    for name in extractor.gazetteer.find(text)[0]:
        for sense in name.senses:
            times = extractor.events.times(sense.iri)
            if times is None or sense.weak:
                continue
            around = text[max(0, name.start - _REACH) : name.end + _REACH]
            if _UPCOMING.search(text[max(0, name.start - _REACH) : name.start]):
                before = min(before or times.start, times.start)
            sentence = re.split(r"(?<=[.!?])\s", around)
            for part in sentence:
                if text[name.start : name.end] not in part:
                    continue
                for _, _, unit, shift in extractor.dates.relative(part):
                    if unit == "year" and shift < 0:
                        years.add(dt.date.fromordinal(times.start).year - shift)
    if len(years) == 1:
        year = next(iter(years))
        if before is not None and dt.date.fromordinal(before).year == year:
            return f"{year}-01-01/{dt.date.fromordinal(before - 1).isoformat()}"
        return f"{year:04d}"
    if before is not None:
        return f"../{dt.date.fromordinal(before - 1).isoformat()}"
    return None
