"""The default extractor: dependency parses, the ontology's names and its cues."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator

from graph.statements import (
    Document,
    Extraction,
)
from loaders.extraction.bounds import infer_date
from loaders.extraction.cues.matcher import Matcher
from loaders.extraction.grammar.capitals import Capitals
from loaders.extraction.grammar.grammar import Grammar
from loaders.extraction.grammar.manner import Manners
from loaders.extraction.grammar.office_holders import OfficeHolders
from loaders.extraction.knowledge.cast import Cast
from loaders.extraction.knowledge.claims import Claims
from loaders.extraction.knowledge.discourse import Discourse
from loaders.extraction.knowledge.events import EventResolver
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.leading import Leading
from loaders.extraction.knowledge.publishing import Publishers
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.gazetteer import Gazetteer
from loaders.extraction.names.names import Names
from loaders.extraction.parse.embedding import keep_embeddings
from loaders.extraction.parse.language import lemmas, load_pipeline, parse
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from loaders.extraction.setting.first_person import FirstPerson
from loaders.extraction.setting.labels import Labels
from loaders.extraction.setting.notes import Notes
from loaders.extraction.setting.topics import Topics
from loaders.extraction.setting.turns import Turns
from loaders.extraction.stating.attribution import Attribution
from loaders.extraction.stating.reality import Reality
from loaders.extraction.stating.stating import Stated, Stating
from loaders.extraction.stating.timing import Timing
from loaders.extraction.text.dates import Dates
from loaders.extraction.text.headlines import Headlines
from loaders.extraction.text.introductions import Introductions
from loaders.extraction.text.passages import passages
from ontology.model import Ontology

_COLLECTED = (50_000, 20, 50)
"""Every passage leaves cycles behind: when the collector takes many at once, it costs less."""


def _as_it_is(word: str, _: str) -> str:
    """The lemma where the pipeline has no rules for it."""
    return word


class DependencyExtractor:
    """Reads documents with spaCy and the lexicon. Not for several threads at once."""

    name = "dependency"
    version = "1"

    def __init__(self, ontology: Ontology, model: str) -> None:
        self.ontology = ontology
        self.world = World(ontology)
        self.gazetteer = Gazetteer(ontology)
        self.grammar = Grammar(ontology.lexicon)
        self.dates = Dates(ontology.lexicon)
        self.events = EventResolver(self.world, self.dates, self.gazetteer)
        self.manners = Manners(ontology.lexicon)
        self.holders = OfficeHolders(
            self.world.offices, ontology.lexicon.role("Portfolio"), self.world.bodies
        )
        self.reality = Reality(self.world, self.manners, self.events)
        self.matcher = Matcher(self.world)
        self.labels = Labels(ontology)
        self.publishers = Publishers(self.world)
        self.pipeline = load_pipeline(model)
        self.lemma = lemmas(self.pipeline)
        self.joined = Introductions(ontology.lexicon, self.lemma or _as_it_is).joined
        self.capitals = Capitals(ontology.lexicon)
        keep_embeddings(self.pipeline)
        # What stands so far outlives every document: the collector need not walk it again and
        # again, which takes a twentieth of the time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECTED)

    def extract(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """What each document says, in order."""
        for document in documents:
            yield self._extract(document)

    def _extract(self, document: Document) -> Extraction:
        inferred = None if document.date else infer_date(self, document)
        return _DocumentReading(self, document, inferred).extraction()


_LABELLED = 0.6
"""How sure it is what a label says of its items."""


class _DocumentReading:
    """One document while it is read."""

    def __init__(
        self, extractor: DependencyExtractor, document: Document, inferred: str | None
    ) -> None:
        self._parts = extractor
        self._document = document
        self._inferred = inferred
        self._date = document.date or inferred
        self._cast = Cast(extractor.world)
        self._discourse = Discourse()
        self._attribution = Attribution()
        self._claims = Claims()
        self._topics = Topics(extractor.gazetteer)
        self._notes = Notes(extractor.world, self._cast, self._discourse)
        self._number = 0
        self._stating = Stating(
            extractor.ontology,
            extractor.reality,
            self._attribution,
            Timing(extractor.dates, self._date, extractor.world.speaking),
        )

    def extraction(self) -> Extraction:
        parts = self._parts
        parts.events.calendar.document_date = self._date
        leading = Leading(self._document.text, parts.gazetteer, parts.world)
        self._discourse.protagonist, self._discourse.home = leading.actor, leading.polity
        self._discourse.named = leading.named
        first = FirstPerson(parts.world, parts.publishers, self._topics.named_in, self._date)
        line = first.settle(self._document, self._discourse)
        self._turns = Turns(
            self._document.text,
            self._topics.named_in,
            parts.world,
            self._discourse.publisher,
            self._date,
        )
        self._discourse.theme = self._theme(line)
        self._discourse.parties = leading.parties(line, parts.gazetteer, parts.world)
        headlines = Headlines(self._document.text, parts.gazetteer.proper, parts.world.offices)
        told = map(headlines.told, map(parts.joined, passages(self._document)))
        for tree in parse(parts.pipeline, parts.lemma, told):
            self._read(tree)
            self._number += len(tree.sentences)
        used = self._claims.entities()
        return Extraction(
            entities=self._cast.entities(used),
            mentions=self._cast.mentions(used),
            claims=self._claims.all(),
            inferred_date=self._inferred,
        )

    def _theme(self, title: str) -> tuple[Filler, ...]:
        """The one thing or group that the title names, not a state or a person."""
        world, found = self._parts.world, self._topics.named_in(title)
        themes = [
            f
            for f in found
            if world.fits(f.types, world.referable)
            and not world.polity.fits(f.types)
            and not world.is_person(f.types)
        ]
        return tuple(themes) if len(themes) == 1 else ()

    def _take_turn(self, tree: Tree) -> None:
        """Have "we" and "I" be whose turn it is, where people speak in turn."""
        turn = self._turns.at(tree.passage.span(0, len(tree.passage.text)).start)
        discourse = self._discourse
        if turn is not None and turn != (discourse.author, discourse.voice):
            discourse.author, discourse.voice = turn
            discourse.own = set()

    def _read(self, tree: Tree) -> None:
        parts = self._parts
        self._take_turn(tree)
        parts.holders.hang(tree)
        world = parts.world
        names = Names(parts.gazetteer, tree, world.heads, world.happening_heads)
        parts.capitals.lower(tree, names.covering)
        reader = Reader(
            Site(
                parts.world,
                parts.grammar,
                self._cast,
                self._discourse,
                parts.events,
                tree,
                names,
                self._number,
            )
        )
        self._notes.take(reader)
        for sentence in range(len(tree.sentences)):
            self._attribution.listen(reader, sentence)
        self._topics.note(reader)
        topic = self._topics.of(tree.passage)
        for match in parts.matcher.match(reader, topic):
            cue = match.cue
            self._keep(
                reader,
                Stated(
                    match.trigger,
                    cue.predicate,
                    match.subject,
                    match.object,
                    match.name(reader),
                    cue.confidence,
                    cue,
                    match.qualifiers,
                    match.topical,
                    match.told,
                    match.flipped,
                ),
            )
        for token, label, subject, target in parts.labels.match(reader, topic):
            name = f"label {label.name}"
            self._keep(reader, Stated(token, label.predicate, subject, target, name, _LABELLED))

    def _keep(self, reader: Reader, stated: Stated) -> None:
        for claim in self._stating.claims(reader, stated):
            self._claims.keep(claim)
