"""Common nouns that releases write with a capital: "the *Ministers* agreed", "both *Sides*"."""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon

_TELLING = frozenset({"DT", "PDT", "CD", "PRP$", "JJ"})
_ROLES = ("Office", "Party", "People", "Delegate", "Counted", "Constituent", "Fellow", "Friend")


class Capitals:
    """Knows the plurals of people, parties and what takes them up."""

    def __init__(self, lexicon: Lexicon) -> None:
        nouns = {noun for anaphor in lexicon.anaphors for noun in anaphor.nouns}
        self._single = {
            plural: noun
            for noun in sorted(nouns.union(*map(lexicon.role, _ROLES)))
            for plural in (f"{noun}s", noun.removesuffix("y") + "ies")
        }

    def lower(self, tree: Tree, named: Container[int]) -> None:
        """Tag them as what they are, unless they belong to a name."""
        for token, tag in enumerate(tree.tags):
            if tag != "NNPS" or token in named or not self._is_told(tree, token):
                continue
            noun = self._single.get(tree.lower[token])
            if noun is not None:
                tree.tags[token], tree.lemmas[token] = "NNS", noun

    @staticmethod
    def _is_told(tree: Tree, token: int) -> bool:
        """Whether a word before says which they are, and no name goes on behind."""
        behind = tree.tags[token + 1 : token + 2]
        return token > 0 and tree.tags[token - 1] in _TELLING and PROPER.isdisjoint(behind)
