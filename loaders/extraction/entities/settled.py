"""Who is settled in a place and is meant by its name."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.forms import fold
from loaders.extraction.names.names import TokenName
from ontology.lexicon import Part

_PLACE = 0.7
"""How sure a region for the grouping there is."""


class Settled:
    """Answers for the places that a tree names."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.tree, self.world = site.tree, site.world

    def grouping(self, name: TokenName, token: int, wanted: Wanted) -> list[Filler]:
        """ "The Indo-Pacific's concern" is that of the grouping there that the document names."""
        if not wanted.fits(self.world.actors):
            return []
        threatened = self.tree.deps[token] == "pobj" and self._is_of_noun(token)
        if self.tree.deps[token] not in ("poss", "nsubj", "dobj") and not threatened:
            return []
        if under_locative(self._site, name):
            return []
        there = {
            iri: types
            for iri, types in self._site.discourse.groupings()
            if wanted.fits(types)
            and len(self.world.facts.members(iri, self.world.actors)) > 1
            and self._is_there(iri, name)
        }
        if len(there) != 1:
            return []
        iri, types = next(iter(there.items()))
        return [Filler(EntityId(iri), types, token, name.start, name.end, sure=_PLACE)]

    def _is_of_noun(self, token: int) -> bool:
        """Whether a noun is to or for it: "a threat to Europe"."""
        tree = self.tree
        preposition = tree.heads[token]
        return tree.lower[preposition] in ("to", "for") and tree.is_noun(tree.heads[preposition])

    def _is_there(self, iri: str, place: TokenName) -> bool:
        if any(sense.iri in self.world.facts.related.get(iri, ()) for sense in place.senses):
            return True
        words = fold(self.tree.passage.text[place.start : place.end])
        return words in fold(self.world.ontology.entities[iri].label)


def under_locative(site: Site, name: TokenName) -> bool:
    """Whether "in" or "at" stands before it: a place then, and nobody's metonym."""
    tree = site.tree
    head = tree.heads[name.root]
    above = tree.heads[head]
    if tree.lower[head] == "at" and (
        tree.is_verb(above) and tree.lemmas[above] in site.world.lexicon.role("Aiming", Part.VERB)
    ):
        # "fired rockets *at Kyiv*"
        return False
    if tree.deps[name.root] == "pobj" and tree.lower[head] in site.world.locative:
        return True
    before = name.first - 1
    return before >= 0 and tree.lower[before] in site.world.locative
