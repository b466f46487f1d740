"""Matches cues: for each trigger in a tree, the facts that its filled slots state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.statements import EntityId, Polarity, Qualifier, Status
from loaders.extraction.deeds import is_deed, is_felt
from loaders.extraction.ends import Ends, Side, Sides
from loaders.extraction.filler import Filler
from loaders.extraction.names import TokenName
from loaders.extraction.reader import Reader
from loaders.extraction.slots import Slots
from loaders.extraction.tree import NOMINAL, Tree
from loaders.extraction.world import World
from ontology.lexicon import Cue, Part, Slot

_GAP = 4
_PAIRED = 5
"""Of longer lists it is rarely said that each works with each."""
_SAID = 3
"""Of how many it is said that they are one another's partners, or do something jointly."""
_ADJECTIVAL = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


class Match(NamedTuple):
    """A cue with a subject and an object that fit it."""

    cue: Cue
    trigger: int
    subject: Filler
    object: Filler
    qualifiers: tuple[Qualifier, ...]
    topical: bool

    def name(self, reader: Reader) -> str:
        """The predicate with the trigger's lemma, for reports."""
        return f"{self.cue.predicate}:{reader.tree.lemmas[self.trigger]}"


class Signal(NamedTuple):
    """A cue, compiled: the words beside its trigger word, and what its ends ask for."""

    cue: Cue
    rest: tuple[str, ...]
    subject: Side
    unborne: Side
    """The subject without who only has what the trigger names."""
    object: Side
    mutual: bool
    known: bool
    transitive: bool
    standing: bool
    """It tells that a tie stands, and is silent where that is said to be ended."""


class Matcher:
    """The cues by trigger word."""

    def __init__(self, world: World) -> None:
        self._ontology = world.ontology
        self._index: dict[Part, dict[str, list[Signal]]] = {part: {} for part in Part}
        lexicon, sides = world.lexicon, Sides(world)
        self._paired = frozenset(p.predicate for p in lexicon.paired)
        self._named = [
            self._signal(cue, (), sides) for cue in lexicon.cues if cue.part is Part.NAME
        ]
        for cue in lexicon.cues:
            for trigger in cue.words if cue.part is not Part.NAME else ():
                words = trigger.split()
                if cue.part in (Part.PREPOSITION, Part.NOUN):
                    key, rest = words[-1], tuple(words[:-1])
                else:
                    key, rest = words[0], tuple(words[1:])
                compiled = self._signal(cue, rest, sides)
                self._index[cue.part].setdefault(key, []).append(compiled)

    def _signal(self, cue: Cue, rest: tuple[str, ...], sides: Sides) -> Signal:
        subject, target = cue.subject.slots, cue.object.slots
        tie = cue.part is Part.NOUN and cue.predicate in self._ontology.symmetric
        return Signal(
            cue,
            rest,
            sides.of(cue.subject),
            sides.of(cue.subject, without=Slot.BEARER),
            sides.of(cue.object, without=Slot.MUTUAL),
            mutual=Slot.MUTUAL in target,
            known=Slot.KNOWN in target,
            transitive=Slot.SUBJECT in subject and Slot.OBJECT in target,
            standing=tie and Slot.HALTER not in subject,
        )

    def triggers(self, reader: Reader) -> Iterator[tuple[int, Signal]]:
        """The tokens that may be triggers, with their cues."""
        tree, covering = reader.tree, reader.names.covering
        present = {*tree.lower, *tree.lemmas}
        yield from self._named_triggers(reader)
        for token, tag in enumerate(tree.tags):
            for part, word in _keys(tree, token, tag):
                listed = self._index[part].get(word)
                if listed is None or tree.is_question(token):
                    continue
                inside = covering.get(token)
                for signal in listed:
                    rest = signal.rest
                    if rest and not present.issuperset(rest):
                        continue
                    if inside is not None and not self._may_trigger(
                        reader, inside, token, signal.cue
                    ):
                        continue
                    if not rest or _follows(tree, token, rest, part):
                        yield token, signal

    def _named_triggers(self, reader: Reader) -> Iterator[tuple[int, Signal]]:
        """The names that are triggers by their class."""
        for name in reader.names.all:
            if reader.tree.is_question(name.root):
                continue
            people = reader.tree.lemmas[name.root] in reader.world.people
            apart = people or is_felt(reader, name.root) or is_deed(reader, name.root)
            strong = [] if apart else [s for s in name.senses if not s.weak]
            for signal in self._named if strong else ():
                if any(reader.world.fits(s.types, signal.cue.words) for s in strong):
                    yield name.root, signal

    def _may_trigger(self, reader: Reader, name: TokenName, token: int, cue: Cue) -> bool:
        """Whether a word inside a name is a trigger: "NATO's 2022 Strategic *Concept*",
        "*President* Joe Biden"."""
        tag, lemma = reader.tree.tags[token], reader.tree.lemmas[token]
        if tag in _VERBS:
            return token in (name.first, name.root)
        if cue.part is Part.PREPOSITION:
            return True
        if name.root != token:
            return lemma in reader.world.offices and reader.world.is_person(name.senses[0].types)
        return not tag.startswith("NNP") or Slot.SELF in (*cue.object.slots, *cue.subject.slots)

    def match(self, reader: Reader, topic: list[list[Filler]]) -> Iterator[Match]:
        """Every fact that the cues find in the tree, and what a verb says of two names that fit
        none of its cues: the ontology refuses and counts it."""
        ends: dict[int, Ends] = {}
        first: dict[int, Cue] = {}
        taken: set[tuple[int, str]] = set()
        fitted: set[int] = set()
        found = sorted(self.triggers(reader), key=lambda found: found[1].cue.fallback)
        for token, signal in found:
            cue = signal.cue
            mine = ends.get(token)
            if mine is None:
                mine = ends[token] = Ends(reader, token, topic)
            if (cue.status == Status.ACTUAL and mine.is_asked) or (
                signal.standing and mine.is_halted
            ):
                continue
            if signal.transitive and token not in first:
                first[token] = cue
            for match in self._matches(reader, mine, token, signal):
                place = reader.tree.sentence[token], match.object.entity
                if cue.fallback and place in taken:
                    continue
                fitted.add(token)
                if not cue.fallback:
                    taken.add(place)
                    taken.add((place[0], match.subject.entity))
                yield match
        for token, cue in first.items():
            if token in fitted:
                continue
            yield from self._unfitting(reader, token, cue)

    def _unfitting(self, reader: Reader, token: int, cue: Cue) -> Iterator[Match]:
        """What a verb says of a named subject and object, whatever their classes."""
        tree, grammar = reader.tree, reader.grammar
        if not tree.is_verb(token):
            return
        targets = [f for t in grammar.objects(tree, token) for f in _named(reader, t)]
        if targets:
            for subject in (f for t in grammar.subjects(tree, token) for f in _named(reader, t)):
                for one, other in self._pairs(reader, cue, [subject], targets):
                    yield Match(cue, token, one, other, (), False)

    def _matches(self, reader: Reader, ends: Ends, token: int, signal: Signal) -> Iterator[Match]:
        cue, slots = signal.cue, ends.slots
        objects = ends.objects(cue, signal.object)
        mutual, known = not objects and signal.mutual, not objects and signal.known
        if known and reader.grammar.suffered.is_hypothetical(reader.tree, token):
            return
        if not objects and not mutual and not known:
            return
        unborne = mutual and not self._has_own_bearer(reader.tree, token)
        # "agreements with the alliance" does not ally those who have them.
        side = signal.unborne if unborne else signal.subject
        subjects = ends.subjects(cue, side, mutual)
        if not subjects or (
            cue.about and not slots.fill((Slot.OBJECT,), reader.world.want(cue.about))
        ):
            return
        qualifiers = self._qualifiers(reader.world, slots, cue)
        if cue.represented:
            subjects = self._polities(reader, subjects, also=not cue.fallback)
        mutual_ends = cue.predicate in self._ontology.symmetric
        pairs = self._pairs(reader, cue, subjects, objects)
        if reader.tree.is_verb(token) and not mutual_ends:
            pairs = [(s, o) for s, o in pairs if not _is_beside(reader.tree, s, o)]
        if known:
            pairs = [(s, o) for s in subjects for o in reader.known_object(s, cue)]
        if mutual and len(subjects) <= self._most_paired(slots, cue, side):
            firsts = subjects[:1] if _is_hub(reader.tree, subjects) else subjects
            pairs = [(s, o) for i, s in enumerate(firsts) for o in subjects[i + 1 :]]
        for subject, target in pairs:
            if _is_apart(subject, target, cue, mutual_ends):
                extra = self._extra(subject, target, qualifiers)
                yield Match(cue, token, subject, target, extra, slots.used_topic)

    @staticmethod
    def _extra(
        subject: Filler, target: Filler, qualifiers: tuple[Qualifier, ...]
    ) -> tuple[Qualifier, ...]:
        """The qualifiers of one pair."""
        quantifier = subject.quantifier or target.quantifier
        extra = [Qualifier("quantifier", quantifier, False)] if quantifier else []
        extra += [
            Qualifier("representedBy", f.through, True) for f in (subject, target) if f.through
        ]
        ends = (subject.entity, target.entity)
        extra += [q for q in qualifiers if not (q.is_entity and q.value in ends)]
        return tuple(extra)

    @staticmethod
    def _most_paired(slots: Slots, cue: Cue, side: Side) -> int:
        """Of how many it may be said that each works with each: fewer of those who only have it."""
        if side.slots == (Slot.COPULA,) or cue.part is Part.ADVERB:
            return _SAID
        own = tuple(slot for slot in side.slots if slot != Slot.BEARER)
        has = own == side.slots or (own and slots.fill(own, side.plain))
        return _PAIRED if has else 2

    def _pairs(
        self, reader: Reader, cue: Cue, subjects: list[Filler], objects: list[Filler]
    ) -> list[tuple[Filler, Filler]]:
        pairs = [(s, o) for s in subjects for o in objects if s.entity != o.entity]
        if cue.predicate in self._paired or cue.fallback:
            # Who discusses the pact of two others is no party to it.
            told = reader.cast.told
            pairs = [(s, o) for s, o in pairs if s.entity in told.get(o.entity, (s.entity,))]
        return [
            (s, o) for s, o in pairs if not (_is_own(reader, s, o) or _is_elsewhere(reader, s, o))
        ]

    def _polities(self, reader: Reader, subjects: list[Filler], also: bool) -> list[Filler]:
        """The subjects, with those for whom persons act in the place of the persons. `also`: a
        person who acts for nobody known stays."""
        found: dict[str, Filler] = {}
        for subject in subjects:
            person = reader.world.is_person(subject.types)
            stood = reader.stood_for(subject) if person else (subject,)
            for filler in stood or ((subject,) if also else ()):
                found.setdefault(filler.entity, filler)
        return list(found.values())

    def _has_own_bearer(self, tree: Tree, token: int) -> bool:
        head = tree.heads[token]
        if tree.child(head, "nsubj") is None:
            return False
        if tree.deps[token] == "attr":
            return True
        single = tree.tags[token] == "NN" or tree.child(token, "poss") is not None
        return tree.deps[token] == "dobj" and single

    def _qualifiers(self, world: World, slots: Slots, cue: Cue) -> tuple[Qualifier, ...]:
        found = [Qualifier(name, value, False) for name, value in cue.literals]
        for name, slot in (*cue.qualifiers, *self._ontology.lexicon.circumstances):
            term = self._ontology.qualifiers[name]
            if term.range:
                found += [
                    Qualifier(name, filler.entity, True)
                    for filler in slots.fill((slot,), world.want(term.range))
                    if not filler.is_class
                ]
            elif text := slots.text(slot):
                found.append(Qualifier(name, text, False))
        return tuple(found)


def _named(reader: Reader, token: int) -> Iterator[Filler]:
    """What the name at `token` means by itself, in whatever class."""
    for name in reader.names.by_root.get(token, ())[:1]:
        strong = [s for s in name.senses if not s.weak and not s.is_class and not s.adjectival]
        if len(strong) == 1:
            (sense,) = strong
            yield Filler(EntityId(sense.iri), sense.types, token, name.start, name.end)


def _is_apart(subject: Filler, target: Filler, cue: Cue, mutual_ends: bool) -> bool:
    """Whether two ends are two things, said in two places."""
    taken_up = subject.at is not None and target.at is not None
    within = subject.start < target.end and target.start < subject.end and not taken_up
    apart = mutual_ends or cue.part in (Part.VERB, Part.ADJECTIVE)
    return subject.entity != target.entity and not (apart and within and target.end > 0)


def _is_hub(tree: Tree, subjects: list[Filler]) -> bool:
    """Whether the first is set against all others: "between A and B, C and D", "between A and
    partners such as B and C"."""
    if len(subjects) < 3 or not subjects[0].token < subjects[1].token < subjects[2].token:
        return False
    words = tree.lower[subjects[0].token : subjects[1].token]
    return "and" in words and "," not in words


def _is_own(reader: Reader, text: Filler, actor: Filler) -> bool:
    """Whether a text is said to be about its own author or party: it speaks for those."""
    world = reader.world
    if not world.fits(text.types, world.texts) or not world.fits(actor.types, world.actors):
        return False
    told = reader.cast.told.get(text.entity, ())
    return actor.entity in told or world.is_author(actor.entity, text.entity)


def _is_elsewhere(reader: Reader, event: Filler, place: Filler) -> bool:
    """Whether reference facts say that an event was in another place."""
    world = reader.world
    happenings, settings = world.lexicon.happenings, world.lexicon.settings
    if not world.fits(event.types, happenings) or not world.fits(place.types, settings):
        return False
    there = {p for p in world.located(event.entity) if world.fits(world.types(p), settings)}
    around = there.union(*map(world.located, there))
    return (
        bool(there) and place.entity not in around and there.isdisjoint(world.located(place.entity))
    )


def _is_beside(tree: Tree, subject: Filler, target: Filler) -> bool:
    """Whether both are items of one list, of which neither does anything to the other."""
    first = tree.first_conjunct(subject.token)
    return subject.token != target.token and target.token in tree.conjuncts(first)


def _keys(tree: Tree, token: int, tag: str) -> list[tuple[Part, str]]:
    lemma, lower = tree.lemmas[token], tree.lower[token]
    if tag in _VERBS:
        keys = [(Part.VERB, lemma)]
        if tag in _ADJECTIVAL:
            keys.append((Part.ADJECTIVE, lower))
        beside = tree.deps[token] == "conj" and tree.is_noun(tree.heads[token])
        if tag == "VBG" and (beside or tree.child(token, "poss") is not None):
            # "its resolve and backing for X", "Japan's bullying of X"
            keys.append((Part.NOUN, lower))
        return keys
    if tag in NOMINAL:
        return [(Part.NOUN, lemma)]
    if tag in _ADJECTIVAL:
        return [(Part.ADJECTIVE, lower)]
    if tag == "RB":
        return [(Part.ADVERB, lower)]
    if tag in ("IN", "RP", "TO", "POS"):
        return [(Part.PREPOSITION, lower)]
    return []


def _follows(tree: Tree, token: int, rest: tuple[str, ...], part: Part) -> bool:
    if part in (Part.PREPOSITION, Part.NOUN):
        return token >= len(rest) and tuple(tree.lower[token - len(rest) : token]) == rest
    at = token + 1
    for word in rest:
        end = min(len(tree.words), at + _GAP)
        hit = next((i for i in range(at, end) if word in (tree.lower[i], tree.lemmas[i])), None)
        if hit is None:
            hit = _attached(tree, token, word)
        if hit is None:
            return False
        at = hit + 1
    return True


def _attached(tree: Tree, verb: int, word: str) -> int | None:
    """The word farther on that hangs from `verb` by a preposition: "put the newly founded X in
    *peril*"."""
    for preposition in tree.kids(verb, "prep"):
        for at in tree.kids(preposition, "pobj"):
            if at > verb and word in (tree.lower[at], tree.lemmas[at]):
                return at
    return None


def manner_of(cue: Cue, polarity: Polarity, status: Status) -> tuple[Polarity, Status]:
    """What the words around a trigger and the cue itself make of a claim."""
    if cue.polarity == Polarity.DENIED:
        denied = polarity is Polarity.DENIED
        polarity = Polarity.AFFIRMED if denied else Polarity.DENIED
    if cue.status == Status.ACTUAL or (cue.status and status is Status.ACTUAL):
        status = Status(cue.status)
    return polarity, status
