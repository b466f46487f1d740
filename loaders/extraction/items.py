"""The items of a list that is no part of a sentence: what follows a label or a colon."""

from __future__ import annotations

from loaders.extraction.names import Names
from loaders.extraction.tree import Tree

_BRACKETS = frozenset({"(", "["})
_STOPS = frozenset({".", "—", "–", ":", "?", "!"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_WITHIN = frozenset({"IN", "TO", "WDT", "VBG"})
"""What begins the part of an item that comes after its head."""
_LINKS = frozenset({"and", "or", "&"})


def items(tree: Tree, names: Names, first: int, end: int) -> list[int]:
    """The heads of the items in [first, end), each by itself; none where that is a clause.

    Semicolons part items, else commas do; "and" parts them where both sides
    have a noun. A name is never cut: "women, peace and security".
    """
    stop = next((i for i in range(first + 1, end) if tree.words[i] in _BRACKETS), end)
    stop -= stop > first and tree.words[stop - 1] == "."
    if any(tree.tags[i] in _FINITE or tree.words[i] in _STOPS for i in range(first, stop)):
        return []
    found: list[int] = []
    for piece in _pieces(tree, names, first, stop):
        head = _head(tree, names, *piece)
        if head is not None and head not in found:
            found.append(head)
    return found


def _pieces(tree: Tree, names: Names, first: int, end: int) -> list[tuple[int, int]]:
    pieces, start = [], first
    for at in range(first, end):
        if _parts(tree, names, at):
            pieces.append((start, at))
            start = at + 1
    pieces.append((start, end))
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
