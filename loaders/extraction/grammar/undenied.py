"""What a denial above a clause leaves as it is: "has not *said* that X will", "did not *prevent* X
from doing it", "urged X to *stop* doing it"."""

from __future__ import annotations

from typing import NamedTuple

from loaders.extraction.grammar.own import Own
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_NOTHING = frozenset({"nothing", "nobody", "none", "neither"})
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})
_THAT = frozenset({"acl", "ccomp", "relcl"})
_LED = frozenset({"xcomp", "advcl"})
_FROM = frozenset({"from", "of"})


class Freed(NamedTuple):
    """How a clause is meant whose denial above it is none: done, or left open."""

    done: bool
    awaited: bool = False
    """It is to be told yet: what is planned in it stays so."""


class Undenied:
    """Answers for a verb or adjective and what hangs on it; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon, own: Own) -> None:
        self._own = own
        self._telling = lexicon.role("Telling", Part.VERB)
        self._settled = lexicon.role("Telling", Part.ADJECTIVE)
        self._sureties = lexicon.role("Telling", Part.NOUN)
        self._hindering = lexicon.role("Hindering", Part.VERB)
        self._impairing = lexicon.role("Impairing", Part.VERB)
        self._excluding = lexicon.role("Excluding", Part.VERB)
        self._ceasing = lexicon.role("Ceasing", Part.VERB)

    def of(self, tree: Tree, head: int, child: int) -> Freed | None:
        """Whether `head`, though denied, does not deny `child`; None if it does."""
        if tree.is_verb(head) and tree.lemmas[head] in self._hindering:
            led = tree.deps[child] in _LED or tree.lower[child] in _FROM
            return Freed(True) if led and self._is_denied(tree, head, child) else None
        if tree.deps[child] == "dobj" and tree.lemmas[head] in self._impairing:
            # "*No limits will constrain* the partnership": it goes on.
            return Freed(True) if self._is_denied(tree, head, child) else None
        if tree.is_verb(head) and tree.lemmas[head] in self._excluding:
            # "Has *not ruled out* joining": it may.
            return Freed(False) if self._own.is_negated(tree, head) else None
        if tree.deps[child] == "ccomp" and self._is_told(tree, head):
            # "*Nobody* says that X will": it is denied.
            denied = self._own.is_negated(tree, self._verb(tree, head))
            return Freed(False, tree.lemmas[head] in self._telling) if denied else None
        return self._unsure(tree, head, child)

    def _unsure(self, tree: Tree, head: int, child: int) -> Freed | None:
        """ "There is *no guarantee* that X will join": it may."""
        if tree.deps[child] not in _THAT or tree.lemmas[head] not in self._sureties:
            return None
        none = any(tree.lower[d] == "no" for d in tree.kids(head, "det"))
        return Freed(False) if none or self._own.is_negated(tree, tree.heads[head]) else None

    def has_ceased(self, tree: Tree, head: int, child: int) -> bool:
        """Whether `head` says that what hangs on it is done up to now: "*stop* arming X"."""
        return tree.deps[child] in _CLAUSES and tree.lemmas[head] in self._ceasing

    def _is_told(self, tree: Tree, head: int) -> bool:
        if tree.is_verb(head) and tree.lemmas[head] in self._telling:
            return True
        settled = (head, *tree.kids(head, "acomp"))
        return any(tree.lower[t] in self._settled for t in settled)

    @staticmethod
    def _verb(tree: Tree, head: int) -> int:
        return tree.heads[head] if tree.deps[head] == "acomp" else head

    def _is_denied(self, tree: Tree, verb: int, below: int) -> bool:
        nothing = any(tree.lower[s] in _NOTHING for s in tree.kids(verb, "nsubj", "nsubjpass"))
        return nothing or self._own.of(tree, verb, below)[0] % 2 == 1
