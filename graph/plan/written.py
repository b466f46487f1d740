"""Rows that a store has as JSON: read when somebody looks at them, or written as they are.

A bulk answer is read from one JSON and written to another. Where a store holds its values as
JSON, what is shown of a row as it stands need not become objects in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple, overload

import orjson


class Texts(NamedTuple):
    """A column: one value of each row as JSON. `bare` are texts that need no escapes, without
    their quotes."""

    of_rows: list[str]
    bare: bool = False


class _Table:
    """Columns of rows, and what was last made of them."""

    def __init__(self, columns: Sequence[Texts]) -> None:
        self._columns = columns
        self._rows: list[list[Any]] | None = None
        self._fields: tuple[tuple[str, int], ...] | None = None
        self._pieces: list[str] = []

    def __len__(self) -> int:
        return len(self._columns[0].of_rows)

    def columns(self) -> list[list[Any]]:
        """The values, column by column."""
        size = len(self)
        quoted = [column.of_rows for column in self._columns if not column.bare]
        # Read at once, since many lists of rows are short.
        read = orjson.loads(f"[{','.join(chain(*quoted))}]")
        values = iter([read[start : start + size] for start in range(0, len(read), size or 1)])
        return [c.of_rows if c.bare or not size else next(values) for c in self._columns]

    def rows(self) -> list[list[Any]]:
        if self._rows is None:
            self._rows = list(map(list, zip(*self.columns(), strict=True)))
        return self._rows

    def pieces(self, fields: tuple[tuple[str, int], ...]) -> list[str]:
        """The text of objects that show `fields` (a key and the place of a column each), cut:
        as many pieces for each row, of which the first begins with a comma."""
        if self._fields != fields:
            row, after = [], ",{"
            for key, place in fields:
                quote = '"' if self._columns[place].bare else ""
                row += [f'{after}"{key}":{quote}', ""]
                after = f"{quote},"
            row.append(after[:-1] + "}")
            pieces = row * len(self)
            for number, (_, place) in enumerate(fields):
                pieces[2 * number + 1 :: len(row)] = self._columns[place].of_rows
            self._fields, self._pieces = fields, pieces
        return self._pieces


class Written(Sequence[list[Any]]):
    """Rows of one or more columns; equal to lists of their values."""

    __slots__ = ("_start", "_stop", "_table")

    def __init__(self, table: _Table, start: int, stop: int) -> None:
        self._table, self._start, self._stop = table, start, stop

    @classmethod
    def of(cls, columns: Sequence[Texts]) -> Written:
        """All the rows of columns."""
        table = _Table(columns)
        return cls(table, 0, len(table))

    def columns(self) -> list[list[Any]]:
        """The values, column by column, of all the rows that it was made of."""
        return self._table.columns()

    def cut(self, lengths: Iterable[int]) -> Iterator[Written]:
        """Its rows in parts of those lengths, which share what is made of them."""
        start = self._start
        for length in lengths:
            yield Written(self._table, start, start + length)
            start += length

    def json(self, fields: tuple[tuple[str, int], ...]) -> str:
        """A list of objects that show `fields`, one or more: a key, which needs no escapes, and
        the place of a column each."""
        width = 2 * len(fields) + 1
        pieces = self._table.pieces(fields)
        if len(self) != len(self._table):
            pieces = pieces[self._start * width : self._stop * width]
        return f"[{''.join(pieces)[1:]}]"

    def _read(self) -> list[list[Any]]:
        return self._table.rows()[self._start : self._stop]

    def __len__(self) -> int:
        return self._stop - self._start

    def __iter__(self) -> Iterator[list[Any]]:
        return iter(self._read())

    @overload
    def __getitem__(self, place: int) -> list[Any]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[Any]]: ...
    def __getitem__(self, place: int | slice) -> Any:
        return self._read()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._read() == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._read())
