"""Cursors: where a row stands in a list, as an opaque text that only that list takes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from contextvars import ContextVar
from hashlib import blake2b
from typing import Any

import orjson

from entente.errors import StaleCursor, UsageError
from gql.selection.fields import Selected
from gql.selection.given import Variables
from graph.plan import Order, Scalar

ASKED: ContextVar[Variables] = ContextVar("asked")
"""The variables of the request whose answer is being shown: rows do not know them."""
APART = frozenset({"first", "after"})
"""Arguments that say which part of a list is wanted, and not which list it is."""


class Origin:
    """The list that `selected` asks for: what its cursors are marked with, and held to.

    The mark is of the field, its order and its arguments as they are in a request, so it is
    known once there are variables. Safe to use from several threads.
    """

    def __init__(self, selected: Selected, order: Sequence[Order], name: str | None = None) -> None:
        """With `name`, it is the list of that name in what `selected` asks for."""
        self.order = order
        self._of = name or selected.name, [(by.field, by.descending) for by in order]
        self._asked = selected.arguments.together(APART)
        self._latest: tuple[Variables, str] | None = None

    def mark(self, variables: Variables) -> str:
        """What tells a cursor of this list from one of another."""
        latest = self._latest
        if latest is None or latest[0] is not variables:
            asked = orjson.dumps(
                (*self._of, self._asked(variables)), default=str, option=orjson.OPT_SORT_KEYS
            )
            latest = variables, blake2b(asked, digest_size=6).hexdigest()
            self._latest = latest
        return latest[1]

    def written(self, *values: Any) -> str:
        """The cursor of a row with those sort values, in the answer that is being shown."""
        return write_cursor(self.mark(ASKED.get()), values)

    def read(self, cursor: str, variables: Variables) -> list[Scalar | None]:
        """The sort values that `cursor` stands for. Raises `UsageError` if it is none, and
        `StaleCursor` if it is one of another list."""
        mark, values = _parted(cursor, self.order)
        if mark != self.mark(variables):
            raise _stale(cursor)
        return values


def write_cursor(mark: str, values: Sequence[Any]) -> str:
    """The cursor of a row with those sort values in the list with that mark."""
    return base64.urlsafe_b64encode(orjson.dumps([mark, *values])).decode().rstrip("=")


def read_cursor(cursor: str, order: Sequence[Order]) -> list[Scalar | None]:
    """The sort values that `cursor` stands for, whatever list it was marked for.

    Raises `UsageError` if it was not written by us, `StaleCursor` if it is of another order.
    """
    return _parted(cursor, order)[1]


def _parted(cursor: str, order: Sequence[Order]) -> tuple[str, list[Scalar | None]]:
    """The mark and the sort values of `cursor`, as `read_cursor` refuses it."""
    marked = _decoded(cursor)
    if (
        not isinstance(marked, list)
        or len(marked) < 2
        or not isinstance(marked[0], str)
        or not all(value is None or isinstance(value, str | int | float) for value in marked[1:])
        or marked[-1] is None
    ):
        raise no_cursor(cursor)
    mark, *values = marked
    if len(values) != len(order):
        raise _stale(cursor)
    return mark, values


def no_cursor(cursor: str) -> UsageError:
    """What is wrong with a text that we did not write."""
    return UsageError(
        f"not a cursor: {cursor[:80]!r}",
        hint="give `endCursor` or a `cursor` of an answer to the same field and order",
    )


def _stale(cursor: str) -> StaleCursor:
    return StaleCursor(
        f"the cursor {cursor[:80]!r} is of another list: of another field, order or filter",
        hint="keep all arguments but `first` while paging, or start over without `after`",
    )


def _decoded(cursor: str) -> object:
    try:
        decoded: object = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError):
        return None
    return decoded
