"""Verbs that the tagger takes for nouns: "the war that Russia *wages* goes on"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches
from loaders.extraction.parse.tags import CLAUSE_HEADS, SUBJECTS

_VERBS = {"NNS": "VBZ", "NN": "VBP"}
_OF_NOUNS = frozenset({"det", "amod", "poss", "compound", "nummod"})


def retag(tree: Branches) -> list[int]:
    """Tag as verbs the nouns that head a clause with a subject before them and are told as no
    noun: those in -s, and "A and B *side* with C"; answers where they are."""
    found = []
    for index, dep in enumerate(tree.deps):
        if dep not in CLAUSE_HEADS or tree.tags[index] not in _VERBS or not tree.children[index]:
            continue
        if tree.tags[index] == "NN" and dep != "ROOT":
            continue
        if _has_subject(tree, index):
            tree.tags[index] = _VERBS[tree.tags[index]]
            found.append(index)
    return found


def _has_subject(tree: Branches, index: int) -> bool:
    below = {tree.deps[child]: child for child in reversed(tree.children[index])}
    subject = next((below[dep] for dep in SUBJECTS if dep in below), index)
    if subject >= index or not _OF_NOUNS.isdisjoint(below):
        return False
    several = any(tree.deps[child] == "conj" for child in tree.children[subject])
    return tree.lower[index].endswith("s") or (several and "prep" in below)
