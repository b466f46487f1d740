"""Names that hyphens join before a noun: "the *Japan–EU* summit", "the *Xi–Biden* talks"."""

from __future__ import annotations

from loaders.extraction.names.names import Names, TokenName
from loaders.extraction.parse.tags import NOMINAL
from loaders.extraction.parse.tree import Tree

_LONGEST = 12
"""Tokens before the noun."""
_BETWEEN = frozenset({"JJ", "CD", "POS", "HYPH", "CC", "SYM", "VBN", *NOMINAL})
_MARKS = frozenset({"-", "\N{EN DASH}"})


def joined(tree: Tree, names: Names, noun: int) -> list[int]:
    """Where the names hang that are joined in the phrase of a noun, two at least."""
    start, _ = tree.sentences[tree.sentence[noun]]
    first = noun
    while first > max(start, noun - _LONGEST) and (
        tree.tags[first - 1] in _BETWEEN or first - 1 in names.covering
    ):
        first -= 1
    inside = [name for at in range(first, noun) for name in names.named(at)]
    begin = {name.first: name for name in inside}
    for name in inside:
        chain = [name]
        while (other := _next(tree, begin, chain[-1])) is not None:
            chain.append(other)
        if len(chain) > 1:
            return [name.root for name in chain]
    return []


def _next(tree: Tree, begin: dict[int, TokenName], name: TokenName) -> TokenName | None:
    mark = name.last + 1
    marked = mark < len(tree.words) and tree.words[mark] in _MARKS
    return begin.get(mark + 1) if marked else None
