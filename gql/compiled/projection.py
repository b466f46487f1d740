"""A function for each shape: rows in it, shown several times faster than by `show`.

The function is written as Python: one call for each object, which makes a record
of its values, and one comprehension for each list. Rows that a store has as JSON, of which
nothing but values is shown, stay JSON. Its text is made of places in
rows and nothing else: whatever else a shape holds stands in it under names of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import starmap
from typing import Any, TypeAlias

import msgspec

from gql.compiled.record import record_type
from gql.selection.shape import (
    At,
    Each,
    First,
    Fixed,
    Made,
    One,
    Record,
    Row,
    Shape,
    Typed,
    placed,
)
from graph.plan import Written

Fields: TypeAlias = tuple[tuple[str, Shape], ...]


def projection(shape: Shape) -> Callable[[Row], Any]:
    """A function that shows a row in `shape`, objects as records without their types."""
    writer = _Writer()
    name = writer.function(shape)
    exec("\n".join(writer.lines), writer.names)  # noqa: S102 - our own text: see above
    found: Callable[[Row], Any] = writer.names[name]
    return found


class _Writer:
    """Writes functions, and collects the values that they name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.names: dict[str, Any] = {"__builtins__": {}}

    def name(self, value: object) -> str:
        """A name for `value` in what is written."""
        name = f"v{len(self.names)}"
        self.names[name] = value
        return name

    def function(self, shape: Shape, given: str = "row", body: str = "{shown}") -> str:
        """The name of a new function of `given` that shows `row`."""
        shown = self.expression(shape)
        name = self.name(None)
        self.lines.append(f"def {name}({given}): return {body.format(shown=shown)}")
        return name

    def expression(self, shape: Shape) -> str:
        """An expression that shows `row`."""
        match shape:
            case At(path):
                return "row" + "".join(f"[{place:d}]" for place in path)
            case Fixed(value):
                return repr(value) if value is None or value in (True, False) else self.name(value)
            case Made(function, sources):
                given = ", ".join(self.expression(source) for source in sources)
                return f"{self.name(function)}({given})"
            case Record(fields):
                shown = (self.expression(each) for _, each in fields)
                return f"{self._type(fields)}({', '.join(shown)})"
            case Typed():
                return f"{self._typed(shape)}(row)"
            case One(source, inner):
                one = self.function(inner, body="None if row is None else {shown}")
                return f"{one}({self.expression(source)})"
            case First(source, inner):
                return f"{self._first(inner)}({self.expression(source)})"
            case Each(source, inner, width):
                return f"{self._each(inner, width)}({self.expression(source)})"

    def _type(self, fields: Fields) -> str:
        return self.name(record_type(tuple(key for key, _ in fields)))

    def _each(self, shape: Shape, width: int | None) -> str:
        """A function of rows, of that many values if it is known, that shows each in `shape`."""
        name, shown = self.name(None), f"[{self.expression(shape)} for row in rows]"
        places = placed(shape)
        if isinstance(shape, Record) and places:
            if [place for _, place in places] == list(range(width or 0)):
                # A row is the values of the record as it stands.
                shown = f"[*{self.name(starmap)}({self._type(shape.fields)}, rows)]"
            json = f"{self.name(msgspec.Raw)}(rows.json({self.name(places)}))"
            shown = f"{json} if {self.name(type)}(rows) is {self.name(Written)} else {shown}"
        self.lines.append(f"def {name}(rows): return {shown}")
        return name

    def _first(self, shape: Shape) -> str:
        function, name = self.function(shape), self.name(None)
        self.lines.append(f"def {name}(rows): return {function}(rows[0]) if rows else None")
        return name

    def _typed(self, shape: Typed) -> str:
        functions = {name: self.function(record) for name, record in shape.shapes.items()}
        cases = ", ".join(f"{name!r}: {function}" for name, function in functions.items())
        otherwise = self.function(shape.otherwise)
        source = self.expression(shape.source)
        table, choose = self.name(None), self.name(None)
        chosen = f"{table}({self.name(shape.name)}({source}), {otherwise})"
        self.lines += [
            f"{table} = {{{cases}}}.get",
            f"def {choose}(row): return {chosen}(row)",
        ]
        return choose
