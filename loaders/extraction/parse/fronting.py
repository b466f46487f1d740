"""Subjects that the parser takes for more of what opens the sentence: "At talks in Oslo, *Chad
and Mali* agreed"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, move
from loaders.extraction.parse.tags import FINITE, PROPER

OPENED = frozenset({"conj", "appos"})
"""As what the parser hangs such a subject on a name before its comma."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_HELPING = frozenset({"aux", "auxpass", "neg"})
_BETWEEN = frozenset({"RB", "MD"})


def front(tree: Branches, name: int) -> None:
    """Make the list that `name` begins the subject of the verb after it, if that has none and a
    comma parts the list from what stands before."""
    above = tree.heads[name]
    if tree.words[first_of(tree, name) - 1] != "," or tree.heads[above] == above:
        return
    items = _items(tree, name)
    if any(_has(tree, item, "cc") for item in items[:-2]):
        # "At talks with A, B and C, *D and E* agreed": it begins later.
        return
    verb = _verb_after(tree, items[-1])
    if verb is None or verb not in tree.up(name):
        return
    subjects = [c for c in tree.children[verb] if tree.deps[c] in _SUBJECTS]
    if any(tree.deps[c] != "csubj" or tree.tags[c] != "VBG" for c in subjects):
        return
    for clause in subjects:
        # "*Ignoring X*, A and B signed Z"
        tree.deps[clause] = "advcl"
    tree.deps[name] = "nsubj"
    move(tree, name, verb)


def _items(tree: Branches, name: int) -> list[int]:
    """The names of a list from `name` on, each of which the parse hangs on the one before."""
    items = [name]
    while later := [c for c in tree.children[items[-1]] if c > items[-1] and _joins(tree, c)]:
        items.append(later[-1])
    return items


def _joins(tree: Branches, token: int) -> bool:
    return tree.deps[token] == "conj" and tree.tags[token] in PROPER


def _verb_after(tree: Branches, name: int) -> int | None:
    """The verb that follows the name, past adverbs and auxiliaries."""
    verb, helped = name + 1, False
    while verb < len(tree.tags) and (tree.tags[verb] in _BETWEEN or tree.deps[verb] in _HELPING):
        helped |= tree.deps[verb] in _HELPING
        verb += 1
    if verb >= len(tree.tags):
        return None
    finite = tree.tags[verb] in FINITE or (helped and tree.tags[verb].startswith("VB"))
    return verb if finite else None


def _has(tree: Branches, index: int, dep: str) -> bool:
    return any(tree.deps[child] == dep for child in tree.children[index])
