"""Whose turn it is in what several say one after the other: "MINISTER LEE: We agreed …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.selves import NamedIn
from loaders.extraction.knowledge.voice import spoken_for
from loaders.extraction.knowledge.world import World

_MARK = r"(?:\*\*|_)?"
_TURN = re.compile(
    rf"^[ \t]*{_MARK}((?:Q|A)(?=[:.]?\s)|[A-Z][\w.'’ -]{{1,60}}?)"
    rf"{_MARK}(?::{_MARK}[ \t]|(?<=^Q)\s)",
    re.MULTILINE,
)
"""What a paragraph begins with that says who speaks: a name or office, and a colon."""
_RANKS = frozenset({"vice", "deputy", "senior", "acting", "administration", "first", "government"})
"""What stands before an office and is no name."""
_FEW = 2
"""Turns of people who are known that make a text one of turns."""


class _Turn(NamedTuple):
    start: int
    author: tuple[Filler, ...]
    voice: tuple[Filler, ...]


class Turns:
    """The turns of a text; none where people do not speak in turn."""

    def __init__(
        self,
        text: str,
        named_in: NamedIn,
        world: World,
        publisher: tuple[Filler, ...],
        date: str | None,
    ) -> None:
        """`publisher` is the polity for which office-holders without a name speak."""
        self._named_in, self._world = named_in, world
        self._publisher, self._date = publisher, date
        turns = [self._turn(match) for match in _TURN.finditer(text)]
        known = [turn for turn in turns if turn is not None and turn.author]
        self._turns = [t for t in turns if t is not None] if len(known) >= _FEW else []
        self._starts = [turn.start for turn in self._turns]

    def at(self, place: int) -> tuple[tuple[Filler, ...], tuple[Filler, ...]] | None:
        """Who "I" is and who "we" are at a place; None where nobody has had a turn yet."""
        last = bisect_right(self._starts, place) - 1
        if last < 0:
            return None
        return self._turns[last].author, self._turns[last].voice

    def _turn(self, match: re.Match[str]) -> _Turn | None:
        """The turn of a person, an office or somebody who asks; None for any other label."""
        label = match[1].strip()
        spelt = label.title() if label.isupper() else label
        people = self._people(spelt)
        if len(people) == 1:
            voice = spoken_for(people, self._world, self._date)
            public = (f for f in voice if self._world.is_public(f.entity, f.types))
            return _Turn(match.start(), people, tuple(public)[:1])
        if label.isupper() and not people and self._is_office(spelt.lower()):
            return _Turn(match.start(), (), self._publisher)
        asks = label.isupper() or spelt.lower() in self._world.lexicon.role("Asking")
        return _Turn(match.start(), (), ()) if asks else None

    def _is_office(self, label: str) -> bool:
        """Whether a label is an office and nobody's name: "the vice president", but not "premier
        Lee"."""
        offices, rest = self._world.offices, label.removeprefix("the ")
        words = rest.split()
        return rest in offices or all(word in offices or word in _RANKS for word in words)

    def _people(self, label: str) -> tuple[Filler, ...]:
        """The people whom a label names, if it is they and nothing more."""
        named = self._named_in(label, True)
        people = {f.entity: f for f in named if self._world.is_person(f.types)}
        return tuple(people.values())
