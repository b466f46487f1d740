"""Which rows a reader wants, from nested words to one condition.

The words are those of the filter inputs of GraphQL, as plain mappings: what is
None does not restrict, and what stands side by side must hold together.

    {"classes": ["State"], "related": [{"predicates": ["memberOf"],
     "none": {"label": {"eq": "NATO"}}}]}

`graph.plan.words` says, by kind, which words there are and what each amounts to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from entente.errors import LimitExceeded, UsageError
from graph.plan.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Linked,
    Not,
    Operator,
    Quantifier,
)
from graph.plan.fields import Kind
from graph.plan.filters import COUNTED, equals, every, one_of
from graph.plan.following import last_day
from graph.plan.links import Link, LinkName
from graph.plan.values import Later, Values
from graph.plan.words import DATED, READINGS, Wanted
from graph.statements import EvidenceKind
from ontology.model import Ontology

ALWAYS = All(())

ATTESTED = Compare("modalities", Operator.PRESENT, value=True)
"""Facts that have evidence which counts."""

MOST = 100
"""Words that a reader may give, all told."""
DEEPEST = 8
"""Filters within filters."""

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
        """What a list of rows of `kind` shows: no fact all of whose evidence was found not to
        count, unless `wanted` names it, or says which standings its evidence is to have."""
        if kind is Kind.EVIDENCE:
            return self.evidence(wanted)
        condition = self.condition(kind, wanted)
        if kind is not Kind.FACT or _speaks_of("ids", wanted) or _asks_of_silent(wanted):
            return condition
        return every(condition, ATTESTED)

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


def _asks_of_silent(wanted: Wanted | None) -> bool:
    """Whether a filter of facts says which standings their evidence is to have, or that they
    are to have none."""
    if not wanted:
        return False
    evidence = wanted.get("evidence") or {}
    if evidence.get("none") is not None:
        return True
    return any(_speaks_of("standings", each) for each in evidence.values()) or any(
        map(_asks_of_silent, _parts(wanted))
    )


def _speaks_of(word: str, wanted: Wanted | None) -> bool:
    """Whether `wanted`, or what it is made of, restricts `word`."""
    if not wanted:
        return False
    return wanted.get(word) is not None or any(_speaks_of(word, part) for part in _parts(wanted))


def _parts(wanted: Wanted) -> Iterable[Wanted | None]:
    """The filters that a filter is made of."""
    return wanted.get("not"), *(wanted.get("and") or ()), *(wanted.get("or") or ())
