"""Who acts where a clause or a noun names them in place of a subject."""

from __future__ import annotations

from loaders.extraction.tree import PROPER, Tree

_MAKING = frozenset({"of", "by", "between", "among"})


def doing(tree: Tree, agent: int) -> list[int]:
    """ "Put at risk *by what X is doing*": X."""
    return [
        subject
        for clause in tree.kids(agent, "pcomp", "ccomp")
        if any(tree.lower[t] in ("what", "how") for t in tree.children[clause])
        for subject in tree.kids(clause, "nsubj")
    ]


def named_owners(tree: Tree, noun: int) -> list[int]:
    """ "A joint effort *of A and B* to build X": who are named as those who make it."""
    return [t for t in tree.after(noun, _MAKING) if tree.tags[t] in PROPER]
