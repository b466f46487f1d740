"""Full text: what has the words, with the places where it has them."""

from __future__ import annotations

import strawberry

from gql.types.arguments import AFTER, first
from gql.types.chosen import chosen
from gql.types.connection import Connection
from gql.types.document import Document
from gql.types.entity import Entity
from gql.types.evidence import Evidence


@strawberry.type(description="Code points [start, end) of a highlight's text.")
class Mark:
    start: int = chosen("The first code point.")
    end: int = chosen("The code point after the last.")


@strawberry.type(description="A text in which words were found.")
class Highlight:
    field: str = chosen("Where it is from: label, quote, title or text.")
    text: str = chosen("A label, a quote, a title or a line of the text.")
    start: int = chosen("Its first code point in the document's text; 0 for labels and titles.")
    marks: list[Mark] = chosen("The words that were found, in order.")


@strawberry.type(description="An entity whose labels have the words.")
class EntityMatch:
    entity: Entity = chosen("The entity.")
    highlights: list[Highlight] = chosen("The labels that have a word, the preferred one first.")


@strawberry.type(description="An evidence whose quote has the words.")
class EvidenceMatch:
    evidence: Evidence = chosen("The evidence.")
    highlights: list[Highlight] = chosen("Its quote.")


@strawberry.type(description="A document whose title or text has the words.")
class DocumentMatch:
    document: Document = chosen("The document.")
    highlights: list[Highlight] = chosen("Its title and the first lines that have a word.")


@strawberry.type(description="What has the words. Only what is selected is searched.")
class TextMatches:
    entities: list[EntityMatch] = chosen("Entities by their labels, the best match first.")
    evidences: list[EvidenceMatch] = chosen("Evidence by its quote, the shortest first.")
    documents: list[DocumentMatch] = chosen("Documents, those with the words in the title first.")
    entity_matches: Connection[EntityMatch] = chosen(
        "The same entities, page by page.", first(10), AFTER
    )
    evidence_matches: Connection[EvidenceMatch] = chosen(
        "The same evidence, page by page.", first(10), AFTER
    )
    document_matches: Connection[DocumentMatch] = chosen(
        "The same documents, page by page.", first(10), AFTER
    )
    truncated: bool = chosen("Whether there were more of what was searched.")
