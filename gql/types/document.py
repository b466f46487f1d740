"""Documents, as GraphQL shows them."""

from __future__ import annotations

import strawberry

from gql.types.arguments import AFTER, first
from gql.types.chosen import argument, chosen
from gql.types.connection import Connection
from gql.types.entity import Entity
from gql.types.evidence import Evidence
from gql.types.fact import Fact
from gql.types.filters import EntityFilter, EvidenceFilter, FactFilter
from gql.types.node import Node


@strawberry.type(description="One place that a document was loaded from.")
class Location:
    uri: str = chosen("An absolute path or an address.")
    name: str = chosen("Its base name.")
    title: str | None = chosen("The title found there.")
    publisher: str | None = chosen("The publisher found there.")
    date: str | None = chosen("The date found there, in EDTF.")
    address: str | None = chosen("The web address found there.")


@strawberry.type(description="A stretch of a document's text that is read by itself.")
class Block:
    start: int = chosen("Its first code point.")
    end: int = chosen("The code point after its last.")
    kind: str = chosen("title, heading, paragraph, item, cell, caption or code.")
    level: int = chosen("A heading's rank or an item's depth, 1 the highest; else 0.")


@strawberry.type(description="A text that states facts, with the locations that hold it.")
class Document(Node):
    id: strawberry.ID = chosen("A hash of its text.")
    kind: str = chosen("`source` (a text that was loaded) or `reference` (a Turtle file).")
    name: str = chosen("The first of its locations' base names.")
    title: str = chosen("Its title, else its name.")
    publisher: str | None = chosen("Who published it.")
    date: str | None = chosen("When it was published, or bounds for that, in EDTF.")
    address: str | None = chosen("Its web address.")
    language: str = chosen("The language of its text.")
    media_type: str = chosen("The media type that it was read from.")
    length: int = chosen("How many code points its text has.")
    evidence_count: int = chosen("How much evidence stands in it.")
    locations: list[Location] = chosen("Where it was loaded from.")
    blocks: list[Block] = chosen("The structure of its text; offsets are code points.")
    text: str = chosen("Its canonical text; fetched only if selected.")
    evidence: Connection[Evidence] = chosen(
        "The evidence that stands in it, in the order of the text.",
        first(100),
        AFTER,
        argument("filter", EvidenceFilter | None, "What the evidence must be; null: anything."),
    )
    facts: Connection[Fact] = chosen(
        "The facts that it states, the best attested first.",
        first(100),
        AFTER,
        argument("filter", FactFilter | None, "What the facts must be; null: anything."),
    )
    mentioned: Connection[Entity] = chosen(
        "The entities that it mentions, those with the most asserted edges first.",
        first(100),
        AFTER,
        argument("filter", EntityFilter | None, "What the entities must be; null: anything."),
    )
