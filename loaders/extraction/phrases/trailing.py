"""Examples that follow a clause and are of its subject: "thirty *countries* back X, including
*Japan*"."""

from __future__ import annotations

from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tags import PROPER, SUBJECTS
from loaders.extraction.parse.tree import Tree

_AFTER_NOUN = frozenset({"like", "such as", "as", "unlike"})
"""What gives examples of the noun just before it, and of no other."""


def marker(tree: Tree, world: World, token: int) -> int | None:
    """Where the words end after which examples of the plural subject at `token` follow its
    clause; None where there are none, or where they may be of another plural."""
    verb = tree.heads[token]
    if tree.tags[token] != "NNS" or tree.deps[token] not in SUBJECTS or verb < token:
        return None
    end = tree.sentences[tree.sentence[token]][1]
    for at in range(verb + 1, end - 1):
        if tree.tags[at] == "NNS" and _is_somebody(world, tree.lemmas[at]):
            return None
        if tree.words[at] != ",":
            continue
        two = " ".join(tree.lower[at + 1 : at + 3])
        for words, last in ((two, at + 2), (tree.lower[at + 1], at + 1)):
            if words in world.exemplifiers and words not in _AFTER_NOUN:
                return last if _names(tree, last + 1, end) else None
    return None


def _names(tree: Tree, token: int, end: int) -> bool:
    """Whether somebody follows, and not where or for whom it is done: "above all *for* X"."""
    return token < end and (tree.tags[token] in PROPER or tree.tags[token] == "DT")


def _is_somebody(world: World, noun: str) -> bool:
    return noun in world.generics or noun in world.people or noun in world.offices
