"""A parse that is put right before anything is read."""

from __future__ import annotations

from typing import Protocol

_OWN = frozenset({"det", "amod", "compound", "nmod", "poss", "predet", "nummod"})
"""How words hang that belong to a noun."""


class Branches(Protocol):
    """A parse whose words may be told anew and whose branches may be moved."""

    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]

    def up(self, index: int) -> list[int]: ...
    def root(self, index: int) -> int: ...


def move(tree: Branches, index: int, above: int) -> None:
    """Hang `index`, with what is below it, on `above`; on itself, it is a root. Where `above` is
    below it, that takes its place: in a circle, whoever looks for the root never ends."""
    if above != index and index in tree.up(above):
        # No root may be told to be somebody's: "conj" leads up.
        tree.deps[above] = tree.deps[index]
        move(tree, above, above if tree.heads[index] == index else tree.heads[index])
    if tree.heads[index] != index:
        tree.children[tree.heads[index]].remove(index)
    tree.heads[index] = above
    if above == index:
        tree.deps[index] = "ROOT"
        return
    tree.children[above].append(index)
    tree.children[above].sort()


def kid(tree: Branches, index: int, dep: str) -> int | None:
    """The first that hangs from `index` by `dep`."""
    return next((c for c in tree.children[index] if tree.deps[c] == dep), None)


def first_of(tree: Branches, index: int) -> int:
    """The first token of what hangs from `index`."""
    while tree.children[index] and tree.children[index][0] < index:
        index = tree.children[index][0]
    return index


def given_of(tree: Branches, name: int) -> int:
    """The first word of the name that `name` ends: "*Ann* Lee"."""
    first = name
    while first and tree.deps[first - 1] == "compound" and tree.heads[first - 1] == name:
        first -= 1
    return first


def last_of(tree: Branches, index: int) -> int:
    """The last token of what hangs from `index`."""
    while tree.children[index] and tree.children[index][-1] > index:
        index = tree.children[index][-1]
    return index


def head_of(tree: Branches, verb: int, subject: int) -> None:
    """Make `verb` the head of the sentence of which `subject` was."""
    move(tree, verb, verb)
    move(tree, subject, verb)
    tree.deps[verb], tree.deps[subject] = "ROOT", "nsubj"
    for later in [t for t in tree.children[subject] if t > verb]:
        move(tree, later, verb)


def take(tree: Branches, verb: int, noun: int) -> None:
    """Hang on `noun` what belongs to it of what hangs on `verb`."""
    for child in [t for t in tree.children[verb] if t < noun and tree.deps[t] in _OWN]:
        move(tree, child, noun)
