"""For whom people and texts stand, by reference facts."""

from __future__ import annotations

from collections.abc import Sequence

from graph.statements import EntityId
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.reading import Reading
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from ontology.lexicon import Cue


class Standing:
    """Answers at the time of the document."""

    def __init__(self, site: Site, reading: Reading) -> None:
        self._site, self._reading, self.world = site, reading, site.world

    def of(self, person: Filler) -> tuple[Filler, ...]:
        """The polity for which a person acts."""
        return tuple(
            person._replace(
                entity=EntityId(iri), types=types, sure=person.sure * 0.8, through=person.entity
            )
            for iri, types in self._site.stands_for(person.entity)
        )

    def alike(self, found: list[Filler]) -> list[Filler]:
        """Where people are named beside others, for whom they act: "Premier *X* and his *Chilean*
        counterpart" are two states."""
        if len({self.world.is_person(f.types) for f in found}) > 1:
            return [next(iter(self.of(f)), f) for f in found]
        return found

    def authors(self, tokens: Sequence[int], wanted: Wanted) -> list[Filler]:
        """Whose texts `tokens` name: "the Strategic Concept sees X as a threat"."""
        return [
            author._replace(sure=author.sure * 0.9)
            for text in self._reading.fillers(tokens, self.world.text)
            for author in self.wrote(text)
            if wanted.fits(author.types)
        ]

    def wrote(self, text: Filler) -> list[Filler]:
        """Whose the text is by reference facts."""
        return [
            text._replace(entity=EntityId(iri), types=types)
            for iri, types in self.world.facts.author(text.entity)
        ]

    def known(self, subject: Filler, cue: Cue, trigger: int) -> list[Filler]:
        """What reference facts of the cue's predicate say of `subject` at the document's time,
        if that is one thing, and for whom it acts; else whose the office at `trigger` is."""
        date = self._site.events.calendar.document_date
        found = [
            *self.world.facts.stated(subject.entity, cue.predicate, cue.object.classes, date),
            *self.world.facts.stands_for(subject.entity, date),
        ]
        if not found and date is None:
            # "*Secretary General* X" of an undated text
            office = phrase.pair(self._site.tree, trigger)
            found = self.world.facts.held_as(subject.entity, cue.predicate, office)
        return [
            subject._replace(entity=EntityId(iri), types=types, sure=0.85)
            for iri, types in dict(found).items()
            if self.world.fits(types, cue.object.classes)
        ]
