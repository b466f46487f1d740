"""What a document says that a proper name is."""

from __future__ import annotations

from typing import NamedTuple


class Introduction(NamedTuple):
    """The classes that fit a name, the likeliest first, and its full form."""

    classes: tuple[str, ...]
    name: str
