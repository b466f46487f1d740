"""Names that a "not" sets against those before them: of "X backs Y, *not Z*" Z is no part of the
list."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, move
from loaders.extraction.parse.tags import PROPER

_LINKS = frozenset({",", "and", "but", "\N{EN DASH}", "\N{EM DASH}", "("})
_LISTED = frozenset({"appos", "conj"})
_INSIDE = frozenset({"compound", "nmod", "det", "poss", "amod"})


def exclude(tree: Branches, present: Set[str]) -> None:
    """Take such names off what they hang on as further items. `present`: the words of the
    passage."""
    if "not" not in present:
        return
    for index, word in enumerate(tree.lower):
        if word != "not" or not index or tree.words[index - 1] not in _LINKS:
            continue
        name = index + 1 + (tree.lower[index + 1 : index + 2] == ["the"])
        if name >= len(tree.tags) or tree.tags[name] not in PROPER:
            continue
        while tree.deps[name] in _INSIDE and tree.heads[name] > name:
            name = tree.heads[name]
        if tree.deps[name] in _LISTED and tree.heads[name] < index:
            tree.deps[name] = "dep"
            move(tree, index, name)
