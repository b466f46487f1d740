"""Infinitives after nouns that are not done by whose the noun is: "X's call on *Y to join*",
"opposed attempts *to weaken* Y"."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_ASKED = frozenset({"on", "upon", "to", "for"})


class Asking:
    """Holds the words that tell it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._pleas = lexicon.role("Plea")
        self._foiling = lexicon.role("Plea", Part.VERB)
        self._measures = lexicon.role("Measure") | lexicon.role("Proposing")

    def others(self, tree: Tree, verb: int, noun: int) -> list[int] | None:
        """Who does it instead; None where nothing says so."""
        if tree.lemmas[noun] in self._pleas:
            led = [p for p in tree.kids(noun, "prep") if tree.lower[p] in _ASKED and p < verb]
            return [t for p in led for t in tree.kids(p, "pobj")] or None
        above = tree.heads[noun]
        foiled = tree.deps[noun] == "dobj" and tree.lemmas[above] in self._foiling
        return [] if foiled and tree.child(noun, "poss") is None else None

    def is_foiled(self, tree: Tree, verb: int) -> bool:
        """Whether the parse makes a purpose of what others' steps are for: "opposed *steps to*
        weaken Y"."""
        noun = verb - 2
        foiling = tree.lemmas[tree.heads[verb]] in self._foiling and tree.lower[verb - 1] == "to"
        return foiling and tree.deps[noun] == "dobj" and tree.lemmas[noun] in self._measures
