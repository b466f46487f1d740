"""Items of a list that the ontology lacks, by the company they keep: "piracy, smuggling and *reef
repair*"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extraction.entities.unknown import UnknownNames
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import COMMON

_LISTED, _KNOWN = 3, 2
"""Items of a list that tells what all of them are, and how many of them must be known."""
_LESS = 0.8


class Alike:
    """Answers for the lists of one tree."""

    def __init__(self, site: Site, unknown: UnknownNames) -> None:
        self._site, self._unknown = site, unknown

    def rest(self, listed: Sequence[int], wanted: Wanted, known: Sequence[Filler]) -> list[Filler]:
        """What those of `listed` name that are not among `known`, if enough of the others are
        fields of work or of interest."""
        world = self._site.world
        if len(listed) < _LISTED or not wanted.fits(world.sought):
            return []
        sought = {f.token for f in known if world.fits(f.types, world.sought)}
        if len(sought & set(listed)) < _KNOWN or len(sought) < len({f.token for f in known}):
            return []
        covering = self._site.names.covering
        others = (t for t in listed if t not in sought | covering.keys())
        found = (self._of(t, world.sought[0]) for t in others)
        return [f._replace(sure=f.sure * _LESS) for f in found if f is not None]

    def _of(self, token: int, class_name: str) -> Filler | None:
        """What the phrase of a common noun names that is nobody and says enough: "*reef repair*",
        "*ports*", no "areas" and no "ministers"."""
        tree, world = self._site.tree, self._site.world
        lemma = tree.lemmas[token]
        if tree.tags[token] not in COMMON or lemma in world.people or lemma in world.offices:
            return None
        if lemma in world.hollow or lemma in world.empty or tree.child(token, "nummod"):
            return None
        if tree.child(token, "det", "poss") is not None:
            return None
        told = tree.child(token, "amod", "compound", "nmod") is not None
        vague = (world.generics, world.containers, world.anaphors, world.delegates)
        if not told and any(lemma in nouns for nouns in vague):
            return None
        return self._unknown.phrase(token, class_name)
