"""Reads tokens of one tree as entities that fit the classes wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from graph.statements import EntityId
from loaders.extraction import editions, making, phrase
from loaders.extraction.anaphora import PRONOUNS, Anaphora
from loaders.extraction.filler import Filler
from loaders.extraction.gazetteer import Sense
from loaders.extraction.known import KnownNames
from loaders.extraction.lists import Lists
from loaders.extraction.occasions import Occasions
from loaders.extraction.pacts import Pacts
from loaders.extraction.proposals import objects_of
from loaders.extraction.site import Site
from loaders.extraction.titles import Titles
from loaders.extraction.tree import PROPER
from loaders.extraction.unknown import UnknownNames
from loaders.extraction.wanted import Wanted
from ontology.lexicon import Cue

_DEPTH = 5
_DESCRIBING = frozenset({"JJ", "CD", "DT", "VBN"})
"""Tags beside nouns' of what may stand for something by description."""
_OF_THOSE = frozenset({"none", "neither", "each"})
"""What stands for those whom "of" names after it, whatever is said of them."""
ALIKE = frozenset({"one", "another", "ones", "theirs", "ours"})
"""What stands for another thing of a kind named before."""

Way: TypeAlias = Callable[[int, Wanted, int], list[Filler]]
"""One way to read a token as what is wanted, at a depth of reading."""


class Ways:
    """The ways to read a token: as what it names or stands for, and as what a cue makes of it."""

    __slots__ = ("all", "named")

    def __init__(self, named: list[Way], made: Sequence[Way] = ()) -> None:
        self.named = named
        self.all = [*named, *made]


class Reader:
    """Reads one tree: known names first, then what takes up, stands for or contains others."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.world, self.grammar, self.cast = site.world, site.grammar, site.cast
        self.discourse, self.tree, self.names = site.discourse, site.tree, site.names
        self.lists = Lists(site)
        self._known = KnownNames(site)
        self._unknown = UnknownNames(site)
        self._anaphora = Anaphora(
            site,
            lambda token, wanted: self._each(token, wanted, 1),
            lambda token, wanted: self.read(token, wanted, 1),
        )
        self.titles = Titles(site)
        self._pacts = Pacts(site, self.fillers, lambda token: self.owned_by(token))
        self._occasions = Occasions(site, self.fillers, lambda token: self.owned_by(token))
        self._read: dict[tuple[int, Wanted], list[Filler]] = {}
        self._ways: dict[int, Ways] = {}

    def fillers(self, tokens: Iterable[int], wanted: Wanted) -> list[Filler]:
        """What `tokens` and what is coordinated with them name, as far as it fits."""
        found: dict[str, Filler] = {}
        for token in tokens:
            for other in self.lists.coordinated(token):
                for filler in self.read(other, wanted):
                    found.setdefault(filler.entity, filler)
        several = list(found.values())
        if len(several) > 1 and self._are_things(several):
            last = several[-1].token
            self.discourse.note_list(several, self.site.sentence(last), last)
        return several

    def _are_things(self, fillers: Sequence[Filler]) -> bool:
        """Whether none is anybody, nor anything that a pronoun takes up."""
        fits, referable = self.world.fits, self.world.referable
        return not any(f.at is not None or fits(f.types, referable) for f in fillers)

    def fillers_of(self, tokens: Iterable[int], wanted: Wanted) -> list[Filler]:
        """What just `tokens` name, each by itself."""
        found = {f.entity: f for token in tokens for f in self.read(token, wanted)}
        return list(found.values())

    def read(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
        """What `token` names, without what is coordinated with it."""
        key = (token, wanted)
        if key not in self._read:
            self._read[key] = []
            self._read[key] = self._reading(token, wanted, depth)
        return self._read[key]

    def _reading(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        if depth > _DEPTH:
            return []
        ways = self._ways.get(token)
        if ways is None:
            ways = self._ways[token] = self._ways_to_read(token)
        for way in ways.named if wanted.is_plain else ways.all:
            found = way(token, wanted, depth)
            if found:
                return found
        return []

    def _ways_to_read(self, token: int) -> Ways:
        """How the words at `token` may be read, whatever is wanted, the surest way first."""
        tree = self.tree
        lower, tag = tree.lower[token], tree.tags[token]
        if lower == "whose":
            return Ways([self._whose])
        if lower in PRONOUNS and not tag.startswith("NNP"):
            return Ways([lambda token, wanted, _: self._anaphora.pronoun(token, wanted)])
        if lower in _OF_THOSE:
            return Ways([self._of_those])
        if lower in ALIKE:
            return Ways([lambda token, wanted, _: self._pacts.alike(token, wanted)])
        ways = self._ways_to_name(token)
        if tag == "VBG":
            ways.append(self._gerund)
            if not tree.is_noun(token):
                return Ways(ways)
        if tree.is_noun(token) or tag in _DESCRIBING:
            return Ways(ways + self._ways_to_describe(token), [self._opened, self._made])
        return Ways(ways)

    def _ways_to_name(self, token: int) -> list[Way]:
        """How the words at `token` may name something, or lead to what does."""
        tree, world = self.tree, self.world
        lemma, ways = tree.lemmas[token], list[Way]()
        if self.lists.apposed(token):
            ways.append(self._apposed)
        if lemma in world.generics:
            ways.append(self._examples)
            ways.append(lambda token, wanted, _: self._anaphora.listed(token, wanted))
        if tree.deps[token] == "attr":
            ways.append(self._identified)
        if lemma in world.delegates and tree.tags[token] in ("NN", "NNS"):
            ways.append(self._owned)
        if self.names.at(token):
            ways.append(lambda token, wanted, _: self._known.read(token, wanted))
        return ways

    def _ways_to_describe(self, token: int) -> list[Way]:
        """What a noun without a name of its own may stand for."""
        tree, world = self.tree, self.world
        lemma = tree.lemmas[token]
        pair = f"{tree.lower[token - 1]} {lemma}" if token else lemma
        happens = self._occasions.heads(token)
        ways: list[tuple[bool, Way]] = [
            (lemma in world.lexicon.relational, self._related),
            (self.site.events.heads(tree, token), self._event),
            (
                editions.may_head(self, token),
                lambda t, wanted, _: editions.editions(self, t, wanted),
            ),
            (self._pacts.may_head(token), lambda t, wanted, _: self._pacts.read(t, wanted)),
            (
                self._anaphora.may_take_up(token),
                lambda t, wanted, _: self._anaphora.noun(t, wanted),
            ),
            (tree.deps[token] in ("appos", "attr"), self._identified),
            (lemma in world.delegates or pair in world.delegates, self._delegated),
            (lemma in world.containers, self._contained),
            (lemma in world.heads or happens, self._called),
            (self._unknown.may_name(token), lambda t, wanted, _: self._unknown.read(t, wanted)),
            (happens, lambda t, wanted, _: self._occasions.read(t, wanted)),
        ]
        return [way for may, way in ways if may]

    def _opened(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """The words themselves, where the cue says what they are."""
        if wanted.opened is None:
            return []
        found = self._unknown.opened(token, wanted.opened)
        return [found] if found is not None else []

    def _of_those(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "None *of the three countries*": those."""
        tree = self.tree
        of = [p for p in tree.kids(token, "prep") if tree.lower[p] == "of"]
        return [f for p in of for t in tree.kids(p, "pobj") for f in self._each(t, wanted, depth)]

    def _whose(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        tree = self.tree
        clause = next((t for t in tree.up(token) if tree.deps[t] == "relcl"), None)
        return self._each(tree.heads[clause], wanted, depth) if clause is not None else []

    def _apposed(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        listed = [f for t in self.lists.apposed(token) for f in self.read(t, wanted, depth + 1)]
        return listed if len(listed) > 1 else []

    def _event(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        event = self.site.events.resolve(self, token, wanted)
        return [event] if event is not None else []

    def _made(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """What the cue that asks makes of words that name nothing known, by its marks."""
        if wanted.owner:
            common = self.tree.tags[token] in ("NN", "NNS")
            if not (common or self.tree.child(token, "poss")) or self._are_people(token):
                return []
            owned = making.owners(self.tree, token)
            owners = [f for t in owned for f in self._each(t, wanted, 1)]
            before = self.modifiers(token, wanted)
            return owners or (before if len(before) == 1 else [])
        if wanted.made is None or self._is_other(token, wanted):
            return []
        bare = self.tree.child(token, "amod", "compound") is None
        owned = making.owners(self.tree, token) if bare else []
        # "Beijing's inroads" are Beijing.
        owners = [f for t in owned for f in self._each(t, self.world.polity, 1)]
        fitting = [f for f in owners if wanted.fits(f.types)]
        return fitting or self._unknown.made(token, wanted.made)

    def _is_other(self, token: int, wanted: Wanted) -> bool:
        """Whether what is named at `token` is of other classes than those wanted."""
        name = self.names.covering.get(token)
        return name is not None and not any(wanted.fits(s.types) for s in name.senses)

    def _related(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
        """ "The Swedish capital": what reference facts say of the owner."""
        predicate = self.world.lexicon.relational.get(self.tree.lemmas[token])
        if predicate is None:
            return []
        date = self.site.events.document_date
        return [
            owner._replace(entity=EntityId(iri), types=types, token=token)
            for owner in self.owners(token, self.world.actor)
            for iri, types in self.world.stated(owner.entity, predicate, wanted.classes, date)
        ]

    def _called(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The US-led *Talisman Sabre* exercise", "the exercise, dubbed *Kakadu*": what the name
        beside the noun names, if it is of the noun's kind."""
        tree = self.tree
        kinds = tuple(h.class_name for h in self.world.heads.get(tree.lemmas[token], ()))
        before, after = self.names.covering.get(token - 1), self.names.covering.get(token + 1)
        roots = [before.root] if before and tree.heads[before.root] == token else []
        roots += [after.root] if after and after.first == token + 1 else []
        roots += self.grammar.called(tree, token) if kinds else []
        for root in roots if kinds else ():
            fitting = [f for f in self.read(root, wanted) if self.world.fits(f.types, kinds)]
            if fitting:
                return [f._replace(token=token) for f in fitting]
        return self._dubbed(token, wanted)

    def _beside(self, token: int) -> list[int]:
        """The end of the proper name after a noun that it belongs with: "exercise *Sea Lion*"."""
        tree, last = self.tree, token
        while tree.tags[last + 1 : last + 2] == ["NNP"] and last + 1 not in self.names.covering:
            last += 1
        joined = tree.heads[last] == token or tree.heads[token] == last
        return [last] if last > token and joined else []

    def _dubbed(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "The exercise, dubbed *Sea Lion*": what the event is called."""
        if not self._occasions.heads(token):
            return []
        return [
            found._replace(token=token)
            for t in (*self.grammar.called(self.tree, token), *self._beside(token))
            if self.tree.tags[t] == "NNP" and t not in self.names.covering
            for class_name in self._occasions.classes(token, wanted)
            if (found := self._unknown.titled(class_name, t)) is not None
        ]

    def _are_people(self, token: int) -> bool:
        """Whether the noun names people, who act for themselves."""
        return self.tree.lemmas[token] in self.world.people

    def direct(self, token: int, wanted: Wanted) -> list[Filler]:
        """What `token` itself names: nothing that it stands for or belongs to."""
        named = self._known.read(token, wanted)
        if named:
            return named
        event = self.site.events.resolve(self, token, wanted)
        if event is not None:
            return [event]
        if editions.may_head(self, token) and (several := editions.editions(self, token, wanted)):
            return several
        return (
            self._anaphora.noun(token, wanted)
            or self._related(token, wanted)
            or self._unknown.read(token, wanted)
            or self._occasions.read(token, wanted)
        )

    def known_object(self, subject: Filler, cue: Cue) -> list[Filler]:
        """What reference facts of the cue's predicate say of `subject` at the document's time,
        if that is one thing, and for whom it acts."""
        date = self.site.events.document_date
        found = [
            *self.world.stated(subject.entity, cue.predicate, cue.object.classes, date),
            *self.world.stands_for(subject.entity, date),
        ]
        return [
            subject._replace(entity=EntityId(iri), types=types, sure=0.85)
            for iri, types in dict(found).items()
            if self.world.fits(types, cue.object.classes)
        ]

    def authors(self, tokens: Sequence[int], wanted: Wanted) -> list[Filler]:
        """Whose texts `tokens` name: "the Strategic Concept sees X as a threat"."""
        world = self.world
        return [
            filler._replace(entity=EntityId(owner), types=types, sure=filler.sure * 0.9)
            for filler in self.fillers(tokens, world.text)
            for owner, types in world.author(filler.entity)
            if wanted.fits(types)
        ]

    def stood_for(self, person: Filler) -> tuple[Filler, ...]:
        """The polity for which a known person acts."""
        date = self.site.events.document_date
        return tuple(
            person._replace(
                entity=EntityId(iri), types=types, sure=person.sure * 0.8, through=person.entity
            )
            for iri, types in self.world.stands_for(person.entity, date)
        )

    def _each(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        return [f for t in self.lists.coordinated(token) for f in self.read(t, wanted, depth + 1)]

    def _identified(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "X is an agreement that…", "X, the annual drill": X."""
        tree = self.tree
        if tree.deps[token] == "appos" and self.names.at(tree.heads[token]):
            return self.read(tree.heads[token], wanted, depth + 1)
        if tree.deps[token] != "attr" or tree.lemmas[tree.heads[token]] != "be":
            return []
        subjects = [t for t in tree.kids(tree.heads[token], "nsubj") if self.names.at(t)]
        return [f for t in subjects for f in self.read(t, wanted, depth + 1)]

    def _examples(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "Issues such as X and Y": X and Y."""
        if self.tree.lemmas[token] not in self.world.generics:
            return []
        return [f for t in self.lists.exemplars(token) for f in self._each(t, wanted, depth)]

    def _delegated(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The leaders of X": X."""
        lemma = self.tree.lemmas[token]
        pair = f"{self.tree.lower[token - 1]} {lemma}" if token else lemma
        if lemma not in self.world.delegates and pair not in self.world.delegates:
            return []
        quantifier = self.site.quantifier(token)
        owners = self.owners(token, wanted, depth) or self._seated(token, wanted)
        return [f._replace(quantifier=quantifier) for f in owners] if quantifier else owners

    def _seated(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "Officials in Manila": whom the capital stands for."""
        tree = self.tree
        seats = [
            t
            for p in tree.kids(token, "prep")
            if tree.lower[p] == "in"
            for t in tree.kids(p, "pobj")
        ]
        return [f for t in seats for f in self.seated(t, wanted)]

    def seated(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whom what `token` names stands for, even after "in": "alarm in Manila"."""
        return self._known.metonym(token, wanted)

    def _owned(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
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
        poss = [f for t in self.grammar.possessors(tree, token) for f in self._each(t, actors, 1)]
        return poss or self.modifiers(token, actors)

    def owners(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
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
        found = [f for t in tokens for f in self._each(t, wanted, depth)]
        if not found:
            found = self.modifiers(token, wanted)
        if not found:
            # "leaders or their deputies from X": the last of the coordinated has the preposition.
            for preposition in (p for t in tree.conjuncts(token) for p in tree.kids(t, "prep")):
                if tree.lower[preposition] in ("of", "from", "by", "for"):
                    for inner in tree.kids(preposition, "pobj"):
                        found += self._each(inner, wanted, depth)
                    if found:
                        break
        return found

    def is_retaken(self, token: int) -> bool:
        """Whether the noun heads an agreement or event, which later "the agreement" or "the
        event" may take up."""
        return self._pacts.heads(token) or self._occasions.heads(token)

    def parties(self, token: int) -> list[Filler]:
        """The parties of the agreement that the noun heads, as far as they tell it."""
        return self._pacts.parties(token)

    def owned_by(self, token: int) -> list[Filler]:
        """The actors whose a noun is said to be: "Japan's pact", "the EU–Japan pact"."""
        actors = self.world.actor
        owners = self.fillers(self.grammar.possessors(self.tree, token), actors)
        return owners or self.modifiers(token, actors)

    def modifiers(self, token: int, wanted: Wanted) -> list[Filler]:
        """Names put before a noun: "Japanese minister", "U.S.-Japan alliance"."""
        tree = self.tree
        first, _ = phrase.extent(tree, token)
        head = tree.heads[token]
        if tree.deps[token] == "compound" and head > token:
            # "NATO member Norway": the parse hangs both on the name.
            while first > 0 and tree.heads[first - 1] == head and first - 1 in self.names.covering:
                first -= 1
        found = []
        inside = self.names.inside(token)
        for name in (*self.names.within(first, token - 1), *inside):
            if (first <= name.first or name in inside) and name.last < token:
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
        for child in tree.kids(token, "amod", "compound", "nmod"):
            listed = tree.words[child + 1 : child + 2] in ([","], ["and"])
            if (
                (listed or not found)
                and child < first
                and self.names.covering.get(child) is not own
            ):
                found += self._known.read(child, wanted)
            if child in self.names.by_root:
                beside = [t for t in tree.conjuncts(child) if child < t < token]
                found += [f for t in beside for f in self._known.read(t, wanted)]
        unique = {f.entity: f for f in found}
        return list(unique.values())

    def _is_inner(self, token: int, sense: Sense) -> bool:
        """Whether a name inside the name of `token` modifies it: an actor, or of an event the
        place where it was: "the *Vilnius* summit"."""
        if self.world.fits(sense.types, self.world.actors):
            return True
        events = (s.iri for name in self.names.by_root.get(token, ()) for s in name.senses)
        return any(sense.iri in self.world.located(event) for event in events)

    def _contained(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The issue of X", "X projects": X."""
        tree = self.tree
        if tree.lemmas[token] not in self.world.containers:
            return []
        for preposition in tree.kids(token, "prep"):
            if tree.lower[preposition] in ("of", "in", "for", "on", "to"):
                inner = [
                    f
                    for t in tree.kids(preposition, "pobj", "pcomp")
                    for f in self._each(t, wanted, depth)
                ]
                if inner:
                    return inner
        planned = objects_of(tree, token, self.world)
        inner = [f for t in planned for f in self._each(t, wanted, depth)]
        inner = inner or self.modifiers(token, wanted)
        if not inner and wanted.fits(self.world.lexicon.happenings[:1]):
            # "the summit, *whose* first edition was in X"
            inner = self.fillers(self.grammar.possessors(tree, token), self.world.happening)
        if inner or token in self.names.by_root:
            # "security challenges" has a name of its own, and is not security.
            return inner
        for child in tree.kids(token, "compound", "amod", "nmod"):
            if tree.is_noun(child) and tree.tags[child] not in PROPER:
                common = self._unknown.common(child, wanted)
                if common is not None:
                    return [common]
        return []

    def purposes(self, verbs: Iterable[int], wanted: Wanted) -> list[Filler]:
        """What infinitives say is sought: "to *fight piracy*", "to strengthen *X*"."""
        return [f for verb in verbs for f in self._gerund(verb, wanted, 1)]

    def _gerund(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "Countering X" as a field of work, "upholding X" as X."""
        tree = self.tree
        lemma = tree.lemmas[token]
        objects = self.grammar.objects(tree, token)
        if not objects:
            return []
        head = self.world.gerunds.get(lemma)
        if head is not None and wanted.fits((head.class_name,)):
            made = []
            for t in objects:
                for inner in self._each(t, self.world.want(head.object_classes), depth):
                    verb = phrase.gerund(tree.lower[token], tree.tags[token])
                    name = f"{verb} {self.cast.label(inner.entity)}"
                    made.append(self._unknown.provisional(head.class_name, name, token, inner.end))
            return [f for f in made if f is not None]
        if lemma in self.world.furthering:
            return [f for t in objects for f in self._each(t, wanted, depth)]
        return []
