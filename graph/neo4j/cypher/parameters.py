"""The values of a compiled query: what each parameter becomes when it is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.plan import Operator, Value, ValueType
from graph.plan import given as values_given
from graph.plan.check import fitting
from graph.statements.words import words

Values = Mapping[str, Any]
Convert = Callable[[Values], Any]


class Parameters:
    """Collects parameters while a query is written, and fills them when it is run."""

    def __init__(self) -> None:
        self._converts: dict[str, Convert] = {}

    def add(self, convert: Convert) -> str:
        """A new parameter whose value `convert` makes of the plan's values."""
        name = f"p{len(self._converts)}"
        self._converts[name] = convert
        return f"${name}"

    def fill(self, values: Values) -> dict[str, Any]:
        return {name: convert(values) for name, convert in self._converts.items()}

    def limit(self, value: Value, name: str = "limit") -> tuple[str, str]:
        """Parameters for a number of rows, and for one more, which tells whether there are."""
        return (
            self.add(lambda values: values_given.limit(value, values, name)),
            self.add(lambda values: values_given.limit(value, values, name) + 1),
        )

    def ids(self, value: Value, name: str) -> str:
        return self.add(lambda values: list(values_given.ids(value, values, name)))

    def day(self, value: Value, name: str) -> str:
        return self.add(lambda values: values_given.day(value, values, name))

    def share(self, value: Value, name: str) -> str:
        return self.add(lambda values: values_given.share(value, values, name))

    def words(self, value: Value) -> str:
        """The words of a text that is searched for."""
        return self.add(lambda values: searched(value, values))

    def compared(
        self, field: str, type_: ValueType, operator: Operator, value: Value, *, lower: bool = False
    ) -> str:
        """A value that `field` is compared with; `UsageError` when run, if it does not fit."""

        def convert(values: Values) -> Any:
            found = values_given.given(value, values)
            fitting(field, type_, operator, found)
            if isinstance(found, tuple):
                return list(found)
            return found.lower() if lower and isinstance(found, str) else found

        return self.add(convert)


def searched(value: Value, values: Values) -> list[str]:
    """The words of a text that is searched for; none for None."""
    return words(values_given.text(value, values, "text") or "")
