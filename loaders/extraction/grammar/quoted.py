"""A name of its own in quotation marks before a noun: "the '*enhanced partnership*' treaty"."""

from __future__ import annotations

from loaders.extraction.parse.tags import COMMON
from loaders.extraction.parse.tree import Tree

_LONGEST = 8
"""Words of such a name."""
_MARKS = frozenset("\"'“”‘’")


def opening(tree: Tree, noun: int) -> int | None:
    """The mark that opens it; None where the noun has none, or the quoted words only praise."""
    named = noun > 2 and tree.words[noun - 1] in _MARKS and tree.is_noun(noun - 2)
    if not named or tree.tags[noun] not in COMMON:
        return None
    first = max(tree.sentences[tree.sentence[noun]][0], noun - _LONGEST - 2)
    return next((t for t in range(noun - 3, first - 1, -1) if tree.words[t] in _MARKS), None)
