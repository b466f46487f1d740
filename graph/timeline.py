"""When things were said, and how what was said of a fact changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.statements import OPEN_END, OPEN_START, EvidenceKind, Modality


@dataclass(frozen=True, slots=True)
class Said:
    """One evidence as a timeline takes it: its place, and what orders it.

    `starts` is the first day of the time it speaks of; `published` the day
    after the last that its document's date can mean, which `date` states.
    """

    place: int
    id: str
    fact: str
    kind: EvidenceKind
    modality: Modality
    starts: int
    published: int
    date: str | None

    @property
    def day(self) -> int:
        """The day by which it was said: a reference statement's is that it speaks of."""
        if self.kind is EvidenceKind.REFERENCE:
            return self.starts
        return self.published - 1 if self.published < OPEN_END else OPEN_END

    @property
    def when(self) -> str | None:
        """The same in EDTF."""
        if self.kind is not EvidenceKind.REFERENCE:
            return self.date
        return None if self.starts == OPEN_START else dt.date.fromordinal(self.starts).isoformat()


@dataclass(frozen=True, slots=True)
class Moment:
    """An evidence in its order, with how its fact was stated last before."""

    said: Said
    previous: Modality | None

    @property
    def changed(self) -> bool:
        """Whether it is the first of its fact, or states it in another way."""
        return self.previous is not self.said.modality


def moments(said: Iterable[Said]) -> Sequence[Moment]:
    """The evidence by day, ties by id."""
    last: dict[str, Modality] = {}
    found = []
    for each in sorted(said, key=lambda each: (each.day, each.id)):
        found.append(Moment(each, last.get(each.fact)))
        last[each.fact] = each.modality
    return found
