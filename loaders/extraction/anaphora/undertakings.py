"""What nouns for texts and undertakings take up: "the project", "the *2012* document"."""

from __future__ import annotations

from dataclasses import replace

from loaders.extraction.anaphora.together import Recall
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.forms import fold
from ontology.lexicon import Anaphor

_NEAR = 3
"""Sentences back of what was just spoken of."""


class Undertakings:
    """Answers from the discourse of one document."""

    def __init__(self, site: Site) -> None:
        self._site, self.tree = site, site.tree
        self.world, self.discourse = site.world, site.discourse

    def find(self, one: Sought, recall: Recall) -> tuple[Filler, ...]:
        """ "The project" is rather one that was just spoken of, or the group that the text is
        about, than one that was only named long before."""
        near = self.discourse.find(replace(one, reach=min(one.reach, _NEAR)))
        if near or one.reach <= _NEAR:
            return self._so_called(near, recall.token)
        apt, is_group = one.apt, self.world.facts.is_group
        about = tuple(
            f
            for f in self.discourse.protagonist
            if recall.fits(f.types) and is_group(f.entity) and (apt is None or apt(f.entity))
        )
        known = self.tree.lemmas[recall.token] not in self.world.undertakings
        about = about or (self.discourse.find(one) if known else ())
        return self._so_called(about, recall.token)

    def _so_called(self, found: tuple[Filler, ...], token: int) -> tuple[Filler, ...]:
        """Those with the words of the noun in their names: "the *health* initiative" is no pact on
        trade."""
        tree, world = self.tree, self.world
        if not found or tree.lemmas[token] not in world.undertakings:
            return found
        told = {
            tree.lower[t]
            for t in tree.kids(token, "amod", "compound", "nmod")
            if tree.lower[t] not in world.vague and tree.lower[t] not in world.scope
        }
        label = self._site.cast.label
        # "its nuclear *programme*" is none that had no name of its own.
        named = (f for f in found if not told or label(f.entity)[:1].isupper())
        return tuple(f for f in named if told <= set(fold(label(f.entity)).split()))

    def dated(self, token: int, wanted: Wanted, anaphor: Anaphor, year: str) -> list[Filler]:
        """ "The *2012* document": what a sentence of that year named, or is known to be of it."""

        def fits(types: tuple[str, ...]) -> bool:
            return wanted.fits(types) and self.world.fits(types, anaphor.classes)

        found = self.discourse.dated(year, self._site.sentence(token), fits)
        return [self._site.resolved(f, token) for f in found]
