"""From what a cue or a label states to claims with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.statements import Claim, Polarity, Qualifier, Span, Status
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.instances import instances_of
from loaders.extraction.reading.reader import Reader
from loaders.extraction.stating.attribution import Attribution
from loaders.extraction.stating.quote import quote_span
from loaders.extraction.stating.reality import Reality
from loaders.extraction.stating.timing import Timing
from ontology.lexicon import Cue, Slot
from ontology.model import Ontology

_OTHER = {Polarity.AFFIRMED: Polarity.DENIED, Polarity.DENIED: Polarity.AFFIRMED}
_STANDS = (Polarity.AFFIRMED, Status.ACTUAL)


class Stated(NamedTuple):
    """A fact that a trigger states; `cue` is None where a label does."""

    trigger: int
    predicate: str
    subject: Filler
    object: Filler
    name: str
    confidence: float
    cue: Cue | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    topical: bool = True
    """A governor tells an end, and belongs to the evidence."""
    told: int | None = None
    """The verb of the clause that says it, where it leaves out the trigger: "A joined. B *did*
    not"."""
    flipped: bool = False
    """That clause denies what the trigger's says of another."""


class Stating:
    """Makes the claims of one document."""

    def __init__(
        self,
        ontology: Ontology,
        reality: Reality,
        attribution: Attribution,
        timing: Timing,
    ) -> None:
        self._ontology, self._reality, self._attribution = ontology, reality, attribution
        self._timing = timing

    def claims(self, reader: Reader, stated: Stated) -> Iterator[Claim]:
        """What is stated; of a class of things, of each instance that is meant."""
        subject, target = stated.subject, stated.object
        if subject.is_class or target.is_class:
            for one, other in instances_of(reader, subject, target):
                yield from self.claims(reader, stated._replace(subject=one, object=other))
            return
        tree, trigger, lead = reader.tree, stated.trigger, reader.tree.passage.lead
        places = (tree.starts[trigger], subject.start, target.start)
        if subject.entity == target.entity or max(places) < lead:
            # What an introduction says by itself was said there.
            return
        real = self._reality.of(tree, trigger, stated.cue, subject, target)
        if real is not None and stated.told is not None:
            real = self._reality.repeated(tree, stated.told, real)
        if real is not None and stated.flipped:
            real = _OTHER[real[0]], real[1]
        if real is None or (real == _STANDS and _is_stranger(reader, stated)):
            return
        place = trigger if stated.told is None else stated.told
        start, end = quote_span(tree, place, (subject, target))
        span = tree.passage.span(start, end)
        above = tree.passage.governors[-2:] if stated.topical else tree.passage.governors[-1:]
        context = [g.span for g in above] if stated.topical or min(places) < lead else []
        referred = self._referred(tree, stated.predicate, subject, target)
        context += [f.at for f in (subject, target) if f.at and not _holds(span, f.at)]
        context += [
            tree.passage.span(*tree.sentence_span(f.token))
            for f in (subject, target)
            if stated.told is None and _is_elsewhere(tree, trigger, f)
        ]
        if tree.sentence[place] != tree.sentence[trigger]:
            context.append(tree.passage.span(*tree.sentence_span(trigger)))
        yield Claim(
            subject=subject.entity,
            predicate=stated.predicate,
            object=target.entity,
            start=span.start,
            end=span.end,
            context=tuple(dict.fromkeys(context)),
            polarity=real[0],
            status=real[1],
            said_by=self._attribution.speakers(reader, trigger),
            time=self._timing.time(tree, trigger, start, end),
            qualifiers=tuple(sorted({*stated.qualifiers, *referred})),
            confidence=round(stated.confidence * subject.sure * target.sure, 3),
            cue=stated.name,
        )

    def _referred(
        self, tree: Tree, predicate: str, subject: Filler, target: Filler
    ) -> Iterator[Qualifier]:
        """The words that take up an end named elsewhere: "the alliance", "they"."""
        ends = [subject, target]
        if predicate in self._ontology.symmetric:
            ends.sort(key=lambda filler: filler.entity)
        for name, filler in zip(("subjectAs", "objectAs"), ends, strict=True):
            words = tree.passage.text[filler.start : filler.end]
            if filler.at and words and name in self._ontology.qualifiers:
                yield Qualifier(name, words, False)


def _holds(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


def _is_stranger(reader: Reader, stated: Stated) -> bool:
    """Whether reference facts name the members of a group that the words leave out, and who is
    said to have joined is none of them: it joined another."""
    cue, world = stated.cue, reader.world
    if cue is None or Slot.GIVEN not in cue.object.slots:
        return False
    if stated.predicate not in world.lexicon.memberships or not world.facts.is_group(
        stated.object.entity
    ):
        return False
    return not world.facts.is_member(stated.subject.entity, stated.object.entity)


def _is_elsewhere(tree: Tree, trigger: int, filler: Filler) -> bool:
    """Whether another sentence names it: "A joined. So did *B*"."""
    here = filler.at is None and filler.start < filler.end and filler.token < len(tree.words)
    return here and tree.sentence[filler.token] > tree.sentence[trigger]
