"""Whose a noun is: owners, names put before it, and those whom it stands for."""

from __future__ import annotations

from typing import TypeAlias

from graph.statements import EntityId
from loaders.extraction.entities.known import KnownNames
from loaders.extraction.grammar import phrase
from loaders.extraction.grammar.fellows import is_following
from loaders.extraction.grammar.passive import agents
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.reading import Reading
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.names.names import TokenName
from ontology.lexicon import Part

_LEADING = ("of", "from", "by", "for")

_Before: TypeAlias = tuple[int, list[TokenName], list[TokenName], list[int]]


class Owners:
    """Answers for nouns of one tree."""

    def __init__(self, site: Site, reading: Reading, known: KnownNames) -> None:
        self._site, self._reading, self._known = site, reading, known
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self.grammar = site.grammar
        self._about = self.world.lexicon.role("About", Part.ADJECTIVE)
        self._before: dict[int, _Before] = {}
        self._around: dict[int, tuple[list[int], list[list[int]]]] = {}

    def of(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
        """Whose it is: "the leaders of A and B", "Japan's plan", "NATO members", "their plan"."""
        around = self._around.get(token)
        if around is None:
            around = self._around[token] = self._words_around(token)
        tokens, led = around
        found = []
        if tokens:
            found = self._from(token, tokens, wanted, depth) or [
                f for t in tokens for f in self._reading.each(t, wanted, depth)
            ]
        if not found:
            found = self.before(token, wanted)
        for inner in led:
            if found:
                break
            found = [f for t in inner for f in self._reading.each(t, wanted, depth)]
        return found

    def _words_around(self, token: int) -> tuple[list[int], list[list[int]]]:
        """Who has a noun or does what it says, and what each preposition leads to that may tell
        whose it is, else."""
        tree = self.tree
        tokens = list(self.grammar.possessors(tree, token))
        tokens += [
            # "the threat posed by X"
            t
            for clause in tree.kids(token, "acl")
            if tree.tags[clause] == "VBN" and not is_following(tree, clause)
            for t in agents(tree, clause)
        ]
        if tokens and self.grammar.suffered.is_deed(tree, token):
            return tokens, []
        # "leaders or their deputies from X": the last of the coordinated has the preposition;
        # the invasion of X is not X's.
        leading = ("from", "by") if tree.lemmas[token] in self.world.deeds else _LEADING
        prepositions = (p for t in tree.conjuncts(token) for p in tree.kids(t, "prep"))
        return tokens, [tree.kids(p, "pobj") for p in prepositions if tree.lower[p] in leading]

    def _from(self, token: int, owners: list[int], wanted: Wanted, depth: int) -> list[Filler]:
        """ "His counterparts *from X*", "its *Polish* counterpart": X, and not he."""
        tree = self.tree
        if not any(tree.tags[t] == "PRP$" for t in owners):
            return []
        told = tree.after(token, ("from",))
        if not told and tree.lower[token + 1 : token + 2] == ["from"]:
            # "hosted *his counterparts from X*": the parse hangs "from" on the verb.
            told = tree.kids(token + 1, "pobj")
        if not told and tree.lemmas[token] in self.world.people:
            return self.before(token, wanted)
        return [f for t in told for f in self._reading.each(t, wanted, depth)]

    def represented(self, owners: list[int], wanted: Wanted) -> list[Filler]:
        """ "Rejects *Kim's* offer": the polity for which the owner acts."""
        world = self.world
        if not world.person or not owners:
            return []
        persons = world.want((world.person,))
        return [
            f._replace(entity=EntityId(iri), types=types, sure=f.sure * 0.8, through=f.entity)
            for t in owners
            for f in self._reading.each(t, persons, 1)
            for iri, types in self._site.stands_for(f.entity)
            if wanted.fits(types)
        ]

    def before(self, token: int, wanted: Wanted) -> list[Filler]:
        """Names put before a noun: "Japanese minister", "U.S.-Japan alliance"."""
        tree = self.tree
        before = self._before.get(token)
        if before is None:
            before = self._before[token] = self._words_before(token)
        first, names, inside, modifiers = before
        found = []
        for name in names:
            here = first <= name.first or name in inside
            if here and name.last < token and not self._is_about(name):
                sense = self._known.sense(name, wanted)
                actor = sense is not None and self.world.fits(sense.types, self.world.actors)
                if (
                    sense is None
                    or sense.is_class
                    or (sense.weak and (name in inside or not actor))
                ):
                    continue
                if name not in inside or self._is_inner(token, sense):
                    found += self._known.read(name.root, wanted)
        own = self.names.covering.get(token, False)
        # "Chinese and Russian ships": what is coordinated with a modifier is one too.
        for child in modifiers:
            listed = tree.words[child + 1 : child + 2] in ([","], ["and"])
            apart = child < first and self.names.covering.get(child) is not own
            if (listed or not found) and apart:
                found += self._known.read(child, wanted)
            if child in self.names.by_root:
                beside = [t for t in tree.conjuncts(child) if child < t < token]
                found += [f for t in beside for f in self._known.read(t, wanted)]
        unique = {f.entity: f for f in found}
        return list(unique.values())

    def _is_about(self, name: TokenName) -> bool:
        """Whether an adjective of a name says what something is about: "the *China*-focused
        bloc"."""
        after = name.last + 1
        return self.tree.words[after] == "-" and self.tree.lower[after + 1] in self._about

    def _words_before(self, token: int) -> _Before:
        """Where the noun's phrase begins, the names in it, those inside its own, and its
        modifiers."""
        tree = self.tree
        first, _ = phrase.extent(tree, token)
        head = tree.heads[token]
        if tree.deps[token] == "compound" and head > token:
            # "NATO member Norway": the parse hangs both on the name.
            while first > 0 and tree.heads[first - 1] == head and first - 1 in self.names.covering:
                first -= 1
        first = phrase.beyond_and(tree, token, first)
        begun = self.names.covering.get(first)
        if begun is not None and first < token:
            # "*the Quad* ministers", where the article is part of the name
            first = min(first, begun.first)
        inside = self.names.inside(token)
        inner = [t for c in tree.kids(token, "compound") for t in tree.kids(c, "amod")]
        modifiers = [*tree.kids(token, "amod", "compound", "nmod"), *inner]
        return first, [*self.names.within(first, token - 1), *inside], inside, modifiers

    def _is_inner(self, token: int, sense: Sense) -> bool:
        """Whether a name inside the name of `token` modifies it: an actor, or of an event the
        place where it was: "the *Vilnius* summit"."""
        if self.world.fits(sense.types, self.world.actors):
            return True
        events = (s.iri for name in self.names.by_root.get(token, ()) for s in name.senses)
        return any(sense.iri in self.world.facts.located(event) for event in events)

    def tied(self, token: int) -> list[int]:
        """Those of a tie: "the ties *between X and Y*", "*X's* cooperation *with Y*"; a deal may be
        with whoever is feared for."""
        tree, world = self.tree, self.world
        if between := tree.after(token, ("between",)):
            return between
        beside = [] if world.is_text(tree.lemmas[token]) else tree.after(token, ("with",))
        return [*self.grammar.possessors(tree, token), *beside]

    def actors(self, token: int) -> list[Filler]:
        """The actors whose a noun is said to be: "Japan's pact", "the EU–Japan pact"."""
        actors = self.world.actor
        owners = self._reading.fillers(self.grammar.possessors(self.tree, token), actors)
        return owners or self.before(token, actors)

    def seated_in(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "Officials in Manila": whom the capital stands for."""
        tree = self.tree
        return [f for t in tree.after(token, ("in",)) for f in self.seated(t, wanted)]

    def seated(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whom what `token` names stands for, even after "in": "alarm in Manila"."""
        return self._known.metonym(token, wanted)

    def related(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
        """ "The Swedish capital": what reference facts say of the owner."""
        predicate = self.world.lexicon.relational.get(self.tree.lemmas[token])
        if predicate is None:
            return []
        date = self._site.events.calendar.document_date
        return [
            owner._replace(entity=EntityId(iri), types=types, token=token)
            for owner in self.of(token, self.world.actor)
            for iri, types in self.world.facts.stated(owner.entity, predicate, wanted.classes, date)
        ]
