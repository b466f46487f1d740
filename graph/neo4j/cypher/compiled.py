"""A plan as one Cypher statement that returns one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.neo4j.cypher.parameters import Parameters, Values
from graph.neo4j.query import Query
from graph.plan import Result

Finish = Callable[[list[Any], Values], Result]
"""Makes the answer of the record's values."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The statement, its parameters, and what to make of its record.

    `nothing` tells from the values that no row can be met, so that nothing is
    asked. `finish` may raise `TooFew`.
    """

    query: Query
    parameters: Parameters
    finish: Finish
    nothing: Callable[[Values], bool] = lambda _: False


class TooFew(Exception):
    """The candidates that a statement took do not settle its answer; `wider` takes more."""

    def __init__(self, wider: Compiled) -> None:
        super().__init__()
        self.wider = wider
