"""Whom a document is about: who is named much more often than any other."""

from __future__ import annotations

import re
from collections import Counter

from graph.statements import EntityId, Span
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.voice import is_setting, is_theme
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.gazetteer import Gazetteer, Name

_OPENING = 20_000
"""Code points from whose names it is told."""
_PARTIES = 3
_HANDFUL = 5
"""Members of a group that has no leaders of its own."""
_OFTEN = 3
_ACTS = re.compile(r"(?:'s|’s|,|:| and| or| [a-z]+s)\b|[,:]|$")
"""What follows a seat of government that stands for its state: "*Oslo*, Nairobi and Accra"."""
_SURE = 0.7


class Leading:
    """The leading actor and the leading polity of a text, each alone or none."""

    def __init__(self, text: str, gazetteer: Gazetteer, world: World) -> None:
        self._counts: Counter[str] = Counter()
        self._fillers: dict[str, Filler] = {}
        longest, nested = gazetteer.find(text[:_OPENING])
        self.named = frozenset(
            sense.iri
            for name in (*longest, *nested)
            for sense in name.senses
            if not sense.weak
            and world.fits(sense.types, world.actors)
            and not text[name.start : name.end].rpartition(" ")[2][:1].islower()
        )
        """The actors that the text names by more than a weak name or a description."""
        for name in longest:
            for sense in name.senses:
                weak = sense.weak and not (
                    world.facts.is_group(sense.iri)
                    and _is_title(text[name.start : name.end], world)
                )
                named = not weak and not sense.adjectival
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
        groups = {iri for iri in self._counts if world.facts.is_group(iri)}
        self.polity = self._first(polities, 2) or self._spoken_of(longest, polities)
        """The polity that the text names most."""
        self.actor = self._first(groups, 1.5) or self._first(set(self._counts), 2)
        """The group, else the actor, that the text names most."""

    def parties(self, title: str, gazetteer: Gazetteer, world: World) -> tuple[Filler, ...]:
        """Those whose dealings with each other the text is about: the few polities and bodies
        that its title names and that it goes on to name, or the one group."""
        found: dict[str, Filler] = {}
        people: set[str] = set()
        for name in gazetteer.find(title)[0]:
            strong = [
                s
                for s in name.senses
                if not s.weak and not s.is_class and world.fits(s.types, world.actors)
            ]
            seats = [
                s
                for s in name.senses
                if world.fits(s.types, world.lexicon.polities) and _ACTS.match(title, name.end)
            ]
            iri = min(strong or seats).iri if strong or seats else ""
            filler = self._fillers.get(iri)
            beside = is_setting(title, name.start, name.end) or is_theme(title, name.start)
            if filler is None or beside:
                continue
            if world.is_person(filler.types):
                people.add(iri)
            else:
                found.setdefault(iri, filler)
        small = (
            len(world.facts.members(iri, world.lexicon.polities)) <= _HANDFUL
            for iri in found
            if world.facts.is_group(iri)
        )
        if len(people) > 1 or (len(found) > 1 and any(small)):
            # "A's premier and B's voice concern about X and Y": not about the dealings of X with
            # Y. "A may join the trio": "both leaders" are not theirs.
            return ()
        few = 1 < len(found) <= _PARTIES or (
            any(map(world.facts.is_group, found)) and len(found) == 1
        )
        return tuple(found.values()) if few and all(self._counts[i] > 1 for i in found) else ()

    def _spoken_of(self, names: list[Name], polities: set[str]) -> tuple[Filler, ...]:
        """The polity that is named most if its adjective and its capital count as well."""
        counts = Counter(
            iri for name in names for iri in {s.iri for s in name.senses if s.iri in polities}
        )
        (first, most), (_, next_) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return (self._fillers[first],) if most > _OFTEN and most >= 2 * next_ else ()

    def _first(self, among: set[str], lead: float) -> tuple[Filler, ...]:
        """The one that is named at least three times, and `lead` times as often as the next."""
        counts = Counter({iri: n for iri, n in self._counts.items() if iri in among})
        (first, most), (_, next_) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return (self._fillers[first],) if most >= 3 and most >= lead * next_ else ()


def _is_title(name: str, world: World) -> bool:
    """Whether a short name is more than a common noun: "the Quad", not "the Alliance"."""
    return name[:1].isupper() and name.lower() not in world.anaphors
