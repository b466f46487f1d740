"""The items of a list that is no part of a sentence: what follows a label or a colon."""

from __future__ import annotations

from loaders.extraction.names.names import Names
from loaders.extraction.parse.tags import TENSED
from loaders.extraction.parse.tree import Tree

_BRACKETS = frozenset({"(", "["})
_CLOSED = frozenset({")", "]"})
_PARTING = frozenset({",", ";", "and", "or", "&"})
_STOPS = frozenset({".", "—", "–", ":", "?", "!"})
_WITHIN = frozenset({"IN", "TO", "WDT", "VBG"})
"""What begins the part of an item that comes after its head."""
_LINKS = frozenset({"and", "or", "&"})


def items(tree: Tree, names: Names, first: int, end: int) -> list[int]:
    """The heads of the items in [first, end), each by itself; none where that is a clause.

    Semicolons part items, else commas do; "and" parts them where both sides
    have a noun. A name is never cut: "women, peace and security".
    """
    stop = _listed(tree, first, end)
    stop -= stop > first and tree.words[stop - 1] == "."
    # "terrorism, *cyberattacks*" may be tagged as what somebody does.
    said = (tree.tags[i] in TENSED and i not in names.covering for i in range(first, stop))
    if any(said) or any(tree.words[i] in _STOPS for i in range(first, stop)):
        return []
    found: list[int] = []
    for piece in _pieces(tree, names, first, stop):
        head = _head(tree, names, *piece)
        if head is not None and head not in found:
            found.append(head)
    return found


def _listed(tree: Tree, first: int, end: int) -> int:
    """Where the list ends: at a bracket after which it does not go on."""
    for at in range(first + 1, end):
        if tree.words[at] in _BRACKETS:
            after = _closed(tree, at, end) + 1
            if after >= end or tree.lower[after] not in _PARTING:
                return at
    return end


def _closed(tree: Tree, bracket: int, end: int) -> int:
    return next((i for i in range(bracket, end) if tree.words[i] in _CLOSED), end)


def _pieces(tree: Tree, names: Names, first: int, end: int) -> list[tuple[int, int]]:
    """The items, each without what stands in brackets after it: "Ann Lee *(Norway)*"."""
    pieces, start, at = [], first, first
    stop = None
    while at < end:
        if tree.words[at] in _BRACKETS and at > first:
            stop, at = at, _closed(tree, at, end)
        elif _parts(tree, names, at):
            pieces.append((start, at if stop is None else stop))
            start, stop = at + 1, None
        at += 1
    pieces.append((start, end if stop is None else stop))
    return [p for p in pieces if p[0] < p[1]]


def _parts(tree: Tree, names: Names, at: int) -> bool:
    """Whether a mark or "and" parts two items."""
    if at in names.covering:
        return False
    if tree.words[at] in (",", ";"):
        return True
    # "rules-based and fair trade" is one item, "policing and law enforcement" are two.
    return tree.lower[at] in _LINKS and at > 0 and tree.tags[at - 1] not in ("JJ", "VBN", ",")


def _head(tree: Tree, names: Names, first: int, end: int) -> int | None:
    """The head of one item: its last noun before what comes after the head."""
    if tree.tags[first] == "VBG" and first + 1 < end and tree.child(first, "dobj") is not None:
        return first
    last = next((i for i in range(first + 1, end) if tree.tags[i] in _WITHIN), end)
    name = names.covering.get(last)
    if name is not None and name.first < last:
        # "freedom of navigation" goes on.
        return name.root
    nouns = [i for i in range(first, last) if tree.is_noun(i) or i in names.by_root]
    known = names.covering.get(nouns[-1]) if nouns else None
    return known.root if known is not None else nouns[-1] if nouns else None
