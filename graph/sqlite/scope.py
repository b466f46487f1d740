"""What one statement binds: its parameters and aliases, named as they are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Values = Mapping[str, Any]
Resolve = Callable[[Values], Any]


class Scope:
    """Collects the parameters of a statement while its text is made."""

    def __init__(self) -> None:
        self._constants: dict[str, Any] = {}
        self._resolved: dict[str, Resolve] = {}
        self._aliases = 0

    def constant(self, value: Any) -> str:
        """A parameter that is always `value`."""
        name = self._name()
        self._constants[name] = value
        return f":{name}"

    def value(self, resolve: Resolve) -> str:
        """A parameter that is what `resolve` makes of a run's values."""
        name = self._name()
        self._resolved[name] = resolve
        return f":{name}"

    def alias(self) -> str:
        """A table alias used nowhere else in the statement."""
        self._aliases += 1
        return f"t{self._aliases}"

    def _name(self) -> str:
        return f"v{len(self._constants) + len(self._resolved)}"

    def parameters(self, values: Values, **more: Any) -> dict[str, Any]:
        """All parameters for one run, with `more` that the statement names itself."""
        found = {**self._constants, **more}
        for name, resolve in self._resolved.items():
            found[name] = resolve(values)
        return found
