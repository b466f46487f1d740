"""What waits for a person: new entities, weak merges, refused claims, changed texts."""

from __future__ import annotations

import strawberry

from gql.types.chosen import chosen
from gql.types.document import Document
from gql.types.entity import Entity


@strawberry.type(description="How much waits, shown or not.")
class ReviewTotals:
    new_entities: int = chosen("Provisional entities that nobody judged.")
    merges: int = chosen("Pairs that may be one.")
    refused: int = chosen("Claims that the ontology refused, counted up to one more than shown.")
    changed: int = chosen("Statements whose text changed.")


@strawberry.type(description="Two entities that may be one; judge them `same` or `different`.")
class PossibleMerge:
    id: strawberry.ID = chosen("The id of the question that a judgement of the pair answers.")
    left: Entity | None = chosen("The one.")
    right: Entity | None = chosen("The other.")
    reason: str = chosen("What suggests it.")


@strawberry.type(description="A claim that was read in a text and that the ontology refused.")
class RefusedClaim:
    document: Document | None = chosen("Where it was read.")
    start: int = chosen("The first code point of its span.")
    end: int = chosen("The code point after its last.")
    quote: str = chosen("The text of its span.")
    subject: Entity | None = chosen("Its subject; null if nothing else is known of it.")
    subject_id: strawberry.ID = chosen("The subject's id.")
    predicate: str = chosen("Its predicate.")
    object: Entity | None = chosen("Its object; null if nothing else is known of it.")
    object_id: strawberry.ID = chosen("The object's id.")
    reason: str = chosen("Why it was refused, such as subject-not-in-domain.")
    detail: str = chosen("What exactly does not fit.")
    cue: str = chosen("The cue that read it.")


@strawberry.type(description="What a person stated on a text that has changed since.")
class ChangedStatement:
    id: strawberry.ID = chosen("The evidence's id.")
    subject: Entity | None = chosen("The subject of its fact, if it is still there.")
    subject_id: strawberry.ID = chosen("The subject's id.")
    predicate: str = chosen("The predicate of its fact.")
    object: Entity | None = chosen("The object of its fact, if it is still there.")
    object_id: strawberry.ID = chosen("The object's id.")
    quote: str = chosen("The text as it was.")
    locations: list[str] = chosen("Where the text stood.")


@strawberry.type(description="What waits for a person. Judge it by `judge` and `state`.")
class ReviewList:
    new_entities: list[Entity] = chosen("Provisional entities nobody judged, most facts first.")
    merges: list[PossibleMerge] = chosen("Pairs that may be one.")
    refused: list[RefusedClaim] = chosen("Claims that the ontology refused.")
    changed: list[ChangedStatement] = chosen("Statements whose text changed.")
    total: ReviewTotals = chosen("How much waits in all.")
