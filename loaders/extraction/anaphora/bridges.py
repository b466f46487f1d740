"""Nouns that take up what was not named by them: a title's parties, a list, what has parts."""

from __future__ import annotations

from loaders.extraction.anaphora.colleagues import Colleagues
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import POINTING, PROPER, SUBJECTS
from loaders.extraction.text.numbers import NUMBERS

_LISTED = frozenset({"these", "those", "such"})
_TOLD = POINTING.union(NUMBERS)
"""What tells that a plural noun takes somebody up: "*the* sides", "*both* sides"."""


_THERE = frozenset({"participant", "attendee"})
"""Who need no article: "*participants* agreed"."""
_SHORTLY, _FARTHER = 2, 4
"""Sentences back to who met, and to those whom "the" takes up."""


class Bridges:
    """Answers what a noun of one tree stands for, as it was named; () for nothing."""

    def __init__(self, site: Site, colleagues: Colleagues) -> None:
        self._site, self._colleagues = site, colleagues
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse

    def may_stand(self, token: int) -> bool:
        """Whether the noun at `token` is one for parties or parts."""
        tree, world = self.tree, self.world
        lower, lemma = tree.lower[token], tree.lemmas[token]
        if lemma in world.party or lower.removesuffix("s") in world.party or lemma in world.parts:
            return True
        return phrase.pair(tree, token) in world.parts

    def parties(self, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "The ministers", "both sides": the parties that the document is about."""
        tree, parties = self.tree, self.discourse.parties
        if not parties or tree.tags[token] not in ("NNS", "NNPS"):
            return ()
        noun = {tree.lemmas[token], tree.lower[token].removesuffix("s")}
        if self.world.party.isdisjoint(noun):
            return ()
        words = {tree.lower[c] for c in tree.children[token] if c < token}
        count = next((NUMBERS[w] for w in words if w in NUMBERS), len(parties))
        # "The four ministers" of two are two each.
        several = len(parties) > 1 and count == 2 * len(parties)
        many = several or count == len(parties)
        if not many or not _TOLD.intersection(words):
            return ()
        if tree.tags[token] in PROPER and tree.tags[tree.heads[tree.heads[token]]] in PROPER:
            # "the Conference of the *Parties*"
            return ()
        if tree.child(token, "poss", "amod", "compound", "nmod") is not None:
            return ()
        return tuple(f for f in parties if wanted.fits(f.types))

    def company(self, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "A's minister met B's. *The ministers* agreed": the several of the sentences before."""
        tree, world = self.tree, self.world
        noun = {tree.lemmas[token], tree.lower[token].removesuffix("s")}
        if (
            tree.tags[token] != "NNS"
            or tree.deps[token] not in SUBJECTS
            or noun.isdisjoint(world.party)
        ):
            return ()
        words = {
            tree.lower[c]
            for c in tree.children[token]
            if c < token and tree.lemmas[c] not in world.happening_heads
            # "the *defence* ministers", "the *top* diplomats"
            if tree.lower[c] not in world.ranked
        }
        if not (words <= _TOLD and (words or noun & _THERE or self._opens(token, noun))):
            return ()
        if tree.child(token, "prep", "relcl", "acl", "appos") is not None:
            return ()
        count = next((NUMBERS[w] for w in words if w in NUMBERS), None)
        place = self._site.sentence(token), token
        reach = _FARTHER if words & POINTING else _SHORTLY
        people = Sought(*place, world.is_person, many=True, count=count, reach=reach)
        found = self._site.represented(self.discourse.find(people), wanted)
        if not found and words and self._colleagues.are_meant(token):
            found = self._colleagues.called(token, count)
        found = found or self._members(place, count, bool(words or noun & _THERE))
        return tuple(f for f in found if wanted.fits(f.types))

    def _members(
        self, place: tuple[int, int], count: int | None, pointed: bool
    ) -> tuple[Filler, ...]:
        """The states of whom a sentence before is, else, of those pointed at, the groups."""
        world, find, polities = self.world, self.discourse.find, self.world.lexicon.polities
        states = Sought(
            *place,
            lambda types: world.fits(types, polities),
            many=True,
            count=count,
            reach=_SHORTLY,
            leading=True,
        )
        group = Sought(
            *place,
            world.actor.fits,
            many=True,
            reach=_SHORTLY,
            collective=True,
            leading=True,
            apt=world.facts.is_group,
        )
        return find(states) or (find(group) if pointed else ())

    def _opens(self, token: int, noun: set[str]) -> bool:
        """ "*Ministers* welcomed it", as the first word of a sentence."""
        first = self.tree.sentences[self.tree.sentence[token]][0]
        return token == first and not noun.isdisjoint(self.world.party & self.world.offices)

    def listed(self, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "These values": those that were listed last."""
        tree = self.tree
        lemma = tree.lemmas[token]
        if tree.tags[token] != "NNS" or lemma not in self.world.generics:
            return ()
        if lemma in self._site.grammar.measures:
            # "these *initiatives*" are no list of what they serve.
            return ()
        if not any(tree.lower[t] in _LISTED for t in tree.children[token] if t < token):
            return ()
        listed = self.discourse.listed(self._site.sentence(token), token)
        return tuple(f for f in listed if wanted.fits(f.types))

    def whole(self, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "Four *workstreams* cover X": what was named before, whose parts they are."""
        tree, world = self.tree, self.world
        pair = phrase.pair(tree, token)
        if tree.lemmas[token] not in world.parts and pair not in world.parts:
            return ()
        named = tree.tags[token] in PROPER or tree.child(token, "poss", "prep") is not None
        if named or tree.deps[token] != "nsubj":
            return ()
        states = world.lexicon.polities
        found = self.discourse.find(
            Sought(
                self._site.sentence(token),
                token,
                fits=lambda types: wanted.fits(types) and not world.fits(types, states),
                many=False,
            )
        )
        label = self._site.cast.label
        # "These provisions" are no part of the private sector.
        called = (f for f in found if label(f.entity)[:1].isupper())
        return tuple(f for f in called if not world.is_person(f.types))
