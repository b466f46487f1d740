"""Matches cues: for each trigger in a tree, the facts that its filled slots state."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph.statements import EntityId, Qualifier, Status
from loaders.extraction.cues import pairs, tellable, whose
from loaders.extraction.cues.echoed import echoes
from loaders.extraction.cues.ends import Ends, Side
from loaders.extraction.cues.signals import Signal, Signals
from loaders.extraction.cues.slots import Slots
from loaders.extraction.entities import signatories
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World
from loaders.extraction.phrases.exemplars import outermost
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part, Slot

_PAIRED = 5
"""Of longer lists it is rarely said that each works with each."""
_SAID = 3
"""Of how many it is said that they are one another's partners, or do something jointly."""


class Match(NamedTuple):
    """A cue with a subject and an object that fit it."""

    cue: Cue
    trigger: int
    subject: Filler
    object: Filler
    qualifiers: tuple[Qualifier, ...]
    topical: bool
    told: int | None = None
    """The verb of the clause that says it, where it leaves out the trigger."""
    flipped: bool = False
    """That clause denies what the trigger's own says of another."""

    def name(self, reader: Reader) -> str:
        """The predicate with the trigger's lemma, for reports."""
        return f"{self.cue.predicate}:{reader.tree.lemmas[self.trigger]}"


class Matcher:
    """Matches the cues of an ontology."""

    def __init__(self, world: World) -> None:
        self._ontology = world.ontology
        self._signals = Signals(world)
        self._paired = frozenset(p.predicate for p in world.lexicon.paired)

    def match(self, reader: Reader, topic: list[list[Filler]]) -> Iterator[Match]:
        """Every fact that the cues find in the tree, and what a verb says of two names that fit
        none of its cues: the ontology refuses and counts it."""
        ends = cache(lambda token, noun: Ends(reader, token, topic, noun))
        first: dict[int, Cue] = {}
        taken: set[tuple[int, str]] = set()
        fitted: set[int] = set()
        said: set[tuple[int, str, str, str]] = set()
        found = sorted(self._signals.of(reader), key=lambda found: _rank(found[1].cue))
        for token, signal in found:
            cue = signal.cue
            mine = ends(token, signal.noun(reader, token) if signal.rest else None)
            if signal.conditional and self._is_silent(signal, mine):
                continue
            if signal.transitive and token not in first:
                first[token] = cue
            if not (signal.mutual or signal.known) and signal.object.places.are_bare(mine.slots):
                continue
            for match in self._matches(reader, mine, token, signal):
                place = reader.tree.sentence[token], match.object.entity
                fact = place[0], cue.predicate, match.subject.entity, match.object.entity
                if (cue.fallback and place in taken) or (cue.vouched and fact in said):
                    # "They *will build* X": how real it is, the verb says.
                    continue
                said.add(fact)
                fitted.add(token)
                if not (cue.fallback or cue.denied) and cue.part is not Part.NAME:
                    # Whose an issue is, or what it falls under, says not who has to do with it;
                    # nor does a cue that counts only where it is denied.
                    taken.add(place)
                    taken.add((place[0], match.subject.entity))
                yield match
        for token, cue in first.items():
            if token in fitted:
                continue
            yield from self._unfitting(reader, token, cue)

    @staticmethod
    def _is_silent(signal: Signal, ends: Ends) -> bool:
        """Whether a cue says nothing as its trigger stands."""
        return (
            (signal.cue.status == Status.ACTUAL and ends.is_asked)
            or (signal.standing and ends.is_halted)
            or (signal.cue.giving and ends.is_uttered)
        )

    def _unfitting(self, reader: Reader, token: int, cue: Cue) -> Iterator[Match]:
        """What a verb says of a named subject and object that its predicate does not take: what
        it takes and no cue lets through, the verb does not say."""
        tree, grammar = reader.tree, reader.grammar
        if not tree.is_verb(token):
            return
        targets = [f for t in grammar.objects(tree, token) for f in _named(reader, t)]
        if targets:
            for subject in (f for t in grammar.subjects(tree, token) for f in _named(reader, t)):
                for one, other in self._pairs(reader, cue, [subject], targets):
                    if not self._takes(cue, one, other):
                        yield Match(cue, token, one, other, (), False)

    def _takes(self, cue: Cue, one: Filler, other: Filler) -> bool:
        term, is_a = self._ontology.predicates[cue.predicate], self._ontology.is_a
        return is_a(one.types, term.domain) and is_a(other.types, term.range)

    def _matches(self, reader: Reader, ends: Ends, token: int, signal: Signal) -> Iterator[Match]:
        cue, slots = signal.cue, ends.slots
        objects = ends.objects(cue, signal.object)
        mutual, known = not objects and signal.mutual, not objects and signal.known
        # "names A and B as partners": they are the partners of who names them.
        mutual = mutual and not slots.trigger.is_called()
        mutual = mutual and not pairs.is_by_each(reader, cue, token)
        known = known and not reader.grammar.suffered.is_hypothetical(reader.tree, token)
        if not objects and not mutual and not known:
            return
        unborne = mutual and not self._has_own_bearer(reader, token)
        # "agreements with the alliance" does not ally those who have them.
        side = signal.unborne if unborne else signal.subject
        subjects = ends.subjects(cue, side, mutual)
        if not subjects or (
            cue.about and not slots.fill((Slot.OBJECT,), reader.world.want(cue.about))
        ):
            return
        qualifiers = self._qualifiers(reader.world, slots, cue)
        mutual_ends = cue.predicate in self._ontology.symmetric
        subjects = self._acting(reader, cue, token, subjects)
        subjects = whose.with_owners(reader, cue, subjects)
        objects = whose.feared(reader, cue, objects)
        if mutual_ends:
            # "The ties of X's premier with Y" are X's.
            subjects, objects = (
                self._polities(reader, ones, also=True) for ones in (subjects, objects)
            )
        found = self._pairs(reader, cue, subjects, objects)
        if reader.tree.is_verb(token) and not mutual_ends:
            found = self._done(reader, cue, found)
            found = [] if pairs.are_same(subjects, objects) else found
        if known:
            found = [(s, o) for s in subjects for o in reader.standing.known(s, cue, token)]
        apart = outermost(reader.tree, reader.world, subjects) if mutual else []
        if mutual and len(apart) <= self._most_paired(slots, cue, side):
            found = pairs.each_other(reader, subjects)
        found = pairs.respective(reader, token, found)
        found = tellable.kept(reader, cue, token, found, cue.predicate in self._paired)
        for subject, target in found:
            if pairs.is_apart(subject, target, cue, mutual_ends):
                extra = self._extra(subject, target, qualifiers)
                yield Match(cue, token, subject, target, extra, slots.used_topic)
        for echo in echoes(reader, token, cue, found):
            topical = slots.used_topic
            yield Match(cue, token, *echo.ends, (), topical, echo.told, echo.flipped)

    def _acting(self, reader: Reader, cue: Cue, token: int, subjects: list[Filler]) -> list[Filler]:
        """The subjects, with the states for which people act and parliaments ratify."""
        if cue.represented:
            subjects = self._polities(reader, subjects, also=not cue.fallback)
        tied = cue.predicate in self._paired or cue.predicate in self._ontology.symmetric
        if tied and reader.tree.lemmas[token] in reader.world.ratifying:
            return signatories.ratifiers(reader.site, subjects)
        return subjects

    @staticmethod
    def _done(
        reader: Reader, cue: Cue, found: list[tuple[Filler, Filler]]
    ) -> list[tuple[Filler, Filler]]:
        """Of the pairs those of whom one does to the other what a verb says."""
        # "They are worried": neither about the other.
        done = Slot.OBJECT in cue.subject.slots
        found = [(s, o) for s, o in found if not (done and s.token == o.token)]
        found = [(s, o) for s, o in found if not pairs.is_beside(reader.tree, s, o)]
        return [(s, o) for s, o in found if not pairs.are_bounds(reader, s, o)]

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
        found = [(s, o) for s in subjects for o in objects if s.entity != o.entity]
        if cue.predicate in self._paired or cue.fallback:
            # Who discusses the pact of two others is no party to it.
            told = reader.cast.told
            found = [(s, o) for s, o in found if s.entity in told.get(o.entity, (s.entity,))]
        if cue.predicate in self._ontology.symmetric:
            found = [(s, o) for s, o in found if not pairs.is_listed(reader.tree, s, o)]
            found = [(s, o) for s, o in found if not pairs.is_organ(reader, s, o)]
        own, elsewhere = pairs.is_own, pairs.is_elsewhere
        if cue.part is Part.VERB and Slot.SUBJECT in cue.subject.slots:
            # Of those who defend themselves, none defends another.
            found = [(s, o) for s, o in found if not reader.tree.is_reflexive(o.token)]
        return [(s, o) for s, o in found if not (own(reader, s, o) or elsewhere(reader, s, o))]

    def _polities(self, reader: Reader, subjects: list[Filler], also: bool) -> list[Filler]:
        """The subjects, with those for whom persons act in the place of the persons. `also`: a
        person who acts for nobody known stays."""
        found: dict[str, Filler] = {}
        for subject in subjects:
            person = reader.world.is_person(subject.types)
            stood = reader.standing.of(subject) if person else (subject,)
            own = (subject,) if also and not stood else ()
            for filler in (*stood, *own):
                found.setdefault(filler.entity, filler)
        return list(found.values())

    def _has_own_bearer(self, reader: Reader, token: int) -> bool:
        tree = reader.tree
        if reader.grammar.bearing.linked(tree, token):
            return True
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


def _rank(cue: Cue) -> int:
    """Cues that count only where others say nothing come after those."""
    return 2 if cue.fallback else int(cue.vouched)


def _named(reader: Reader, token: int) -> Iterator[Filler]:
    """What the name at `token` means by itself, in whatever class."""
    for name in reader.names.by_root.get(token, ())[:1]:
        strong = [s for s in name.senses if not s.weak and not s.is_class and not s.adjectival]
        if len(strong) == 1:
            (sense,) = strong
            yield Filler(EntityId(sense.iri), sense.types, token, name.start, name.end)
