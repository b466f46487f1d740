"""What a range names by where it begins and ends: "in many fields, *from A and B to C*"."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree

_FAR = 20
"""Tokens within which a range ends."""


def ends(tree: Tree, opening: int) -> list[int]:
    """The first and the last of the range that begins with the "from" at `opening`; none where
    nothing says how far it goes."""
    first = tree.kids(opening, "pobj", "pcomp")
    above = tree.heads[opening]
    hosts = {opening, above, tree.heads[above], *(t for f in first for t in tree.conjuncts(f))}
    stop = min(tree.sentences[tree.sentence[opening]][1], opening + _FAR)
    for token in range(opening + 2, stop):
        if tree.lower[token] == "to" and tree.heads[token] in hosts:
            last = tree.kids(token, "pobj", "pcomp")
            return [*first, *last] if first and last else []
        if tree.is_finite(token):
            break
    return []
