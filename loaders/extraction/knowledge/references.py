"""What reference facts say of who belongs to what, arranged for looking up while reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from graph.statements import EntityId, interval
from loaders.extraction.names.forms import fold
from loaders.extraction.text.dates import overlap
from ontology.lexicon import Paired, Slot
from ontology.model import Ontology, ReferenceEntity, ReferenceFact

Fits = Callable[[tuple[str, ...], tuple[str, ...]], bool]
"""Whether an entity of these classes is one of those."""

_LASTING = ".."
"""How a time ends that goes on."""


class References:
    """The reference facts by their ends. `actors` are the classes of who can act."""

    def __init__(
        self,
        ontology: Ontology,
        actors: tuple[str, ...],
        fits: Fits,
        is_person: Callable[[tuple[str, ...]], bool],
    ) -> None:
        self._ontology, self._lexicon = ontology, ontology.lexicon
        self._actors, self._fits, self._is_person = actors, fits, is_person
        self.related: dict[str, set[str]] = {}
        self._from: dict[str, set[str]] = {}
        self._facts: dict[tuple[str, str], list[ReferenceFact]] = {}
        self._into: dict[tuple[str, str], list[ReferenceFact]] = {}
        for fact in ontology.facts:
            self._facts.setdefault((fact.subject, fact.predicate), []).append(fact)
            self._into.setdefault((fact.object, fact.predicate), []).append(fact)
            self._from.setdefault(fact.subject, set()).add(fact.object)
            self.related.setdefault(fact.subject, set()).add(fact.object)
            self.related.setdefault(fact.object, set()).add(fact.subject)
        person = self._lexicon.person
        term = ontology.classes.get(person or "")
        self.standing = {
            (cue.predicate, cue.object.classes)
            for cue in self._lexicon.cues
            if Slot.KNOWN in cue.object.slots
            and {person, *(term.superclasses if term else ())} & {*cue.subject.classes}
        }
        """Predicates, with the classes of their objects, that say for whom a person stands."""
        self.posts = frozenset(
            value.lower()
            for fact in ontology.facts
            for _, value in fact.qualifiers
            if any(fact.predicate == predicate for predicate, _ in self.standing)
        )
        """What reference facts call the offices that people hold."""
        self.instances: dict[str, list[str]] = {}
        for entity in ontology.entities.values():
            for type_ in entity.types:
                known = ontology.classes.get(type_)
                for superclass in known.superclasses if known else ():
                    self.instances.setdefault(superclass, []).append(entity.iri)
        self.members = lru_cache(maxsize=65536)(self._members)
        self.parts = lru_cache(maxsize=4096)(self._parts)

    def stated(
        self, subject: str, predicate: str, classes: tuple[str, ...], date: str | None
    ) -> list[tuple[str, tuple[str, ...]]]:
        """The one object that reference facts give for `subject`, if there are several the one
        at `date` (EDTF); else none."""
        facts = self._facts.get((subject, predicate), ())
        found = {fact.object for fact in facts}
        if len(found) > 1:
            when = interval(date)
            found = {fact.object for fact in facts if overlap(interval(fact.time), when)}
        if len(found) != 1:
            return []
        types = self._ontology.entities[next(iter(found))].types
        return [(iri, types) for iri in found if self._fits(types, classes)]

    def is_stated(self, subject: str, predicate: str, target: str) -> bool:
        """Whether a reference fact says so, at whatever time."""
        return any(fact.object == target for fact in self._facts.get((subject, predicate), ()))

    def holds_at(self, subject: str, predicate: str, target: str, date: str | None) -> bool:
        """Whether a reference fact says so of the time of `date` (EDTF), or of any without one."""
        when = interval(date)
        facts = self._facts.get((subject, predicate), ())
        return any(f.object == target and overlap(interval(f.time), when) for f in facts)

    def tells(self, subject: str, predicate: str) -> bool:
        """Whether any reference fact says this of `subject`."""
        return (subject, predicate) in self._facts

    def vouches(self, subject: str, predicate: str, target: str) -> bool:
        """Whether reference facts say so of `subject`, or of somebody of the polity that it is."""
        known = {fact.subject for fact in self._into.get((target, predicate), ())}
        if subject in known:
            return True
        polities = self._lexicon.polities
        if not self._fits(self.types(subject), polities):
            return False
        own = known.intersection(self.related.get(subject, ()))
        # What another state makes, or a group, is not its own.
        return any(not (self._fits(self.types(o), polities) or self.is_group(o)) for o in own)

    def wagers(self, war: str) -> list[EntityId]:
        """Of the polities in a war those of whom a one-sided predicate is said toward another."""
        inside = sorted(self.related.get(war, ()))
        return [
            EntityId(one)
            for one in inside
            if any(
                fact.object in inside
                for predicate in sorted(self._lexicon.one_sided)
                for fact in self._facts.get((one, predicate), ())
            )
        ]

    def types(self, iri: str) -> tuple[str, ...]:
        """The classes of a reference entity."""
        entity = self._ontology.entities.get(iri)
        return entity.types if entity else ()

    def located(self, iri: str) -> set[str]:
        """What reference facts with `iri` as their subject relate it to: where an event was."""
        return self._from.get(iri, set())

    def is_member(self, member: str, group: str) -> bool:
        """Whether reference facts say so, of whatever time."""
        return any(fact.object == group for fact in self._memberships(member))

    def is_within(self, one: str, others: Iterable[str]) -> bool:
        """Whether it is a member of one of `others`, which speaks for it, and has not left: "the
        *group*, including *X*"."""
        groups = frozenset(others)
        return any(
            fact.object in groups and (not fact.time or fact.time.endswith(_LASTING))
            for fact in self._memberships(one)
        )

    def _memberships(self, member: str) -> list[ReferenceFact]:
        found = (self._facts.get((member, p), ()) for p in self._lexicon.memberships)
        return [fact for facts in found for fact in facts]

    def _parts(self, whole: str) -> frozenset[str]:
        """What reference facts make part of it or its own, members apart: its bodies and heads."""
        apart = {*self._lexicon.memberships, *self._ontology.symmetric}
        return frozenset(
            fact.subject
            for predicate in self._ontology.predicates
            if predicate not in apart
            for fact in self._into.get((whole, predicate), ())
        )

    def is_organ(self, one: str, other: str) -> bool:
        """Whether one is the other's own body or office-holder, at whatever time."""
        return any(
            fact.object == other
            for predicate, _ in self.standing
            for fact in self._facts.get((one, predicate), ())
        )

    def is_group(self, iri: str) -> bool:
        """Whether several polities are its members, and it is none itself."""
        polities = self._lexicon.polities
        if iri not in self._ontology.entities:
            return False
        types = self._ontology.entities[iri].types
        return not self._fits(types, polities) and len(self.members(iri, polities)) > 1

    def may_be_group(self, iri: str) -> bool:
        """Whether it has members, or nothing is known of it."""
        return iri not in self._ontology.entities or self.is_group(iri)

    def is_told_by_members(self, iri: str) -> bool:
        """Whether a group has a plural for its name: "X's partners"."""
        entity = self._ontology.entities.get(iri)
        last = entity.label.split()[-1] if entity is not None else ""
        return last.endswith("s") and last.islower()

    def is_plural(self, iri: str) -> bool:
        """Whether an entity is only a plural, which nobody is known to be a member of."""
        return self.is_told_by_members(iri) and not self.is_group(iri)

    def shared_by(self, paired: Paired, parties: Iterable[str], kind: str) -> str | None:
        """The one reference entity of a paired class that `parties` share, all its own, and
        whose labels have the words of `kind` (folded); None if there is none or several."""
        found, wanted = [], set(parties)
        for iri in sorted(set.intersection(*(self.related.get(p, set()) for p in wanted))):
            entity = self._ontology.entities.get(iri)
            if entity is None or not self._fits(entity.types, (paired.class_name,)):
                continue
            own = {f.subject for f in self._into.get((iri, paired.predicate), ())}
            labels = " ".join(map(fold, (entity.label, *entity.alternative, *entity.hidden)))
            named = set(labels.split())
            made = kind.split()[-1] in named and self._made(iri, wanted)
            if own == wanted and (made or self._is_called(paired, kind.split(), named)):
                found.append(iri)
        return found[0] if len(found) == 1 else None

    def _is_called(self, paired: Paired, kind: list[str], named: set[str]) -> bool:
        """Whether a text's names have the words of a kind, whatever noun the kind ends with: "the
        *security deal*" is a pact on security."""
        *told, noun = kind
        return bool(told) and set(told) <= named and (noun in named or noun in self._nouns(paired))

    def _nouns(self, paired: Paired) -> set[str]:
        """The nouns that head what is of a paired class."""
        heads = (h for h in self._lexicon.heads if h.class_name == paired.class_name)
        return {noun for head in heads for noun in head.nouns}

    def _made(self, text: str, parties: set[str]) -> bool:
        """Whether it made a grouping of just these: "the *Fiji–Niue–Tonga pact*"."""
        groups = (iri for iri in self.related.get(text, ()) if self.is_group(iri))
        return any({*self.members(iri, self._actors)} == parties for iri in groups)

    def author(self, text: str) -> list[tuple[EntityId, tuple[str, ...]]]:
        """The one actor that reference facts relate to a text, if there is one only."""
        found = [
            (EntityId(iri), self._ontology.entities[iri].types)
            for iri in sorted(self.related.get(text, ()))
            if iri in self._ontology.entities
            and self._fits(self._ontology.entities[iri].types, self._actors)
        ]
        return found if len(found) == 1 else []

    def is_author(self, actor: str, text: str) -> bool:
        """Whether reference facts say that `actor` adopted a text or is a party to it."""
        return text in self._from.get(actor, ())

    def parties(self, text: str) -> set[str]:
        """Who reference facts say the parties of a text are."""
        return {
            fact.subject
            for paired in self._lexicon.paired
            for fact in self._into.get((text, paired.predicate), ())
        }

    def is_closed_to(self, text: str, actor: str, types: tuple[str, ...]) -> bool:
        """Whether reference facts name the parties of a text, and `actor` is none of them."""
        parties = self.parties(text)
        return len(parties) > 1 and actor not in parties and not self._is_person(types)

    def _standing(self, actor: str, date: str | None) -> list[tuple[str, tuple[str, ...]]]:
        return [
            held
            for predicate, classes in sorted(self.standing)
            for held in self.stated(actor, predicate, classes, date)
        ]

    def stands_for(self, person: str, date: str | None) -> list[tuple[str, tuple[str, ...]]]:
        """The polity, or the group of polities, for whom a known person says "we"."""
        found = dict(self._standing(person, date))
        for actor in tuple(found):
            # A secretary of a department acts for its state.
            found.update(self._standing(actor, date))
        return [
            (actor, types)
            for actor, types in found.items()
            if self._fits(types, self._lexicon.polities) or self.is_group(actor)
        ]

    def may_hold(self, person: str, office: str, date: str | None) -> bool:
        """Whether reference facts give a person that office at `date` (EDTF), or none at all."""
        facts = [f for p, _ in self.standing for f in self._facts.get((person, p), ())]
        when = interval(date)
        held = (f for f in facts if overlap(interval(f.time), when))
        titles = [value.lower() for f in held for _, value in f.qualifiers]
        # A vice president is no president, but a foreign minister is a minister.
        whole = office in self.posts
        return not facts or any(
            title.startswith(office) if whole else office in title for title in titles
        )

    def holds(self, person: str, office: str, date: str | None) -> bool:
        """Whether reference facts give a person that office at `date`."""
        known = any((person, p) in self._facts for p, _ in self.standing)
        return known and self.may_hold(person, office, date)

    def held_as(
        self, person: str, predicate: str, office: str
    ) -> list[tuple[str, tuple[str, ...]]]:
        """The one actor for whom a person holds or held, by `predicate`, an office of this very
        title."""
        found = {
            f.object
            for f in self._facts.get((person, predicate), ())
            if any(value.lower() == office for _, value in f.qualifiers)
        }
        return [(actor, self.types(actor)) for actor in found] if len(found) == 1 else []

    def holder(self, polity: str, office: str, date: str | None) -> str | None:
        """The one person who holds an office of a polity at `date` by reference facts."""
        people = {f.subject for p, _ in self.standing for f in self._into.get((polity, p), ())}
        held = [
            p
            for p in sorted(people)
            if self._is_person(self.types(p)) and self.may_hold(p, office, date)
        ]
        return held[0] if len(held) == 1 else None

    def bodies(self) -> list[tuple[ReferenceEntity, ReferenceEntity]]:
        """What belongs to a polity by reference facts and is no person, with the polity."""
        entities, predicates = self._ontology.entities, {p for p, _ in self.standing}
        return [
            (entities[fact.subject], entities[fact.object])
            for fact in self._ontology.facts
            if fact.predicate in predicates
            and fact.subject in entities
            and self._fits(self.types(fact.object), self._lexicon.polities)
            and not self._is_person(self.types(fact.subject))
        ]

    def _members(self, grouping: str, predicate_range: tuple[str, ...]) -> list[str]:
        """The entities that reference facts relate to `grouping` and that fit the classes."""
        return sorted(
            iri
            for iri in self.related.get(grouping, ())
            if iri in self._ontology.entities
            and self._fits(self._ontology.entities[iri].types, predicate_range)
        )
