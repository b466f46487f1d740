"""Names of things by their last word, which takes them up: "the shadow *fleet*", then "the
*fleet*"."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler

_REACH = 8
"""Sentences back."""


class Shortened:
    """The things that one document has named, by the last word of their names."""

    def __init__(self) -> None:
        self._named: dict[str, list[tuple[int, int, Filler]]] = {}

    def note(self, noun: str, sentence: int, filler: Filler) -> None:
        """The name of `filler` ends with `noun`."""
        self._named.setdefault(noun, []).append((sentence, filler.token, filler))

    def last(self, noun: str, sentence: int, token: int) -> Filler | None:
        """What was last named so, shortly before a place."""
        before = [x for x in self._named.get(noun, ()) if x[:2] < (sentence, token)]
        if not before:
            return None
        at, _, found = max(before, key=lambda x: x[:2])
        return found if sentence - at <= _REACH else None

    def has(self, noun: str) -> bool:
        """Whether anything was named so."""
        return noun in self._named
