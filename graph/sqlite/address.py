"""Which file a `sqlite:///` URL names."""

from __future__ import annotations

from pathlib import Path

from entente.errors import UsageError

SCHEME = "sqlite:///"


def path_of(url: str) -> Path:
    """The file of `sqlite:///PATH` (relative) or `sqlite:////PATH` (absolute).

    Raises `UsageError` for anything else, as for `:memory:`, which only the
    thread that opened it could see.
    """
    name = url.removeprefix(SCHEME)
    if not url.startswith(SCHEME) or not name or name == ":memory:" or "\0" in name:
        raise UsageError(
            f"no SQLite file in {url!r}",
            hint="write sqlite:///PATH, or sqlite:////PATH from the root",
        )
    return Path(name)
