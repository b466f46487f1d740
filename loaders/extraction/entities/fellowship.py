"""Some of a known group: "the Baltic state", "both Nordic countries" are those named before."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import POINTED
from loaders.extraction.text.numbers import NUMBERS

_COUNTED = {"both": 2, "neither": 2, "either": 2}
_FAR, _NEAR = 30, 3
"""Sentences back that a counted and a single fellow reach."""


class Fellowship:
    """Answers for the names of one tree."""

    def __init__(self, site: Site) -> None:
        self._site, self.tree, self.world = site, site.tree, site.world

    def meant(self, name: TokenName, sense: Sense) -> list[Filler] | None:
        """Which members are meant; None if it is the group itself."""
        tree, token = self.tree, name.root
        noun = tree.lemmas[token]
        if noun not in self.world.anaphors and noun not in self.world.people:
            return None
        if not self.world.actor.fits(sense.types):
            return None
        entity = self.world.ontology.entities.get(sense.iri)
        if (
            entity is None
            or not entity.label.endswith("s")
            or not entity.label.split()[-1].islower()
        ):
            return None
        facts, groups = self.world.facts, self._groups(sense.iri)
        if not any(map(facts.is_group, groups)):
            # "The European country" is one that was named, and "a European country" anyone.
            one = tree.tags[token] == "NN" and noun in self.world.anaphors
            return [] if one and name.last == token else None
        polities = self.world.lexicon.polities
        members = {m for group in groups for m in facts.members(group, polities)}
        count = self._count(token)
        if count is not None and count < len(members):
            found = self._members(token, sense, many=None, count=count, reach=_FAR)
            return found if found or count == 2 else None
        if tree.tags[token] not in ("NN", "NNP") or name.last != token:
            return None
        return self._one(token, sense)

    def _count(self, token: int) -> int | None:
        words = [self.tree.lower[c] for c in self.tree.children[token] if c < token]
        return next((n for w in words for n in (_COUNTED.get(w) or NUMBERS.get(w),) if n), None)

    def _groups(self, iri: str) -> set[str]:
        """The group, or what one without known members is called by: "NATO"."""
        if self.world.facts.is_group(iri):
            return {iri}
        return {iri, *self._site.names.told_in(self.world.ontology.entities[iri].label)}

    def _is_member(self, group: str, other: str) -> bool:
        return any(self.world.facts.is_member(other, one) for one in self._groups(group))

    def _members(
        self, token: int, sense: Sense, *, many: bool | None, reach: int, count: int | None = None
    ) -> list[Filler]:
        """Those of the group that were named before, within so many sentences."""
        sought = Sought(
            self._site.sentence(token),
            token,
            self.world.polity.fits,
            many=many,
            count=count,
            reach=reach,
            apt=lambda iri: self._is_member(sense.iri, iri),
        )
        return [self._site.resolved(f, token) for f in self._site.discourse.find(sought)]

    def _one(self, token: int, sense: Sense) -> list[Filler]:
        """ "The Baltic state": the member that was just spoken of; "a Baltic state" is anyone."""
        tree = self.tree
        if not any(tree.lower[d] in POINTED for d in tree.kids(token, "det")):
            return []
        return self._members(token, sense, many=False, reach=_NEAR)
