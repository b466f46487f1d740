"""What is only brought about by the clause that names it: "will establish *a dialogue* that covers
X" says what it is to cover."""

from __future__ import annotations

from collections.abc import Mapping

from graph.statements import Status
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Manner, Part

_A = frozenset({"a", "an"})
_ON = frozenset({"on", "for"})


class Instituted:
    """Answers for a clause or name beside a noun; compiled once from the lexicon."""

    def __init__(
        self, lexicon: Lexicon, by_part: Mapping[Part, Mapping[str, list[Manner]]]
    ) -> None:
        self._instituting = lexicon.role("Instituting", Part.VERB)
        self._nouns = by_part[Part.NOUN]

    def is_so(self, tree: Tree, beside: int) -> bool:
        """Whether what stands `beside` a noun is as real as the clause that brings it about."""
        if tree.deps[beside] not in ("relcl", "appos"):
            return False
        noun = tree.heads[beside]
        if tree.deps[noun] == "appos":
            noun = tree.heads[noun]
        if not any(tree.lower[d] in _A for d in tree.kids(noun, "det")):
            return False
        above = tree.heads[noun]
        if tree.deps[noun] == "dobj":
            return self._is_instituting(tree, above)
        if tree.deps[noun] != "pobj":
            return False
        whole = tree.heads[above]
        if tree.lower[above] == "of":
            # "the implementation *of* a plan"
            return tree.deps[whole] == "dobj" and self._is_instituting(tree, tree.heads[whole])
        # "are in *negotiations on* a pact that covers X"
        planned = any(m.status == Status.PLANNED for m in self._nouns.get(tree.lemmas[whole], ()))
        return tree.lower[above] in _ON and planned and tree.is_noun(whole)

    def _is_instituting(self, tree: Tree, verb: int) -> bool:
        """Whether it is such a verb, or beside one: "*develop* and support a plan"."""
        return any(tree.lemmas[t] in self._instituting for t in (verb, tree.first_conjunct(verb)))
