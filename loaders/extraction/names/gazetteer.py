"""The gazetteer: names of the ontology in text, by Aho-Corasick.

Labels are compared folded (case, hyphens, quotes, accents one for one), then
checked for word boundaries and case: an acronym matches in capitals only,
or as a title-case word of four letters or more ("Nato"); a proper name must
be capitalised; a common noun may have any case. Of overlapping names the
longest wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from loaders.extraction.names.forms import case_fits, fold, is_bounded, plural, singular
from loaders.extraction.text.spelling import spelt
from ontology.lexicon import Part
from ontology.model import Ontology


class Sense(NamedTuple):
    """One meaning of a name: a reference entity, or a class that it speaks of by its label."""

    iri: str
    types: tuple[str, ...]
    weak: bool = False
    """A hidden label: it holds only where the context asks for it."""
    is_class: bool = False
    adjectival: bool = False
    """A demonym: it names an owner ("Japanese"), never a place."""
    common: bool = False
    """Named by common nouns: "maritime security"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found at [start, end) of a text, with its senses."""

    start: int
    end: int
    senses: tuple[Sense, ...]


class Gazetteer:
    """Finds names. Built once from the ontology."""

    def __init__(self, ontology: Ontology) -> None:
        entries: dict[str, dict[str, list[Sense]]] = {}
        self._person = ontology.lexicon.person
        self._spellings = ontology.lexicon.spellings
        self._written = {
            fold(label)
            for entity in ontology.entities.values()
            for label in (entity.label, *entity.alternative)
        }
        for entity in ontology.entities.values():
            if entity.types == ("Topic",):
                continue
            common = entity.label.islower()
            for label in (entity.label, *entity.alternative):
                self._add(entries, label, Sense(entity.iri, entity.types, common=common))
            for name in ontology.lexicon.role("Adjectival", Part.PHRASE):
                for label in entity.properties.get(name, ()):
                    self._add(entries, label, Sense(entity.iri, entity.types, adjectival=True))
            for label in entity.hidden:
                sense = Sense(entity.iri, entity.types, weak=True, common=common)
                self._add(entries, label, sense)
        for term in ontology.classes.values():
            if len(term.parents) and term.name not in _first_level(ontology):
                for label in term.labels:
                    sense = Sense(term.iri, (term.name,), is_class=True)
                    self._add(entries, label, sense)
        self._surfaces = [sorted(entries[folded].items()) for folded in sorted(entries)]
        self._automaton = AhoCorasick(sorted(entries), implementation=Implementation.ContiguousNFA)
        self._told: dict[str, frozenset[str]] = {}

    def _add(self, entries: dict[str, dict[str, list[Sense]]], label: str, sense: Sense) -> None:
        for form in self._forms(label, sense):
            senses = entries.setdefault(fold(form), {}).setdefault(form, [])
            if sense not in senses:
                senses.append(sense)

    def _forms(self, label: str, sense: Sense) -> Iterable[str]:
        forms = {label}
        if self._person in sense.types and len(names := label.split()) == 2:
            # The family name first: "Kishida Fumio".
            forms.add(f"{names[1]} {names[0]}")
        forms = spelt(forms, self._spellings)
        for form in list(forms):
            last = form.split()[-1] if form.split() else ""
            if sense.is_class or (last.islower() and last.isalpha() and len(last) > 3):
                # "democracy" names the value, not one of the democracies.
                derived = {plural(form), singular(form)}
                forms |= {f for f in derived if fold(f) not in self._written}
        return sorted(forms)

    def told_in(self, label: str) -> frozenset[str]:
        """All that the words of a label name: NATO too in "NATO's Indo-Pacific partners"."""
        found = self._told.get(label)
        if found is None:
            names = (name for names in self.find(label) for name in names)
            found = frozenset(
                s.iri for name in names for s in name.senses if not (s.weak or s.adjectival)
            )
            self._told[label] = found
        return found

    def proper(self, text: str) -> list[tuple[int, int]]:
        """Where what is no common noun is named in `text`."""
        return [
            (name.start, name.end)
            for name in self.find(text)[0]
            if any(not (sense.common or sense.is_class) for sense in name.senses)
        ]

    def find(self, text: str) -> tuple[list[Name], list[Name]]:
        """The longest names in `text`, without overlap, and the shorter ones inside them."""
        found = []
        for which, start, end in self._automaton.find_matches_as_indexes(
            fold(text), overlapping=True
        ):
            if not is_bounded(text, start, end):
                continue
            surface = text[start:end]
            senses = [
                sense
                for form, listed in self._surfaces[which]
                if case_fits(form, surface)
                for sense in listed
            ]
            if senses:
                strong = {sense.iri for sense in senses if not sense.weak}
                kept = (s for s in senses if not s.weak or s.iri not in strong)
                found.append(Name(start, end, tuple(dict.fromkeys(kept))))
        found.sort(key=lambda name: (name.start, -name.end))
        longest: list[Name] = []
        nested: list[Name] = []
        for name in found:
            if not longest or name.start >= longest[-1].end:
                longest.append(name)
            elif joined := _joined(longest[-1], name):
                longest[-1] = joined
            elif name.end <= longest[-1].end:
                nested.append(name)
            elif _is_within(longest[-1], name):
                longest[-1] = name
        return longest, nested


def _joined(one: Name, other: Name) -> Name | None:
    """Two names of one entity that overlap: "President Xi" and "Xi Jinping"."""
    if other.end <= one.end:
        return None
    shared = {sense.iri for sense in one.senses} & {sense.iri for sense in other.senses}
    senses = tuple(sense for sense in other.senses if sense.iri in shared)
    return Name(one.start, other.end, senses) if senses else None


def _is_within(weak: Name, other: Name) -> bool:
    """Whether a weak name is but the beginning of a longer one: "*the South* China Sea"."""
    longer = other.end - other.start > weak.end - weak.start
    return longer and all(sense.weak for sense in weak.senses)


def _first_level(ontology: Ontology) -> set[str]:
    """Classes whose labels are everyday words of the field, and name nothing in particular."""
    return {
        term.name
        for term in ontology.classes.values()
        if not any(word[:1].isupper() for label in term.labels for word in label.split())
    }
