"""Common nouns that releases write with a capital: "the *Ministers* agreed", "both *Sides*"."""

from __future__ import annotations

from collections.abc import Callable

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon

_ROLES = ("Office", "Party", "People", "Delegate", "Counted", "Constituent", "Fellow", "Friend")


class Capitals:
    """Knows the plurals of people, parties and what takes them up."""

    def __init__(self, lexicon: Lexicon, lemma: Callable[[str, str], str]) -> None:
        self._lemma = lemma
        nouns = {noun for anaphor in lexicon.anaphors for noun in anaphor.nouns}
        self._nouns = nouns.union(*map(lexicon.role, _ROLES))

    def lower(self, tree: Tree) -> None:
        """Tag them as what they are, unless they belong to a name."""
        for token, tag in enumerate(tree.tags):
            if tag != "NNPS" or not self._is_alone(tree, token):
                continue
            lemma = self._lemma(tree.lower[token], "NNS")
            if lemma in self._nouns:
                tree.tags[token], tree.lemmas[token] = "NNS", lemma

    @staticmethod
    def _is_alone(tree: Tree, token: int) -> bool:
        beside = (*tree.tags[max(token - 1, 0) : token], *tree.tags[token + 1 : token + 2])
        return token > 0 and PROPER.isdisjoint(beside)
