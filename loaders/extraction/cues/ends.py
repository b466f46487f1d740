"""The two ends of a cue: what its slots name, or what the cue itself makes of their words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.extraction.cues.deeds import is_deed, is_done, is_field, is_resisted
from loaders.extraction.cues.instead import stood_for
from loaders.extraction.cues.slots import Places, Slots
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.knowledge.world import World
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, End, Part, Slot

_AMONG = frozenset({"among", "between"})
_GUESSED = 0.6
"""How sure an object is that is told by nothing but who acts."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One end of cues as reading asks for it; one object for all that ask for the same.

    First for what the ontology knows; then for whose the words are; then for what they are made
    by the cue, also beside known items of the same list.
    """

    slots: tuple[str, ...]
    places: Places
    plain: Wanted
    owned: Wanted | None
    made: Wanted | None
    fought: Wanted | None = None
    """What is feared, where it stands for the work against it."""
    people: Wanted | None = None
    """People, where only those are wanted for whom they act."""


class Sides:
    """The sides of all cues."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._known: dict[End, Side] = {}

    def of(self, end: End, without: Slot | None = None) -> Side:
        """The side of an end, without one of its slots."""
        end = replace(end, slots=tuple(slot for slot in end.slots if slot != without))
        if end not in self._known:
            want, classes, opened = self._world.want, end.classes, end.opened
            person = (self._world.person,) if self._world.person else ()
            acted = person and not self._world.fits(person, classes)
            self._known[end] = Side(
                end.slots,
                Places(end.slots),
                want(classes, opened=opened),
                want(classes, opened=opened, owner=True) if end.owner else None,
                want(classes, opened=opened, made=end.made) if end.made else None,
                want(self._world.feared) if end.fought else None,
                want(person)
                if acted and self._world.fits(classes[:1], self._world.actors)
                else None,
            )
        return self._known[end]


class Ends:
    """What stands at the ends of one trigger's cues, read once for each side."""

    def __init__(
        self, reader: Reader, trigger: int, topic: list[list[Filler]], noun: int | None
    ) -> None:
        self._reader, self._trigger = reader, trigger
        self.slots = Slots(reader, trigger, topic, noun)
        self._objects: dict[tuple[Side, bool], tuple[list[Filler], bool]] = {}
        self._asked: bool | None = None
        self._halted: bool | None = None
        self._uttered: bool | None = None

    @property
    def is_asked(self) -> bool:
        """Whether it is only asked for: who is called on to value something does not yet."""
        if self._asked is None:
            self._asked = self._reader.grammar.control.is_asked(self._reader.tree, self._trigger)
        return self._asked

    @property
    def is_halted(self) -> bool:
        """Whether a tie is said to be ended."""
        if self._halted is None:
            facing = self._reader.grammar.facing
            self._halted = facing.is_halted(self._reader.tree, self._trigger)
        return self._halted

    @property
    def is_uttered(self) -> bool:
        """Whether what is given is but said or shown: "sent a *message* to X"."""
        if self._uttered is None:
            self._uttered = self._gives_words()
        return self._uttered

    def _gives_words(self) -> bool:
        tree, uttered = self._reader.tree, self._reader.world.uttered
        things = tree.kids(self._trigger, "dobj", "nsubjpass")
        return any(tree.lemmas[t] in uttered for t in things)

    def objects(self, cue: Cue, side: Side) -> list[Filler]:
        """What the cue is about: the first that is asked of each of the trigger's cues."""
        acted = self._is_acted(cue)
        known = self._objects.get((side, acted))
        if known is None:
            self.slots.used_topic = False
            found = self._fill(side) or (self._represented(side) if acted else [])
            found = found or stood_for(self._reader, self.slots, cue)
            if found:
                found = [
                    f
                    for f in found
                    if not is_done(self._reader, f)
                    and not (side.owned is not None and self._is_offered(f))
                    and not is_resisted(self._reader, self._trigger, f)
                    and not is_field(self._reader, f)
                ]
            known = self._objects[side, acted] = found, self.slots.used_topic
        found, self.slots.used_topic = known
        world = self._reader.world
        if found and cue.predicate in world.exemplified:
            found = self._exemplified(found, side)
        if found and cue.fallback:
            found = [f for f in found if f.sure > _GUESSED]
        if found and cue.predicate in world.lexicon.memberships:
            found = [f for f in found if not world.facts.is_plural(f.entity)]
            found = [f for f in found if not self._is_at_event(f)]
        if cue.grouped:
            found = [f for f in found if world.facts.is_group(f.entity)]
        return found

    def _exemplified(self, found: list[Filler], side: Side) -> list[Filler]:
        """Works on "*technologies* such as X and Y": on X and Y, too."""
        reader = self._reader
        examples = [
            f
            for named in found
            if named.at is None
            for t in reader.lists.exemplars(named.token)
            for f in reader.each(t, side.plain, 1)
        ]
        if not examples:
            return found
        return list({f.entity: f for f in (*found, *examples)}.values())

    def subjects(self, cue: Cue, side: Side, mutual: bool) -> list[Filler]:
        """Who or what the cue says it of."""
        found = self._fill(side) or (self._represented(side) if self._is_acted(cue) else [])
        found = self._among(cue, side, found)
        if found and Slot.OBJECT in cue.subject.slots:
            # "Waging *war*" is a deed, at this end as well.
            found = [f for f in found if not is_done(self._reader, f)]
        if found and cue.predicate in self._reader.world.lexicon.willed:
            # "Russia's *war* has shown the need to invest": a deed wants nothing.
            found = [f for f in found if not self._is_by_deed(f)]
        if not found and not mutual and cue.part is Part.NOUN and Slot.BEARER in cue.subject.slots:
            # Whoever acts in the clause, where nobody has the noun.
            reader, trigger = self._reader, self.slots.trigger
            apart = reader.grammar.bearing.caused.is_so(reader.tree, trigger.token)
            apart = apart or trigger.is_called()
            return [] if apart else self.slots.fill((Slot.ACTING,), side.plain)
        return found

    def _among(self, cue: Cue, side: Side, found: list[Filler]) -> list[Filler]:
        """Of those who have a tie those whom it is said to tie, if any are: "papers by A and B on
        ties *among C's allies*"."""
        leading = _AMONG.intersection(self.slots.trigger.leading, side.slots)
        if not found or not leading or cue.predicate not in self._reader.world.ontology.symmetric:
            return found
        return self.slots.fill(tuple(sorted(leading)), side.plain) or found

    def _is_acted(self, cue: Cue) -> bool:
        """Whether people stand for those for whom they act: in a cue that says so, and where two
        do something together."""
        return cue.represented or cue.predicate in self._reader.world.ontology.symmetric

    def _represented(self, side: Side) -> list[Filler]:
        """ "*A's premier* and B's proclaimed a partnership": A's and B's."""
        if side.people is None:
            return []
        people = self.slots.fill(side.slots, side.people)
        stood = (p for f in people for p in self._reader.standing.of(f))
        return list({f.entity: f for f in stood if side.plain.fits(f.types)}.values())

    def _is_at_event(self, filler: Filler) -> bool:
        """Whether it only tells whose event it is: "*NATO*'s summit brings together X"."""
        tree, happening = self._reader.tree, self._reader.world.happening_heads
        name = self._reader.names.covering.get(filler.token)
        if name is None or all(sense.iri != filler.entity for sense in name.senses):
            called = self._reader.cast.label(filler.entity).lower()
            # "the *Arctic Council*" is a body, however councils are events.
            own = called.endswith(f" {tree.lower[filler.token]}")
            return tree.lemmas[filler.token] in happening and not own
        told = tree.deps[filler.token] in ("compound", "poss", "nmod")
        return told and tree.lemmas[tree.heads[filler.token]] in happening

    def _is_by_deed(self, filler: Filler) -> bool:
        """Whether a clause is not about somebody but about his deed: "*Russia*'s war has …"."""
        tree, head = self._reader.tree, self._reader.tree.heads[filler.token]
        about = tree.deps[filler.token] == "poss" and tree.deps[head].startswith("nsubj")
        return about and filler.at is None and is_deed(self._reader, head)

    def _fill(self, side: Side) -> list[Filler]:
        if side.places.are_bare(self.slots):
            return []
        fill, ends = self.slots.fill, side.slots
        found = fill(ends, side.plain)
        if side.owned is not None:
            found = self._with(found, side.owned, ends)
        if side.fought is not None:
            contents = self._reader.contents
            found = found + [
                w for f in fill(ends, side.fought) if not f.is_class and (w := contents.fought(f))
            ]
        return found if side.made is None else self._with(found, side.made, ends)

    def _is_offered(self, filler: Filler) -> bool:
        """Whether only what somebody offers is turned down: "rejected *X's invitation*"."""
        tree, token = self._reader.tree, filler.token
        if filler.at is not None or token >= len(tree.words):
            return False
        noun = tree.heads[token] if tree.deps[token] == "poss" else token
        return tree.lemmas[noun] in self._reader.world.offered

    def _with(self, found: list[Filler], other: Wanted, ends: tuple[str, ...]) -> list[Filler]:
        """`found`, or what is found otherwise; that too where it stands in one list with it."""
        first = self._reader.tree.first_conjunct
        lists = {
            first(f.token) for f in found if len(self._reader.tree.conjuncts(first(f.token))) > 1
        }
        if found and not lists:
            return found
        known = {f.entity for f in found}
        return found + [
            f
            for f in self.slots.fill(ends, other)
            if f.entity not in known and (not found or first(f.token) in lists)
        ]
