"""Which rows a reader wants, from nested words to one condition.

The words are those of the filter inputs of GraphQL, as plain mappings: what is
None does not restrict, and what stands side by side must hold together.

    {"classes": ["State"], "related": [{"predicates": ["memberOf"],
     "none": {"label": {"eq": "NATO"}}}]}

`READINGS` says, by kind, which words there are and what each amounts to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from entente.errors import LimitExceeded, UsageError
from graph.plan.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Linked,
    Match,
    Not,
    Operator,
    Quantifier,
)
from graph.plan.fields import AMOUNT, PROPERTY, Kind
from graph.plan.filters import COUNTED, equals, every, of_classes, one_of
from graph.plan.following import EVERY_MODALITY, Following, checked, last_day, relation
from graph.plan.links import Direction, Link, LinkName
from graph.plan.values import Later, Values
from graph.statements import OPEN_END, OPEN_START, EvidenceKind, Modality, interval
from ontology.model import Ontology

Wanted: TypeAlias = Mapping[str, Any]

ALWAYS = All(())

MOST = 100
"""Words that a reader may give, all told."""
DEEPEST = 8
"""Filters within filters."""

TESTS: Mapping[str, Operator] = MappingProxyType(
    {
        **{str(operator): operator for operator in Operator if operator is not Operator.STARTS},
        "startsWith": Operator.STARTS,
    }
)
"""The operators, by the words of a filter."""

STATED = ("modalities", "kinds", "asOf", "knownAt", "undated", "document")
"""What one evidence must meet at once, whether the reader wants it or its fact."""


class Wanting:
    """Turns words into conditions, and counts them.

    Values go into `values`, and may be `Later` ones. Where a value decides what
    the condition is, such as the name of a property, `now` says what it is.
    """

    def __init__(
        self,
        ontology: Ontology,
        values: Values,
        *,
        now: Callable[[Later], Any] | None = None,
        most: int = MOST,
        deepest: int = DEEPEST,
    ) -> None:
        self.ontology = ontology
        self.values = values
        self._now = now
        self._left = self._most = most
        self._deeper = self._deepest = deepest

    def condition(self, kind: Kind, wanted: Wanted | None) -> Condition | None:
        """What `wanted` says of rows of `kind`; None if it says nothing.

        Raises `UsageError` for words and names that do not exist, and
        `LimitExceeded` for more of them than a reader may give.
        """
        given = {name: value for name, value in (wanted or {}).items() if value is not None}
        self._left -= len(given)
        self._deeper -= 1
        if self._left < 0 or self._deeper < 0:
            raise LimitExceeded(
                f"the filter has more than {self._most} words or {self._deepest} levels",
                hint="ask for less in one filter",
            )
        parts = [self._part(kind, name, value) for name, value in given.items()]
        if kind is Kind.FACT:
            parts.append(self._stated_by(given))
        elif kind is Kind.EVIDENCE:
            parts.append(self.stated(given))
        self._deeper += 1
        return every(*parts)

    def evidence(self, wanted: Wanted | None) -> Condition | None:
        """What a list of evidence shows: of that which counts, unless `wanted` says which."""
        condition = self.condition(Kind.EVIDENCE, wanted)
        return condition if _speaks_of("standings", wanted) else every(COUNTED, condition)

    def listed(self, kind: Kind, wanted: Wanted | None) -> Condition | None:
        """What a list of rows of `kind` shows."""
        return self.evidence(wanted) if kind is Kind.EVIDENCE else self.condition(kind, wanted)

    def known(self, value: Any) -> Any:
        """`value`, now if it is a later one."""
        return self._now(value) if isinstance(value, Later) and self._now else value

    def _part(self, kind: Kind, name: str, value: Any) -> Condition | None:
        match name:
            case "and":
                return All(tuple(self.condition(kind, each) or ALWAYS for each in value))
            case "or":
                return AnyOf(tuple(self.condition(kind, each) or ALWAYS for each in value))
            case "not":
                return Not(self.condition(kind, value) or ALWAYS)
        if name in STATED and kind in (Kind.FACT, Kind.EVIDENCE):
            return None
        if name not in READINGS[kind]:
            raise UsageError(
                f"{kind} rows have no filter {name!r}", hint=f"give {', '.join(READINGS[kind])}"
            )
        return READINGS[kind][name](self, value)

    def stated(self, given: Wanted) -> Condition | None:
        """What `given` says of one evidence under the words of `STATED`."""
        as_of, known_at = given.get("asOf"), given.get("knownAt")
        parts = [
            one_of(self.values, "modality", given.get("modalities")),
            one_of(self.values, "kind", given.get("kinds")),
            equals(self.values, "document", given.get("document")),
        ]
        if as_of is not None:
            day = self.values.bind(as_of, lambda date: last_day("asOf", date))
            parts += [Compare("from", Operator.LE, day), Compare("to", Operator.GT, day)]
        if known_at is not None:
            # A document's `to` is the day after its last, and no end if it is undated.
            day = self.values.bind(known_at, lambda date: last_day("knownAt", date) + 1)
            published = Linked(Link(LinkName.DOCUMENT), Compare("to", Operator.LE, day))
            reference = Compare("kind", Operator.EQ, EvidenceKind.REFERENCE.value)
            parts.append(AnyOf((reference, published)))
        if given.get("undated") is False:
            parts.append(DATED)
        return every(*parts)

    def _stated_by(self, given: Wanted) -> Condition | None:
        evidence = self.stated(given)
        return (
            None if evidence is None else Linked(Link(LinkName.EVIDENCE), every(COUNTED, evidence))
        )

    def quantified(self, link: Link, kind: Kind, wanted: Wanted) -> Condition | None:
        """What `wanted` says under `some`, `none` and `every` of the rows of a link."""
        asked = [quantifier for quantifier in Quantifier if wanted.get(quantifier) is not None]
        return every(
            *(
                Linked(link, self._met(quantifier, kind, wanted[quantifier]), quantifier)
                for quantifier in asked
            )
        )

    def _met(self, quantifier: Quantifier, kind: Kind, wanted: Wanted) -> Condition | None:
        """What linked rows of `kind` must meet: evidence that does not count is none of them."""
        if kind is not Kind.EVIDENCE:
            return self.condition(kind, wanted)
        if quantifier is not Quantifier.EVERY or _speaks_of("standings", wanted):
            return self.evidence(wanted)
        met = self.condition(kind, wanted)
        return None if met is None else AnyOf((Not(COUNTED), met))


def _speaks_of(word: str, wanted: Wanted | None) -> bool:
    """Whether `wanted`, or what it is made of, restricts `word`."""
    if not wanted:
        return False
    parts = (wanted.get("not"), *(wanted.get("and") or ()), *(wanted.get("or") or ()))
    return wanted.get(word) is not None or any(_speaks_of(word, part) for part in parts)


DATED = AnyOf(
    (Compare("from", Operator.GT, OPEN_START), Compare("to", Operator.LT, OPEN_END)),
)

Reading: TypeAlias = Callable[[Wanting, Any], Condition | None]


def _equal(field: str) -> Reading:
    return lambda wanting, value: equals(wanting.values, field, value)


def _among(field: str) -> Reading:
    return lambda wanting, value: one_of(wanting.values, field, value)


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
        modalities = each.get("modalities")
        undated = each.get("undated")
        followed = Following(
            predicates=tuple(wanting.known(each.get("predicates")) or ()),
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
        met = wanting.condition(Kind.ENTITY, each.get("entity"))
        parts.append(Linked(Link(LinkName.QUALIFIED, qualifier=name), met))
    return every(*parts)


READINGS: Mapping[Kind, Mapping[str, Reading]] = MappingProxyType(
    {
        Kind.ENTITY: {
            "ids": _among("id"),
            "classes": _classes,
            "origin": _equal("origin"),
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
            "kind": _equal("kind"),
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
