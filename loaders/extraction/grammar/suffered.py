"""What is done to somebody: of whom a clause or a preposition after it is said.

The parse hangs both on the name nearest to them: "Beijing's actions toward *Taiwan*, which
undermine peace", "condemned the war of aggression against *Ukraine*".
"""

from __future__ import annotations

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_AIMED = frozenset({"against", "on", "upon", "toward", "towards", "of"})
_TIED = frozenset({"with", "between", "among"})
_THERE = frozenset({"in", "at", "off", "near", "around"})
_DEFINITE = frozenset({"the", "this", "that"})
_PRONOUNS = frozenset({"which", "that"})
_NUMBERS = {"VBZ": False, "VBP": True}
_BE = {"was": False, "were": True}
_SEVERAL = {"NN": False, "NNP": False, "NNS": True}


class Suffered:
    """The nouns for what is done to somebody."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._inflicted = lexicon.role("Inflicted")
        self._covering = lexicon.role("Covering", Part.VERB)
        told = {paired.class_name for paired in lexicon.paired}
        self._ties = lexicon.role("Bond").union(
            *(head.nouns for head in lexicon.heads if head.class_name in told)
        )

    def is_deed(self, tree: Tree, noun: int) -> bool:
        return tree.lemmas[noun] in self._inflicted

    def is_hypothetical(self, tree: Tree, noun: int) -> bool:
        """Whether it is spoken of without being said to be done: "in case of *an* invasion"."""
        if not self.is_deed(tree, noun):
            return False
        return tree.child(noun, "poss") is None and not any(
            tree.lower[t] in _DEFINITE for t in tree.kids(noun, "det")
        )

    def is_victim(self, tree: Tree, noun: int) -> bool:
        """Whether a preposition says that the noun before it was done to `noun`."""
        above = tree.heads[noun]
        if tree.deps[noun] != "pobj" or tree.lower[above] not in _AIMED:
            return False
        return tree.is_noun(tree.heads[above]) and self.is_deed(tree, tree.heads[above])

    def _is_scene(self, tree: Tree, noun: int) -> bool:
        """Whether somebody's deed was done at `noun`: "*Beijing's* bullying in the *Strait*"."""
        above = tree.heads[tree.heads[noun]]
        there = tree.lower[tree.heads[noun]] in _THERE and self.is_deed(tree, above)
        return there and tree.child(above, "poss") is not None

    def meant(self, tree: Tree, noun: int, pronoun: int, verb: int) -> int:
        """`noun`, or the noun above it where that alone agrees with `verb` or was done to it."""
        if tree.deps[noun] != "pobj" or tree.lower[pronoun] not in _PRONOUNS:
            return noun
        above = tree.heads[tree.heads[noun]]
        if not tree.is_noun(above) or tree.tags[above] in PROPER:
            return noun
        if self._is_covered(tree, noun, above, verb):
            return above
        several, one = _number(tree, verb), _is_several(tree, noun)
        if several is not None and one is not None and several != one:
            return above if _is_several(tree, above) == several else noun
        done = tree.tags[noun] in PROPER and (
            self.is_victim(tree, noun) or self._is_scene(tree, noun)
        )
        return above if done and tree.words[pronoun - 1] == "," else noun

    def _is_covered(self, tree: Tree, noun: int, above: int, verb: int) -> bool:
        """Whether it is a tie with `noun` that covers: "its *pact* with X, which covers Y"."""
        with_ = tree.lower[tree.heads[noun]] in _TIED and tree.tags[noun] in PROPER
        return with_ and tree.lemmas[verb] in self._covering and tree.lemmas[above] in self._ties


def _number(tree: Tree, verb: int) -> bool | None:
    """Whether `verb` is said of several, as far as its form tells."""
    finite = (*tree.kids(verb, "aux", "auxpass"), verb)[0]
    lower = tree.lower[finite]
    return _BE[lower] if lower in _BE else _NUMBERS.get(tree.tags[finite])


def _is_several(tree: Tree, noun: int) -> bool | None:
    return True if len(tree.conjuncts(noun)) > 1 else _SEVERAL.get(tree.tags[noun])
