"""Hyphened words, which the parser takes apart: in "on drugs, *counter-terrorism* and relief", both
halves may be items of the list."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, move
from loaders.extraction.parse.tags import NOMINAL


def bind(tree: Branches) -> None:
    """Hang the first half of a hyphened noun on the second where both hang on the same word."""
    for index, word in enumerate(tree.words):
        if word != "-" or not 0 < index < len(tree.tags) - 1:
            continue
        first, last = index - 1, index + 1
        above = tree.heads[last]
        if tree.tags[last] not in NOMINAL or above in (first, last):
            continue
        if tree.heads[first] == tree.heads[index] == above and tree.deps[first] != "compound":
            for part, dep in ((first, "compound"), (index, "punct")):
                tree.deps[part] = dep
                move(tree, part, last)
