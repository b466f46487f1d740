"""Values in plans: given now, or bound when the plan is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Bind:
    """A value that the caller gives by name when the plan is run."""

    name: str


Scalar: TypeAlias = str | int | float | bool
Value: TypeAlias = Scalar | tuple[Scalar, ...] | Bind


@dataclass(frozen=True, slots=True)
class Later:
    """A value that stands when the plan is run: what `read` finds in what is given then.

    A builder passes it on to `Values.bind`; whatever else it does with a value
    decides what the plan looks like and needs the value now.
    """

    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a plan's `Bind`s, numbered in the order they are met.

    `given` are those that are known; the others are read by `at`.
    """

    given: dict[str, Any] = field(default_factory=dict)
    _later: dict[str, Callable[[Any], Any]] = field(default_factory=dict)

    def bind(
        self, value: Scalar | Sequence[Scalar] | Later, check: Callable[[Any], Any] | None = None
    ) -> Bind:
        """A new bind that stands for `value`, or for what `check` makes of it (or raises)."""
        bind = Bind(f"v{len(self.given) + len(self._later)}")
        if isinstance(value, Later):
            read = value.read
            self._later[bind.name] = lambda source: _plain(read(source), check)
        else:
            self.given[bind.name] = _plain(value, check)
        return bind

    def at(self, source: object) -> Mapping[str, Any]:
        """The values of all binds, the later ones read from `source`."""
        if not self._later:
            return self.given
        return {**self.given, **{name: read(source) for name, read in self._later.items()}}


def _plain(value: Any, check: Callable[[Any], Any] | None) -> Any:
    checked = value if check is None else check(value)
    return checked if isinstance(checked, Scalar) else tuple(checked)
