"""What the extractor knows of the ontology, arranged for looking up while reading."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from graph.statements import EntityId, interval
from loaders.extraction.dates import overlap
from loaders.extraction.gazetteer import Sense, fold
from loaders.extraction.wanted import Wanted
from ontology.lexicon import Head, Lexicon, Paired, Part, Slot
from ontology.model import Ontology, ReferenceEntity, ReferenceFact


class World:
    """Types, relations and word lists of the ontology, by key."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.lexicon: Lexicon = ontology.lexicon
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
        self.heads: dict[str, list[Head]] = {}
        for head in self.lexicon.heads:
            for noun in head.nouns:
                self.heads.setdefault(noun, []).append(head)
        told = self.lexicon.told
        self.paired_heads = {
            noun: mine
            for noun, heads in self.heads.items()
            if (mine := [head for head in heads if head.class_name in told])
        }
        """The heads of classes whose parties tell them, by noun."""
        self.happening_heads = {
            noun: mine
            for noun, heads in self.heads.items()
            if (
                mine := [
                    head
                    for head in heads
                    if not head.proper
                    and ontology.is_a((head.class_name,), self.lexicon.happenings)
                ]
            )
        }
        """The heads of events that may have no name, by noun."""
        self.anaphors = {
            noun: anaphor for anaphor in self.lexicon.anaphors for noun in sorted(anaphor.nouns)
        }
        role = self.lexicon.role
        self.generics = role("Generic")
        self.containers = role("Container")
        self.delegates = role("Delegate") | role("Office")
        self.offices = role("Office")
        self.titles = self.offices | role("Courtesy")
        """What may stand before a person's name, and is no part of it."""
        self.particles = role("Particle", Part.PHRASE)
        """Small words inside people's names: "de", "von"."""
        self.vague = role("Vague", Part.ADJECTIVE)
        self.scope = role("Scope", Part.ADJECTIVE)
        """What says how far, how good or whose something is, and not what it is."""
        self.issues = tuple(sorted({h.class_name for h in self.lexicon.heads if h.alone}))
        """Classes that single words name: what is sought and what is feared."""
        self.bearing, self.bearing_verbs = role("Bearing"), role("Bearing", Part.VERB)
        self.coming, self.set_in = role("Coming"), role("SetIn")
        self.views, self.aids = role("View"), role("Aided", Part.PREPOSITION)
        self.moving, self.aiding = role("Moving", Part.VERB), role("Aiding", Part.VERB)
        self.needing = role("Needing")
        self.furthering = role("Furthering", Part.VERB)
        self.gerunds: dict[str, Head] = {
            verb: head for head in self.lexicon.heads for verb in sorted(head.verbs)
        }
        self.sought = tuple(sorted({head.class_name for head in self.gerunds.values()}))
        """The classes of what is sought or worked on."""
        self.feared = tuple(c for c in self.issues if c not in self.sought)
        """The classes of other single words: what is feared."""
        self.bonds = role("Bond")
        self.person = self.lexicon.person
        self.exemplifiers = role("Exemplifier", Part.PHRASE)
        self.joining = [tuple(p.split()) for p in sorted(role("Joining", Part.PHRASE))]
        """Words, as they follow each other, that add an item to a list: "along with"."""
        self.listing = role("Listing", Part.VERB)
        self.locative = role("Locative", Part.PREPOSITION)
        self.speaking = role("Attribution", Part.VERB)
        self.speech_phrases = role("Attribution", Part.PHRASE)
        self.fixed_phrases = self.speech_phrases | role("Fixed", Part.PHRASE)
        person = ontology.classes.get(self.person or "")
        self.actors: tuple[str, ...] = tuple(
            name
            for name in (person.superclasses if person else ())
            if not ontology.classes[name].parents
        )
        """The top classes of people: who can speak, act and be spoken of as "they"."""
        self.referable = tuple(
            sorted({*self.actors, *(c for a in self.lexicon.anaphors for c in a.classes)})
        )
        """Classes of what pronouns and definite nouns may take up."""
        self.hollow = role("Hollow")
        self.party = role("Party")
        self.parts = role("Part")
        self.placing = role("Placing", Part.VERB)
        self.people = role("People") | role("Office")
        self.helping = role("Helping", Part.VERB)
        self.felt = role("Felt")
        self.empty = role("Empty")
        self.naming = role("Naming", Part.VERB)
        self.deeds = role("Deed")
        self.uttered = role("Uttered")
        self.proposing = role("Proposing", Part.VERB)
        self.proposals = role("Proposing")
        self.about = self.containers | self.generics | role("Bearing")
        self.barred_verbs, self.barred_nouns = role("Barrier", Part.VERB), role("Barrier")
        self.barred_words = role("Barrier", Part.ADJECTIVE) | role("Barrier", Part.PREPOSITION)
        self.undoing = role("Undoing", Part.VERB)
        self.concluding = role("Concluding", Part.VERB)
        self.alike = role("Alike", Part.ADJECTIVE)
        self.hosting, self.hosted = role("Hosting", Part.VERB), role("Hosting")
        self.achieving = role("Achieving", Part.VERB)
        self.noun_triggers = frozenset(
            word for cue in self.lexicon.cues if cue.part is Part.NOUN for word in cue.words
        )
        self.ties = frozenset(
            word
            for cue in self.lexicon.cues
            if cue.part is Part.NOUN and cue.predicate in ontology.symmetric
            for word in cue.words
        )
        """Nouns of what ties actors to each other: "partnership", "cooperation"."""
        self.sharing = role("Sharing", Part.VERB)
        self.granting = frozenset(
            word.split()[0]
            for cue in self.lexicon.cues
            for word in cue.words
            if cue.part is Part.VERB and Slot.RECIPIENT in (*cue.subject.slots, *cue.object.slots)
        )
        """Verbs with an object and somebody who is given it."""
        self.told_acts = frozenset(
            word for cue in self.lexicon.cues if Slot.ACT in cue.object.slots for word in cue.words
        )
        """Verbs and phrases that tell an event by themselves: "meet", "hold talk"."""
        self.standing = {
            (cue.predicate, cue.object.classes)
            for cue in self.lexicon.cues
            if Slot.KNOWN in cue.object.slots
            and {self.person, *(person.superclasses if person else ())} & {*cue.subject.classes}
        }
        """Predicates, with the classes of their objects, that say for whom a person stands."""
        self.posts = frozenset(
            value.lower()
            for fact in ontology.facts
            for _, value in fact.qualifiers
            if any(fact.predicate == predicate for predicate, _ in self.standing)
        )
        """What reference facts call the offices that people hold."""
        self.texts = self.lexicon.texts
        """Classes of texts, for which their authors stand."""
        self.reciprocal = role("Reciprocal", Part.ADJECTIVE)
        self.instances: dict[str, list[str]] = {}
        for entity in ontology.entities.values():
            for type_ in entity.types:
                term = ontology.classes.get(type_)
                for superclass in term.superclasses if term else ():
                    self.instances.setdefault(superclass, []).append(entity.iri)
        self.fits = lru_cache(maxsize=65536)(ontology.is_a)
        self.want = lru_cache(maxsize=None)(self._want)
        """What a wish for classes is, with what a cue makes of other words: see `Wanted`."""
        self.actor, self.text = self.want(self.actors), self.want(self.texts)
        self.polity = self.want(self.lexicon.polities)
        self.retakable = self.want(self.referable)
        self.happening = self.want(self.lexicon.happenings)
        self.members = lru_cache(maxsize=65536)(self._members)

    def _want(
        self,
        classes: tuple[str, ...],
        *,
        opened: str | None = None,
        made: str | None = None,
        owner: bool = False,
    ) -> Wanted:
        return Wanted(classes, opened, made, owner, self.ontology.is_a)

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
        types = self.ontology.entities[next(iter(found))].types
        return [(iri, types) for iri in found if self.fits(types, classes)]

    def types(self, iri: str) -> tuple[str, ...]:
        """The classes of a reference entity."""
        entity = self.ontology.entities.get(iri)
        return entity.types if entity else ()

    def located(self, iri: str) -> set[str]:
        """What reference facts with `iri` as their subject relate it to: where an event was."""
        return self._from.get(iri, set())

    def is_member(self, member: str, group: str) -> bool:
        """Whether reference facts say so, of whatever time."""
        return any(
            fact.object == group
            for predicate in self.lexicon.memberships
            for fact in self._facts.get((member, predicate), ())
        )

    def is_group(self, iri: str) -> bool:
        """Whether several polities are its members, and it is none itself."""
        polities = self.lexicon.polities
        if iri not in self.ontology.entities:
            return False
        types = self.ontology.entities[iri].types
        return not self.fits(types, polities) and len(self.members(iri, polities)) > 1

    def may_be_group(self, iri: str) -> bool:
        """Whether it has members, or nothing is known of it."""
        return iri not in self.ontology.entities or self.is_group(iri)

    def is_plural(self, iri: str) -> bool:
        """Whether an entity is only a plural, which nobody is known to be a member of."""
        entity = self.ontology.entities.get(iri)
        if entity is None or not entity.label.endswith("s") or self.is_group(iri):
            return False
        return entity.label.split()[-1].islower()

    def shared_by(self, paired: Paired, parties: Iterable[str], kind: str) -> str | None:
        """The one reference entity of a paired class that `parties` share, all its own, and
        whose labels have the words of `kind` (folded); None if there is none or several."""
        found, wanted = [], set(parties)
        for iri in sorted(set.intersection(*(self.related.get(p, set()) for p in wanted))):
            entity = self.ontology.entities.get(iri)
            if entity is None or not self.fits(entity.types, (paired.class_name,)):
                continue
            own = {f.subject for f in self._into.get((iri, paired.predicate), ())}
            labels = " ".join(map(fold, (entity.label, *entity.alternative, *entity.hidden)))
            if own == wanted and set(kind.split()) <= set(labels.split()):
                found.append(iri)
        return found[0] if len(found) == 1 and " " in kind else None

    def author(self, text: str) -> list[tuple[EntityId, tuple[str, ...]]]:
        """The one actor that reference facts relate to a text, if there is one only."""
        found = [
            (EntityId(iri), self.ontology.entities[iri].types)
            for iri in sorted(self.related.get(text, ()))
            if iri in self.ontology.entities
            and self.fits(self.ontology.entities[iri].types, self.actors)
        ]
        return found if len(found) == 1 else []

    def is_author(self, actor: str, text: str) -> bool:
        """Whether reference facts say that `actor` adopted a text or is a party to it."""
        return text in self._from.get(actor, ())

    def parties(self, text: str) -> set[str]:
        """Who reference facts say the parties of a text are."""
        return {
            fact.subject
            for paired in self.lexicon.paired
            for fact in self._into.get((text, paired.predicate), ())
        }

    def is_closed_to(self, text: str, actor: str, types: tuple[str, ...]) -> bool:
        """Whether reference facts name the parties of a text, and `actor` is none of them."""
        parties = self.parties(text)
        return len(parties) > 1 and actor not in parties and not self.is_person(types)

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
            if self.fits(types, self.lexicon.polities) or self.is_group(actor)
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

    def holder(self, polity: str, office: str, date: str | None) -> str | None:
        """The one person who holds an office of a polity at `date` by reference facts."""
        people = {f.subject for p, _ in self.standing for f in self._into.get((polity, p), ())}
        held = [
            p
            for p in sorted(people)
            if self.is_person(self.types(p)) and self.may_hold(p, office, date)
        ]
        return held[0] if len(held) == 1 else None

    def bodies(self) -> list[tuple[ReferenceEntity, ReferenceEntity]]:
        """What belongs to a polity by reference facts and is no person, with the polity."""
        entities, predicates = self.ontology.entities, {p for p, _ in self.standing}
        return [
            (entities[fact.subject], entities[fact.object])
            for fact in self.ontology.facts
            if fact.predicate in predicates
            and fact.subject in entities
            and self.fits(self.types(fact.object), self.lexicon.polities)
            and not self.is_person(self.types(fact.subject))
        ]

    def may_act(self, senses: Iterable[Sense]) -> bool:
        """Whether one of a name's senses is an actor."""
        return any(self.fits(sense.types, self.actors) for sense in senses)

    def is_person(self, types: tuple[str, ...]) -> bool:
        return self.person is not None and self.fits(types, (self.person,))

    def _members(self, grouping: str, predicate_range: tuple[str, ...]) -> list[str]:
        """The entities that reference facts relate to `grouping` and that fit the classes."""
        return sorted(
            iri
            for iri in self.related.get(grouping, ())
            if iri in self.ontology.entities
            and self.fits(self.ontology.entities[iri].types, predicate_range)
        )
