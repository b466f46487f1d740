"""What reading a token offers to those that read what stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from loaders.extraction.knowledge.cast import Cast
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.names import Names
from loaders.extraction.parse.tree import Tree


class Reading(Protocol):
    """Reads tokens of one tree as what is wanted. `depth` counts what one reading led to."""

    def fillers(self, tokens: Iterable[int], wanted: Wanted) -> list[Filler]:
        """What `tokens` and what is coordinated with them name, as far as it fits."""
        ...

    def read(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
        """What `token` names, without what is coordinated with it."""
        ...

    def each(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """What `token` and each that is coordinated with it name, one level deeper."""
        ...


class Place(Protocol):
    """What is read, and in which document."""

    @property
    def tree(self) -> Tree: ...
    @property
    def names(self) -> Names: ...
    @property
    def cast(self) -> Cast: ...
    @property
    def world(self) -> World: ...


class TreeReading(Reading, Place, Protocol):
    """Reading, and what is read."""
