"""Rows that a store has as JSON: read when somebody looks at them, or written as they are.

A bulk answer is read from one JSON and written to another. Where a store holds its values as
JSON, what is shown of a row as it stands need not become objects in between; and a store
that makes JSON faster than it makes lists may answer with objects, where a plan says which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, TypeAlias, overload

import orjson

from entente.errors import UsageError

Fields: TypeAlias = tuple[tuple[str, int], ...]
"""What is shown of a row: keys, which need no escapes, each with the place of a column."""
Write: TypeAlias = Callable[[Sequence[str]], list[str]]


def check_shown(fields: Fields | None, columns: int) -> None:
    """Raises `UsageError` unless objects of `fields`, if there are any, hold all the columns."""
    if fields is None:
        return
    if {place for _, place in fields} != set(range(columns)):
        raise UsageError("a row is shown without all of its columns", hint="show each of them")
    keys = [key for key, _ in fields]
    if len(set(keys)) < len(keys) or not all(key.isascii() and key.isidentifier() for key in keys):
        raise UsageError(f"a row cannot be shown by the keys {keys}", hint="name each value anew")


class Form(NamedTuple):
    """What a row's text is: `width` values as JSON with tabs between them, which JSON has not.

    `columns` are the places of the row's values; at `bare` is a text without its quotes, which
    needs no escapes.
    """

    width: int
    columns: tuple[int, ...]
    bare: int | None = None


@lru_cache(maxsize=512)
def _writing(form: Form, fields: Fields | None) -> Write:
    """What makes objects that show `fields` of texts, or lists of all columns.

    It is written out, row by row, since thousands of values at once would leave the processor's
    cache before they are used.
    """
    begin, end = "[]" if fields is None else "{}"
    shown = [("", place) for place in range(len(form.columns))] if fields is None else fields
    constants: dict[str, Any] = {"__builtins__": {}}
    parts: list[str] = []
    before = begin
    for key, column in shown:
        place = form.columns[column]
        quote = '"' if place == form.bare else ""
        name = f"c{len(parts)}"
        constants[name] = before + (f'"{key}":' if key else "") + quote
        parts.append(f"{{{name}}}{{v{place:d}}}")
        before = f"{quote},"
    constants["last"] = before[:-1] + end
    values = "".join(f"v{place:d}, " for place in range(form.width))
    text = (
        f"lambda texts: [f'{''.join(parts)}{{last}}' for text in texts"
        f" for {values} in (text.split('\\t'),)]"
    )
    made: Write = eval(text, constants)  # noqa: S307 - places alone: keys are constants
    return made


class _Table(Protocol):
    """Rows in some form, and what was last made of them."""

    def rows(self) -> list[list[Any]]: ...
    def objects(self, fields: Fields) -> Sequence[str]: ...


class _Values:
    """Texts of rows in that form."""

    def __init__(self, texts: Sequence[str], form: Form) -> None:
        self._texts = texts
        self._form = form
        self._read: list[list[Any]] | None = None
        self._fields: Fields | None = None
        self._objects: list[str] = []

    def rows(self) -> list[list[Any]]:
        if self._read is None:
            self._read = orjson.loads(f"[{','.join(_writing(self._form, None)(self._texts))}]")
        return self._read

    def objects(self, fields: Fields) -> Sequence[str]:
        if self._fields != fields:
            self._objects, self._fields = _writing(self._form, fields)(self._texts), fields
        return self._objects


class _Objects:
    """Texts that are objects which show `fields`, each column in one of them or more."""

    def __init__(self, texts: Sequence[str], fields: Fields) -> None:
        self._texts = texts
        self._fields = fields
        self._read: list[list[Any]] | None = None

    def rows(self) -> list[list[Any]]:
        if self._read is None:
            keys = [key for _, key in sorted({place: key for key, place in self._fields}.items())]
            found = orjson.loads(f"[{','.join(self._texts)}]")
            self._read = [[each[key] for key in keys] for each in found]
        return self._read

    def objects(self, fields: Fields) -> Sequence[str]:
        if self._fields == fields:
            return self._texts
        made = ({key: row[place] for key, place in fields} for row in self.rows())
        return [orjson.dumps(each).decode() for each in made]


class Written(Sequence[list[Any]]):
    """Rows with one or more columns; equal to lists of their values."""

    __slots__ = ("_start", "_stop", "_table")

    def __init__(self, table: _Table, start: int, stop: int) -> None:
        self._table, self._start, self._stop = table, start, stop

    @classmethod
    def of(cls, texts: Sequence[str], form: Form) -> Written:
        """The rows of texts in that form."""
        return cls(_Values(texts, form), 0, len(texts))

    @classmethod
    def objects(cls, texts: Sequence[str], fields: Fields) -> Written:
        """The rows of texts that are objects and show `fields`, as a plan asks for them."""
        return cls(_Objects(texts, fields), 0, len(texts))

    def cut(self, lengths: Iterable[int]) -> Iterator[Written]:
        """Its rows in parts of those lengths, which share what is made of them."""
        start = self._start
        for length in lengths:
            yield Written(self._table, start, start + length)
            start += length

    def json(self, fields: Fields) -> str:
        """A list of objects that show `fields`, one or more."""
        return f"[{','.join(self._table.objects(fields)[self._start : self._stop])}]"

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
