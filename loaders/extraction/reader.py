"""Reads tokens of one tree as entities that fit the classes wanted."""

from __future__ import annotations

from collections.abc import Sequence

from graph.statements import EntityId
from loaders.extraction import phrase
from loaders.extraction.cast import Cast
from loaders.extraction.discourse import Discourse
from loaders.extraction.events import EventResolver
from loaders.extraction.filler import Filler
from loaders.extraction.gazetteer import Sense
from loaders.extraction.grammar import Grammar
from loaders.extraction.names import Names, TokenName
from loaders.extraction.tree import Tree
from loaders.extraction.world import World

_DEPTH = 5
_PRONOUNS = {
    "it": False,
    "its": False,
    "itself": False,
    "they": True,
    "their": True,
    "them": True,
    "themselves": True,
    "both": True,
    "we": None,
    "our": None,
    "us": None,
    "he": False,
    "she": False,
    "his": False,
    "her": False,
}
_PERSONAL = frozenset({"he", "she", "his", "her"})
_VOICE = frozenset({"we", "our", "us"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all", "its", "their"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "both": 2}
_VAGUE_SPAN = 12


class Reader:
    """Reads one tree; `number` counts sentences from the document's start."""

    def __init__(
        self,
        world: World,
        grammar: Grammar,
        cast: Cast,
        discourse: Discourse,
        events: EventResolver,
        tree: Tree,
        names: Names,
        number: int,
    ) -> None:
        self.world = world
        self.grammar = grammar
        self.cast = cast
        self.discourse = discourse
        self.events = events
        self.tree = tree
        self.names = names
        self.number = number
        self._read: dict[tuple[int, tuple[str, ...]], list[Filler]] = {}

    def fillers(self, tokens: Sequence[int], wanted: tuple[str, ...]) -> list[Filler]:
        """What `tokens` and what is coordinated with them name, as far as it fits."""
        found: dict[str, Filler] = {}
        for token in tokens:
            for other in self._coordinated(token):
                for filler in self.read(other, wanted):
                    found.setdefault(filler.entity, filler)
        return list(found.values())

    def read(self, token: int, wanted: tuple[str, ...], depth: int = 0) -> list[Filler]:
        """What `token` names, without what is coordinated with it."""
        key = (token, wanted)
        if key not in self._read:
            self._read[key] = []
            self._read[key] = self._reading(token, wanted, depth)
        return self._read[key]

    def _reading(self, token: int, wanted: tuple[str, ...], depth: int) -> list[Filler]:
        if depth > _DEPTH:
            return []
        tree = self.tree
        lower = tree.lower[token]
        if lower in _PRONOUNS:
            return self._pronoun(token, wanted)
        listed = self._apposed_list(token, wanted, depth)
        if listed:
            return listed
        named = self._owned(token, wanted) or self._named(token, wanted)
        if named:
            return named
        if tree.tags[token] == "VBG":
            gerund = self._gerund(token, wanted, depth)
            if gerund or not tree.is_noun(token):
                return gerund
        if not (tree.is_noun(token) or tree.tags[token] in ("JJ", "CD", "DT", "VBG", "VBN")):
            return []
        lemma = tree.lemmas[token]
        event = self.events.resolve(self, token, wanted)
        if event is not None:
            return [event]
        taken_up = self._anaphor(token, wanted)
        if taken_up:
            return taken_up
        if tree.deps[token] == "attr" and tree.lemmas[tree.heads[token]] == "be":
            # "X is an agreement that…": X.
            same = [
                f
                for t in tree.kids(tree.heads[token], "nsubj")
                if self.names.at(t)
                for f in self.read(t, wanted, depth + 1)
            ]
            if same:
                return same
        examples = self.exemplars(token)
        if examples and lemma in self.world.generics:
            found = [f for e in examples for f in self._each(e, wanted, depth)]
            if found:
                return found
        if lemma in self.world.delegates:
            owners = self.owners(token, wanted, depth)
            if owners:
                return self._quantified(token, owners)
        if lemma in self.world.containers:
            inner = self._contained(token, wanted, depth)
            if inner:
                return inner
        proper = self._proper(token, wanted)
        if proper is not None:
            return [proper]
        common = self._common(token, wanted)
        return [common] if common is not None else []

    def direct(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        """What `token` itself names: nothing that it stands for or belongs to."""
        named = self._named(token, wanted)
        if named:
            return named
        event = self.events.resolve(self, token, wanted)
        if event is not None:
            return [event]
        found = self._anaphor(token, wanted)
        if not found:
            found = [f for f in (self._proper(token, wanted), self._common(token, wanted)) if f][:1]
        return found

    def _each(self, token: int, wanted: tuple[str, ...], depth: int) -> list[Filler]:
        return [f for t in self._coordinated(token) for f in self.read(t, wanted, depth + 1)]

    # Coordination and lists

    def _coordinated(self, token: int) -> list[int]:
        found = self.tree.conjuncts(token)
        extra = self._surface_list(found[-1])
        return found + [t for t in extra if t not in found]

    def _surface_list(self, token: int) -> list[int]:
        """Names that go on a list which the parse broke: "A, B, C and D"."""
        names = self.names.at(token)
        if not names:
            return []
        tree, found, at = self.tree, [], names[-1].last + 1
        closed = False
        while at < len(tree.words) and not closed:
            step = at
            while step < len(tree.words) and tree.lower[step] in (",", "and", "or", "&"):
                closed = closed or tree.lower[step] != ","
                step += 1
            if step == at:
                break
            if step < len(tree.words) and tree.lower[step] == "the":
                step += 1
            name = self.names.covering.get(step)
            if name is None or name.first != step or tree.deps[name.root].startswith("nsubj"):
                return []
            found.append(name.root)
            at = name.last + 1
        return found if closed and len(found) > 1 else []

    def exemplars(self, token: int) -> list[int]:
        """The first tokens of what "such as", "like" or "including" gives as examples."""
        tree, found = self.tree, []
        for child in tree.children[token]:
            if tree.deps[child] == "prep" and child > token:
                before = tree.lower[child - 1] if child else ""
                if (
                    tree.lower[child] in self.world.exemplifiers
                    or f"{before} {tree.lower[child]}" in self.world.exemplifiers
                ):
                    found += tree.kids(child, "pobj", "pcomp", "dobj")
        for child in tree.kids(token, "appos"):
            if any(tree.lower[a] in self.world.exemplifiers for a in tree.kids(child, "advmod")):
                found.append(child)
        if found:
            return found
        at = token + 1
        while at < len(tree.words) and at - token < _VAGUE_SPAN and tree.lower[at] != ".":
            phrase_ = f"{tree.lower[at - 1]} {tree.lower[at]}"
            if tree.lower[at] in self.world.exemplifiers or phrase_ in self.world.exemplifiers:
                tail = tree.kids(at, "pobj", "pcomp", "dobj")
                between = tree.words[token + 1 : at]
                return tail if "," in between or len(between) <= 1 else []
            if tree.is_verb(at):
                break
            at += 1
        return []

    def _apposed_list(self, token: int, wanted: tuple[str, ...], depth: int) -> list[Filler]:
        """The names after "four partners:" or "its partners —"."""
        tree = self.tree
        if not tree.is_noun(token) or tree.tags[token] in ("NNP", "NNPS"):
            return []
        for child in tree.kids(token, "appos"):
            if child > token:
                listed = [
                    f
                    for t in self._coordinated(child)
                    if self.names.at(t)
                    for f in self.read(t, wanted, depth + 1)
                ]
                if len(listed) > 1:
                    return listed
        return self.after_mark(token, wanted, depth)

    def after_mark(self, token: int, wanted: tuple[str, ...], depth: int = 0) -> list[Filler]:
        """The list after the colon or dash that follows the phrase of `token`."""
        tree = self.tree
        end = tree.sentences[tree.sentence[token]][1]
        for mark in range(token + 1, min(end, token + _VAGUE_SPAN)):
            if tree.words[mark] in (":", "—", "–", "--"):
                first = self._next_name(mark)
                if first is None:
                    return []
                roots = [first.root, *self._surface_list(first.root)]
                roots = roots if len(roots) > 1 else self._coordinated(first.root)
                found = [f for root in roots for f in self.read(root, wanted, depth + 1)]
                return found if len(found) > 1 else []
            if tree.is_verb(mark) or tree.words[mark] in (",", ";"):
                return []
        return []

    def _next_name(self, token: int) -> TokenName | None:
        for at in (token + 1, token + 2):
            name = self.names.covering.get(at)
            if name is not None and name.first == at:
                return name
        return None

    # Names

    def _named(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        found = []
        for name in self.names.at(token):
            if self._is_part_of_unknown_name(name) or self._is_relation(name, token):
                continue
            sense = self._sense(name, wanted)
            if sense is None:
                found += self._by_place(name, token, wanted)
                continue
            start = self.tree.passage.span(name.start, name.end).start
            entity = EntityId(sense.iri)
            words = self.tree.passage.text[name.start : name.end]
            if not sense.is_class:
                self.cast.mention(entity, words, start)
            found.append(
                Filler(
                    entity,
                    sense.types,
                    token,
                    name.start,
                    name.end,
                    self.quantifier(token) if self._can_quantify(sense) else None,
                    sense.is_class,
                    0.9 if sense.weak else 1.0,
                )
            )
        return found

    def _can_quantify(self, sense: Sense) -> bool:
        return self.world.fits(sense.types, self.world.actors)

    def _sense(self, name: TokenName, wanted: tuple[str, ...]) -> Sense | None:
        fitting = [s for s in name.senses if self.world.fits(s.types, wanted)]
        strong = [s for s in fitting if not s.weak]
        if strong:
            return min(strong, key=lambda s: (s.is_class, s.iri))
        if fitting and not self._under_locative(name):
            return min(fitting)
        return None

    def _owned(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        """ "NATO security" where an actor fits: NATO, not security in general."""
        tree, world = self.tree, self.world
        if tree.lemmas[token] not in world.delegates or tree.tags[token] not in ("NN", "NNS"):
            return []
        name = self.names.by_root.get(token)
        if not name or name[0].first != name[0].last:
            return []
        actors = tuple(c for c in world.actors if world.fits((c,), wanted))
        if not actors:
            return []
        poss = [f for t in self.grammar.possessors(tree, token) for f in self._each(t, actors, 1)]
        return poss or self.modifiers(token, actors)

    def _is_relation(self, name: TokenName, token: int) -> bool:
        """Whether a one-word name is what somebody has: "China and Russia's cooperation"."""
        tree = self.tree
        if name.first != name.last or tree.tags[token] not in ("NN", "NNS"):
            return False
        if name.root == token and any(
            tree.tags[c] in ("NN", "NNS") and c not in self.names.covering
            for c in tree.kids(token, "compound")
        ):
            # "threat environment" is not the environment.
            return True
        if tree.lemmas[token] not in self.world.noun_triggers:
            return False
        return tree.child(token, "poss") is not None or any(
            tree.lower[p] in ("between", "with", "among") for p in tree.kids(token, "prep")
        )

    def _by_place(self, name: TokenName, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        """ "The Indo-Pacific's concern" is that of the grouping there that the document names."""
        if self.tree.deps[token] not in ("poss", "nsubj") or self._under_locative(name):
            return []
        if not self.world.fits(self.world.actors, wanted):
            return []
        there = {
            iri: types
            for iri, types in self.discourse.groupings()
            if self.world.fits(types, wanted)
            and len(self.world.members(iri, self.world.actors)) > 1
            and any(sense.iri in self.world.related.get(iri, ()) for sense in name.senses)
        }
        if len(there) != 1:
            return []
        iri, types = next(iter(there.items()))
        return [Filler(EntityId(iri), types, token, name.start, name.end, sure=0.7)]

    def _under_locative(self, name: TokenName) -> bool:
        """Whether "in" or "at" stands before it: a place then, and nobody's metonym."""
        tree = self.tree
        head = tree.heads[name.root]
        if tree.deps[name.root] == "pobj" and tree.lower[head] in self.world.locative:
            return True
        before = name.first - 1
        return before >= 0 and tree.lower[before] in self.world.locative

    def _is_part_of_unknown_name(self, name: TokenName) -> bool:
        """Whether the name is inside a longer proper name: "China" in "South China Morning Post"."""
        tree = self.tree
        before, after = name.first - 1, name.last + 1
        if tree.tags[name.last] not in ("NNP", "NNPS"):
            return False
        if before >= 0 and tree.tags[before] == "NNP" and tree.heads[before] == name.root:
            return (
                before not in self.names.covering and tree.lower[before] not in self.world.offices
            )
        return (
            after < len(tree.words)
            and tree.tags[after] == "NNP"
            and name.root == name.last
            and tree.deps[name.root] == "compound"
            and after not in self.names.covering
            and tree.lower[after] not in self.world.delegates
            and tree.tags[tree.heads[name.root]] == "NNP"
            and not any(s.adjectival for s in name.senses)
            and tree.lower[tree.heads[name.root]] not in self.world.heads
            and tree.lower[tree.heads[name.root]] not in self.world.delegates
        )

    def quantifier(self, token: int) -> str | None:
        tree = self.tree
        for child in tree.children[token]:
            if child < token and tree.lower[child] in self.world.lexicon.quantifiers:
                return self.world.lexicon.quantifiers[tree.lower[child]]
        return None

    def _quantified(self, token: int, fillers: list[Filler]) -> list[Filler]:
        quantifier = self.quantifier(token)
        if quantifier is None:
            return fillers
        return [f._replace(quantifier=quantifier) for f in fillers]

    # Owners, containers, gerunds

    def owners(self, token: int, wanted: tuple[str, ...], depth: int = 0) -> list[Filler]:
        """Whose it is: "the leaders of A and B", "Japan's plan", "NATO members", "their plan"."""
        tree = self.tree
        tokens = list(self.grammar.possessors(tree, token))
        found = [f for t in tokens for f in self._each(t, wanted, depth)]
        if not found:
            found = self.modifiers(token, wanted)
        if not found:
            for preposition in tree.kids(token, "prep"):
                if tree.lower[preposition] in ("of", "from", "by", "for"):
                    for inner in tree.kids(preposition, "pobj"):
                        found += self._each(inner, wanted, depth)
                    if found:
                        break
        return found

    def modifiers(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        """Names put before a noun: "Japanese minister", "U.S.-Japan alliance"."""
        tree = self.tree
        first, _ = phrase.extent(tree, token)
        found = []
        inside = self.names.inside(token)
        for name in (*self.names.all, *inside):
            if first <= name.first and name.last < token:
                sense = self._sense(name, wanted)
                if sense is None or sense.is_class:
                    continue
                if name not in inside or self.world.fits(sense.types, self.world.actors):
                    found += self._named(name.root, wanted)
        if not found:
            for child in tree.kids(token, "amod", "compound", "nmod"):
                if child < first:
                    found += self._named(child, wanted)
        unique = {f.entity: f for f in found}
        return list(unique.values())

    def _contained(self, token: int, wanted: tuple[str, ...], depth: int) -> list[Filler]:
        tree = self.tree
        for preposition in tree.kids(token, "prep"):
            if tree.lower[preposition] in ("of", "in", "for", "on", "to"):
                inner = [
                    f
                    for t in tree.kids(preposition, "pobj", "pcomp")
                    for f in self._each(t, wanted, depth)
                ]
                if inner:
                    return inner
        inner = self.modifiers(token, wanted)
        if inner:
            return inner
        for child in tree.kids(token, "compound", "amod", "nmod"):
            if tree.is_noun(child) and tree.tags[child] not in ("NNP", "NNPS"):
                common = self._common(child, wanted)
                if common is not None:
                    return [common]
        return []

    def _gerund(self, token: int, wanted: tuple[str, ...], depth: int) -> list[Filler]:
        tree = self.tree
        lemma = tree.lemmas[token]
        objects = self.grammar.objects(tree, token)
        if not objects:
            return []
        head = self.world.gerunds.get(lemma)
        if head is not None and self.world.fits((head.class_name,), wanted):
            made = []
            for t in objects:
                for inner in self._each(t, head.object_classes, depth):
                    name = f"{tree.lower[token]} {self.cast.label(inner.entity)}"
                    made.append(self._provisional(head.class_name, name, token, inner.end))
            return [f for f in made if f is not None]
        if lemma in self.world.furthering:
            return [f for t in objects for f in self._each(t, wanted, depth)]
        return []

    # What takes up something named before

    def _pronoun(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        lower = self.tree.lower[token]
        ahead = self._cataphor(token, wanted)
        if ahead:
            return [self._resolved(f, token) for f in ahead]
        if lower in _VOICE:
            found = tuple(f for f in self.discourse.voice if self.world.fits(f.types, wanted))
        else:
            sentence = self.number + self.tree.sentence[token]
            many = _PRONOUNS[lower]
            person = lower in _PERSONAL
            found = self.discourse.find(
                sentence, token, fits=lambda t: self._is_person(t) == person, many=many
            )
            if not found and many:
                found = self.discourse.find(
                    sentence, token, fits=lambda t: not self._is_person(t), many=False
                )
            found = tuple(f for f in found if self.world.fits(f.types, wanted))
        return [self._resolved(f, token) for f in found]

    def _cataphor(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        """ "According to its concept, the alliance…": the subject that follows."""
        tree = self.tree
        above = token
        for above in tree.up(token):
            if tree.deps[above] in ("prep", "advcl") and tree.is_verb(tree.heads[above]):
                break
        verb = tree.heads[above]
        subject = tree.child(verb, "nsubj", "nsubjpass")
        if tree.heads[verb] != verb or subject is None or not token < subject < verb:
            return []
        if tree.lower[subject] in _PRONOUNS:
            return []
        return self._each(subject, wanted, 1)

    def _is_person(self, types: tuple[str, ...]) -> bool:
        return self.world.person is not None and self.world.fits(types, (self.world.person,))

    def _resolved(self, filler: Filler, token: int) -> Filler:
        tree = self.tree
        return filler._replace(
            token=token,
            start=tree.starts[token],
            end=tree.ends[token],
            sure=filler.sure * 0.85,
            quantifier=self.quantifier(token),
        )

    def _anaphor(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        tree = self.tree
        anaphor = self.world.anaphors.get(tree.lemmas[token])
        if anaphor is None or not tree.is_noun(token):
            return []
        words = [tree.lower[c] for c in tree.children[token] if c < token]
        count = next((_NUMBERS[w] for w in words if w in _NUMBERS), None)
        definite = any(w in _DEFINITE for w in words)
        if not definite and count is None:
            return []
        if self.modifiers(token, wanted):
            return []
        owned = tree.child(token, "poss") is not None
        named_class = self.discourse.last_class(
            lambda types: self.world.fits(types, anaphor.classes) and self.world.fits(types, wanted)
        )
        if named_class is not None and (owned or definite):
            return [self._resolved(named_class, token)]
        if owned and count is None:
            return []
        if (
            any(tree.lower[p] in ("of", "that") for p in tree.kids(token, "prep"))
            or tree.child(token, "relcl") is not None
        ):
            return []

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, anaphor.classes) and self.world.fits(types, wanted)

        sentence = self.number + tree.sentence[token]
        plural = tree.tags[token] in ("NNS", "NNPS")
        reach = 400
        if count is not None and plural:
            found = self.discourse.find(
                sentence, token, fits=fits, many=None, count=count, reach=reach
            ) or self._grouping_of(count, wanted, anaphor.classes)
            if not found and count == 2:
                found = self.discourse.recent(sentence, token, count, fits=fits, reach=reach)
        elif plural:
            found = self.discourse.find(sentence, token, fits=fits, many=True, reach=3)
        else:
            found = self.discourse.find(sentence, token, fits=fits, many=False, reach=30)
        return [self._resolved(f, token) for f in found]

    def _grouping_of(
        self, count: int, wanted: tuple[str, ...], classes: tuple[str, ...]
    ) -> tuple[Filler, ...]:
        """A grouping that the document named and that has `count` members."""
        for iri, types in self.discourse.groupings():
            if self.world.fits(types, wanted) and len(self.world.members(iri, classes)) == count:
                return (Filler(EntityId(iri), types, 0, 0, 0),)
        return ()

    # Names that the ontology lacks

    def _proper(self, token: int, wanted: tuple[str, ...]) -> Filler | None:
        tree, world = self.tree, self.world
        if tree.tags[token] not in ("NNP", "NNPS") or token in self.names.covering:
            return None
        first, last = phrase.proper_extent(tree, token)
        lemmas = [tree.lower[i] for i in range(first, last + 1)]
        for lemma in (tree.lower[token], *lemmas):
            for head in world.heads.get(lemma, ()):
                if head.proper and world.fits((head.class_name,), wanted):
                    first, last = phrase.proper_extent(tree, token, linked=True)
                    if last > first:
                        name = phrase.text(tree, first, last)
                        return self._provisional(head.class_name, name, token, tree.ends[last])
        if world.person is None or not world.fits((world.person,), wanted):
            return None
        return self._person(token, first, last)

    def _person(self, token: int, first: int, last: int) -> Filler | None:
        tree, world = self.tree, self.world
        while (
            last + 1 < len(tree.words)
            and tree.tags[last + 1] == "NNP"
            and last + 1 not in self.names.covering
            and tree.words[last + 1].istitle()
            and token in (tree.heads[last + 1], *tree.up(last + 1))
        ):
            last += 1
        titles = [i for i in range(first, last) if tree.lower[i] in world.offices]
        start = titles[-1] + 1 if titles else first
        while start <= last and start in self.names.covering:
            start += 1
        words = tree.words[start : last + 1]
        if not words or not all(w[0].isupper() for w in words if w[0].isalpha()):
            return None
        name = phrase.text(tree, start, last)
        if len(words) > 4 or any(w.isupper() and len(w) > 3 for w in words):
            return None
        known = self.cast.known_person(words[-1]) if len(words) <= 2 else None
        if known is not None:
            return self._filler(
                known[0], known[1], token, tree.starts[start], tree.ends[last], name
            )
        described = any(tree.lemmas[c] in world.offices for c in tree.kids(token, "appos")) or (
            tree.deps[token] == "appos" and tree.lemmas[tree.heads[token]] in world.offices
        )
        speaks = (
            tree.deps[token] == "nsubj"
            and tree.lemmas[tree.heads[token]] in world.speaking
            and len(words) > 1
        )
        if not (titles or described or speaks):
            return None
        entity = self.cast.person(world.person or "", name)
        if entity is None:
            return None
        return self._filler(
            entity, (world.person or "",), token, tree.starts[start], tree.ends[last], name
        )

    def _common(self, token: int, wanted: tuple[str, ...]) -> Filler | None:
        tree, world = self.tree, self.world
        heads = world.heads.get(tree.lemmas[token]) or world.heads.get(tree.lower[token]) or ()
        for head in heads:
            if head.proper or not world.fits((head.class_name,), wanted):
                continue
            if tree.tags[token] in ("NNP", "NNPS"):
                continue
            first, last = phrase.extent(tree, token, world.vague)
            if head.adjectives and head.adjectives.isdisjoint(tree.lower[first:token]):
                continue
            tail = self._of_tail(token)
            if tail is not None:
                last = tail
            if first == last and not head.alone:
                continue
            if tree.words[first][0].isupper() and tree.tags[first] == "NNP" and not head.alone:
                if any(tree.tags[i] == "NNP" for i in range(first, token)) and not any(
                    i in self.names.covering for i in range(first, token)
                ):
                    continue
            name = phrase.name(tree, first, last)
            return self._provisional(head.class_name, name, token, tree.ends[last])
        return None

    def _of_tail(self, token: int) -> int | None:
        """The end of a short "of …" that belongs to the name: "misuse of technology"."""
        tree = self.tree
        for preposition in tree.kids(token, "prep"):
            if tree.lower[preposition] == "of" and preposition == token + 1:
                inner = tree.child(preposition, "pobj")
                if inner is not None and inner - preposition <= 3 and tree.is_noun(inner):
                    name = self.names.covering.get(inner)
                    return name.last if name is not None else inner
        return None

    def _provisional(self, class_name: str, name: str, token: int, end: int) -> Filler | None:
        entity = self.cast.provisional(class_name, name)
        if entity is None:
            return None
        return self._filler(entity, (class_name,), token, self.tree.starts[token], end, name)

    def _filler(
        self,
        entity: EntityId,
        types: tuple[str, ...],
        token: int,
        start: int,
        end: int,
        name: str,
    ) -> Filler:
        self.cast.mention(entity, name, self.tree.passage.span(start, end).start)
        return Filler(entity, types, token, start, max(end, self.tree.ends[token]), sure=0.8)
