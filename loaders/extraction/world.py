"""What the extractor knows of the ontology, arranged for looking up while reading."""

from __future__ import annotations

from functools import lru_cache

from ontology.lexicon import Head, Lexicon, Part
from ontology.model import Ontology


class World:
    """Types, relations and word lists of the ontology, by key."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.lexicon: Lexicon = ontology.lexicon
        self.related: dict[str, set[str]] = {}
        for fact in ontology.facts:
            self.related.setdefault(fact.subject, set()).add(fact.object)
            self.related.setdefault(fact.object, set()).add(fact.subject)
        self.heads: dict[str, list[Head]] = {}
        for head in self.lexicon.heads:
            for noun in head.nouns:
                self.heads.setdefault(noun, []).append(head)
        self.anaphors = {
            noun: anaphor for anaphor in self.lexicon.anaphors for noun in sorted(anaphor.nouns)
        }
        role = self.lexicon.role
        self.generics = role("Generic")
        self.containers = role("Container")
        self.delegates = role("Delegate") | role("Office")
        self.offices = role("Office")
        self.vague = role("Vague", Part.ADJECTIVE)
        self.furthering = role("Furthering", Part.VERB)
        self.gerunds: dict[str, Head] = {
            verb: head for head in self.lexicon.heads for verb in sorted(head.verbs)
        }
        self.person = next(
            (h.class_name for h in self.lexicon.heads if h.proper and not h.nouns), None
        )
        self.exemplifiers = role("Exemplifier", Part.PHRASE)
        self.listing = role("Listing", Part.VERB)
        self.locative = role("Locative", Part.PREPOSITION)
        self.speaking = role("Attribution", Part.VERB)
        self.speech_phrases = role("Attribution", Part.PHRASE)
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
        self.achieving = role("Achieving", Part.VERB)
        self.noun_triggers = frozenset(
            word for cue in self.lexicon.cues if cue.part is Part.NOUN for word in cue.words
        )
        self.reciprocal = role("Reciprocal", Part.ADJECTIVE)
        self.instances: dict[str, list[str]] = {}
        for entity in ontology.entities.values():
            for type_ in entity.types:
                term = ontology.classes.get(type_)
                for superclass in term.superclasses if term else ():
                    self.instances.setdefault(superclass, []).append(entity.iri)
        self.fits = lru_cache(maxsize=65536)(ontology.is_a)

    def is_person(self, types: tuple[str, ...]) -> bool:
        return self.person is not None and self.fits(types, (self.person,))

    def members(self, grouping: str, predicate_range: tuple[str, ...]) -> list[str]:
        """The entities that reference facts relate to `grouping` and that fit the classes."""
        return sorted(
            iri
            for iri in self.related.get(grouping, ())
            if iri in self.ontology.entities
            and self.fits(self.ontology.entities[iri].types, predicate_range)
        )
