"""Documents: the texts that state facts, and where they were loaded from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, Self

from graph.statements.ids import DocumentId, EntityId, Identified, digest
from graph.statements.time import Interval, interval


class DocumentKind(StrEnum):
    """What a document is to the graph."""

    SOURCE = "source"
    """A text that was loaded and read."""
    REFERENCE = "reference"
    """A Turtle file of the ontology."""


class BlockKind(StrEnum):
    """The part that a block of text plays in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    CODE = "code"


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of canonical text that is read by itself.

    `level` is a heading's rank (1 is the highest) or an item's depth of
    nesting (1 is the outermost); 0 for the rest. Blocks are in text order and
    do not overlap; a hard-wrapped paragraph is one block, its line breaks
    still in the text.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """One place that a document was loaded from, with what is known of it there.

    `uri` is an absolute path or an address. `date` is EDTF: given on the
    command line, or found in the file.
    """

    uri: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    address: str | None = None

    @classmethod
    def of(cls, json: Mapping[str, Any]) -> Self:
        """The location back from `as_json`."""
        return cls(**{part.name: json[part.name] for part in fields(cls)})

    def as_json(self) -> dict[str, str | None]:
        """What is known of it, its name included."""
        return {
            "uri": self.uri,
            "name": self.name,
            "title": self.title,
            "publisher": self.publisher,
            "date": self.date,
            "address": self.address,
        }

    @property
    def name(self) -> str:
        """The base name of the location."""
        return PurePosixPath(self.uri).name or self.uri


def _location_rank(location: Location) -> tuple[str, str]:
    return location.name, location.uri


@dataclass(frozen=True, slots=True)
class Document(Identified):
    """Canonical text with the locations that hold it.

    What is known of a document is a function of its set of locations,
    whatever order they were loaded in: `title`, `publisher` and `address` are
    those of the first (by base name) that has one, `date` is the earliest.
    `inferred_date` (EDTF) bounds the date from the text where none is given.
    `extraction` is the fingerprint of what read it (ontology, extractor).
    """

    text: str
    kind: DocumentKind = DocumentKind.SOURCE
    locations: tuple[Location, ...] = ()
    blocks: tuple[Block, ...] = ()
    media_type: str = "text/plain"
    language: str = "en"
    inferred_date: str | None = None
    extraction: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "locations", tuple(sorted(self.locations, key=_location_rank)))

    @property
    def id(self) -> DocumentId:
        """A hash of the text: the same text at two locations is one document."""
        return DocumentId(self._kept())

    def _made(self) -> str:
        return digest(self.text)

    @property
    def name(self) -> str:
        """The first of its locations' base names in alphabetical order."""
        return self.locations[0].name if self.locations else self.id

    @property
    def title(self) -> str:
        return next((x.title for x in self.locations if x.title), self.name)

    @property
    def publisher(self) -> str | None:
        return next((x.publisher for x in self.locations if x.publisher), None)

    @property
    def address(self) -> str | None:
        return next((x.address for x in self.locations if x.address), None)

    @property
    def date(self) -> str | None:
        """The earliest date of its locations (EDTF), else the inferred one."""
        dates = [x.date for x in self.locations if x.date]
        return min(dates, key=lambda date: (interval(date), date)) if dates else self.inferred_date

    @property
    def published(self) -> Interval:
        """The days that the date can mean."""
        return interval(self.date)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name that a document uses for an entity: how often, and where first."""

    entity: EntityId
    name: str
    start: int
    count: int
