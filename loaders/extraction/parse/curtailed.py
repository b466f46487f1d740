"""Clauses that only deny another, which the parser makes the sentence: "A is a member; *B is
not*", "A has signed, *B has not*"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.tags import PROPER

_AUXILIARY = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "will", "would", "can"}
)
_PARTING = frozenset({";", ",", "–", "—"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def curtail(tree: Branches) -> None:
    """Hang such clauses on those that they deny."""
    for index, dep in enumerate(tree.deps):
        if dep == "neg" and tree.lower[tree.heads[index]] in _AUXILIARY:
            verb = tree.heads[index]
            _part(tree, verb)
            if tree.deps[verb] == "ROOT":
                _follow(tree, verb)


def _follow(tree: Branches, verb: int) -> None:
    """ "A is a member; *B is not*": what A is comes first."""
    told = [c for c in tree.children[verb] if c < verb and tree.deps[c] == "ccomp"]
    own = [c for c in tree.children[verb] if c < verb and tree.deps[c] in _SUBJECTS]
    rest = {tree.deps[c] for c in tree.children[verb] if c > verb}
    if len(told) != 1 or not own or told[0] > own[0] or not rest <= {"neg", "punct", "advmod"}:
        return
    clause = told[0]
    first = next((t for t in range(clause, own[0]) if tree.words[t] in _PARTING), None)
    if first is None or not any(tree.deps[c] in _SUBJECTS for c in tree.children[clause]):
        return
    move(tree, clause, clause)
    move(tree, verb, clause)
    tree.deps[clause], tree.deps[verb] = "ROOT", "conj"


def _part(tree: Branches, verb: int) -> None:
    """ "A has condemned X, *B has not*": B is nobody beside X."""
    name = verb - 1
    if any(tree.deps[c] in _SUBJECTS for c in tree.children[verb]):
        return
    if name < 1 or tree.tags[name] not in PROPER or tree.deps[name] not in ("conj", "appos"):
        return
    if tree.words[first_of(tree, name) - 1] == "," and kid(tree, name, "cc") is None:
        tree.deps[name] = "nsubj"
        move(tree, name, verb)
