"""Errands: what is put to the desk, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.statements import DocumentId, EntityId, Judgement, Polarity, Span, Status
from loaders.sources import Metadata

LOADED_HERE = "graphql:///"
"""What the locations of texts begin with that were loaded by this API."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to load, and what is known of it."""

    name: str
    text: str
    metadata: Metadata

    @property
    def location(self) -> str:
        return LOADED_HERE + self.name


@dataclass(frozen=True, slots=True)
class Receipt:
    """What loading a text did."""

    changed: bool
    location: str
    document: str
    facts: int
    evidence: int
    words: int
    refused: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact that a person states on a span of a document."""

    document: DocumentId
    span: Span
    fact: tuple[EntityId, str, EntityId]
    polarity: Polarity
    status: Status
    time: str | None
    said_by: tuple[EntityId, ...] = ()
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a judgement did: it is None if there was none to withdraw.

    `restored` is what stands again in place of a withdrawn one.
    """

    changed: bool
    judgement: Judgement | None
    restored: Judgement | None = None
    stands: bool = True
    """Whether the judgement stands now."""
