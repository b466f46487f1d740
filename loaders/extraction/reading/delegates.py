"""Nouns that stand for those whose they are: "the *leaders* of X", "their joint *statement*
condemns Y"."""

from __future__ import annotations

from loaders.extraction.entities.known import KnownNames
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.reading import Reading
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import RETIRED
from loaders.extraction.reading.assembled import Assembled
from loaders.extraction.reading.owners import Owners

_THE = frozenset({"the", "this"})
_PLAIN = frozenset({"det", "punct"})
_VOICES = ("of", "from", "by", "between")


class Delegates:
    """Answers for nouns of one tree."""

    def __init__(self, site: Site, reading: Reading, known: KnownNames, owners: Owners) -> None:
        self._site, self._reading, self._known, self._owners = site, reading, known, owners
        self._assembled = Assembled(site).read
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self.grammar = site.grammar

    def instead(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "NATO security" where an actor fits: NATO, not security in general."""
        tree, world = self.tree, self.world
        if tree.lemmas[token] not in world.delegates or tree.tags[token] not in ("NN", "NNS"):
            return []
        name = self.names.by_root.get(token)
        if not name or name[0].first != name[0].last:
            return []
        fitting = tuple(c for c in world.actors if wanted.fits((c,)))
        if not fitting:
            return []
        actors = world.want(fitting)
        poss = [
            f
            for t in self.grammar.possessors(tree, token)
            for f in self._reading.each(t, actors, 1)
        ]
        return poss or self._owners.before(token, actors)

    def voiced(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The joint *statement* by A and B condemns X": A and B do."""
        tree = self.tree
        if tree.deps[token] != "nsubj":
            return []
        owners = [t for t in tree.kids(token, "poss") if tree.tags[t] != "PRP$"]
        owners += tree.after(token, _VOICES)
        found = [f for t in owners for f in self._reading.each(t, wanted, depth)]
        return found or self._owners.before(token, wanted) or self._adopters(token, wanted)

    def _adopters(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "X adopted a resolution. *The text* condemns Y": X does."""
        tree, own = self.tree, self.tree.children[token]
        the = any(tree.lower[t] in _THE for t in tree.kids(token, "det"))
        if not the or any(tree.deps[t] not in _PLAIN for t in own if t < token):
            return []
        found = self._site.discourse.authors(self._site.sentence(token))
        return [self._site.resolved(f, token) for f in found if wanted.fits(f.types)]

    def delegated(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The leaders of X": X."""
        if self.world.happening.fits(wanted.classes[:1]) and not wanted.fits(self.world.actors[:1]):
            # Nobody acts for an event: "*its* weapons" are not the meeting's.
            return []
        # "Officials in Brussels" act for the Union, "member *countries* in Brussels" are there, and
        # so is "a meeting of foreign *ministers*" that is known by that name.
        there = self.tree.tags[token] == "NNS" and self.tree.lemmas[token] in self.world.members
        name = self.names.covering.get(token)
        there = there or (name is not None and name.first < name.last) or self._is_met(token)
        owners = (
            self._owners.of(token, wanted, depth)
            or ([] if there else self._owners.seated_in(token, wanted))
            or [f for f in self._assembled(token) if wanted.fits(f.types)]
        )
        if self._is_somebody(token):
            # "the *national security* advisers", "*defence* firms" are no security and no defence.
            owners = [f for f in owners if self.world.fits(f.types, self.world.actors)]
        owners = owners and self._governed(token, owners, wanted)
        quantifier = owners and self._site.quantifier(token)
        return [f._replace(quantifier=quantifier) for f in owners] if quantifier else owners

    def _is_met(self, token: int) -> bool:
        """Whether they meet, so that what follows is where: "a meeting of *ministers* in X"."""
        tree, above = self.tree, self.tree.heads[token]
        return (
            tree.deps[token] == "pobj"
            and tree.lower[above] == "of"
            and tree.lemmas[tree.heads[above]] in self.world.happening_heads
        )

    def _is_somebody(self, token: int) -> bool:
        """Whether it is office-holders or firms, who may be whose they are, and nothing else."""
        lemma = self.tree.lemmas[token]
        anaphor = self.world.anaphors.get(lemma)
        firms = anaphor is not None and anaphor.single
        titled = self.tree.tags[token] in ("NNS", "NNP") and lemma in self.world.offices
        return firms or titled

    def may_stand(self, token: int) -> bool:
        """Whether the noun at `token` stands for whose it is, whatever is wanted."""
        lemma, pair = self.tree.lemmas[token], phrase.pair(self.tree, token)
        if lemma not in self.world.delegates and pair not in self.world.delegates:
            return False
        if self._is_deed(token):
            return False
        if any(self.tree.lower[c] in RETIRED for c in self.tree.kids(token, "amod")):
            # "A *former* official of X" speaks for himself.
            return False
        # "the two U.S. allies" are not the United States, nor is "a Chinese firm" China.
        return not self._known.is_some(token) and not self._is_one(token)

    def _is_deed(self, token: int) -> bool:
        """Whether a name of several words says that it is what several do: "the NATO-led
        International Security Assistance *Force*"."""
        fits, happenings = self.world.fits, self.world.lexicon.happenings
        return any(
            fits(sense.types, happenings)
            for name in self.names.by_root.get(token, ())
            if name.first < name.last
            for sense in name.senses
        )

    def _is_one(self, token: int) -> bool:
        """Whether it is a firm or several, so many, and not a state's firms in general."""
        tree, anaphor = self.tree, self.world.anaphors.get(self.tree.lemmas[token])
        if anaphor is None or not anaphor.single:
            return False
        if tree.tags[token] == "NN" or tree.child(token, "nummod") is not None:
            return True
        # "Chinese *firms* that undermine X" are some.
        return any(
            tree.lower[t] == "that" for c in tree.kids(token, "relcl") for t in tree.children[c]
        )

    def _governed(self, token: int, owners: list[Filler], wanted: Wanted) -> list[Filler]:
        """ "The *Biden-Harris* administration" is the state's, if that fits."""
        one = self.tree.tags[token] == "NN" and self.tree.child(token, "poss") is None
        if not one or not any(self.world.is_person(f.types) for f in owners):
            return owners
        return [*self._site.represented(owners, wanted)]
