"""Agreements of the kind of one spoken of before: "a *similar* pact with X"."""

from __future__ import annotations

from collections.abc import Callable

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.forms import fold
from ontology.lexicon import Paired

_BACK = 12
"""Sentences back in which the agreement is that another is like."""
_LINK = "–"

Sides = tuple[list[Filler], list[Filler]]
"""Whose an agreement is, and with whom."""


class Likewise:
    """Answers for the nouns of one tree."""

    def __init__(self, site: Site) -> None:
        self._site, self.tree, self.world = site, site.tree, site.world

    def may_be(self, token: int) -> bool:
        """Whether the noun at `token` is said to be like another."""
        tree, world = self.tree, self.world
        of = (t for t in tree.after(token, ("of",)) if tree.lemmas[t] in world.kindred)
        alike = any(tree.lower[t] in world.alike for t in tree.kids(token, "amod"))
        # "a deal *of the same kind*"
        return alike or any(tree.child(t, "amod") is not None for t in of)

    def kind(self, token: int, paired: Paired, sides: Sides) -> str:
        """The kind of the agreement of one of the parties that was spoken of last, without its
        parties: "*similar* agreements"."""
        own = {str(f.entity) for fillers in sides for f in fillers}
        parties = self._site.parties
        before = self._before(token, paired, lambda i: not own.isdisjoint(parties(i)))
        return self._plain(before[0].entity) if before else ""

    def known(self, token: int, paired: Paired, sides: Sides) -> Filler | None:
        """The known one that a party of the agreement before has with the only one named: "a
        similar partnership was concluded *with X*"."""
        named = {f.entity for fillers in sides for f in fillers}
        if len(named) != 1:
            return None
        facts, cast = self.world.facts, self._site.cast
        for before in self._before(token, paired, lambda i: bool(self._site.parties(i)))[:1]:
            kind = fold(self._plain(before.entity))
            others = sorted(self._site.parties(before.entity) - named) if kind else []
            found = {facts.shared_by(paired, {other, *named}, kind) for other in others}
            for iri in sorted(found - {None, before.entity}, key=str)[:1]:
                pact = EntityId(str(iri))
                cast.told[pact] = frozenset(map(EntityId, facts.parties(pact)))
                return self._site.known(pact, token, sure=0.8)
        return None

    def parties(self, token: int, pact: Filler) -> list[Filler]:
        """The parties of a known agreement, as the noun tells them."""
        site = self._site
        known = (site.known(iri, token) for iri in sorted(site.parties(pact.entity)))
        return [site.resolved(f, token) for f in known]

    def _before(self, token: int, paired: Paired, apt: Callable[[str], bool]) -> tuple[Filler, ...]:
        """The agreement spoken of last, of those that are apt."""
        fits, kinds = self.world.fits, (paired.class_name,)
        return self._site.discourse.find(
            Sought(
                self._site.sentence(token),
                token,
                fits=lambda types: fits(types, kinds),
                many=None,
                reach=_BACK,
                apt=apt,
            )
        )

    def _plain(self, iri: str) -> str:
        """An agreement's name without its parties."""
        entities = self.world.ontology.entities
        if iri not in entities:
            return self._unlinked(EntityId(iri))
        parties = {
            word
            for party in self.world.facts.related.get(iri, ())
            if party in entities
            for word in fold(entities[party].label).split()
        }
        plain = [
            name
            for name in (*entities[iri].hidden, *entities[iri].alternative, entities[iri].label)
            if " " in name and parties.isdisjoint(fold(name).replace(_LINK, " ").split())
        ]
        return min(plain, key=lambda name: (len(name), name), default="")

    def _unlinked(self, pact: EntityId) -> str:
        """The kind of an agreement that is called by its parties: the "pact" of "A–B pact"."""
        cast = self._site.cast
        label = cast.label(pact)
        whose = _LINK.join(sorted(cast.label(EntityId(p)) for p in self._site.parties(str(pact))))
        return label.removeprefix(whose).strip() if whose and label.startswith(whose) else ""
