"""The dated events that reference facts know: when and where they were, and who was there."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest

from graph.statements import Interval, interval
from graph.statements.time import OPEN_END, OPEN_START
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.forms import fold
from loaders.extraction.names.gazetteer import Gazetteer
from loaders.extraction.text.dates import overlap

START, END = "startDate", "endDate"
_AHEAD = 240
"""Days after the document's date beyond which no event is meant that is not dated."""
_PAST = 12 * 365
"""Days before the last of several events of a kind within which others may be meant as well."""
_NEAR = 60
"""Days from the document's date within which "the summit" is the next or the last one."""

_AFTER = frozenset({"on", "of", "between", "with", "for", "to", "concerning", "regarding"})


class Calendar:
    """Dated reference events; `document_date` is set for each document."""

    def __init__(self, world: World, gazetteer: Gazetteer) -> None:
        self._world = world
        self._gazetteer = gazetteer
        self._facts: dict[str, set[str]] = {}
        self._labels: dict[str, list[str]] = {}
        self.document_date: str | None = None
        self._times: dict[str, Interval] = {}
        self._named: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for entity in world.ontology.entities.values():
            starts, ends = entity.properties.get(START, ()), entity.properties.get(END, ())
            if starts:
                first, last = interval(starts[0]), interval((ends or starts)[0])
                self._times[entity.iri] = Interval(first.start, last.end)
        self.events = sorted(self._times)

    def has_any(self, class_name: str) -> bool:
        """Whether any event of the class is dated."""
        return any(iri in self._times for iri in self._world.facts.instances.get(class_name, ()))

    def times(self, iri: str) -> Interval | None:
        """When it was; None if it is not dated."""
        return self._times.get(iri)

    def called(self, classes: tuple[str, ...], noun: str) -> list[str]:
        """The dated events of `classes` that have the noun in a label."""
        known = self._named.get((classes, noun))
        if known is None:
            known = self._named[classes, noun] = sorted(
                {
                    iri
                    for c in classes
                    for iri in self._world.facts.instances.get(c, ())
                    if iri in self._times and self.is_called(iri, noun)
                }
            )
        return known

    def is_called(self, iri: str, noun: str) -> bool:
        """Whether one of an event's labels has the noun in it."""
        return any(noun in label for label in self._labels_of(iri))

    def is_kind(self, iri: str, noun: str) -> bool:
        """Whether one of its labels says that it is such a one: "the *Declaration* on Trade"."""
        return any(
            word == noun and (after is None or after in _AFTER)
            for words in map(str.split, self._labels_of(iri))
            for word, after in zip_longest(words, words[1:])
        )

    def _labels_of(self, iri: str) -> list[str]:
        labels = self._labels.get(iri)
        if labels is None:
            entity = self._world.ontology.entities[iri]
            labels = self._labels[iri] = [fold(n) for n in (entity.label, *entity.alternative)]
        return labels

    def known(self, iri: str) -> set[str]:
        """What reference facts relate to an event, and what its names name."""
        if iri not in self._facts:
            entity = self._world.ontology.entities[iri]
            named = {
                sense.iri
                for label in (entity.label, *entity.alternative)
                for names in self._gazetteer.find(label)
                for name in names
                for sense in name.senses
            }
            self._facts[iri] = self._world.facts.related.get(iri, set()) | named - {iri}
        return self._facts[iri]

    def around(self, iri: str) -> set[str]:
        """Where an event was, and where that is; what is known of it where that is not stated."""
        there = self._world.facts.located(iri)
        return there.union(*map(self._world.facts.located, there)) if there else self.known(iri)

    def hosts(self, iri: str) -> set[str]:
        """Who reference facts say is there, and whom its names name: not where it is."""
        there = self._world.facts.located(iri)
        return self.known(iri) - there

    def overlaps(self, iri: str, days: Interval) -> bool:
        """Whether it was within those days."""
        return overlap(self._times[iri], days)

    def month(self, iri: str) -> int:
        return dt.date.fromordinal(self._times[iri].start).month

    def is_ahead(self, iri: str) -> bool:
        """Whether it begins after the document was written, so that nobody was there yet."""
        days = interval(self.document_date)
        times = self._times.get(iri)
        if times is None or days.end == OPEN_END:
            return False
        # A bound inferred from "the upcoming summit" ends on the summit's own day.
        return times.start >= days.end - (days.start == OPEN_START)

    def is_far_ahead(self, iri: str) -> bool:
        """Whether the event is too long after the document to be meant without a date."""
        days = interval(self.document_date)
        return days.end != OPEN_END and self._times[iri].start > days.end + _AHEAD

    def recent(self, candidates: list[str]) -> list[str]:
        """Those of the last one's time: without a date, nobody means what was half a generation
        before that."""
        if len(candidates) < 2:
            return candidates
        last = max(self._times[c].start for c in candidates)
        return [c for c in candidates if self._times[c].start > last - _PAST]

    def near(self, candidates: list[str]) -> list[str]:
        """Those about the time of the document; all, where that is not known to the year."""
        days = interval(self.document_date)
        if days.start == OPEN_START or days.end == OPEN_END:
            return candidates
        if days.end - days.start > 366:
            return candidates
        return [
            c
            for c in candidates
            if self._times[c].start - _NEAR < days.end and days.start < self._times[c].end + _NEAR
        ]
