"""What is known while one query is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from graph.neo4j.cypher.parameters import Parameters
from graph.neo4j.vocabulary import Vocabulary


class Scope:
    """The query's parameters, the predicates there are, and variables not yet used."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.parameters = Parameters()
        self._used: Counter[str] = Counter()
        self._front: list[str] | None = None

    def fresh(self, stem: str) -> str:
        """A variable that stands nowhere else in the query."""
        self._used[stem] += 1
        return f"{stem}{self._used[stem]}"

    @contextmanager
    def front(self) -> Iterator[list[str]]:
        """For as long as what is written sees what stands in front of it: the list fills with
        what must stand there, each as `EXPRESSION AS VARIABLE`."""
        self._front = []
        try:
            yield self._front
        finally:
            self._front = None

    def in_front(self, stem: str, expression: str) -> str | None:
        """A variable that is to hold `expression` in front; None where none would be seen."""
        if self._front is None:
            return None
        name = self.fresh(stem)
        self._front.append(f"{expression} AS {name}")
        return name
