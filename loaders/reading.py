"""What a reader makes of a file, and what a reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from graph.statements import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """Canonical text with its blocks and what the file says of itself.

    `date` is EDTF. `text` is what is stored and hashed; blocks are offsets
    into it in code points.
    """

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    address: str | None = None
    language: str = "en"


class Reader(Protocol):
    """Reads one file format. Registered in `loaders.readers`."""

    name: str
    media_type: str

    def accepts(self, data: bytes, name: str) -> bool:
        """Whether the content (and only where that is silent, the name) is of this format."""
        ...

    def read(self, data: bytes, name: str) -> Reading:
        """The text of `data`. Raises `InputError` with what is wrong and its mending."""
        ...
