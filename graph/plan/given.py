"""The values of a plan when it is run: constants, or what its binds are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from entente.errors import UsageError
from graph.plan.values import Bind, Value


def given(value: Value | None, values: Mapping[str, Any]) -> Any:
    """`value`, or what `values` gives its bind. Raises `UsageError` if it gives nothing."""
    if not isinstance(value, Bind):
        return value
    try:
        return values[value.name]
    except KeyError:
        raise UsageError(f"the plan asks for a value {value.name!r} that was not given") from None


def limit(value: Value, values: Mapping[str, Any], name: str = "limit") -> int:
    """A number of rows. Raises `UsageError` unless it is a whole number from 0 up."""
    number = given(value, values)
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise UsageError(f"{name} is {number!r}", hint="write a whole number from 0 up")
    return number


def ids(value: Value, values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Entity ids, one or several, in order and without repetition."""
    found = given(value, values)
    listed = (found,) if isinstance(found, str) else found
    if not isinstance(listed, tuple | list) or not all(isinstance(i, str) for i in listed):
        raise UsageError(f"{name} is {found!r}", hint="write an entity's id or several")
    return tuple(dict.fromkeys(listed))


def day(value: Value | None, values: Mapping[str, Any], name: str) -> int | None:
    """A day number, or None for no restriction."""
    number = given(value, values)
    if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
        raise UsageError(f"{name} is {number!r}", hint="write a day number")
    return number


def share(value: Value | None, values: Mapping[str, Any], name: str) -> float | None:
    """A number such as a belief, or None for no restriction."""
    number = given(value, values)
    if number is not None and (isinstance(number, bool) or not isinstance(number, int | float)):
        raise UsageError(f"{name} is {number!r}", hint="write a number from 0 to 1")
    return number


def text(value: Value, values: Mapping[str, Any], name: str) -> str | None:
    """A text, or None."""
    found = given(value, values)
    if found is not None and not isinstance(found, str):
        raise UsageError(f"{name} is {found!r}", hint="write a text")
    return found
