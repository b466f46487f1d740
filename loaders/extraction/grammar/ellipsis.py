"""Clauses that only say whether somebody else does the same: "A has joined. *B has not*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loaders.extraction.parse.tree import Tree

_AUXILIARY = frozenset({"do", "be", "have", "will", "would", "can", "could", "may", "might"})
SUBJECTS = ("nsubj", "nsubjpass")
_SHORT = frozenset({*SUBJECTS, "neg", "advmod", "punct", "cc", "mark", "npadvmod", "advcl"})
"""What hangs on a verb that only denies another."""
_CLAUSAL = ("conj", "ccomp", "advcl", "parataxis")
_FINITE = frozenset({"VBD", "VBP", "VBZ"})


class Elided(NamedTuple):
    """A clause that leaves out what it says of its subject."""

    verb: int
    subjects: tuple[int, ...]
    denied: bool


def elided(tree: Tree, verb: int) -> Iterator[Elided]:
    """The clauses after that of `verb` that say of others whether they do the same: in its
    sentence, and in the next ones."""
    for other in tree.kids(verb, *_CLAUSAL):
        if other > verb and _is_short(tree, other) and _answers(tree, verb, other):
            yield _read(tree, other)
    if tree.heads[verb] != verb:
        return
    for start, end in tree.sentences[tree.sentence[verb] + 1 :]:
        root = next((t for t in range(start, end) if tree.heads[t] == t), start)
        if not _is_short(tree, root) or not _answers(tree, verb, root):
            break
        yield _read(tree, root)


def _read(tree: Tree, verb: int) -> Elided:
    subjects = tuple(t for t in tree.kids(verb, *SUBJECTS) if t < verb)
    return Elided(verb, subjects, tree.child(verb, "neg") is not None)


def _is_short(tree: Tree, verb: int) -> bool:
    """Whether it is a mere auxiliary with somebody before it: "*has* not"."""
    if tree.lemmas[verb] not in _AUXILIARY:
        return False
    kids = tree.children[verb]
    plain = all(tree.deps[k] in _SHORT for k in kids)
    opening = any(t for t in kids if tree.deps[t] in SUBJECTS and t < verb)
    denied = tree.child(verb, "neg") is not None
    # "B has": of what comes after, only a stop and what is said beside it.
    bare = denied or all(tree.deps[k] == "punct" for k in kids if k > verb)
    same = any(tree.lower[k] in ("so", "as") for k in kids)
    return plain and opening and bare and not same


def _answers(tree: Tree, verb: int, other: int) -> bool:
    """Whether the auxiliary is that of the verb: "has joined", "has not"; "backs", "does not"."""
    lemma = tree.lemmas[other]
    before = {tree.lemmas[a] for a in tree.kids(verb, "aux", "auxpass")}
    if lemma == "do":
        return tree.tags[verb] in _FINITE and not before and tree.lemmas[verb] != "be"
    return lemma in before or (lemma == "be" and tree.lemmas[verb] == "be")
