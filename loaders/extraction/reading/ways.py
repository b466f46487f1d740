"""The ways in which a token may be read, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

Way: TypeAlias = Callable[[int, Wanted, int], list[Filler]]
"""One way to read a token as what is wanted, at a depth of reading."""


class Ways:
    """The ways to read a token: as what it names or stands for, and as what a cue makes of it."""

    __slots__ = ("all", "named")

    def __init__(self, named: list[Way], made: Sequence[Way] = ()) -> None:
        self.named = named
        self.all = [*named, *made]
