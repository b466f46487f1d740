"""Pronouns that stand for nobody."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_FAR = 12
"""Words in which the infinitive follows."""


class Impersonal:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = lexicon.role("Impersonal", Part.VERB)

    def stands_for_nobody(self, tree: Tree, pronoun: int) -> bool:
        """Whether an "it" stands for nobody: "it is clear that …", "when it comes to X"."""
        verb = tree.heads[pronoun]
        if _is_announcing(tree, pronoun):
            return True
        if tree.deps[pronoun] not in ("nsubj", "nsubjpass"):
            return False
        if tree.lemmas[verb] in self._verbs:
            return True
        what = tree.kids(verb, "acomp", "attr") if tree.lemmas[verb] == "be" else []
        passive = tree.child(verb, "auxpass") is not None
        if not what and not passive:
            return False
        # "it is clear that", "it was agreed to", but not "the ship that it is to build"
        clauses = (
            c
            for word in (verb, *what)
            for c in tree.kids(word, "ccomp", "xcomp", "csubj", "csubjpass", "advcl")
        )
        return any(c > verb and self._is_extraposed(tree, c) for c in clauses)

    @staticmethod
    def _is_extraposed(tree: Tree, clause: int) -> bool:
        """Whether a clause begins with "that" or "to"."""
        first = min(tree.subtree(clause))
        return tree.lower[first] in ("that", "to", "for", "whether")


def _is_announcing(tree: Tree, pronoun: int) -> bool:
    """Whether it only announces an infinitive after an adjective: "make *it* easier for X to"."""
    after = pronoun + 1
    if tree.tags[after : after + 1] == ["RBR"] or tree.lower[after : after + 1] in (
        ["more"],
        ["as"],
    ):
        after += 1
    if tree.lower[pronoun] != "it" or tree.tags[after : after + 1] not in (["JJ"], ["JJR"]):
        return False
    if tree.deps[pronoun] in ("nsubj", "nsubjpass") and tree.is_finite(tree.heads[pronoun]):
        return False
    end = min(after + _FAR, tree.sentences[tree.sentence[pronoun]][1])
    following = tree.lower[after + 1 : end]
    return bool(following) and (
        following[0] in ("to", "that") or (following[0] == "for" and "to" in following)
    )
