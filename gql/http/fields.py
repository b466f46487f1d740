"""The header fields of a request, looked up by name."""

from __future__ import annotations

from starlette.types import Scope

FIELDS = "entente.fields"
"""Where a request's scope keeps them once they were looked at."""


class Fields:
    """Header fields of one request; of several with one name, the first.

    Starlette's go through all of them for each name, and so does everybody who asks.
    """

    def __init__(self, scope: Scope) -> None:
        self._raw: dict[bytes, bytes] = dict(reversed(scope["headers"]))

    def get(self, name: bytes, default: str | None = None) -> str | None:
        """The field's value; `name` is in lower case, as ASGI has names."""
        found = self._raw.get(name)
        return default if found is None else found.decode("latin-1")

    def text(self, name: bytes) -> str:
        """The field's value; nothing if it is not there."""
        return self._raw.get(name, b"").decode("latin-1")


def fields(scope: Scope) -> Fields:
    """The fields of the request of `scope`."""
    found: Fields | None = scope.get(FIELDS)
    if found is None:
        scope[FIELDS] = found = Fields(scope)
    return found
