"""Which state a noun means that says of what kind it is: "the *island* nation"."""

from __future__ import annotations

from dataclasses import replace

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.forms import fold

_FAR = 12
"""Sentences back to the state that is called so."""


class Traits:
    """Answers for the nouns of one tree."""

    def __init__(self, site: Site) -> None:
        self._site, self.tree, self.world = site, site.tree, site.world

    def find(self, one: Sought) -> tuple[Filler, ...]:
        """The one that has the noun's modifier in its own name, "the Solomon *Islands*", else in
        the name of what it belongs to."""
        if self.is_styled(one.token):
            return self._styled(one)
        traits = self._traits(one.token)
        if not traits:
            return ()
        named = self._site.discourse.all(replace(one, reach=_FAR))
        named = tuple(f for f in named if f.token != one.token)
        own = tuple(f for f in named if self._has(f.entity, traits))
        found = own[:1] or tuple(f for f in named if self._belongs(f.entity, traits))
        return found if len(found) == 1 else ()

    def is_styled(self, noun: int) -> bool:
        """Whether not every state is called so: "the *kingdom*"."""
        return self.tree.lemmas[noun] in self.world.styled

    def _styled(self, one: Sought) -> tuple[Filler, ...]:
        """The last named of those that have the noun in a longer name: "*Kingdom* of Tonga"."""
        noun = self.tree.lemmas[one.token]
        named = self._site.discourse.all(replace(one, reach=_FAR))
        return tuple(f for f in named if self._is_called(f.entity, f"{noun} of "))[:1]

    def _is_called(self, iri: str, title: str) -> bool:
        entity = self.world.ontology.entities.get(iri)
        if entity is None or title.split()[0] in fold(entity.label).split():
            # "The *United Kingdom*" is called by its name.
            return False
        return any(title in fold(name) for name in entity.alternative)

    def _traits(self, noun: int) -> tuple[str, ...]:
        """The common words before the noun that say of what kind it is."""
        tree, world = self.tree, self.world
        return tuple(
            tree.lower[t]
            for t in tree.kids(noun, "compound", "nmod")
            if tree.tags[t] == "NN"
            and t not in self._site.names.covering
            and tree.lower[t] not in world.vague | world.scope
        )

    def _has(self, iri: str, traits: tuple[str, ...]) -> bool:
        entity = self.world.ontology.entities.get(iri)
        words = fold(entity.label).split() if entity is not None else []
        return any(word.startswith(trait) for word in words for trait in traits)

    def _belongs(self, iri: str, traits: tuple[str, ...]) -> bool:
        return any(self._has(other, traits) for other in self.world.facts.related.get(iri, ()))
