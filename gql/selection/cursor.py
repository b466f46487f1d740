"""Cursors: where a row stands in an order, as an opaque text."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

import orjson

from entente.errors import UsageError
from graph.plan import Order, Scalar


def write_cursor(values: Sequence[Any]) -> str:
    """The cursor of a row with those sort values."""
    return base64.urlsafe_b64encode(orjson.dumps(list(values))).decode().rstrip("=")


def read_cursor(cursor: str, order: Sequence[Order]) -> list[Scalar | None]:
    """The sort values that `cursor` stands for.

    Raises `UsageError` if it was not written for `order`.
    """
    values = _decoded(cursor)
    if (
        not isinstance(values, list)
        or len(values) != len(order)
        or not all(value is None or isinstance(value, str | int | float) for value in values)
        or values[-1] is None
    ):
        raise UsageError(
            f"not a cursor of this list: {cursor[:80]!r}",
            hint="give `endCursor` or a `cursor` of an answer to the same field and order",
        )
    return values


def _decoded(cursor: str) -> object:
    try:
        decoded: object = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError):
        return None
    return decoded
