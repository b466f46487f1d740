"""Two who do something, of whom the parser makes the first the sentence and the second the one who
does it: "*The Republic of Chad* and *Mali* hold talks"."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, first_of, kid, last_of, move
from loaders.extraction.parse.tags import NOMINAL

_PLURAL = frozenset({"VBP", "VBD", "VB"})
"""Tags of what several do; of one, a verb in the present has another."""


def unite(tree: Branches, present: Set[str]) -> None:
    """Make both the subject. `present`: the words of the passage."""
    if "and" not in present:
        return
    for index, dep in enumerate(tree.deps):
        if dep == "ROOT" and tree.tags[index] in NOMINAL:
            _unite(tree, index)


def _unite(tree: Branches, first: int) -> None:
    verb = next((c for c in tree.children[first] if c > first and tree.deps[c] == "conj"), None)
    if verb is None or tree.tags[verb] not in _PLURAL:
        return
    subject = kid(tree, verb, "nsubj")
    link = kid(tree, first, "cc")
    if subject is None or link is None or tree.tags[subject] not in NOMINAL:
        return
    if tree.lower[link] != "and" or first_of(tree, subject) != link + 1 or subject > verb:
        return
    if any(tree.deps[c] in ("nsubj", "punct") for c in tree.children[first] if c < link):
        return
    if last_of(tree, subject) >= verb:
        return
    later = [c for c in tree.children[first] if c > verb]
    move(tree, verb, verb)
    move(tree, first, verb)
    tree.deps[first] = "nsubj"
    tree.deps[subject] = "conj"
    move(tree, subject, first)
    for child in later:
        move(tree, child, verb)
