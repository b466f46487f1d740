"""Filter inputs, shared by every field that takes one: what is null does not restrict, and an
empty list of names, ids or values is met by nothing, as `in: []` is."""

from __future__ import annotations

from typing import Any

import strawberry

from gql.types.enums import Direction, EvidenceKind, Modality, Polarity, Standing, Status


def wanted(description: str, name: str | None = None) -> Any:
    """A field of a filter."""
    return strawberry.field(default=None, description=description, name=name)


ALL_OF = "All of these must be met."
ANY_OF = "At least one of these must be met."
NOT_MET = "This must not be met."


@strawberry.input(
    description="How a text is compared: by code point, case included, but for contains and "
    "startsWith."
)
class TextFilter:
    eq: str | None = wanted("Equal to this.")
    ne: str | None = wanted("Another text than this.")
    in_: list[str] | None = wanted("One of these.", "in")
    lt: str | None = wanted("Before this.")
    le: str | None = wanted("Before this or equal to it.")
    gt: str | None = wanted("After this.")
    ge: str | None = wanted("After this or equal to it.")
    contains: str | None = wanted("With this in it, whatever the case.")
    starts_with: str | None = wanted("Starting with this, whatever the case.")
    present: bool | None = wanted("Whether there is a value at all.")


@strawberry.input(description="How a number is compared.")
class NumberFilter:
    eq: float | None = wanted("Equal to this.")
    ne: float | None = wanted("Another number than this.")
    in_: list[float] | None = wanted("One of these.", "in")
    lt: float | None = wanted("Less than this.")
    le: float | None = wanted("At most this.")
    gt: float | None = wanted("More than this.")
    ge: float | None = wanted("At least this.")


@strawberry.input(description="Days that a time may mean, an uncertain one at its widest.")
class DateFilter:
    from_: str | None = wanted("Not over before the first day of this (EDTF).", "from")
    to: str | None = wanted("Not begun after the last day of this (EDTF).")
    undated: bool | None = strawberry.field(
        default=False, description="Whether what has no time is kept."
    )


@strawberry.input(description="What the first value of a literal property must be.")
class PropertyFilter:
    name: str = strawberry.field(description="The property's name.")
    value: TextFilter | None = wanted("How its text is compared; dates in EDTF compare by time.")
    number: NumberFilter | None = wanted("How a number or a year is compared.")


@strawberry.input(description="What some, none or every one of the entities must be.")
class EntitiesFilter:
    some: EntityFilter | None = wanted("At least one is so.")
    none: EntityFilter | None = wanted("Not one is so.")
    every: EntityFilter | None = wanted("All are so, or there are none.")


@strawberry.input(description="What some, none or every one of the facts must be.")
class FactsFilter:
    some: FactFilter | None = wanted("At least one is so.")
    none: FactFilter | None = wanted("Not one is so.")
    every: FactFilter | None = wanted("All are so, or there are none.")


@strawberry.input(description="What some, none or every one of the evidences must be.")
class EvidencesFilter:
    some: EvidenceFilter | None = wanted("At least one is so.")
    none: EvidenceFilter | None = wanted("Not one is so.")
    every: EvidenceFilter | None = wanted("All are so.")


@strawberry.input(description="What some, none or every one of the documents must be.")
class DocumentsFilter:
    some: DocumentFilter | None = wanted("At least one is so.")
    none: DocumentFilter | None = wanted("Not one is so.")
    every: DocumentFilter | None = wanted("All are so, or there are none.")


@strawberry.input(
    description="What an entity must be related to. Without some, none and every: to anything."
)
class RelatedFilter:
    predicates: list[str] | None = wanted("By these predicates; null: any; none: by nothing.")
    direction: Direction | None = strawberry.field(
        default=Direction.BOTH, description="Which end the entity at hand is."
    )
    modalities: list[Modality] | None = wanted(
        "In these modalities; null: asserted; none: nothing."
    )
    as_of: str | None = wanted("Only by what held at this time (EDTF).")
    known_at: str | None = wanted("Only by what documents published by then said (EDTF).")
    undated: bool | None = strawberry.field(
        default=True, description="Whether asOf keeps what has no stated time."
    )
    min_belief: float | None = wanted("Only by what is believed at least this much.")
    some: EntityFilter | None = wanted("At least one of the related is so.")
    none: EntityFilter | None = wanted("Not one of the related is so.")
    every: EntityFilter | None = wanted("All of the related are so, or there are none.")


@strawberry.input(description="Which entities are wanted; what is null does not restrict.")
class EntityFilter:
    and_: list[EntityFilter] | None = wanted(ALL_OF, "and")
    or_: list[EntityFilter] | None = wanted(ANY_OF, "or")
    not_: EntityFilter | None = wanted(NOT_MET, "not")
    ids: list[strawberry.ID] | None = wanted("Only these; none: nothing.")
    classes: list[str] | None = wanted("Only these classes and their subclasses; none: nothing.")
    origin: str | None = wanted("Only `reference` or only `provisional` ones.")
    text: str | None = wanted("Only those with every word as a prefix in their labels.")
    label: TextFilter | None = wanted("The preferred label.")
    degree: NumberFilter | None = wanted("How many asserted edges it has.")
    min_degree: int | None = wanted("Only those with at least this many asserted edges.")
    mentions: NumberFilter | None = wanted("How often documents mention it.")
    properties: list[PropertyFilter] | None = wanted("Literal properties; all must fit.")
    document: strawberry.ID | None = wanted("Only those that this document mentions.")
    documents: DocumentsFilter | None = wanted("The documents that mention it.")
    facts: FactsFilter | None = wanted("The facts that it is an end of, in any modality.")
    related: list[RelatedFilter] | None = wanted("What it is related to; all must fit.")


@strawberry.input(
    description="Which facts are wanted; what is null does not restrict. One evidence of a fact "
    "must fit modalities, kinds, asOf, knownAt, undated and document at once."
)
class FactFilter:
    and_: list[FactFilter] | None = wanted(ALL_OF, "and")
    or_: list[FactFilter] | None = wanted(ANY_OF, "or")
    not_: FactFilter | None = wanted(NOT_MET, "not")
    ids: list[strawberry.ID] | None = wanted("Only these; none: nothing.")
    predicates: list[str] | None = wanted("Only these predicates; none: nothing.")
    subject: EntityFilter | None = wanted("What it is said of.")
    object: EntityFilter | None = wanted("What is said of it.")
    entity: EntityFilter | None = wanted("What is either of its ends.")
    modalities: list[Modality] | None = wanted(
        "Only with evidence in these modalities; none: nothing."
    )
    kinds: list[EvidenceKind] | None = wanted("Only with evidence of these kinds; none: nothing.")
    as_of: str | None = wanted("Only what held at this time (EDTF).")
    known_at: str | None = wanted("Only what documents published by then said (EDTF).")
    undated: bool | None = strawberry.field(
        default=True, description="Whether evidence without a stated time counts."
    )
    document: strawberry.ID | None = wanted("Only what this document states.")
    belief: NumberFilter | None = wanted("How far its strongest modality is believed.")
    evidence_count: NumberFilter | None = wanted("How much evidence it has.")
    evidence: EvidencesFilter | None = wanted("The places that state it.")


@strawberry.input(
    description="A qualifier that an evidence must have, with any value unless one is asked for."
)
class QualifierFilter:
    name: str = strawberry.field(description="The qualifier's name, such as at or office.")
    entity: EntityFilter | None = wanted("What it names, if it names an entity, as at does.")
    value: TextFilter | None = wanted("What it says, if it is a text, as office is.")


@strawberry.input(description="Which evidence is wanted; what is null does not restrict.")
class EvidenceFilter:
    and_: list[EvidenceFilter] | None = wanted(ALL_OF, "and")
    or_: list[EvidenceFilter] | None = wanted(ANY_OF, "or")
    not_: EvidenceFilter | None = wanted(NOT_MET, "not")
    ids: list[strawberry.ID] | None = wanted("Only these; none: nothing.")
    kinds: list[EvidenceKind] | None = wanted("Only these kinds; none: nothing.")
    modalities: list[Modality] | None = wanted("Only these modalities; none: nothing.")
    polarities: list[Polarity] | None = wanted("Only affirmed or only denied.")
    statuses: list[Status] | None = wanted("Only these statuses; none: nothing.")
    standings: list[Standing] | None = wanted(
        "Only what counts, or was retracted or rejected; null: where evidence is listed or "
        "counted, only what counts."
    )
    text: str | None = wanted("Only quotes with every word as a prefix.")
    time: DateFilter | None = wanted("The time that it speaks of.")
    as_of: str | None = wanted("Only what held at this time (EDTF).")
    known_at: str | None = wanted("Only what documents published by then said (EDTF).")
    undated: bool | None = strawberry.field(
        default=True, description="Whether what has no stated time is kept."
    )
    confidence: NumberFilter | None = wanted("How sure the extractor is, from 0 to 1.")
    extractor: TextFilter | None = wanted("What read it.")
    source: TextFilter | None = wanted("Where a reference statement was read.")
    predicates: list[str] | None = wanted("Only of facts with these predicates; none: nothing.")
    fact: FactFilter | None = wanted("The fact that it states.")
    document: strawberry.ID | None = wanted("Only in this document.")
    in_: DocumentFilter | None = wanted("The document that it stands in.", "in")
    said_by: EntitiesFilter | None = wanted("Who says it.")
    qualifiers: list[QualifierFilter] | None = wanted("What it adds to its fact; all must fit.")


@strawberry.input(description="Which documents are wanted; what is null does not restrict.")
class DocumentFilter:
    and_: list[DocumentFilter] | None = wanted(ALL_OF, "and")
    or_: list[DocumentFilter] | None = wanted(ANY_OF, "or")
    not_: DocumentFilter | None = wanted(NOT_MET, "not")
    ids: list[strawberry.ID] | None = wanted("Only these; none: nothing.")
    kind: str | None = wanted("`source` or `reference`.")
    text: str | None = wanted("Only those with every word as a prefix in title or text.")
    title: TextFilter | None = wanted("The title.")
    name: TextFilter | None = wanted("The first of its locations' base names.")
    publisher: TextFilter | None = wanted("The publisher.")
    address: TextFilter | None = wanted("The web address.")
    language: TextFilter | None = wanted("The language of the text.")
    date: DateFilter | None = wanted("When it was published.")
    length: NumberFilter | None = wanted("How many code points its text has.")
    evidence_count: NumberFilter | None = wanted("How much evidence stands in it.")
    mentions: EntitiesFilter | None = wanted("The entities that it mentions.")
    facts: FactsFilter | None = wanted("The facts that it states.")
    evidence: EvidencesFilter | None = wanted("The evidence that stands in it.")
