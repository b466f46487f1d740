"""Definite nouns that take up something named before: "the alliance", "both sides"."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.anaphora.bridges import Bridges
from loaders.extraction.anaphora.described import OTHER, Described
from loaders.extraction.anaphora.memory import COLLECTIVE, Memory
from loaders.extraction.anaphora.pronouns import Pronouns
from loaders.extraction.anaphora.rest import rest
from loaders.extraction.anaphora.together import Recall
from loaders.extraction.anaphora.yearly import is_yearly, so_called, yearly
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.parse.tags import POINTED, POINTING
from loaders.extraction.text.numbers import NUMBERS
from ontology.lexicon import Anaphor

_EITHER = frozenset({"neither", "either"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all", "its", "their"})
_POINTED = POINTED | {"these", "those", "both"}
_PLAIN = frozenset({"det", "punct", "case", "nummod", "predet"})
_TELLING = _DEFINITE | _POINTED | _EITHER | POINTING | {"our", "his", "her"}.union(NUMBERS)
"""Words without one of which a noun takes up nothing."""


class Anaphora:
    """Resolves against the discourse."""

    def __init__(self, site: Site, pronouns: Pronouns) -> None:
        self._site, self._pronouns = site, pronouns
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse
        self._told = Described(site)
        self._memory = Memory(site, pronouns.read_each)
        self._bridges = Bridges(site, self._memory.colleagues)

    def may_take_up(self, token: int) -> bool:
        """Whether the noun at `token` may take something up, whatever is wanted."""
        tree, world = self.tree, self.world
        lemma, tag = tree.lemmas[token], tree.tags[token]
        if tag == "CD" or lemma in world.proposals:
            return True
        if lemma in world.anaphors:
            several = tag in ("NNS", "NNPS")
            if several and any(world.facts.is_told_by_members(s.iri) for s in self._named(token)):
                # "the Baltic *states*" are no states named before
                return False
            told = any(tree.lower[c] in _TELLING for c in tree.children[token])
            return told or is_yearly(self._site, token) or self._bridges.may_stand(token)
        if lemma in world.counted and tag == "NNS":
            return bool(tree.children[token])
        if (
            lemma in world.delegates
            or lemma in world.arms
            or (tag == "NN" and lemma in world.heads)
        ):
            return bool(tree.children[token])
        return self._bridges.may_stand(token)

    def _named(self, token: int) -> list[Sense]:
        """What several words that `token` ends are known to name."""
        named = [n for n in self._site.names.at(token) if n.first < n.last == token]
        return [s for name in named for s in name.senses if not s.weak]

    def noun(self, token: int, wanted: Wanted) -> list[Filler]:
        """What "the alliance", "both sides" or "their agreements" take up."""
        if owned := self._owned(token, wanted):
            return [self._site.resolved(f, token) for f in owned]
        if self._is_force(token):
            return []
        if homes := self._pronouns.homes(token, wanted):
            return homes
        parties = self._bridges.parties(token, wanted)
        if parties and not self._told.is_described(token):
            return [self._site.resolved(f, token) for f in parties]
        found = self._dated(token, wanted) or yearly(self._site, token, wanted)
        found = found or so_called(self._site, token, wanted) or self._definite(token, wanted)
        bridged = (
            found or self._bridges.company(token, wanted) or self._bridges.whole(token, wanted)
        )
        return found or [self._site.resolved(f, token) for f in bridged]

    def _dated(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "The *2012* document": what was named with that year."""
        anaphor = self.world.anaphors.get(self.tree.lemmas[token])
        year = self._told.year(token, anaphor) if anaphor is not None else ""
        if anaphor is None or not year:
            return []
        return self._memory.undertakings.dated(token, wanted, anaphor, year)

    def _owned(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "A British carrier group sailed. *The group* …": whose it was said to be."""
        tree = self.tree
        many = tree.tags[token] == "NNS"
        if tree.tags[token] not in ("NN", "NNP") and not many:
            return []
        if many and tree.lemmas[token] not in self.world.arms:
            return []
        plain = all(tree.deps[c] in _PLAIN or c > token for c in tree.children[token])
        pointed = any(tree.lower[d] in _POINTED for d in tree.kids(token, "det"))
        if not plain or not pointed or self._told.is_described(token):
            return []
        found = self.discourse.owned(tree.lemmas[token], self._site.sentence(token), token, many)
        return [f for f in found if wanted.fits(f.types)]

    def _is_force(self, token: int) -> bool:
        """Whether two words say that it is a force, and not those named last: "the *strike
        group*"."""
        tree, arms = self.tree, self.world.arms
        return phrase.pair(tree, token) in arms and tree.lemmas[token] not in arms

    def listed(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "These values": those that were listed last."""
        return [self._site.resolved(f, token) for f in self._bridges.listed(token, wanted)]

    def _definite(self, token: int, wanted: Wanted) -> list[Filler]:
        tree = self.tree
        words = [tree.lower[c] for c in tree.children[token] if c < token]
        planned = self._proposed(token, wanted) if POINTING.intersection(words) else []
        if planned or (tree.tags[token] == "CD" and tree.child(token, "det") is not None):
            return planned or self._those(token, wanted)
        count = _count(words, tree.deps[token])
        anaphor = self._anaphor(token, count)
        if anaphor is None or not tree.is_noun(token) or self._told.is_proper(token):
            return self._by_label(token, wanted)
        if count is not None and self.world.is_person(anaphor.classes):
            return self._persons(token, wanted, anaphor, count)
        definite = _is_definite(words, count)
        count = count or (COLLECTIVE.get(tree.lemmas[token]) if definite else None)
        if not (definite or "our" in words) or self._told.is_another(token, words, anaphor):
            return []

        sides = count is not None and tree.lemmas[token] in self.world.delegates

        def fits(types: tuple[str, ...]) -> bool:
            # "Both sides" may be two ministers, who act for theirs.
            wants = wanted.fits(types) or (sides and self.world.is_person(types))
            return wants and self.world.fits(types, anaphor.classes)

        if count is not None and "our" in words:
            return self._ours(token, wanted, count)
        one = anaphor.home and tree.tags[token] != "NNS"
        home = tuple(f for f in self.discourse.home if fits(f.types)) if one else ()
        if home and definite and count is None and not self._told.is_described(token):
            return [self._site.resolved(f, token) for f in home]
        owned = tree.child(token, "poss") is not None
        rival = self.discourse.rival(tree.lemmas[token], self._site.sentence(token), token)
        named_class = self.discourse.last_class(fits, since=0 if rival is None else rival + 1)
        if named_class is not None and (owned or definite):
            return [self._site.resolved(named_class, token)]
        theirs = not {"its", "his", "her", "their"}.isdisjoint(words)
        if (owned and (count is None or theirs)) or self._told.is_described(token):
            return []
        found = self._memory.preferred(Recall(token, wanted, anaphor, fits, count))
        found = self._told.no_public(found) if anaphor.single else found
        stood = self._standing(token, anaphor, found, wanted)
        return [self._site.resolved(f, token) for f in stood if wanted.fits(f.types)]

    def _anaphor(self, token: int, count: int | None) -> Anaphor | None:
        lemma = self.tree.lemmas[token]
        found = self.world.anaphors.get(lemma)
        counted = lemma in self.world.delegates or lemma in self.world.counted
        if found is not None or not count or not counted:
            return found
        before = [c for c in self.tree.children[token] if c < token]
        if not any(self._told.names_actor(c, token) for c in before):
            # "the four navies" are those of the four, "two Chinese firms" are not
            return Anaphor(frozenset(), self.world.lexicon.polities)
        return None

    def _persons(self, token: int, wanted: Wanted, anaphor: Anaphor, count: int) -> list[Filler]:
        """ "Both men": the two who were named, or those for whom they stand."""
        found = self._memory.before(Recall(token, wanted, anaphor, self.world.is_person, count))
        stood = self._site.represented(found, wanted)
        return [self._site.resolved(f, token) for f in stood if wanted.fits(f.types)]

    def _ours(self, token: int, wanted: Wanted, count: int) -> list[Filler]:
        """ "Our two countries": those who speak, if they are so many."""
        tree = self.tree
        ours = next(c for c in tree.children[token] if tree.lower[c] == "our")
        voices = self._pronouns.read(ours, wanted)
        return voices if len(voices) == count else []

    def _standing(
        self, token: int, anaphor: Anaphor, found: tuple[Filler, ...], wanted: Wanted
    ) -> tuple[Filler, ...]:
        """For whom the people who met are "the two sides"."""
        sides = self.tree.lemmas[token] in self.world.delegates
        if sides and set(anaphor.classes) & set(self.world.actors):
            return self._site.represented(found, wanted)
        return found

    def _by_label(self, token: int, wanted: Wanted) -> list[Filler]:
        """What "the office" or "the mission" is: what was named last with that word in it."""
        tree = self.tree
        noun = tree.lemmas[token]
        if noun not in self.world.heads or noun in self.world.anaphors or tree.tags[token] != "NN":
            return []
        pointed = any(tree.lower[d] in POINTING for d in tree.kids(token, "det"))
        told = tree.child(token, "amod", "compound", "nmod") is not None
        if not pointed or told or self._told.is_described(token):
            return []
        for iri, types in self.discourse.groupings():
            entity = self.world.ontology.entities.get(iri)
            if entity is None or not wanted.fits(types):
                continue
            if noun in entity.label.lower().split():
                found = Filler(EntityId(iri), types, token, 0, 0)
                return [self._site.resolved(found, token)]
        return self._body(token, wanted)

    def _body(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "X's foreign ministry said …. *The ministry* …": X, of whom the sentence before is."""
        world, noun = self.world, self.tree.lemmas[token]
        body = any(world.fits((h.class_name,), world.actors) for h in world.heads[noun])
        if not body or noun not in world.delegates:
            return []
        if self.discourse.is_about_unknown(self._site.sentence(token)):
            # "The islands' *government* asked for help, since the police could not cope"
            return []
        polities = self.world.lexicon.polities
        sought = Sought(
            self._site.sentence(token),
            token,
            lambda types: self.world.fits(types, polities) and wanted.fits(types),
            many=False,
            reach=1,
            leading=True,
        )
        return [self._site.resolved(f, token) for f in self.discourse.find(sought)]

    def _proposed(self, token: int, wanted: Wanted) -> list[Filler]:
        """What "the plan" or "this idea" is to bring about, unless it says so itself."""
        if self.tree.lemmas[token] not in self.world.proposals:
            return []
        if self._told.is_described(token) or self.tree.child(token, "acl", "compound") is not None:
            return []
        sentence = self._site.sentence(token)
        fits, polities = self.world.fits, self.world.lexicon.polities
        found = self.discourse.proposed(
            sentence, lambda types: wanted.fits(types) and not fits(types, polities)
        )
        return [self._site.resolved(f, token) for f in found if f.token != token]

    def _those(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "The two", "the four": those who were named before, in that number."""
        count, actors = NUMBERS.get(self.tree.lower[token]), self.world.actors
        words = {self.tree.lower[c] for c in self.tree.children[token]}
        if not count or self.tree.after(token, ("of",)):
            # "the two *of them*"
            return []
        if not OTHER.isdisjoint(words):
            others = rest(self._site, token, count) if "other" in words else []
            return [f for f in others if wanted.fits(f.types)]

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, actors)

        named = Anaphor(frozenset(), actors)
        found = self._memory.before(Recall(token, wanted, named, fits, count))
        found = self._site.represented(found, wanted)
        return [self._site.resolved(f, token) for f in found if wanted.fits(f.types)]


def _count(words: list[str], dep: str) -> int | None:
    """How many the words before a noun count: "*two* countries", "*neither* country" did."""
    if not _EITHER.isdisjoint(words) and dep.startswith("nsubj"):
        return 2
    return next((NUMBERS[w] for w in words if w in NUMBERS), None)


def _is_definite(words: list[str], count: int | None) -> bool:
    either = count == 2 and not _EITHER.isdisjoint(words)
    return either or any(w in _DEFINITE for w in words)
