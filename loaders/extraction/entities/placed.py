"""Names that go on with a place: "the UN Assistance Mission *in Chad* (UNAMC)"."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree

_LEADING = frozenset({"in", "to", "for"})
_LAST = 3
"""Letters at the end of a short form among which the place's is."""


def with_place(site: Site, first: int, last: int) -> int:
    """Where the name on [first, last] ends: after the place that follows, if the short form in
    brackets has a letter for it, or had one before."""
    tree = site.tree
    end = _place(tree, last)
    if end is None:
        return last
    name, known = phrase.text(tree, first, end), site.discourse.placed
    if name in known:
        return end
    place = next(t for t in range(last + 2, end + 1) if tree.tags[t] in PROPER)
    if not _abbreviates(tree, end + 1, tree.words[place][0]):
        return last
    known.add(name)
    return end


def _place(tree: Tree, last: int) -> int | None:
    """Where the capitalised words end to which a preposition after `last` leads."""
    at = last + 2
    if tree.lower[last + 1 : at] == [] or tree.lower[last + 1] not in _LEADING:
        return None
    at += tree.lower[at : at + 1] == ["the"]
    end = at
    while end < len(tree.words) and tree.tags[end] in PROPER:
        end += 1
    return end - 1 if end > at else None


def _abbreviates(tree: Tree, bracket: int, letter: str) -> bool:
    """Whether a short form in brackets has the letter near its end."""
    if tree.words[bracket : bracket + 1] != ["("] or tree.words[bracket + 2 : bracket + 3] != [")"]:
        return False
    short = tree.words[bracket + 1]
    return short.isupper() and len(short) >= _LAST and letter in short[-_LAST:]
