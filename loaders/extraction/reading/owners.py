"""Whose a noun is: owners, names put before it, and those whom it stands for."""

from __future__ import annotations

from typing import TypeAlias

from graph.statements import EntityId
from loaders.extraction.entities.known import KnownNames
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.discourse import Sought
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.reading import Reading
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import SUBJECTS

_VOICES = ("of", "from", "by", "between")
_LEADING = ("of", "from", "by", "for")
_FAR = 8
"""Sentences back to the group whose "leaders" they are."""
_ALL = frozenset({"all", "the"})
_ABOUT = frozenset(
    {"focused", "focussed", "centred", "centered", "oriented", "wary", "related", "based"}
)
"""Participles after a hyphen that make nobody an owner."""
_EVERY = frozenset({"every", "each"})

_Before: TypeAlias = tuple[int, list[TokenName], list[TokenName], list[int]]


class Owners:
    """Answers for nouns of one tree."""

    def __init__(self, site: Site, reading: Reading, known: KnownNames) -> None:
        self._site, self._reading, self._known = site, reading, known
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self.grammar = site.grammar
        self._before: dict[int, _Before] = {}

    def of(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
        """Whose it is: "the leaders of A and B", "Japan's plan", "NATO members", "their plan"."""
        tree = self.tree
        tokens = list(self.grammar.possessors(tree, token))
        tokens += [
            # "the threat posed by X"
            t
            for clause in tree.kids(token, "acl")
            if tree.tags[clause] == "VBN"
            for t in self.grammar.agents(tree, clause)
        ]
        found = self._from(token, tokens, wanted, depth) or [
            f for t in tokens for f in self._reading.each(t, wanted, depth)
        ]
        if not found:
            found = self.before(token, wanted)
        deed = self.grammar.suffered.is_deed(tree, token)
        if not found and not (tokens and deed):
            # "leaders or their deputies from X": the last of the coordinated has the preposition;
            # the invasion of X is not X's.
            leading = ("from", "by") if tree.lemmas[token] in self.world.deeds else _LEADING
            for preposition in (p for t in tree.conjuncts(token) for p in tree.kids(t, "prep")):
                if tree.lower[preposition] in leading:
                    for inner in tree.kids(preposition, "pobj"):
                        found += self._reading.each(inner, wanted, depth)
                    if found:
                        break
        return found

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
        return self.tree.words[after] == "-" and self.tree.lower[after + 1] in _ABOUT

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

    def actors(self, token: int) -> list[Filler]:
        """The actors whose a noun is said to be: "Japan's pact", "the EU–Japan pact"."""
        actors = self.world.actor
        owners = self._reading.fillers(self.grammar.possessors(self.tree, token), actors)
        return owners or self.before(token, actors)

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
        return poss or self.before(token, actors)

    def voiced(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The joint *statement* by A and B condemns X": A and B do."""
        tree = self.tree
        if tree.deps[token] != "nsubj":
            return []
        owners = [t for t in tree.kids(token, "poss") if tree.tags[t] != "PRP$"]
        owners += tree.after(token, _VOICES)
        found = [f for t in owners for f in self._reading.each(t, wanted, depth)]
        return found or self.before(token, wanted)

    def delegated(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The leaders of X": X."""
        lemma, pair = self.tree.lemmas[token], phrase.pair(self.tree, token)
        if lemma not in self.world.delegates and pair not in self.world.delegates:
            return []
        if self._known.is_some(token) or self._is_one(token):
            # "the two U.S. allies" are not the United States, nor is "a Chinese firm" China.
            return []
        quantifier = self._site.quantifier(token)
        owners = (
            self.of(token, wanted, depth)
            or self._seated(token, wanted)
            or [f for f in self._assembled(token) if wanted.fits(f.types)]
        )
        owners = self._governed(token, owners, wanted)
        return [f._replace(quantifier=quantifier) for f in owners] if quantifier else owners

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

    def _assembled(self, token: int) -> list[Filler]:
        """ "*Leaders* agreed", "defence *ministers* endorsed": those of the one group that the text
        is about, where nothing says whose they are."""
        tree, world = self.tree, self.world
        lemma = tree.lemmas[token]
        if self._are_fellows(token):
            return [self._site.resolved(self._fellows(f, token), token) for f in self._group(token)]
        if tree.tags[token] not in ("NNS", "NNPS") or lemma not in world.party & world.offices:
            return []
        if tree.deps[token] not in SUBJECTS or len(tree.conjuncts(token)) > 1:
            return []
        if tree.child(token, "poss", "nummod", "prep", "relcl", "acl") is not None:
            return []
        if any(tree.lower[d] != "the" for d in tree.kids(token, "det")):
            return []
        told = tree.kids(token, "amod", "compound", "nmod")
        if told and not (told == [token - 1] and self._is_post(token)):
            return []
        return [self._site.resolved(f, token) for f in self._group(token)]

    def _fellows(self, group: Filler, token: int) -> Filler:
        """The members as a group by themselves, if they have a name: "NATO members"."""
        name = f"{self._site.cast.label(group.entity)} {self.tree.lower[token]}"
        for sense in self.names.known(name):
            if self.world.actor.fits(sense.types) and not sense.is_class:
                return group._replace(entity=EntityId(sense.iri), types=sense.types)
        return group

    def _are_fellows(self, token: int) -> bool:
        """ "*All members* agreed", "*member states* fear": all that a group has."""
        tree, fellows = self.tree, self.world.fellows
        pair = phrase.pair(tree, token)
        if tree.lemmas[token] not in fellows and pair not in fellows:
            return False
        if tree.deps[token] not in SUBJECTS or tree.tags[token] not in ("NN", "NNS"):
            return False
        if tree.child(token, "poss", "nummod", "prep", "relcl", "acl", "amod") is not None:
            return False
        told = {tree.lower[d] for d in tree.kids(token, "det")}
        return told <= _ALL if tree.tags[token] == "NNS" else bool(told & _EVERY)

    def _is_post(self, token: int) -> bool:
        """Whether the word before a noun is of its post: "*defence* ministers"."""
        field, post = self.tree.lower[token - 1], self.tree.lemmas[token]
        return not {f"{field} {post}", f"{post} of {field}"}.isdisjoint(self.world.facts.posts)

    def _group(self, token: int) -> tuple[Filler, ...]:
        """The one group that the text is about, else the only one named shortly before."""
        world, discourse = self.world, self._site.discourse
        group = tuple(f for f in discourse.protagonist if world.facts.is_group(f.entity))
        if not group:
            place = self._site.sentence(token), token
            sought = Sought(
                *place, self.world.actor.fits, None, reach=_FAR, apt=world.facts.is_group
            )
            group = discourse.all(sought)
        return group if len(group) == 1 and discourse.parties in ((), group) else ()

    def _seated(self, token: int, wanted: Wanted) -> list[Filler]:
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
