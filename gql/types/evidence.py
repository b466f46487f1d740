"""Evidence, as GraphQL shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

from gql.types.chosen import chosen
from gql.types.entity import Entity
from gql.types.enums import EvidenceKind, Modality, Polarity, Standing, Status
from gql.types.fact import Fact
from gql.types.node import Node

if TYPE_CHECKING:
    from gql.types.document import Document


@strawberry.type(description="Code points [start, end) of a document's text.")
class Span:
    start: int = chosen("The first code point.")
    end: int = chosen("The code point after the last.")
    quote: str = chosen("The text between them.")


@strawberry.type(description="What an evidence adds to its fact.")
class Qualifier:
    name: str = chosen("The qualifier's name, such as office.")
    label: str = chosen("The qualifier's label.")
    value: str = chosen("A literal, or the id of an entity.")
    entity: Entity | None = chosen("The entity, if the value is one (merged).")


@strawberry.type(description="One place that states a fact, and how it states it.")
class Evidence(Node):
    id: strawberry.ID = chosen("A hash of the fact, the place and the manner.")
    kind: EvidenceKind = chosen("How it came to be.")
    fact: Fact = chosen("The fact that it states.")
    document: Annotated[Document, strawberry.lazy("gql.types.document")] = chosen(
        "The document that it stands in."
    )
    start: int = chosen("The first code point of the quote in the document's text.")
    end: int = chosen("The code point after the quote.")
    quote: str = chosen("The words that state the fact.")
    before: str = chosen("Up to 300 code points before the quote.")
    after: str = chosen("Up to 300 code points after the quote.")
    context: list[Span] = chosen("Spans that govern the quote, such as the heading of a list.")
    polarity: Polarity = chosen("Whether the text affirms the fact.")
    status: Status = chosen("How real the text says it is.")
    modality: Modality = chosen("Both in one word.")
    standing: Standing = chosen(
        "Whether it counts. Lists leave out what does not, unless their filter has `standings`."
    )
    said_by: list[Entity] = chosen(
        "Who says it, the nearest to the claim last; none: the document itself."
    )
    time: str | None = chosen("The time that it speaks of, in EDTF.")
    from_: str | None = chosen("The first day that this may mean; null: open.", name="from")
    to: str | None = chosen("The last day that it may mean; null: open.")
    qualifiers: list[Qualifier] = chosen("What it adds to the fact.")
    confidence: float = chosen("How sure the extractor is, from 0 to 1.")
    extractor: str = chosen("What read it.")
    version: str = chosen("The extractor's version.")
    source: str | None = chosen(
        "Where a reference statement was read; null there: it is unverified."
    )
