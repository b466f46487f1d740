"""The default extractor: dependency parses, the ontology's names and its cues."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.statements import (
    Claim,
    Document,
    EntityId,
    Extraction,
    Polarity,
    Qualifier,
    Span,
    Status,
)
from loaders.extraction.anaphora import PRONOUNS
from loaders.extraction.attribution import Attribution
from loaders.extraction.bounds import infer_date
from loaders.extraction.cast import Cast
from loaders.extraction.dates import Dates
from loaders.extraction.discourse import Discourse
from loaders.extraction.events import EventResolver
from loaders.extraction.filler import Filler
from loaders.extraction.gazetteer import Gazetteer
from loaders.extraction.grammar import Grammar
from loaders.extraction.instances import instances_of
from loaders.extraction.labels import Labels
from loaders.extraction.language import lemmas, load_pipeline, parse
from loaders.extraction.manner import Manners
from loaders.extraction.matcher import Matcher, manner_of
from loaders.extraction.names import Names
from loaders.extraction.passage import Governance, Governor, Passage, passages
from loaders.extraction.proposals import is_proposed
from loaders.extraction.quote import quote_span
from loaders.extraction.reader import Reader
from loaders.extraction.site import Site
from loaders.extraction.tree import Tree
from loaders.extraction.voice import voice_of
from loaders.extraction.world import World
from ontology.lexicon import Cue
from ontology.model import Ontology

_OPENING = 20_000
"""Code points from whose names the protagonist is told."""


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
        self.matcher = Matcher(ontology)
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
        self._claims: dict[tuple[object, ...], Claim] = {}
        self._number = 0
        self._sentence: tuple[str, str | None] = ("", None)
        self._topics: dict[Span, list[Filler]] = {}

    def extraction(self) -> Extraction:
        parts = self._parts
        parts.events.document_date = self._date
        title = voice_of(self._document, parts.world) or ""
        named = [
            filler
            for filler in self._named_in(title, weak=True)
            if parts.world.fits(filler.types, parts.world.actors)
        ]
        before = title.lower().find(" on ")
        parties = [filler for filler in named if before < 0 or filler.start < before]
        self._discourse.voice = tuple(parties)
        self._discourse.protagonist = self._protagonist()
        for tree in parse(parts.pipeline, parts.lemma, passages(self._document)):
            self._read(tree)
            self._number += len(tree.sentences)
        used = {
            entity
            for claim in self._claims.values()
            for entity in (
                claim.subject,
                claim.object,
                *claim.said_by,
                *(EntityId(q.value) for q in claim.qualifiers if q.is_entity),
            )
        }
        return Extraction(
            entities=self._cast.entities(used),
            mentions=self._cast.mentions(used),
            claims=tuple(self._claims.values()),
            inferred_date=self._inferred,
        )

    def _protagonist(self) -> tuple[Filler, ...]:
        """The group, else the actor, that the document names much more often than any other."""
        world = self._parts.world
        fits, actors = world.fits, world.actors
        counts: Counter[str] = Counter()
        fillers: dict[str, Filler] = {}
        for name in self._parts.gazetteer.find(self._document.text[:_OPENING])[0]:
            for sense in name.senses:
                if not sense.weak and not sense.adjectival and fits(sense.types, actors):
                    counts[sense.iri] += 1
                    fillers[sense.iri] = Filler(
                        EntityId(sense.iri),
                        sense.types,
                        0,
                        name.start,
                        name.end,
                        sure=0.7,
                        at=Span(name.start, name.end),
                    )
        polities = {
            i: n for i, n in counts.items() if fits(fillers[i].types, world.lexicon.polities)
        }
        self._discourse.home = _leading(Counter(polities), fillers, 2)
        groups = Counter({i: n for i, n in counts.items() if world.is_group(i)})
        return _leading(groups, fillers, 1.5) or _leading(counts, fillers, 2)

    def _read(self, tree: Tree) -> None:
        parts = self._parts
        names = Names(parts.gazetteer, tree)
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
        self._note(reader)
        topic = self._topic(tree.passage)
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

    def _note(self, reader: Reader) -> None:
        """Register who is named, sentence by sentence, for what refers back."""
        tree = reader.tree
        for token in range(len(tree.words)):
            named = reader.names.has_root(token)
            subject = tree.deps[token] in ("nsubj", "nsubjpass")
            wanted = self._parts.world.referable
            told = not named and tree.is_noun(token) and reader.is_told_by_parties(token)
            if not (named or subject or told) or tree.first_conjunct(token) != token:
                if named:
                    reader.read(token, wanted)
                continue
            fillers = reader.fillers([token], wanted)
            if subject and not fillers and self._is_theme(tree, token):
                self._discourse.note_unknown(self._number + tree.sentence[token])
            proposed = is_proposed(tree, token, self._parts.world)
            for filler in fillers:
                if filler.is_class:
                    self._discourse.note_class(filler, self._number + tree.sentence[token])
                elif proposed:
                    at = filler.at or tree.passage.span(filler.start, filler.end)
                    sentence = self._number + tree.sentence[token]
                    self._discourse.note_proposed(filler._replace(at=at), sentence)
            self._discourse.note(
                [
                    f._replace(at=f.at or tree.passage.span(f.start, f.end))
                    for f in fillers
                    if not f.is_class and self._cast.is_named(f.entity)
                ],
                self._number + tree.sentence[token],
                token,
                0 if subject else 1 + self._is_setting(tree, token),
                self._is_many(tree, token, named),
                PRONOUNS.get(tree.lower[token]) is True,
            )
        for sentence in range(len(tree.sentences)):
            self._attribution.listen(reader, sentence)

    @staticmethod
    def _is_theme(tree: Tree, token: int) -> bool:
        """Whether a sentence is about a thing that a later "it" may be."""
        verb = tree.heads[token]
        return tree.tags[token] in ("NN", "NNP") and tree.heads[verb] == verb

    def _is_setting(self, tree: Tree, token: int) -> bool:
        """Whether it says only where something is: "at the summit in *Laos*"."""
        locative = self._parts.world.locative
        return tree.deps[token] == "pobj" and tree.lower[tree.heads[token]] in locative

    def _is_many(self, tree: Tree, token: int, named: bool) -> bool:
        """Whether "they" may be whom it names: "partners", "the *people* of X", "X's troops"."""
        people = self._parts.world.people
        above = tree.heads[token]
        of = tree.deps[token] == "pobj" and tree.lower[above] == "of"
        noun = tree.heads[above] if of else token
        many = tree.tags[noun] == "NNS" and tree.lemmas[noun] in people
        owned = tree.child(token, "poss") is not None
        return many or (named and not owned and tree.tags[token] in ("NNS", "NNPS"))

    def _topic(self, passage: Passage) -> list[list[Filler]]:
        return [self._topic_of(governor) for governor in reversed(passage.governors)]

    @staticmethod
    def _is_affected(governor: Governor, start: int) -> bool:
        """Whether a question asks what it means *for* this, not what *it* means."""
        before = governor.text[:start].rstrip().removesuffix(" the").rsplit(" ", 1)[-1]
        return governor.kind is Governance.QUESTION and before in ("for", "on", "to")

    def _topic_of(self, governor: Governor) -> list[Filler]:
        if governor.span not in self._topics:
            self._topics[governor.span] = [
                filler
                for filler in self._named_in(governor.text)
                if not self._is_affected(governor, filler.start)
            ]
        return self._topics[governor.span]

    def _named_in(self, text: str, weak: bool = False) -> list[Filler]:
        found: dict[EntityId, Filler] = {}
        for name in self._parts.gazetteer.find(text)[0]:
            strong = [s for s in name.senses if (weak or not s.weak) and not s.is_class]
            if strong:
                sense = min(strong)
                filler = Filler(
                    EntityId(sense.iri), sense.types, 0, name.start, name.end, sure=0.75
                )
                found.setdefault(filler.entity, filler)
        return list(found.values())

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
        polarity, status = parts.manners.of(tree, _anchor(tree, trigger, target))
        status = parts.manners.introduced(status, _introductions(tree, trigger))
        if manner is not None:
            if manner.fallback and polarity is Polarity.DENIED:
                return
            polarity, status = manner_of(manner, polarity, status)
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
        self._keep(claim)

    def _keep(self, claim: Claim) -> None:
        """Of claims that say the same at a place, the surest, with all qualifiers."""
        key = (
            *sorted((claim.subject, claim.object)),
            claim.predicate,
            claim.start,
            claim.end,
            claim.polarity,
            claim.status,
        )
        known = self._claims.get(key)
        if known is None or known.confidence < claim.confidence:
            self._claims[key] = claim
        elif set(claim.qualifiers) - set(known.qualifiers) and known.subject == claim.subject:
            merged = tuple(sorted({*known.qualifiers, *claim.qualifiers}))
            self._claims[key] = replace(known, qualifiers=merged)

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


def _leading(counts: Counter[str], fillers: dict[str, Filler], lead: float) -> tuple[Filler, ...]:
    """The one that is named at least three times, and `lead` times as often as the next."""
    (first, most), (_, next_) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return (fillers[first],) if most >= 3 and most >= lead * next_ else ()


def _introductions(tree: Tree, trigger: int) -> list[str]:
    """The labels above an item that is only a fragment: it goes on with what they began."""
    root = [trigger, *tree.up(trigger)][-1]
    if tree.child(root, "nsubj", "nsubjpass", "expl") is not None:
        return []
    return [g.text for g in tree.passage.governors if g.kind is Governance.LABEL]


def _anchor(tree: Tree, trigger: int, target: Filler) -> int:
    """The word whose manner counts: "the talks *will focus* on X" is the verb's, not the noun's."""
    head = tree.heads[trigger]
    if tree.deps[trigger] == "nsubj" and tree.is_verb(head) and target.token > head:
        return head
    return trigger
