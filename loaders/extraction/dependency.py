"""The default extractor: dependency parses, the ontology's names and its cues."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator

from graph.statements import (
    Claim,
    Document,
    Extraction,
    Polarity,
    Qualifier,
    Span,
    Status,
)
from loaders.extraction.attribution import Attribution
from loaders.extraction.bounds import infer_date
from loaders.extraction.cast import Cast
from loaders.extraction.claims import Claims
from loaders.extraction.dates import Dates
from loaders.extraction.discourse import Discourse
from loaders.extraction.events import EventResolver
from loaders.extraction.filler import Filler
from loaders.extraction.gazetteer import Gazetteer
from loaders.extraction.grammar import Grammar
from loaders.extraction.instances import instances_of
from loaders.extraction.labels import Labels
from loaders.extraction.language import lemmas, load_pipeline, parse
from loaders.extraction.leading import Leading
from loaders.extraction.manner import Manners
from loaders.extraction.matcher import Matcher, manner_of
from loaders.extraction.names import Names
from loaders.extraction.notes import Notes
from loaders.extraction.passage import Governance, passages
from loaders.extraction.quote import quote_span
from loaders.extraction.reader import Reader
from loaders.extraction.site import Site
from loaders.extraction.topics import Topics
from loaders.extraction.tree import Tree
from loaders.extraction.voice import voice_of
from loaders.extraction.world import World
from ontology.lexicon import Cue
from ontology.model import Ontology


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
        self.matcher = Matcher(self.world)
        self.labels = Labels(ontology)
        self.pipeline = load_pipeline(model)
        self.lemma = lemmas(self.pipeline)
        # What stands so far outlives every document: the collector need not walk it again and
        # again, which takes a twentieth of the time.
        gc.collect()
        gc.freeze()

    def extract(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """What each document says, in order."""
        for document in documents:
            yield self._extract(document)

    def _extract(self, document: Document) -> Extraction:
        inferred = None if document.date else infer_date(self, document)
        return _DocumentReading(self, document, inferred).extraction()


_TITLE = 300


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
        self._sentence: tuple[str, str | None] = ("", None)

    def extraction(self) -> Extraction:
        parts = self._parts
        parts.events.document_date = self._date
        title = voice_of(self._document, parts.world) or ""
        named = [
            filler
            for filler in self._topics.named_in(title, weak=True)
            if parts.world.fits(filler.types, parts.world.actors)
        ]
        before = title.lower().find(" on ")
        parties = [filler for filler in named if before < 0 or filler.start < before]
        self._discourse.voice = tuple(parties)
        leading = Leading(self._document.text, parts.gazetteer, parts.world)
        self._discourse.protagonist, self._discourse.home = leading.actor, leading.polity
        line = title or self._document.text.lstrip().split("\n", 1)[0][:_TITLE]
        line = line.title() if line.isupper() else line
        self._discourse.parties = leading.parties(line, parts.gazetteer, parts.world)
        for tree in parse(parts.pipeline, parts.lemma, passages(self._document)):
            self._read(tree)
            self._number += len(tree.sentences)
        used = self._claims.entities()
        return Extraction(
            entities=self._cast.entities(used),
            mentions=self._cast.mentions(used),
            claims=self._claims.all(),
            inferred_date=self._inferred,
        )

    def _read(self, tree: Tree) -> None:
        parts = self._parts
        names = Names(parts.gazetteer, tree, parts.world.heads)
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
        topic = self._topics.of(tree.passage)
        for match in parts.matcher.match(reader, topic):
            self._claim(
                reader,
                match.trigger,
                match.cue.predicate,
                match.subject,
                match.object,
                qualifiers=match.qualifiers,
                name=match.name(reader),
                confidence=match.cue.confidence,
                manner=match.cue,
                topical=match.topical,
            )
        for labelled in parts.labels.match(reader, topic):
            self._claim(
                reader,
                labelled.token,
                labelled.label.predicate,
                labelled.subject,
                labelled.object,
                qualifiers=(),
                name=f"label {labelled.label.name}",
                confidence=0.6,
                manner=None,
                topical=True,
            )

    def _time(self, sentence: str) -> str | None:
        if sentence != self._sentence[0]:
            self._sentence = (sentence, self._parts.dates.time(sentence, self._date))
        return self._sentence[1]

    def _claim(
        self,
        reader: Reader,
        trigger: int,
        predicate: str,
        subject: Filler,
        target: Filler,
        *,
        qualifiers: tuple[Qualifier, ...],
        name: str,
        confidence: float,
        manner: Cue | None,
        topical: bool,
    ) -> None:
        parts, tree = self._parts, reader.tree
        if subject.is_class or target.is_class:
            for one, other in instances_of(reader, subject, target):
                self._claim(
                    reader,
                    trigger,
                    predicate,
                    one,
                    other,
                    qualifiers=qualifiers,
                    name=name,
                    confidence=confidence,
                    manner=manner,
                    topical=topical,
                )
            return
        if subject.entity == target.entity:
            return
        claimed = (subject.entity, target.entity)
        setting = parts.world.fits(subject.types, parts.world.lexicon.happenings)
        anchor = _anchor(tree, trigger, subject if setting else None, target)
        polarity, status = parts.manners.of(
            tree,
            anchor,
            held=predicate in parts.world.lexicon.attitudes,
            acting=manner is not None and manner.fallback,
        )
        status = parts.manners.introduced(status, _introductions(tree, trigger))
        if manner is not None:
            if manner.fallback and polarity is Polarity.DENIED:
                return
            if manner.status != Status.PLANNED or not _is_concluded(tree, trigger, parts.world):
                polarity, status = manner_of(manner, polarity, status)
            undone = _is_undone(tree, target, parts.world) or _is_none(tree, trigger, target)
            if manner.polarity is None and undone:
                denied = polarity is Polarity.DENIED
                polarity = Polarity.AFFIRMED if denied else Polarity.DENIED
        if setting and _is_where(tree, trigger, subject, target, parts.world):
            polarity, status = Polarity.AFFIRMED, Status.ACTUAL
        events = parts.events
        ahead = any(map(events.is_ahead, claimed)) or events.is_awaited(tree, target)
        if status is Status.ACTUAL and ahead:
            # Told before the event, or before the agreement was there.
            status = Status.PLANNED
        start, end = quote_span(tree, trigger, (subject, target))
        span = tree.passage.span(start, end)
        context = [g.span for g in tree.passage.governors[-2:]] if topical else []
        referred = self._referred(tree, predicate, subject, target)
        context += [f.at for f in (subject, target) if f.at and not _holds(span, f.at)]
        claim = Claim(
            subject=subject.entity,
            predicate=predicate,
            object=target.entity,
            start=span.start,
            end=span.end,
            context=tuple(dict.fromkeys(context)),
            polarity=polarity,
            status=status,
            said_by=self._attribution.speakers(reader, trigger),
            time=self._time(tree.passage.text[start:end]),
            qualifiers=tuple(sorted({*qualifiers, *referred})),
            confidence=round(confidence * subject.sure * target.sure, 3),
            cue=name,
        )
        self._claims.keep(claim)

    def _referred(
        self, tree: Tree, predicate: str, subject: Filler, target: Filler
    ) -> Iterator[Qualifier]:
        """The words that take up an end named elsewhere: "the alliance", "they"."""
        ends = [subject, target]
        if predicate in self._parts.ontology.symmetric:
            ends.sort(key=lambda filler: filler.entity)
        for name, filler in zip(("subjectAs", "objectAs"), ends, strict=True):
            words = tree.passage.text[filler.start : filler.end]
            if filler.at and words and name in self._parts.ontology.qualifiers:
                yield Qualifier(name, words, False)


def _holds(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


def _introductions(tree: Tree, trigger: int) -> list[str]:
    """The labels above an item that is only a fragment: it goes on with what they began."""
    root = [trigger, *tree.up(trigger)][-1]
    if tree.child(root, "nsubj", "nsubjpass", "expl") is not None:
        return []
    return [g.text for g in tree.passage.governors if g.kind is Governance.LABEL]


def _is_where(tree: Tree, trigger: int, event: Filler, place: Filler, world: World) -> bool:
    """Whether a phrase only says where a certain event is, whatever is said of that: "stayed
    away from *the* meeting in X"."""
    if tree.is_verb(trigger) or not world.fits(place.types, world.lexicon.settings):
        return False
    if event.token >= len(tree.words):
        return False
    definite = any(tree.lower[d] in ("the", "this") for d in tree.kids(event.token, "det"))
    return definite or tree.child(event.token, "poss") is not None


def _is_concluded(tree: Tree, trigger: int, world: World) -> bool:
    """Whether what goes on is brought to its end: "concluded *talks* on X"."""
    return tree.deps[trigger] == "dobj" and tree.lemmas[tree.heads[trigger]] in world.concluding


def _is_undone(tree: Tree, target: Filler, world: World) -> bool:
    """Whether a text or event is given up: "tore up the *pact*"."""
    if not world.fits(target.types, (*world.texts, *world.lexicon.happenings)):
        return False
    if target.token >= len(tree.words):
        return False
    noun = tree.first_conjunct(target.token)
    dep, verb = tree.deps[noun], tree.heads[noun]
    said = [
        tree.lemmas[verb],
        *(f"{tree.lemmas[verb]} {tree.lower[p]}" for p in tree.kids(verb, "prt")),
    ]
    return dep in ("dobj", "nsubjpass") and not world.undoing.isdisjoint(said)


def _is_none(tree: Tree, trigger: int, target: Filler) -> bool:
    """Whether a verb has no such object: "has *no* strategy"."""
    if not tree.is_verb(trigger) or target.token not in tree.kids(trigger, "dobj"):
        return False
    return any(tree.lower[d] == "no" for d in tree.kids(target.token, "det"))


def _anchor(tree: Tree, trigger: int, event: Filler | None, target: Filler) -> int:
    """The word whose manner counts: "the talks *will focus* on X" is the verb's, not the noun's;
    of "talks in X" it is the event's."""
    head = tree.heads[trigger]
    if event is not None and head == event.token and tree.tags[trigger] == "IN":
        return head
    if tree.deps[trigger] == "nsubj" and tree.is_verb(head) and target.token > head:
        return head
    return trigger
