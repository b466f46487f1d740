"""Which words a filter has, by kind of row, and what each amounts to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from entente.errors import UsageError
from graph.plan.conditions import AnyOf, Compare, Condition, Linked, Match, Operator
from graph.plan.fields import AMOUNT, PROPERTY, QUALIFIER, Kind
from graph.plan.filters import equals, every, named, of_classes, one_of
from graph.plan.following import EVERY_MODALITY, Following, checked, last_day, relation
from graph.plan.links import Direction, Link, LinkName
from graph.plan.values import Later
from graph.statements import OPEN_END, OPEN_START, DocumentKind, Modality, Origin, interval

if TYPE_CHECKING:
    from graph.plan.wanted import Wanting

Wanted: TypeAlias = Mapping[str, Any]
"""Words of a filter and what is asked under each."""

TESTS: Mapping[str, Operator] = MappingProxyType(
    {
        **{
            str(operator): operator
            for operator in Operator
            if operator not in (Operator.STARTS, Operator.NAMED)
        },
        "startsWith": Operator.STARTS,
    }
)
"""The operators, by the words of a filter."""

DATED = AnyOf(
    (Compare("from", Operator.GT, OPEN_START), Compare("to", Operator.LT, OPEN_END)),
)
"""Rows that have a day."""

Reading: TypeAlias = "Callable[[Wanting, Any], Condition | None]"


def _listed(field: str, known: type[StrEnum]) -> Reading:
    """Equality with one of the few values that a field has."""

    def check(value: str) -> str:
        if value not in tuple(known):
            raise UsageError(f"no {field} {value!r}", hint=f"give {' or '.join(known)}")
        return value

    return lambda wanting, value: Compare(field, Operator.EQ, wanting.values.bind(value, check))


def _among(field: str) -> Reading:
    return lambda wanting, value: one_of(wanting.values, field, value)


def _named(field: str) -> Reading:
    return lambda wanting, value: named(wanting.values, field, value)


def _least(field: str) -> Reading:
    return lambda wanting, value: Compare(field, Operator.GE, wanting.values.bind(value))


def _compared(field: str) -> Reading:
    def read(wanting: Wanting, tests: Wanted) -> Condition | None:
        return every(
            *(
                Compare(field, TESTS[test], wanting.values.bind(value))
                for test, value in tests.items()
                if value is not None
            )
        )

    return read


def _dated(wanting: Wanting, wanted: Wanted) -> Condition | None:
    """Rows whose days may lie from the first day of `from` to the last of `to`."""
    first, last = wanted.get("from"), wanted.get("to")
    parts: list[Condition | None] = []
    if first is not None:
        parts.append(Compare("to", Operator.GT, wanting.values.bind(first, _first_day)))
    if last is not None:
        end = wanting.values.bind(last, lambda date: last_day("to", date))
        parts.append(Compare("from", Operator.LE, end))
    if not wanted.get("undated"):
        parts.append(DATED)
    return every(*parts)


def _first_day(date: str) -> int:
    last_day("from", date)  # refuses what is too long or has no end
    return interval(date).start


def _match(wanting: Wanting, text: str | Later) -> Condition:
    return Match(wanting.values.bind(text))


def _classes(wanting: Wanting, names: Sequence[str] | Later) -> Condition | None:
    return of_classes(wanting.ontology, wanting.values, names)


def _predicates(wanting: Wanting, names: Sequence[str] | Later) -> Condition:
    known = wanting.ontology.predicates
    bound = wanting.values.bind(names, lambda given: checked("predicate", given, known))
    return Compare("predicate", Operator.IN, bound)


def _properties(wanting: Wanting, wanted: Sequence[Wanted]) -> Condition | None:
    parts = []
    for each in wanted:
        asked = wanting.known(each["name"])
        (name,) = checked("property", [asked], wanting.ontology.properties)
        text, number = each.get("value"), each.get("number")
        if number is not None and not wanting.ontology.properties[name].numeric:
            raise UsageError(f"{name} is a text", hint="compare it by `value`")
        parts.append(_compared(PROPERTY + name)(wanting, text or {}))
        parts.append(_compared(AMOUNT + name)(wanting, number or {}))
    return every(*parts)


def _related(wanting: Wanting, wanted: Sequence[Wanted]) -> Condition | None:
    parts = []
    for each in wanted:
        modalities, predicates = each.get("modalities"), wanting.known(each.get("predicates"))
        undated = each.get("undated")
        followed = Following(
            predicates=None if predicates is None else tuple(predicates),
            direction=Direction(each.get("direction") or Direction.BOTH),
            modalities=(Modality.ASSERTED,) if modalities is None else tuple(modalities),
            as_of=each.get("asOf"),
            known_at=each.get("knownAt"),
            min_belief=each.get("minBelief"),
            undated=True if undated is None else undated,
        )
        link = Link(LinkName.RELATED, relation(wanting.ontology, wanting.values, followed))
        parts.append(wanting.quantified(link, Kind.ENTITY, each) or Linked(link))
    return every(*parts)


def _linked(name: LinkName, kind: Kind) -> Reading:
    """The rows of a link, under some, none and every."""

    def read(wanting: Wanting, wanted: Wanted) -> Condition | None:
        anything = relation(wanting.ontology, wanting.values, Following(modalities=EVERY_MODALITY))
        return wanting.quantified(Link(name, anything), kind, wanted)

    return read


def _one(name: LinkName, kind: Kind) -> Reading:
    """The one row of a link, whose id is the field of that name."""

    def read(wanting: Wanting, wanted: Wanted) -> Condition:
        given = {word: value for word, value in wanted.items() if value is not None}
        if given.keys() == {"ids"}:  # then the row itself need not be looked at
            if kind is Kind.ENTITY:
                return named(wanting.values, name.value, given["ids"])
            return Compare(name.value, Operator.IN, wanting.values.bind(given["ids"]))
        return Linked(Link(name), wanting.condition(kind, wanted))

    return read


_subject = _one(LinkName.SUBJECT, Kind.ENTITY)
_object = _one(LinkName.OBJECT, Kind.ENTITY)


def _either_end(wanting: Wanting, wanted: Wanted) -> Condition:
    ends = (_subject(wanting, wanted), _object(wanting, wanted))
    return AnyOf(tuple(end for end in ends if end is not None))


def _mentioned_by(wanting: Wanting, document: str | Later) -> Condition:
    return Linked(Link(LinkName.DOCUMENTS), equals(wanting.values, "id", document))


def _of_predicates(wanting: Wanting, names: Sequence[str] | Later) -> Condition:
    return Linked(Link(LinkName.FACT), _predicates(wanting, names))


def _qualifiers(wanting: Wanting, wanted: Sequence[Wanted]) -> Condition | None:
    parts = []
    for each in wanted:
        asked = wanting.known(each["name"])
        (name,) = checked("qualifier", [asked], wanting.ontology.qualifiers)
        entity, text = each.get("entity"), each.get("value")
        if not wanting.ontology.qualifiers[name].range:
            if entity is not None:
                raise UsageError(f"{name} is a text", hint="compare it by `value`")
            field = QUALIFIER + name
            said = _compared(field)(wanting, text or {})
            parts.append(said or Compare(field, Operator.PRESENT, value=True))
            continue
        if text is not None:
            raise UsageError(f"{name} is an entity", hint="say which by `entity`")
        met = wanting.condition(Kind.ENTITY, entity)
        parts.append(Linked(Link(LinkName.QUALIFIED, qualifier=name), met))
    return every(*parts)


READINGS: Mapping[Kind, Mapping[str, Reading]] = MappingProxyType(
    {
        Kind.ENTITY: {
            "ids": _named("id"),
            "classes": _classes,
            "origin": _listed("origin", Origin),
            "text": _match,
            "label": _compared("label"),
            "degree": _compared("degree"),
            "minDegree": _least("degree"),
            "mentions": _compared("mentions"),
            "properties": _properties,
            "document": _mentioned_by,
            "documents": _linked(LinkName.DOCUMENTS, Kind.DOCUMENT),
            "facts": _linked(LinkName.FACTS, Kind.FACT),
            "related": _related,
        },
        Kind.FACT: {
            "ids": _among("id"),
            "predicates": _predicates,
            "subject": _subject,
            "object": _object,
            "entity": _either_end,
            "belief": _compared("belief"),
            "evidenceCount": _compared("evidenceCount"),
            "evidence": _linked(LinkName.EVIDENCE, Kind.EVIDENCE),
        },
        Kind.EVIDENCE: {
            "ids": _among("id"),
            "polarities": _among("polarity"),
            "statuses": _among("status"),
            "standings": _among("standing"),
            "text": _match,
            "time": _dated,
            "confidence": _compared("confidence"),
            "extractor": _compared("extractor"),
            "source": _compared("source"),
            "predicates": _of_predicates,
            "fact": _one(LinkName.FACT, Kind.FACT),
            "in": _one(LinkName.DOCUMENT, Kind.DOCUMENT),
            "saidBy": _linked(LinkName.SPEAKERS, Kind.ENTITY),
            "qualifiers": _qualifiers,
        },
        Kind.DOCUMENT: {
            "ids": _among("id"),
            "kind": _listed("kind", DocumentKind),
            "text": _match,
            "title": _compared("title"),
            "name": _compared("name"),
            "publisher": _compared("publisher"),
            "address": _compared("address"),
            "language": _compared("language"),
            "date": _dated,
            "length": _compared("length"),
            "evidenceCount": _compared("evidenceCount"),
            "mentions": _linked(LinkName.MENTIONED, Kind.ENTITY),
            "facts": _linked(LinkName.FACTS, Kind.FACT),
            "evidence": _linked(LinkName.EVIDENCE, Kind.EVIDENCE),
        },
    }
)
