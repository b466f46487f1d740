"""The kinds of rows that a plan can read, and the fields each of them has."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What a row is."""

    ENTITY = "entity"
    FACT = "fact"
    EVIDENCE = "evidence"
    DOCUMENT = "document"
    EDGE = "edge"
    """A traversal edge: one fact, modality and interval between merged entities."""


class ValueType(StrEnum):
    """The type of a field's value in a result and in a comparison."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TEXTS = "texts"
    """A list of texts; compared by `CONTAINS` (one of them equals the value)."""
    JSON = "json"
    """A nested value, returned as Python lists and dicts, never compared."""


_T, _I, _N, _L, _J = (
    ValueType.TEXT,
    ValueType.INTEGER,
    ValueType.NUMBER,
    ValueType.TEXTS,
    ValueType.JSON,
)

FIELDS: Mapping[Kind, Mapping[str, ValueType]] = MappingProxyType(
    {
        # `id` is the canonical entity's; what was merged into it is `merged`,
        # sorted. Types, labels and properties are those of `graph.merged.view`.
        # `classes` holds the types and all their superclasses, sorted.
        # `degree` counts its asserted edges, `mentions` the mentions of all that
        # it is merged of. `property.NAME` is the first value of a literal
        # property, `number.NAME` the same as a number, and `properties` all of
        # them, name to list.
        Kind.ENTITY: {
            "id": _T,
            "label": _T,
            "types": _L,
            "classes": _L,
            "alternative": _L,
            "hidden": _L,
            "origin": _T,
            "merged": _L,
            "degree": _I,
            "mentions": _I,
            "properties": _J,
        },
        # `subject` and `object` are merged ids, the others as extracted.
        # `belief` is that of its strongest modality, in the order of `Modality`;
        # `modalities` those its evidence has, in that order; `known` the day it
        # was first said.
        Kind.FACT: {
            "id": _T,
            "predicate": _T,
            "subject": _T,
            "object": _T,
            "extractedSubject": _T,
            "extractedObject": _T,
            "modalities": _L,
            "belief": _N,
            "evidenceCount": _I,
            "known": _I,
        },
        # `context` is [[start, end], …]; `qualifiers` [[name, value, isEntity], …].
        # `before` and `after` are up to 300 code points around the quote.
        # `saidBy` are ids as extracted, `from` and `to` days. `standing` is one of
        # `Standing`: what judgements make of it, whatever the fact's other fields say.
        # `occasion` is `graph.plan.fields.occasion`: that of the one edge that it supports.
        # `precedence` is 0 for what a person wrote (`text`, `curated`), 1 for
        # `reference`, 2 for `inferred`.
        Kind.EVIDENCE: {
            "id": _T,
            "fact": _T,
            "document": _T,
            "kind": _T,
            "start": _I,
            "end": _I,
            "quote": _T,
            "before": _T,
            "after": _T,
            "context": _J,
            "polarity": _T,
            "status": _T,
            "modality": _T,
            "saidBy": _L,
            "time": _T,
            "from": _I,
            "to": _I,
            "qualifiers": _J,
            "confidence": _N,
            "extractor": _T,
            "version": _T,
            "source": _T,
            "rule": _T,
            "standing": _T,
            "occasion": _T,
            "precedence": _I,
        },
        # `date` is EDTF, `from` and `to` the days it can mean. `locations` is a
        # list of {uri, name, title, publisher, date, address}; `blocks` of
        # [start, end, kind, level].
        Kind.DOCUMENT: {
            "id": _T,
            "kind": _T,
            "name": _T,
            "title": _T,
            "publisher": _T,
            "date": _T,
            "from": _I,
            "to": _I,
            "address": _T,
            "language": _T,
            "mediaType": _T,
            "length": _I,
            "text": _T,
            "evidenceCount": _I,
            "locations": _J,
            "blocks": _J,
        },
        Kind.EDGE: {
            "key": _T,
            "fact": _T,
            "predicate": _T,
            "subject": _T,
            "object": _T,
            "modality": _T,
            "belief": _N,
            "from": _I,
            "to": _I,
            "known": _I,
        },
    }
)

PROPERTY = "property."
"""Prefix of an entity field that is a literal property: `property.isoCode`."""

AMOUNT = "number."
"""Prefix of an entity field that is the same literal property's value as a number
(`number.crew`); a value that is not written like one is none."""

QUALIFIER = "qualifier."
"""Prefix of an evidence field that is the last value of a qualifier which is a text."""

NUMERAL = r"[+-]?([0-9]{1,200}([.][0-9]{0,200})?|[.][0-9]{1,200})([eE][+-]?[0-9]{1,2})?"
"""How a number is written, as a regular expression: what XML Schema's types for numbers
allow, but for what is not finite."""


OCCASION = ("fact", "modality", "from", "to")
"""What an edge's occasion is made of, in its order."""


def occasion(fact: str, modality: str, start: int, end: int) -> str:
    """What tells an edge of all facts from others, and evidence which edge it supports."""
    return f"{fact} {modality} {start} {end}"


def property_field(name: str, *, numeric: bool) -> str:
    """The field that compares and sorts values of a literal property as they mean."""
    return (AMOUNT if numeric else PROPERTY) + name


def property_of(field: str) -> str | None:
    """The literal property that a field of an entity is of, if it is one's."""
    for prefix in (PROPERTY, AMOUNT):
        if field.startswith(prefix):
            return field.removeprefix(prefix)
    return None


def qualifier_of(field: str) -> str | None:
    """The qualifier that a field of an evidence is of, if it is one's."""
    return field.removeprefix(QUALIFIER) if field.startswith(QUALIFIER) else None


def field_type(kind: Kind, name: str) -> ValueType | None:
    """The type of field `name` of `kind`; None if there is no such field."""
    if kind is Kind.ENTITY and property_of(name) is not None:
        return ValueType.TEXT if name.startswith(PROPERTY) else ValueType.NUMBER
    if kind is Kind.EVIDENCE and qualifier_of(name) is not None:
        return ValueType.TEXT
    return FIELDS[kind].get(name)
