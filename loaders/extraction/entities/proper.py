"""Proper names that the ontology lacks: people, places, and names that a head noun types."""

from __future__ import annotations

import re

from graph.statements import EntityId
from loaders.extraction.entities.introduced import Introduced
from loaders.extraction.entities.makers import Makers
from loaders.extraction.entities.named_kinds import NamedKinds
from loaders.extraction.entities.people import People
from loaders.extraction.entities.placed import with_place
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.text.dates import is_month

_WHERE = frozenset({"in", "near", "outside", "off"})
_SHORT_NAME = 2
"""Words of a name that may be any polity's."""
_NICKNAME = re.compile(r"\s*[\"“”‘’'][^\"“”‘’'\s]+[\"“”‘’']\s*")
"""What somebody is called inside his name: Ann "Annie" Lee."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})


class ProperNames:
    """Makes provisional entities of capitalised names."""

    def __init__(self, site: Site, provisional: Provisional) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self.cast, self.site = site.cast, site
        self._provisional, self._people = provisional, People(site)
        self._kinds, self._makers = NamedKinds(site, provisional), Makers(site, provisional)
        self._introduced = Introduced(site, provisional, self._kinds)

    def read(self, token: int, wanted: Wanted) -> Filler | None:
        tree, world = self.tree, self.world
        named = token in self.names.covering and not self._kinds.is_common(token)
        named = (
            named and not self._kinds.is_one(token) and tree.lower[token] not in self.cast.namesakes
        )
        if named and not self._is_retitled(self.names.covering[token]):
            return None
        short = self.site.discourse.short.get(tree.words[token])
        if short is not None and wanted.fits(short[1]):
            return self._provisional.filler(
                *short, token, tree.starts[token], tree.ends[token], tree.words[token]
            )
        if (known := self._introduced.read(token, wanted)) is not None:
            return known
        if tree.tags[token] in ("NN", "NNS"):
            return self._kinds.read(token, wanted)
        if tree.tags[token] not in PROPER:
            return None
        if tree.lower[token] in _SUFFIXES:
            return self._suffixed(token, wanted)
        first, last = phrase.proper_extent(tree, token)
        typed = (
            self._headed(token, first, last, wanted)
            or self._titled(first, last, wanted)
            or self._makers.read(token, first, last, wanted)
            or self._place(token, wanted)
        )
        if typed is not None or not wanted.fits((world.person or "",)):
            return typed
        if self._introduced.has(token):
            return None
        return self._person(token, first, last)

    def _suffixed(self, token: int, wanted: Wanted) -> Filler | None:
        """The known person whose name goes on: "Gilberto Teodoro *Jr*"."""
        name = self.names.covering.get(token - 1)
        fitting = [s for s in name.senses if wanted.fits(s.types)] if name else []
        if name is None or not fitting:
            return None
        words = phrase.text(self.tree, name.first, token)
        entity, types = EntityId(fitting[0].iri), fitting[0].types
        return self._provisional.filler(
            entity, types, token, name.start, self.tree.ends[token], words
        )

    def _is_retitled(self, name: TokenName) -> bool:
        """Whether a title makes a known name another event's: "*Operation* Sea Shield",
        "*Exercise* Calm Guardian"."""
        before = name.first - 1
        while before > 0 and self.tree.tags[before] == "NNP" and self._is_unknown(before):
            before -= 1
        return (
            before >= 0
            and self.tree.tags[before] == "NNP"
            and self._kinds.titles(self.tree.lower[before])
        )

    def _is_unknown(self, token: int) -> bool:
        return token not in self.names.covering and not self._kinds.titles(self.tree.lower[token])

    def _headed(self, token: int, first: int, last: int, wanted: Wanted) -> Filler | None:
        """A capitalised name that one of its words types: "Northern Seabed Treaty"."""
        tree, world = self.tree, self.world
        words = [tree.lower[i] for i in range(first, last + 1) if not self._is_apart(i, token)]
        # The "PACT Act" is an act; "Cabinet Secretary Ichikawa" is nobody's cabinet.
        if tree.lower[token] in world.heads or any(word in world.offices for word in words):
            # "*Operation* Sea Shield" is one, whatever a shield is.
            words = words[:1] if self._kinds.titles(words[0]) else []
        for word in (tree.lower[token], *words):
            for head in world.heads.get(word, ()):
                if head.proper and wanted.fits((head.class_name,)):
                    first, last = phrase.proper_extent(tree, token, linked=True)
                    first = phrase.over_and(tree, first, token)
                    if last > first and not phrase.is_cut(tree, first, last):
                        if self._is_diplomatic(token, first):
                            continue
                        if world.actor.fits((head.class_name,)):
                            first = self._with_polity(first, last)
                        last = with_place(self.site, first, last)
                        name = phrase.text(tree, first, last)
                        if self._is_service(name, token):
                            return None
                        return self._provisional.of(head.class_name, name, token, tree.ends[last])
        return None

    def _is_service(self, name: str, token: int) -> bool:
        """Whether it only says which services of several polities are meant: "the *Navy and Air
        Force* of the two countries"."""
        tree = self.tree
        services = tree.conjuncts(tree.first_conjunct(token))
        owners = [t for service in services for t in tree.after(service, ("of",))]
        several = any(tree.tags[t] == "NNS" or len(tree.conjuncts(t)) > 1 for t in owners)
        return several and self.world.arms.issuperset(name.lower().split(" and "))

    def _with_polity(self, first: int, last: int) -> int:
        """Where the name of a body begins of which every polity has one: "*Chad's* Foreign
        Ministry", "the *Swedish* Representative Office"."""
        tree, before = self.tree, first - 1 - (self.tree.tags[first - 1] == "POS")
        polity = self.names.covering.get(before)
        if last - first >= _SHORT_NAME or polity is None or polity.last != before:
            return first
        if tree.words[polity.first][0].islower() or polity.senses[0].weak:
            return first
        is_polity = self.world.polity.fits(polity.senses[0].types)
        return polity.first if is_polity and not polity.senses[0].is_class else first

    def _is_apart(self, at: int, token: int) -> bool:
        """Whether it belongs to a known name of several words that ends before `token`: "the
        European *Commission* Ann Lee"."""
        name = self.names.covering.get(at)
        return name is not None and name.first < name.last < token

    def _is_diplomatic(self, token: int, first: int) -> bool:
        """Whether a noun that other words must make an event's has only actors before it: "the
        *U.S. Mission*"."""
        heads = self.world.happening_heads.get(self.tree.lower[token], ())
        bound = bool(heads) and all(h.adjectives for h in heads)
        return bound and all(
            t in self.names.covering
            and self.world.may_act(s for s in self.names.covering[t].senses if not s.weak)
            for t in range(first, token)
        )

    def _titled(self, first: int, last: int, wanted: Wanted) -> Filler | None:
        """A name right after a common noun for its kind: "exercise *Bull Run*"."""
        tree, noun = self.tree, first - 1
        if noun < 0 or tree.tags[noun] != "NN" or last + 1 - first > 4:
            return None
        if not (tree.heads[noun] in range(first, last + 1) or noun in tree.up(last)):
            return None
        for head in self.world.heads.get(tree.lower[noun], ()):
            happening = self.world.fits((head.class_name,), self.world.lexicon.happenings)
            if head.proper and happening and wanted.fits((head.class_name,)):
                name = phrase.text(tree, first, last)
                return self._provisional.of(head.class_name, name, last, tree.ends[last])
        return None

    def titled(self, class_name: str, token: int) -> Filler | None:
        """What the proper name around `token` names, if it is of a class."""
        first, last = phrase.proper_extent(self.tree, token)
        name = phrase.text(self.tree, first, last)
        return self._provisional.of(class_name, name, last, self.tree.ends[last])

    def _person(self, token: int, first: int, last: int) -> Filler | None:
        tree, world = self.tree, self.world
        found = self._people.name(token, first, last)
        if found is None:
            return None
        start, last = found
        name = _NICKNAME.sub(" ", phrase.text(tree, start, last))
        place = tree.starts[start], tree.ends[last]
        known = self.cast.known_person(tree.words[last]) if last - start < 2 else None
        if known is not None:
            return self._provisional.filler(known[0], known[1], token, *place, name)
        entity = self.cast.person(world.person or "", name)
        if entity is None:
            return None
        return self._provisional.filler(entity, (world.person or "",), token, *place, name)

    def _place(self, token: int, wanted: Wanted) -> Filler | None:
        """An unknown place where something is: "the fair in *Kielce*"."""
        tree, lexicon = self.tree, self.world.lexicon
        place = next((c for c in lexicon.settings if c not in lexicon.polities), None)
        above = tree.heads[token]
        if place is None or not wanted.fits((place,)) or tree.deps[token] != "pobj":
            return None
        first, last = phrase.proper_extent(tree, token)
        words = tree.lower[first : last + 1]
        if tree.lower[above] not in _WHERE or above + 1 != first or last - first > 2:
            return None
        if any(word in self.world.heads or is_month(word) for word in words):
            return None
        return self.titled(place, token)
