"""Which rows of the table a fact meets.

In predicate and both ends, either way round for a predicate without direction,
or by way of a group: see `rules`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from graph.evaluation.gold import Row
from graph.evaluation.rules import Names, Rules

Triple = tuple[Names, str, Names]
"""A fact by the names of its ends, folded."""


class Matcher:
    """Which rows a fact meets."""

    def __init__(self, rules_: Rules, symmetric: Collection[str]) -> None:
        self._rules = rules_
        self._symmetric = symmetric

    def met(self, fact: Triple, table: Iterable[Row]) -> Iterator[Row]:
        """The rows that `fact` meets by itself, for its group, and for its members."""
        table = list(table)
        yield from self._direct(fact, table)
        subject, predicate, object_ = fact
        for group in self._rules.groups:
            members = frozenset().union(*group.members)
            if subject & members:
                yield from self._direct((group.names, predicate, object_), table)
            if object_ & members:
                yield from self._direct((subject, predicate, group.names), table)
            if subject & group.names:
                yield from self._each([(m, predicate, object_) for m in group.members], table)
            if object_ & group.names:
                yield from self._each([(subject, predicate, m) for m in group.members], table)

    def _direct(self, fact: Triple, table: list[Row]) -> list[Row]:
        return [row for row in table if self._meets(fact, row)]

    def _each(self, facts: list[Triple], table: list[Row]) -> list[Row]:
        found = [self._direct(fact, table) for fact in facts]
        return list(chain.from_iterable(found)) if all(found) else []

    def _meets(self, fact: Triple, row: Row) -> bool:
        subject, predicate, object_ = fact
        if predicate not in row.predicates:
            return False
        named = self._rules.named
        if named(subject, row.subject) and named(object_, row.object):
            return True
        turned = predicate in self._symmetric
        return turned and named(object_, row.subject) and named(subject, row.object)
