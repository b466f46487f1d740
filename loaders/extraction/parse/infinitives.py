"""Infinitives of one list that the parser parts: "a plan to uphold X, *enhance* Y and *promote* Z",
where it joins the later ones to the verb of the sentence or makes one of them its head; and those
that it takes from what asks for them: "repeated its call on X *to do* it"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, kid, last_of, move
from loaders.extraction.parse.tags import FINITE

_OWN = frozenset({"aux", "nsubj", "nsubjpass", "expl", "mark"})
"""What makes a verb begin a clause of its own."""
_APART = frozenset({",", ";"})
_AND = frozenset({"and", "or"})
_CALLS = frozenset({"call", "calls", "appeal", "appeals", "plea", "pleas", "request", "demand"})
_CALLED = frozenset({"on", "upon", "to", "for"})
_PURPOSES = frozenset({"xcomp", "advcl"})
_LOOSE = frozenset({"ROOT", "ccomp", "advcl", "dep"})


def rejoin(tree: Branches) -> None:
    """Make each of them one of the infinitive's that they follow."""
    if "TO" not in tree.tags:
        return
    last: int | None = None
    for index, tag in enumerate(tree.tags):
        if tag != "VB":
            continue
        if tree.deps[index] in _PURPOSES:
            _ask(tree, index)
        if tree.tags[index - 1] == "TO" or _is_listed(tree, index, last):
            last = index
        elif last is not None and _is_parted(tree, index):
            _hang(tree, index, last)
            last = index


def _is_listed(tree: Branches, verb: int, last: int | None) -> bool:
    """Whether the parse knows it for one of the list."""
    return tree.deps[verb] == "conj" and tree.heads[verb] == last


def _is_parted(tree: Branches, verb: int) -> bool:
    """Whether a bare infinitive follows a comma or semicolon, and hangs on no other."""
    if any(tree.deps[c] in _OWN for c in tree.children[verb]):
        return False
    before = verb - 1
    while before > 0 and (tree.lower[before] in _AND or tree.tags[before] == "RB"):
        before -= 1
    if tree.words[before] not in _APART:
        return False
    dep = tree.deps[verb]
    return dep in _LOOSE or (dep == "conj" and tree.tags[tree.heads[verb]] in FINITE)


def _hang(tree: Branches, verb: int, first: int) -> None:
    top, above = first, {first}
    while tree.heads[top] != top and tree.heads[top] != verb:
        top = tree.heads[top]
        above.add(top)
    if tree.heads[top] == verb:
        # The sentence's own verb hung on the later infinitive.
        head, dep = tree.heads[verb], tree.deps[verb]
        move(tree, top, top if head == verb else head)
        tree.deps[top] = dep
    elif tree.heads[verb] not in above:
        return
    move(tree, verb, first)
    tree.deps[verb] = "conj"


def _ask(tree: Branches, verb: int) -> None:
    """ "Reiterates its *call* on X to *stop* doing it": X is to stop."""
    call = kid(tree, tree.heads[verb], "dobj")
    if call is None or call > verb or tree.lower[call] not in _CALLS:
        return
    on = kid(tree, call, "prep")
    whom = kid(tree, on, "pobj") if on is not None else None
    if on is None or whom is None or tree.lower[on] not in _CALLED or whom > verb:
        return
    after = last_of(tree, whom) + 1
    if after <= verb and tree.tags[after] == "TO":
        move(tree, verb, call)
        tree.deps[verb] = "acl"
