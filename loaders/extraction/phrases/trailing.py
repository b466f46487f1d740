"""Examples that follow a clause and are of its subject: "thirty *countries* back X, including
*Japan*"."""

from __future__ import annotations

from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tags import PROPER, SUBJECTS
from loaders.extraction.parse.tree import Tree

SPAN = 12
"""Tokens after a noun, or its verb, within which its list must begin."""
_AFTER_NOUN = frozenset({"like", "such as", "as", "unlike"})
"""What gives examples of the noun just before it, and of no other."""
_APART = frozenset({",", "\N{EN DASH}", "\N{EM DASH}", "("})
_STOPS = frozenset({".", ";", ":"})
_WHOSE = frozenset({"from", "of"})


def exemplifies(tree: Tree, world: World, at: int) -> bool:
    """Whether a word or two that end at `at` give examples: "including", "such *as*"."""
    two = f"{tree.lower[at - 1]} {tree.lower[at]}"
    return tree.lower[at] in world.exemplifiers or two in world.exemplifiers


def near(tree: Tree, world: World, token: int, verb: int) -> int | None:
    """Where the words end after which examples of the plural at `token` follow soon after `verb`,
    whose subject it is, or whose subject is theirs: "ships *from nations* came, including X"; None
    if there are none, or another plural is in the way."""
    if tree.tags[token] != "NNS" or not _is_subject(tree, token, verb):
        return None
    for at in range(verb + 1, min(verb + SPAN, len(tree.words) - 1)):
        if exemplifies(tree, world, at):
            first = at if tree.lower[at] in world.exemplifiers else at - 1
            return at if tree.words[first - 1] in _APART else None
        if tree.tags[at] == "NNS" or tree.lower[at] in _STOPS:
            break
    return None


def _is_subject(tree: Tree, token: int, verb: int) -> bool:
    if tree.deps[token] == "pobj" and tree.lower[tree.heads[token]] in _WHOSE:
        token = tree.heads[tree.heads[token]]
    return tree.heads[token] == verb and tree.deps[token] in SUBJECTS


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
