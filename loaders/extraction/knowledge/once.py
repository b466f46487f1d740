"""What an object answers without being asked anything else, found at the first time of asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")


class once(Generic[Answer]):  # noqa: N801
    """Like `functools.cached_property`, whose lock takes longer than most answers here."""

    def __init__(self, find: Callable[[Any], Answer]) -> None:
        self._find, self._name = find, find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, owner: Any, _: type | None = None) -> Answer:
        found = owner.__dict__[self._name] = self._find(owner)
        return found
