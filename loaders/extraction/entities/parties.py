"""Whose an agreement is, and with whom: what the words around its noun say of its parties."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.statements import EntityId
from loaders.extraction.entities import left_out, signatories
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from ontology.lexicon import Paired

_BETWEEN = ("between", "with", "among")
_ABOUT = frozenset({"on", "of", "for", "in", "concerning", "regarding"})
"""Prepositions of what an agreement is about."""

Each = Callable[[Sequence[int], Wanted], list[Filler]]


class Parties:
    """Answers for the nouns of one tree. `each` reads tokens with what is coordinated, as the
    actors that may be parties; `owners` names whose a noun is."""

    def __init__(self, site: Site, each: Each, owners: Callable[[int], list[Filler]]) -> None:
        self._site, self._each, self._owners = site, each, owners
        self.tree, self.world = site.tree, site.world

    def of(
        self, token: int, paired: Paired, *, likewise: bool = False
    ) -> tuple[list[Filler], list[Filler]]:
        """Whose it is, and with whom; both parties in the second where neither comes first.
        `likewise`: it is like one before, which may tell whose it is."""
        tree = self.tree
        struck = signatories.struck(self._site, token)
        among = [
            p
            for p in (
                *self._prepositions(token),
                *(p for c in struck for p in tree.kids(c, "prep")),
            )
            if tree.lower[p] in _BETWEEN
        ]
        inner = [t for p in among for t in tree.kids(p, "pobj")]
        named = self._polities(self._each(inner, self.world.actor), paired)
        own = self._polities(self._owners(token), paired)
        if not own and (signed := signatories.signed(self._site, token)):
            return [], self._polities(self._each(signed, self.world.actor), paired)
        if not own and (ratified := signatories.ratified(self._site, token)):
            acting = self._polities(self._each(ratified, self.world.actor), paired)
            if len(states := signatories.ratifiers(self._site, acting)) > 1:
                return [], states
        if not own and struck:
            subjects = [t for c in struck for t in tree.kids(c, "nsubj")]
            own = self._polities(self._each(subjects, self.world.actor), paired)
        if len(own) > 1 and not named:
            return [], own
        if any(tree.lower[p] != "with" for p in among):
            return [], named
        if not own and (named or not self.is_definite(token) or self._is_new(token)):
            own = self._holders(token, paired)
        if not own and named and not likewise:
            own = left_out.owners(self._site, token, paired, named)
        if not own and len(named) > 1:
            # "It signed accords with A and B": with neither of them by the other.
            return [], []
        return (own, named) if named else ([], own)

    def is_definite(self, token: int) -> bool:
        """Whether it is an agreement spoken of before: "the agreement"."""
        determiners = self.tree.kids(token, "det")
        return any(self.tree.lower[d] in ("the", "this", "that", "these") for d in determiners)

    def _is_new(self, token: int) -> bool:
        """Whether those who sign it bring it up, though it is told as a certain one: "signed *the
        treaty that* sets up X"."""
        tree = self.tree
        told = tree.child(token, "relcl") is not None
        return told and tree.lemmas[tree.heads[token]] in self.world.signing

    def _prepositions(self, token: int) -> list[int]:
        """The prepositions after `token` that may be its own, its verb's among them."""
        tree = self.tree
        found = self._site.grammar.prepositions.of(tree, token) if tree.is_noun(token) else []
        verb = tree.heads[token]
        if tree.deps[token] == "dobj" and not found:
            found = tree.kids(token, "prep") or tree.kids(verb, "prep")
        found = [p for p in found or tree.kids(token, "prep") if p > token]
        # "a pact with X, *not with* Y"
        found = [p for p in found if tree.child(p, "neg") is None]
        # "an agreement on cooperation *with X*"
        about = [t for p in found if tree.lower[p] in _ABOUT for t in tree.kids(p, "pobj")]
        inner = [p for t in about for o in tree.conjuncts(t) for p in tree.kids(o, "prep")]
        return found + [p for p in inner if tree.lower[p] in _BETWEEN]

    def _holders(self, token: int, paired: Paired) -> list[Filler]:
        """Who signs, has or negotiates it."""
        tree = self.tree
        noun = tree.first_conjunct(token)
        verb = tree.heads[noun]
        if tree.deps[noun] not in ("dobj", "nsubjpass", "pobj") or noun == verb:
            return []
        if not tree.is_verb(verb):
            # "signalled their commitment to closer ties in a declaration"
            verb = next((t for t in tree.up(verb) if tree.is_verb(t)), verb)
        if not tree.is_verb(verb):
            return []
        subjects = self._site.grammar.subjects(tree, verb)
        found = self._polities(self._each(subjects, self.world.actor), paired)
        ratified = tree.lemmas[verb] in self.world.ratifying
        return signatories.ratifiers(self._site, found) if ratified else found

    def _polities(self, fillers: list[Filler], paired: Paired) -> list[Filler]:
        """The fillers with those for whom persons act in the place of the persons; none if
        one of them cannot be a party."""
        date, world = self._site.events.calendar.document_date, self.world
        found: dict[str, Filler] = {}
        for filler in fillers:
            if not world.is_person(filler.types):
                if not world.fits(filler.types, paired.parties):
                    return []
                found.setdefault(filler.entity, filler)
                continue
            for iri, types in world.facts.stands_for(filler.entity, date):
                found.setdefault(iri, filler._replace(entity=EntityId(iri), types=types))
        return list(found.values())
