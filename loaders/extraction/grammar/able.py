"""What somebody is said to be able to: "only X and Y *can make* it"."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree

_ABLE = frozenset({"can"})


def is_able(tree: Tree, verb: int) -> bool:
    """Whether a verb says what its subject can do."""
    return any(tree.lower[a] in _ABLE for a in tree.kids(verb, "aux"))
