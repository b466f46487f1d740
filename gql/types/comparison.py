"""Comparisons of what several entities cover."""

from __future__ import annotations

import strawberry

from gql.types.chosen import chosen
from gql.types.entity import Entity
from gql.types.fact import Fact


@strawberry.type(description="How one of the compared covers a subject.")
class Coverage:
    entity: Entity = chosen("The one that covers it.")
    items: list[Entity] = chosen("What it covers that falls under the subject, by id.")
    facts: list[Fact] = chosen("The facts that say so, of which all evidence can be read.")


@strawberry.type(description="What is compared: a topic, or an item that has none.")
class ComparedSubject:
    subject: Entity = chosen("The topic, or the item itself.")
    coverage: list[Coverage] = chosen("Who covers it, in the order they were named.")
    lacked_by: list[Entity] = chosen("Who does not, in that order.")
    shared: bool = chosen("Whether all of them cover it.")


@strawberry.type(description="What several entities cover, subject by subject.")
class Comparison:
    entities: list[Entity] = chosen("Those that are compared, in the order they were named.")
    subjects: list[ComparedSubject] = chosen(
        "The subjects, those that the most of them cover first, then by id."
    )
    truncated: bool = chosen("Whether there was more than could be compared.")
