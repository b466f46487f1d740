"""Clauses that only say whether somebody else does the same: "A has joined. *B has not*", "*Nor
has* C", "*unlike* D"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from loaders.extraction.parse.tree import Tree

_AUXILIARY = frozenset({"do", "be", "have", "will", "would", "can", "could", "may", "might"})
SUBJECTS = ("nsubj", "nsubjpass")
_SHORT = frozenset(
    {*SUBJECTS, "neg", "advmod", "punct", "cc", "mark", "npadvmod", "advcl", "preconj", "conj"}
)
"""What hangs on a verb that only denies another."""
_CLAUSAL = ("conj", "ccomp", "advcl", "parataxis")
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_ALSO_NOT = frozenset({"neither", "nor"})
_UNLIKE = frozenset({"unlike"})


class Elided(NamedTuple):
    """A clause that leaves out what it says of its subject."""

    verb: int
    subjects: tuple[int, ...]
    denied: bool


Same = Callable[[Tree, int], bool]


def elided(tree: Tree, verb: int, same: Same) -> Iterator[Elided]:
    """The clauses after that of `verb` that say of others whether they do the same: in its
    sentence, and in the next ones. `same` tells whether a clause says so in words of its own."""
    yield from _unlike(tree, verb)
    yield from _beside(tree, verb, verb, same)
    yield from _after(tree, verb, same)
    if tree.heads[verb] != verb:
        return
    for start, end in tree.sentences[tree.sentence[verb] + 1 :]:
        root = next((t for t in range(start, end) if tree.heads[t] == t), start)
        if tree.lower[start] == "so" and tree.lemmas[root] in _AUXILIARY:
            # "So does B."
            continue
        if not same(tree, root) and not (_is_short(tree, root) and _answers(tree, verb, root)):
            break
        yield _read(tree, root)
        yield from _beside(tree, verb, root, same)


def _beside(tree: Tree, verb: int, host: int, same: Same) -> Iterator[Elided]:
    """Those that hang on `host`."""
    for other in tree.kids(host, *_CLAUSAL):
        if other <= verb:
            continue
        if same(tree, other) or (_is_short(tree, other) and _answers(tree, verb, other)):
            yield _read(tree, other)
            yield from _beside(tree, verb, other, same)


def _after(tree: Tree, verb: int, same: Same) -> Iterator[Elided]:
    """ "A joined in 2017; *B followed*": the clause on which that of `verb` hangs."""
    above = tree.heads[verb]
    if above > verb and tree.deps[verb] == "ccomp" and same(tree, above):
        yield _read(tree, above)


def _unlike(tree: Tree, verb: int) -> Iterator[Elided]:
    """ "*Unlike B*, A is a member", "A, *unlike B*, has signed"."""
    if tree.child(verb, "neg") is not None:
        return
    for host in (verb, *tree.kids(verb, *SUBJECTS)):
        for preposition in tree.kids(host, "prep"):
            named = tree.after(host, _UNLIKE) if tree.lower[preposition] in _UNLIKE else []
            if named:
                yield Elided(preposition, tuple(named), denied=True)


def _read(tree: Tree, verb: int) -> Elided:
    if _is_neither(tree, verb):
        return Elided(verb, tuple(_inverted(tree, verb)), denied=True)
    denied = tree.child(verb, "neg") is not None
    return Elided(verb, tuple(tree.kids(verb, *SUBJECTS)), denied)


def _is_neither(tree: Tree, verb: int) -> bool:
    """Whether it begins with "neither" or "nor", and so names who does it after the verb."""
    return bool(verb) and tree.lower[verb - 1] in _ALSO_NOT


def _inverted(tree: Tree, verb: int) -> list[int]:
    """Who is named after the verb, whatever the parse makes of it: "nor has *Malta*"."""
    return [t for t in tree.kids(verb, *SUBJECTS, "dobj", "attr") if t > verb and tree.is_noun(t)]


def _is_short(tree: Tree, verb: int) -> bool:
    """Whether it is a mere auxiliary with somebody before it: "*has* not"."""
    kids = tree.children[verb]
    if tree.lemmas[verb] not in _AUXILIARY:
        return False
    if _is_neither(tree, verb):
        return bool(_inverted(tree, verb)) and tree.child(verb, "xcomp", "ccomp", "acomp") is None
    if not all(tree.deps[k] in _SHORT for k in kids):
        return False
    denied = tree.child(verb, "neg") is not None
    # "B has": of what comes after, only a stop and what is said beside it.
    bare = denied or all(tree.deps[k] == "punct" for k in kids if k > verb)
    same = any(_is_same(tree, k) for k in kids)
    opening = any(tree.deps[k] in SUBJECTS and k < verb for k in kids)
    return opening and bare and not same


def _is_same(tree: Tree, word: int) -> bool:
    """Whether it says that the same is done: "so", but not "so far"."""
    return tree.lower[word] in ("so", "as") and tree.lower[word + 1 : word + 2] != ["far"]


def _answers(tree: Tree, verb: int, other: int) -> bool:
    """Whether the auxiliary is that of the verb: "has joined", "has not"; "backs", "does not"."""
    lemma = tree.lemmas[other]
    before = {tree.lemmas[a] for a in tree.kids(verb, "aux", "auxpass")}
    if lemma == "do":
        plain = tree.tags[verb] in _FINITE and not before and tree.lemmas[verb] != "be"
        return plain or lemma in before
    return lemma in before or (lemma == "be" and tree.lemmas[verb] == "be")
