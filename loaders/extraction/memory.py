"""What a noun recalls of those named before: the last that fits, or as many as it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.statements import EntityId
from loaders.extraction.discourse import Sought
from loaders.extraction.filler import Filler
from loaders.extraction.site import Site
from loaders.extraction.wanted import Wanted
from ontology.lexicon import Anaphor

COLLECTIVE = {
    "duo": 2,
    "pair": 2,
    "twosome": 2,
    "trio": 3,
    "threesome": 3,
    "quartet": 4,
    "foursome": 4,
}
_FAR, _NEAR, _NEXT = 400, 30, 3
"""Sentences back that a counted noun, a definite noun and a plain plural reach."""


@dataclass(frozen=True, slots=True)
class Recall:
    """What the noun at `token` asks for: what is wanted, and `fits`, in the number `count`."""

    token: int
    wanted: Wanted
    anaphor: Anaphor
    fits: Callable[[tuple[str, ...]], bool]
    count: int | None


class Memory:
    """Answers from the discourse of one document."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse

    def preferred(self, recall: Recall) -> tuple[Filler, ...]:
        """What the noun takes up, of the classes that it prefers if there is any."""
        fits, preferred = recall.fits, recall.anaphor.preferred
        if not preferred:
            found = self.before(recall)
            voice = self.discourse.voice
            if not found and recall.count == len(voice) and all(fits(f.types) for f in voice):
                # Those whom the title names, where the text names no others.
                return voice
            return found

        def likely(types: tuple[str, ...]) -> bool:
            return fits(types) and self.world.fits(types, preferred)

        return self.before(replace(recall, fits=likely)) or self.before(recall)

    def before(self, recall: Recall) -> tuple[Filler, ...]:
        """What was named before: one, the several named last, or so many."""
        token, count, classes = recall.token, recall.count, recall.anaphor.classes
        lemma = self.tree.lemmas[token]
        plural = self.tree.tags[token] in ("NNS", "NNPS", "CD") or lemma in COLLECTIVE
        apt = self._apt(recall.anaphor)
        sought = Sought(self._site.sentence(token), token, recall.fits, many=plural, apt=apt)
        if count is None or not plural:
            return self.discourse.find(replace(sought, reach=_NEXT if plural else _NEAR))
        far = replace(sought, reach=_FAR)
        found = self.discourse.find(replace(far, many=None, count=count))
        if self.world.is_person(classes):
            return found or self.discourse.recent(replace(sought, reach=_NEXT), count)
        found = found or self._grouping_of(count, recall.wanted, classes)
        if found or lemma not in self.world.generics:
            return found
        if count == 2:
            return self.discourse.recent(far, count)
        return self._just(replace(sought, reach=1), count) if count > 2 else found

    def _apt(self, anaphor: Anaphor) -> Callable[[str], bool] | None:
        """What an entity must be besides its classes."""
        if anaphor.grouped:
            return self.world.may_be_group
        return (lambda iri: not self.world.is_group(iri)) if anaphor.single else None

    def _just(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """ "A and B are bound to C, and the three countries …": just those named by now."""
        found = self.discourse.recent(sought, count + 1)
        found = found or self.discourse.recent(sought, count)
        return found if len(found) == count else ()

    def _grouping_of(
        self, count: int, wanted: Wanted, classes: tuple[str, ...]
    ) -> tuple[Filler, ...]:
        """A grouping that the document named and that has `count` members."""
        for iri, types in self.discourse.groupings():
            fitting = wanted.fits(types) and self.world.fits(types, self.world.actors)
            if fitting and len(self.world.members(iri, classes)) == count:
                return (Filler(EntityId(iri), types, 0, 0, 0),)
        return ()
