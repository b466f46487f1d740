"""Whom a document is about: who is named much more often than any other."""

from __future__ import annotations

from collections import Counter

from graph.statements import EntityId, Span
from loaders.extraction.filler import Filler
from loaders.extraction.gazetteer import Gazetteer
from loaders.extraction.world import World

_OPENING = 20_000
"""Code points from whose names it is told."""
_SURE = 0.7


class Leading:
    """The leading actor and the leading polity of a text, each alone or none."""

    def __init__(self, text: str, gazetteer: Gazetteer, world: World) -> None:
        self._counts: Counter[str] = Counter()
        self._fillers: dict[str, Filler] = {}
        for name in gazetteer.find(text[:_OPENING])[0]:
            for sense in name.senses:
                named = not sense.weak and not sense.adjectival
                if named and world.fits(sense.types, world.actors):
                    self._counts[sense.iri] += 1
                    at = Span(name.start, name.end)
                    self._fillers[sense.iri] = Filler(
                        EntityId(sense.iri), sense.types, 0, *at, sure=_SURE, at=at
                    )
        polities = {
            iri
            for iri, filler in self._fillers.items()
            if world.fits(filler.types, world.lexicon.polities)
        }
        groups = {iri for iri in self._counts if world.is_group(iri)}
        self.polity = self._first(polities, 2)
        """The polity that the text names most."""
        self.actor = self._first(groups, 1.5) or self._first(set(self._counts), 2)
        """The group, else the actor, that the text names most."""

    def _first(self, among: set[str], lead: float) -> tuple[Filler, ...]:
        """The one that is named at least three times, and `lead` times as often as the next."""
        counts = Counter({iri: n for iri, n in self._counts.items() if iri in among})
        (first, most), (_, next_) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return (self._fillers[first],) if most >= 3 and most >= lead * next_ else ()
