"""Events of another time than the known one of their name: "the *1999* Oslo summit" is not the
one of 2024."""

from __future__ import annotations

import re

from graph.statements import EntityId, Interval, interval
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.names.names import TokenName
from loaders.extraction.text.passage import Governance

_YEAR = re.compile(r"(?:19|20)\d\d")
_SURE = 0.85
_OPENING = len("In ")
"""Characters of a sentence or label before the date with which it begins, and of a sentence
between a name and its date."""


class Elsewhen:
    """Holds the names of dated events on one tree against the time and the hosts that the text
    tells."""

    def __init__(self, site: Site) -> None:
        self._site, self.tree, self.world = site, site.tree, site.world
        self._known: dict[tuple[int, str], Filler | None] = {}

    def other(self, name: TokenName, sense: Sense) -> Filler | None:
        """What `name` means where that is not the known event `sense`, since it was not at the
        time told or is not theirs whose it is said to be: the one that was, at the same place,
        else one that only the document knows. None if it is `sense`."""
        calendar, fits = self._site.events.calendar, self.world.fits
        if calendar.times(sense.iri) is None:
            return None
        if not fits(sense.types, self.world.lexicon.encounters):
            return None
        # A name is read for each slot that it may fill.
        key = name.start, sense.iri
        if key not in self._known:
            self._known[key] = self._other(name, sense)
        return self._known[key]

    def _other(self, name: TokenName, sense: Sense) -> Filler | None:
        calendar, fits = self._site.events.calendar, self.world.fits
        days, owners = self._told(name), self._owners(name)
        if self._is(sense.iri, days, owners):
            return None
        facts, types = self.world.facts, self.world.facts.types
        there = facts.located(sense.iri)
        others = [
            iri
            for iri in calendar.events
            if there & facts.located(iri)
            and fits(types(iri), sense.types)
            and self._is(iri, days, owners)
        ]
        first = name.first - self._has_year(name)
        words = phrase.text(self.tree, first, name.last)
        cast, span = self._site.cast, self.tree.passage.span(name.start, name.end)
        known = EntityId(others[0]) if len(others) == 1 else None
        event = known or cast.provisional(sense.types[0], words)
        if event is None:
            return None
        cast.mention(event, words, span.start)
        classes = types(event) if known else sense.types[:1]
        return Filler(event, classes, name.root, name.start, name.end, sure=_SURE)

    def _has_year(self, name: TokenName) -> bool:
        return name.first > 0 and bool(_YEAR.fullmatch(self.tree.words[name.first - 1]))

    def _is(self, event: str, days: Interval | None, owners: set[str]) -> bool:
        """Whether an event was within those days, if any are told, and theirs."""
        calendar = self._site.events.calendar
        if days is not None and not calendar.overlaps(event, days):
            return False
        return not owners or bool(owners & calendar.hosts(event))

    def _owners(self, name: TokenName) -> set[str]:
        """The group right before the name: "the *Quad* summit in Oslo"."""
        before = self._site.names.covering.get(name.first - 1)
        if before is None or self.tree.tags[name.first - 1] == "POS":
            return set()
        return {s.iri for s in before.senses if not s.weak and self.world.facts.is_group(s.iri)}

    def _told(self, name: TokenName) -> Interval | None:
        """When the text says that it was: by the year before its name, by a date right after it
        or with which the sentence begins, or by a label that is a date."""
        tree = self.tree
        if self._has_year(name):
            return interval(tree.words[name.first - 1])
        explicit = self._site.events.dates.explicit
        start, end = tree.sentence_span(name.root)
        text = tree.passage.text[start:end]
        dates = explicit(text)
        for at, _, edtf in dates:
            between = text[name.end - start : at]
            if at <= _OPENING or (start + at >= name.end and len(between.strip()) < _OPENING):
                return interval(edtf)
        above = tree.passage.governors[-1:]
        if dates or not above or above[0].kind is not Governance.LABEL:
            return None
        dates = explicit(above[0].text)
        whole = dates and len(above[0].text) - (dates[0][1] - dates[0][0]) <= _OPENING
        return interval(dates[0][2]) if whole else None
