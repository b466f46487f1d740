"""What is interposed before the last of several: "A, B and, *for the first time*, C took part"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, move
from loaders.extraction.parse.tags import NOMINAL, PROPER, SUBJECTS

_LONGEST = 7
"""Words that are interposed, at most."""
_OPENING = frozenset({"IN", "TO", "RB", "RBR", "RBS", "JJR", "JJS"})
_OWN = frozenset({"compound", "amod", "nmod", "det", "poss", "nummod", "punct"})
_LISTED = frozenset({"appos", "conj", "dep", "npadvmod"})
_DONE = frozenset({"dobj", "pobj", "attr", "conj"})


def resume(tree: Branches, link: int) -> None:
    """Make what follows an interposition after the "and" at `link` one of those before it."""
    close, first = _close(tree, link), _first(tree, link)
    item = _item(tree, close + 1) if close and first is not None else None
    if item is None or first is None or tree.heads[item] == first or item in tree.up(first):
        return
    if tree.deps[item] in SUBJECTS and not _is_shared(tree, item, first):
        # "X backs Y and, in turn, *Y* backs X"
        return
    for other in (item, *(t for t in tree.children[first] if first < t < link)):
        if other == item or (tree.deps[other] in _LISTED and _is_item(tree, other)):
            tree.deps[other] = "conj"
    move(tree, item, first)


def _first(tree: Branches, link: int) -> int | None:
    """The first of those that the "and" at `link` goes on with."""
    first = tree.heads[link]
    if tree.tags[first] not in NOMINAL:
        # The parse hangs it on the verb: "covers *X* and, above all, Y".
        if tree.tags[link - 1] not in NOMINAL or tree.deps[link - 1] not in _DONE:
            return None
        first = link - 1
    while tree.deps[first] in _LISTED and tree.heads[first] < first and _is_item(tree, first):
        first = tree.heads[first]
    return first if first < link and tree.tags[first] in NOMINAL else None


def _close(tree: Branches, link: int) -> int:
    """The comma that closes the adverbial which a comma right after `link` opens; 0 for none."""
    opening = link + 1
    if tree.words[opening : opening + 1] != [","]:
        return 0
    if tree.tags[opening + 1 : opening + 2] and tree.tags[opening + 1] not in _OPENING:
        return 0
    for at in range(opening + 1, min(opening + 2 + _LONGEST, len(tree.words))):
        if tree.words[at] == ",":
            return at
        if tree.tags[at].startswith("VB") or tree.tags[at] == "MD":
            return 0
    return 0


def _item(tree: Branches, start: int) -> int | None:
    """The noun whose phrase begins at `start`."""
    if start >= len(tree.words):
        return None
    item = start
    while tree.deps[item] in _OWN and item < tree.heads[item] and first_of(tree, item) >= start:
        item = tree.heads[item]
    return item if tree.tags[item] in NOMINAL else None


def _is_shared(tree: Branches, item: int, first: int) -> bool:
    """Whether both act in the same clause."""
    verb = tree.heads[item]
    return verb > item and verb in tree.up(first)


def _is_item(tree: Branches, name: int) -> bool:
    """Whether a name between commas is one of several: "Japan, *Chile*, and, lately, Peru"."""
    return tree.tags[name] in PROPER and tree.words[first_of(tree, name) - 1] == ","
