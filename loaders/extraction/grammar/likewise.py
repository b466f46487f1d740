"""Clauses that say that somebody does the same: "B *did so too*", "B *followed suit*", "it *did the
same with* C"."""

from __future__ import annotations

from loaders.extraction.parse.tags import SUBJECTS
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_SO = frozenset({"so", "likewise", "similarly"})
_SAME = frozenset({"same", "likewise"})
_BEFORE = frozenset({"it", "them", "him", "her"})
_WHEN = frozenset({"in", "on", "by", "within", "during", "at", "after", "before"})
"""Prepositions of when it was done."""
_TIMES = frozenset({"later", "soon", "then", "afterwards", "shortly", "after", "too", "also"})
_WITH = frozenset({"with", "for", "to", "towards", "against"})
_MORE = ("ccomp", "xcomp", "acomp", "attr", "prt", "oprd")
"""What a clause that says no more than that does not have."""


class Likewise:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._following = lexicon.role("Following", Part.VERB)
        self._examples = lexicon.role("Following") | _BEFORE
        self._repeating = lexicon.role("Repeating", Part.VERB)

    def is_said(self, tree: Tree, verb: int) -> bool:
        """Whether the clause says only that its subject does what another did."""
        subjects = [t for t in tree.kids(verb, *SUBJECTS) if t < verb]
        if not subjects:
            return False
        below = tree.kids(verb, "xcomp")
        if len(below) == 1 and tree.lemmas[below[0]] in self._following:
            # "C is expected *to follow*"
            bare = tree.child(verb, "dobj") is None and tree.child(below[0], "xcomp") is None
            return bare and self._follows(tree, below[0])
        if any(t > verb for t in tree.kids(verb, *_MORE)):
            return False
        if tree.lemmas[verb] in self._following:
            return self._follows(tree, verb)
        things = tree.kids(verb, "dobj")
        if tree.lemmas[verb] == "do" and not things:
            return _is_so(tree, verb)
        same = [t for t in things if tree.lower[t] in _SAME]
        return bool(same) and tree.lemmas[verb] in self._repeating

    def whom(self, tree: Tree, verb: int) -> list[int]:
        """With or for whom the same is done: "did the same with *C*"."""
        return tree.after(verb, _WITH) if self.is_said(tree, verb) else []

    def _follows(self, tree: Tree, verb: int) -> bool:
        """ "B *followed in 2021*", "B followed *suit*", "B followed *it a year later*", but not
        "followed it with unease"."""
        if tree.child(verb, "nsubjpass", "auxpass", "neg") is not None:
            return False
        if any(tree.lower[t] not in self._examples for t in tree.kids(verb, "dobj")):
            return False
        after = [t for t in tree.children[verb] if t > verb]
        timed = all(tree.lower[t] in _WHEN for t in after if tree.deps[t] == "prep")
        return timed and all(tree.lower[t] in _TIMES for t in after if tree.deps[t] == "advmod")


def _is_so(tree: Tree, verb: int) -> bool:
    after = tree.lower[verb + 1 : verb + 3]
    return bool(after) and after[0] in _SO and after[1:] != ["far"]
