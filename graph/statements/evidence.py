"""Evidence: one place that states a fact, and how it states it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph.statements.ids import DocumentId, EntityId, EvidenceId, FactId, Identified, digest
from graph.statements.time import Interval, interval


class EvidenceKind(StrEnum):
    """How an evidence came to be."""

    TEXT = "text"
    """Read from a document by an extractor."""
    REFERENCE = "reference"
    """Stated by a Turtle file of the ontology."""
    CURATED = "curated"
    """Entered by a person on a span of text."""
    INFERRED = "inferred"
    """Derived by a named rule from named facts."""


class Polarity(StrEnum):
    """Whether the text affirms the fact or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Status(StrEnum):
    """How real the text says the fact is."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    RECOMMENDED = "recommended"


class Standing(StrEnum):
    """Whether an evidence counts, by the judgements that stand."""

    COUNTED = "counted"
    RETRACTED = "retracted"
    """Somebody found that it does not state its fact."""
    REJECTED = "rejected"
    """Somebody found that an end of its fact is no entity."""


class Modality(StrEnum):
    """Polarity and status in one word, for filters, scorer and drawing."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


def modality_of(polarity: Polarity, status: Status) -> Modality:
    """Denied is negated, else the status; what is recommended is possible."""
    if polarity is Polarity.DENIED:
        return Modality.NEGATED
    if status is Status.ACTUAL:
        return Modality.ASSERTED
    return Modality.PLANNED if status is Status.PLANNED else Modality.POSSIBLE


class Span(NamedTuple):
    """Code points [start, end) of a document's text."""

    start: int
    end: int


class Qualifier(NamedTuple):
    """One qualifier of an evidence, such as `with` or `office`.

    `value` is an entity's id if `is_entity`, else a literal.
    """

    name: str
    value: str
    is_entity: bool


QUANTIFIER, EACH = "quantifier", "each"
"""The qualifier that says how a group's fact falls on its members, and the value that
lets it hold of each."""


@dataclass(frozen=True, slots=True)
class Evidence(Identified):
    """A span of a document that states a fact.

    `quote` equals the document's text from `start` to `end`. `context` are
    the spans that govern it, such as the heading of a list. `said_by` is the
    chain of speakers, the nearest to the claim last. `time` is the EDTF time
    it speaks of. `confidence` is the extractor's own, from 0 to 1. `rule` and
    `premises` are what an inferred evidence follows from.
    """

    fact: FactId
    document: DocumentId
    kind: EvidenceKind
    start: int
    end: int
    quote: str
    context: tuple[Span, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    status: Status = Status.ACTUAL
    said_by: tuple[EntityId, ...] = ()
    time: str | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    confidence: float = 1.0
    extractor: str = ""
    version: str = ""
    source: str | None = None
    """Where a reference statement was read (`dcterms:source`); None: unverified."""
    rule: str | None = None
    premises: tuple[FactId, ...] = ()

    @property
    def modality(self) -> Modality:
        return modality_of(self.polarity, self.status)

    @property
    def times(self) -> Interval:
        """The days that `time` can mean."""
        return interval(self.time)

    @property
    def id(self) -> EvidenceId:
        """A hash of the claim, its place and its manner, not of its confidence."""
        return EvidenceId(self._kept())

    def _made(self) -> str:
        return digest(
            self.fact,
            self.document,
            self.kind,
            str(self.start),
            str(self.end),
            self.polarity,
            self.status,
            *self.said_by,
            "time",
            self.time or "",
            *(part for q in self.qualifiers for part in (q.name, q.value)),
            "rule",
            self.rule or "",
            *self.premises,
        )
