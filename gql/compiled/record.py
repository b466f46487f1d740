"""Objects of an answer as records: the values alone, since their type has the response keys.

A record is made in a third of the time of a dictionary and takes a third of its memory, and
is written to the same JSON.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

KEPT = 2_000
"""How many types are kept, for other queries with the same keys."""


@lru_cache(maxsize=KEPT)
def record_type(keys: tuple[str, ...]) -> type[msgspec.Struct]:
    """The type of objects with those response keys, to be called with their values in order."""
    names = {f"v{place}": key for place, key in enumerate(keys)}
    # Nothing in an answer leads back to it, so the collector need not look.
    return msgspec.defstruct("Record", list(names), rename=names, gc=False)


def _text(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"nothing that an answer holds: {type(value).__name__}")


written = msgspec.json.Encoder(enc_hook=_text).encode
"""The JSON of a value that holds records or none."""


def _read(value: object) -> Any:
    return msgspec.json.decode(value) if isinstance(value, msgspec.Raw) else _text(value)


def plain(value: Any) -> Any:
    """`value` with dictionaries in place of records, and read where it is JSON already."""
    return msgspec.to_builtins(value, enc_hook=_read)
