"""Who "we" and "I" are in a document, told before it is read."""

from __future__ import annotations

from graph.statements import Document
from loaders.extraction.knowledge.byline import asked_of, author_of, byline_of, interviewed
from loaders.extraction.knowledge.discourse import Discourse
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.publishing import Publishers
from loaders.extraction.knowledge.selves import NamedIn, banded, bidden, selves, titled
from loaders.extraction.knowledge.voice import (
    is_of_several,
    nation_of,
    openers_of,
    parties_of,
    spoken_for,
    takes_turns,
    title_of,
    voice_of,
)
from loaders.extraction.knowledge.world import World

_TITLE = 300


class FirstPerson:
    """Settles it for one document; `date` is the document's."""

    def __init__(
        self, world: World, publishers: Publishers, named_in: NamedIn, date: str | None
    ) -> None:
        self._world, self._publishers = world, publishers
        self._named_in, self._date = named_in, date
        self._envoys = world.lexicon.role("Envoy")

    def settle(self, document: Document, discourse: Discourse) -> str:
        """Put it down in `discourse`; the title by which it is a joint text, or its first line."""
        discourse.publisher = self._publishers.home_of(document)
        joint = voice_of(document, self._world) or ""
        line = joint or document.text.lstrip().split("\n", 1)[0][:_TITLE]
        line = line.title() if line.isupper() else line
        discourse.voice = (
            self._joint(document, joint) or self._single(document, discourse, line)
        ) or self._titled(document, line)
        return line

    def _joint(self, document: Document, title: str) -> tuple[Filler, ...]:
        """Who "we" are in a joint text: the parties of its title, else the polities with whom it
        begins: "*The ministers of X and Y* met"."""
        world, named_in = self._world, self._named_in
        parties = parties_of(title, named_in(title, True), world)
        if parties or not title:
            return spoken_for(parties, world, self._date)
        found = spoken_for(named_in(openers_of(document), True), world, self._date)
        polities = tuple(f for f in found if world.polity.fits(f.types))
        groups = tuple(f for f in found if world.facts.is_group(f.entity))
        return next((s for s in (polities, polities + groups) if len(s) > 1), ())

    def _single(self, document: Document, discourse: Discourse, line: str) -> tuple[Filler, ...]:
        """Who "we" are where one speaks: by a byline or an introduction, by the text's own words,
        by the publisher, by "our country"."""
        world, text, named_in = self._world, document.text, self._named_in
        told = "" if takes_turns(text) else byline_of(text, self._envoys)
        told = told or asked_of(text, self._envoys)
        discourse.author, voice = author_of(told, named_in(told, False), world, self._date)
        if not voice and (asked := interviewed(text)):
            people = [f for f in named_in(asked, False) if world.is_person(f.types)]
            discourse.author, voice = author_of(asked, people, world, self._date)
        if voice or is_of_several(document, world):
            return voice
        if told_so := selves(text, named_in, world, self._date):
            return told_so
        if (
            told_so := banded(title_of(document) or line, text, named_in, world)
            or discourse.publisher
        ):
            return told_so
        home = discourse.home or bidden(line, named_in(line, True), world)
        return nation_of(text, home, world)

    def _titled(self, document: Document, line: str) -> tuple[Filler, ...]:
        """Who "we" are by a title that says whose text it is."""
        lines = (title_of(document), line)
        told = (
            titled(each, self._named_in(each, True), self._world, self._date)
            for each in lines
            if each
        )
        return next(filter(None, told), ())
