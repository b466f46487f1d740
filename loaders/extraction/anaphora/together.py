"""Those who were named together, or for whom people were, in the number that a noun counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Fits, Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from ontology.lexicon import Anaphor

_SHORTLY, _NEAR, FAR = 2, 8, 400
"""Sentences back whose people "the two countries" are the states of, that "the European country"
reaches, and the whole document."""


@dataclass(frozen=True, slots=True)
class Recall:
    """What the noun at `token` asks for: what is wanted, and `fits`, in the number `count`."""

    token: int
    wanted: Wanted
    anaphor: Anaphor
    fits: Callable[[tuple[str, ...]], bool]
    count: int | None


class Together:
    """Answers from the discourse of one document."""

    def __init__(self, site: Site) -> None:
        self._site, self.world, self.discourse = site, site.world, site.discourse

    def here(self, sought: Sought, recall: Recall, count: int) -> tuple[Filler, ...]:
        """ "A's premier met B's and C's, where *all three countries* …": all whom the sentence
        has named by now, if they are so many."""
        if self.world.is_person(recall.anaphor.classes):
            return ()
        named = self.discourse.all(replace(sought, fits=self._acts(recall), reach=0))
        kinds = {self.world.is_person(f.types) for f in named}
        if len(kinds) > 1 and self._site.tree.tags[recall.token] == "CD":
            # "*Premier X* raised *Chile*, and the two agreed": he and somebody else
            return ()
        stood = self._acting(replace(sought, reach=0), recall)
        return stood if len(stood) == count else ()

    def privy(
        self, sought: Sought, recall: Recall, count: int, reach: int = 0
    ) -> tuple[Filler, ...]:
        """ "Under *the pact*, the two governments …": its parties, if they are so many."""
        world, told = self.world, self.world.lexicon.told
        if world.is_person(recall.anaphor.classes):
            return ()
        texts = replace(
            sought, fits=lambda t: world.fits(t, told), many=None, apt=None, reach=reach
        )
        for text in self.discourse.all(texts):
            parties = self._site.parties(text.entity)
            types = {iri: world.facts.types(iri) for iri in sorted(parties)}
            if len(parties) == count and all(recall.fits(t) for t in types.values()):
                return tuple(
                    text._replace(entity=EntityId(iri), types=t) for iri, t in types.items()
                )
        return ()

    def sides(self, sought: Sought, recall: Recall, count: int) -> tuple[Filler, ...]:
        """ "*The pact* came out in May. Later, *the two sides* …": its parties."""
        party = sought.noun in self.world.party
        return self.privy(sought, recall, count, reach=_SHORTLY) if party else ()

    def met(self, sought: Sought, recall: Recall, count: int) -> tuple[Filler, ...]:
        """ "A's premier met B's. *The two countries* …": those for whom the people act, if so many
        were just named together."""
        if not self.world.are_polities(recall.anaphor.classes):
            return ()
        found = self.discourse.find(
            replace(sought, fits=self._acts(recall), many=None, count=count, reach=_SHORTLY)
        )
        stood = self._site.represented(found, recall.wanted)
        return stood if stood and all(recall.fits(f.types) for f in stood) else ()

    def only(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """All that were named shortly before, or at all, if they are just so many."""
        for reach in (_SHORTLY, FAR):
            named = self.discourse.all(replace(sought, reach=reach))
            if len(named) == count:
                return named
        return ()

    def before(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """All that the sentence before has named, if they are so many and this one names none."""
        named = self.discourse.all(replace(sought, reach=1))
        here = self.discourse.all(replace(sought, reach=0))
        return named if len(named) == count and not here else ()

    def just(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """ "A and B are bound to C, and the three countries …": just those named by now."""
        found = self.discourse.recent(sought, count + 1)
        found = found or self.discourse.recent(sought, count)
        return found if len(found) == count else ()

    def there(self, sought: Sought, recall: Recall) -> tuple[Filler, ...]:
        """ "X visited Chile, as *the European country* …": the only one that lies there."""
        apt = sought.apt
        for reach in range(min(sought.reach, _NEAR) + 1):
            stood = self._acting(replace(sought, apt=None, reach=reach), recall)
            if found := tuple(f for f in stood if apt is None or apt(f.entity)):
                return found if len(found) == 1 else ()
        return ()

    def _acting(self, sought: Sought, recall: Recall) -> tuple[Filler, ...]:
        """All who fit and were named, by themselves or by people who act for them."""
        named = self.discourse.all(replace(sought, fits=self._acts(recall)))
        stood = self._site.represented(named, recall.wanted)
        found = tuple(f for f in stood if recall.fits(f.types))
        states = {f.entity for f in found}
        # "X's *foreign ministry*" is no other than X.
        return tuple(f for f in found if not self._is_organ(f.entity, states))

    def _is_organ(self, body: EntityId, states: set[EntityId]) -> bool:
        organ = self.world.facts.is_organ
        return any(organ(body, state) for state in states if state != body)

    def _acts(self, recall: Recall) -> Fits:
        return lambda types: self.world.is_person(types) or recall.fits(types)
