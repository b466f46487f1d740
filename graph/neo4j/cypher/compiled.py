"""A plan as one Cypher statement that returns one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graph.neo4j.cypher.parameters import Parameters, Values
from graph.neo4j.query import Query
from graph.plan import Result

Finish = Callable[[list[Any], Values], Result]
"""Makes the answer of the record's values."""


UNTRIED = 50
"""How often a statement is passed over after it did not settle an answer."""


@dataclass(slots=True)
class Luck:
    """Whether a statement is to be tried. Threads may miscount: no answer depends on it."""

    passes: int = 0

    def lost(self) -> TooFew:
        """It did not settle an answer, and will hardly settle the next."""
        self.passes = UNTRIED
        return TooFew()


@dataclass(frozen=True, slots=True)
class Compiled:
    """The statement, its parameters, and what to make of its record.

    `nothing` tells from the values that no row can be met, so that nothing is
    asked. `finish` may raise `TooFew` where there is a statement that is `wider`.
    """

    query: Query
    parameters: Parameters
    finish: Finish
    nothing: Callable[[Values], bool] = lambda _: False
    wider: Compiled | None = None
    luck: Luck = field(default_factory=Luck)

    def promising(self) -> Compiled:
        """This, or the next wider one that is likely to settle the answer at once."""
        if self.wider is None or not self.luck.passes:
            return self
        self.luck.passes -= 1
        return self.wider.promising()


class TooFew(Exception):
    """The candidates that a statement took do not settle its answer: a wider one takes more."""
