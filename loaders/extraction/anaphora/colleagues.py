"""People of an office: "both leaders", "the ministers" are those of them who were named last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loaders.extraction.anaphora.nearby import Read
from loaders.extraction.grammar.beside import beside_own
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site

_TOGETHER, _APART, _CALLED = 4, 3, 12
"""Sentences back to people who were named together, or each by himself, and to those who were last
called so."""


class Colleagues:
    """Answers from the discourse of one document, as they were named."""

    def __init__(self, site: Site, read: Read) -> None:
        self._site, self._read = site, read
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse

    def are_meant(self, token: int) -> bool:
        """Whether the noun is one for several people of an office."""
        tree, world = self.tree, self.world
        lemma = tree.lemmas[token]
        return tree.tags[token] == "NNS" and lemma in world.offices and lemma in world.party

    def counted(self, token: int, count: int) -> tuple[Filler, ...]:
        """ "*X* received *Y*. *Both leaders* …": so many people."""
        sought = self._sought(token)
        together = replace(sought, count=count, reach=_TOGETHER)
        found = self.discourse.find(together) or self._apart(sought, count)
        # Three ministers of one government are not "the three leaders".
        apart = len(self._site.represented(found, self.world.polity)) == count
        return (found if apart else ()) or self.speaking(count)

    def called(self, token: int, count: int | None) -> tuple[Filler, ...]:
        """ "*The leaders* met. … *The leaders* agreed": whom the noun meant before."""
        sought = replace(self._sought(token), fits=self.world.actor.fits, count=count)
        return self.discourse.called(self.tree.lemmas[token], sought)

    def continued(self, token: int) -> tuple[Filler, ...]:
        """ "*The leaders*" without a number: people named together, or who were called so."""
        if not self.are_meant(token):
            return ()
        people = replace(self._sought(token), many=True, reach=_TOGETHER)
        if self.discourse.all(replace(people, reach=0)):
            # "A's premier met B's and C's, and *the leaders* …" are all of these.
            return ()
        return self.discourse.find(people) or self.called(token, None) or self.speaking(None)

    def speaking(self, count: int | None) -> tuple[Filler, ...]:
        """ "*The ministers* agreed": of a joint text that names none, those whose text it is."""
        voice = self.discourse.voice
        several = len(voice) > 1 and all(self.world.polity.fits(f.types) for f in voice)
        return voice if several and count in (None, len(voice)) else ()

    def _apart(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """The only people who were named shortly before."""
        sought = replace(sought, reach=_APART)
        more = self.discourse.recent(sought, count + 1)
        return () if more else self.discourse.recent(sought, count)

    def _sought(self, token: int) -> Sought:
        place = self._site.sentence(token), token
        apt = self.apt(token)
        return Sought(*place, self.world.is_person, many=None, reach=_CALLED, apt=apt)

    def apt(self, token: int) -> Callable[[str], bool] | None:
        """Nobody who acts on them: "*X* urged *both leaders* to talk"."""
        doers = beside_own(self.tree, token)
        if not doers:
            return None
        acting = [f for t in doers for f in self._read(t, self.world.actor)]
        barred = {f.entity for f in acting}
        barred |= {f.entity for f in self._site.represented(acting, self.world.polity)}
        return lambda entity: entity not in barred
