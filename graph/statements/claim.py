"""Claims: what an extractor believes it read, before the ontology has agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from graph.statements.document import Mention
from graph.statements.entity import Entity
from graph.statements.evidence import Polarity, Qualifier, Span, Status
from graph.statements.ids import EntityId


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate fact with its place in the text and its manner.

    The attributes are those of `Fact` and `Evidence`. `cue` names the cue
    that fired, so that a report can say which one is to blame.
    """

    subject: EntityId
    predicate: str
    object: EntityId
    start: int
    end: int
    context: tuple[Span, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    status: Status = Status.ACTUAL
    said_by: tuple[EntityId, ...] = ()
    time: str | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    confidence: float = 1.0
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that an extractor read in one document.

    `entities` are the provisional ones (reference entities are known by id).
    `inferred_date` is an EDTF bound on the document's date found in its text.
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    inferred_date: str | None = None


class RefusalReason(StrEnum):
    """Why a claim does not become a statement."""

    PREDICATE = "unknown-predicate"
    ENTITY = "unknown-entity"
    DOMAIN = "subject-not-in-domain"
    RANGE = "object-not-in-range"
    SELF = "subject-is-object"
    QUALIFIER = "qualifier-not-in-ontology"
    SPAN = "span-outside-text"

    @property
    def of_type(self) -> bool:
        """Whether the classes of the ends are what does not fit."""
        return self in (RefusalReason.DOMAIN, RefusalReason.RANGE)


class Refused(NamedTuple):
    """What a document keeps of a refused claim, for people to look at."""

    subject: EntityId
    predicate: str
    object: EntityId
    start: int
    end: int
    reason: RefusalReason
    detail: str
    cue: str

    @classmethod
    def of(cls, values: Sequence[Any]) -> Refused:
        """It back from its values, in order, as JSON has them."""
        subject, predicate, object_, start, end, reason, detail, cue = values
        ends = EntityId(subject), predicate, EntityId(object_)
        return cls(*ends, start, end, RefusalReason(reason), detail, cue)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that the ontology refuses, and why."""

    claim: Claim
    reason: RefusalReason
    detail: str

    @property
    def kept(self) -> Refused:
        """What is stored of it, with its document."""
        c = self.claim
        ends = c.subject, c.predicate, c.object
        return Refused(*ends, c.start, c.end, self.reason, self.detail, c.cue)
