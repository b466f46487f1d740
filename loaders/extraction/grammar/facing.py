"""Who faces, resists or ends what a noun names: "X *faces* threats", "X's fight *against* it", "aid
was *suspended* by X"."""

from __future__ import annotations

from collections.abc import Callable

from loaders.extraction.grammar.bearing import Clauses
from loaders.extraction.grammar.passive import is_passive
from loaders.extraction.parse.tags import RELATIVE
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_ENDURED = frozenset({"off", "from", "against"})
"""Prepositions of what somebody has to bear or fights."""


class Facing:
    """Answers for one tree at a time; holds word lists only. `bearers`: whose a noun is said to
    be."""

    def __init__(
        self, lexicon: Lexicon, clauses: Clauses, bearers: Callable[[Tree, int], list[int]]
    ) -> None:
        self._clauses, self._bearers = clauses, bearers
        self._enduring = lexicon.role("Enduring", Part.VERB)
        self._resisting = lexicon.role("Resisting", Part.NOUN)
        self._resisting_verbs = lexicon.role("Resisting", Part.VERB)
        self._halting = lexicon.role("Halting", Part.VERB)
        self._souring = lexicon.role("Souring", Part.VERB)
        self._sour = lexicon.role("Souring", Part.ADJECTIVE)

    def sufferers(self, tree: Tree, noun: int) -> list[int]:
        """Who faces it: "X faces threats", "citing a threat, X acts", "X's fight against it"."""
        return self._doers(tree, noun, self._enduring) or self._resisters(tree, noun)

    def _resisters(self, tree: Tree, noun: int) -> list[int]:
        """ "X fends *off* attacks", "X's struggle *against* it": X."""
        noun = tree.first_conjunct(noun)
        preposition = tree.heads[noun]
        above, lower = tree.heads[preposition], tree.lower[preposition]
        if tree.deps[noun] != "pobj" or lower not in _ENDURED:
            return []
        if tree.deps[above] == "dobj" and tree.lemmas[tree.heads[above]] in self._resisting_verbs:
            # "to uphold the *order* against threats": the parse hangs it on what is upheld.
            above = tree.heads[above]
        if tree.is_verb(above):
            verbs = self._resisting_verbs if lower == "against" else self._enduring
            return self._clauses.subjects(tree, above) if tree.lemmas[above] in verbs else []
        if tree.lower[tree.heads[above]] == "for" and tree.deps[above] == "pobj":
            # "X's struggle *for freedom* against it"
            outer = tree.heads[tree.heads[above]]
            above = outer if tree.lemmas[outer] in self._resisting else above
        if lower != "against" or tree.lemmas[above] not in self._resisting:
            return []
        return self._clauses.possessors(tree, above) or self._bearers(tree, above)

    def halters(self, tree: Tree, noun: int) -> list[int]:
        """Who ends it: "X suspended aid", "aid was suspended by X"."""
        return self._doers(tree, noun, self._halting)

    def is_halted(self, tree: Tree, noun: int) -> bool:
        """Whether it is said to be ended, or bad: "suspended its *partnership*"."""
        noun = tree.first_conjunct(noun)
        verb = tree.heads[noun]
        halted = tree.lemmas[verb] in self._halting
        if halted and tree.deps[noun] in ("dobj", "nsubjpass"):
            return True
        # "Their *relationship* has soured", "has become complex"
        soured = tree.lemmas[verb] in self._souring
        soured = soured or any(tree.lower[t] in self._sour for t in tree.kids(verb, "acomp"))
        return soured and tree.deps[noun] in ("nsubj", "nsubjpass")

    def _doers(self, tree: Tree, noun: int, verbs: frozenset[str]) -> list[int]:
        """Who does one of `verbs` to what the noun names."""
        noun = tree.first_conjunct(noun)
        for clause in (t for t in tree.kids(noun, "relcl", "acl") if tree.is_finite(t)):
            # "the greatest threat that X *faces*", which the parse may take for a participle
            if tree.lemmas[clause] in verbs and not is_passive(tree, clause):
                subjects = tree.kids(clause, "nsubj")
                return [t for t in subjects if tree.lower[t] not in RELATIVE]
        verb = tree.heads[noun]
        done = tree.deps[noun] in ("dobj", "nsubjpass") and tree.lemmas[verb] in verbs
        return self._clauses.subjects(tree, verb) if done else []
