"""Who asks others to do what a verb says, or not to: "*X* pressed Y not to sign"."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from loaders.extraction.parse.tags import DENYING
from loaders.extraction.parse.tree import Tree, is_infinitive

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
_OF_NOUNS = frozenset({"acl", "relcl"})
_FROM = frozenset({"from", "by"})
_WHOM = frozenset({"on", "upon", "to"})
_HIGH = 4
"""Verbs above what is said among which one may ask for it."""


def urging_verb(tree: Tree, verb: int, urging: Container[str]) -> int | None:
    """The verb of asking whose clause `verb` is: "*pressed* Y to cancel it", "*warned* against
    signing"."""
    verb = tree.first_conjunct(verb)
    above = tree.heads[verb]
    if tree.deps[verb] == "pcomp":
        above = tree.heads[above] if tree.lower[above] == "against" else verb
    elif tree.deps[verb] not in _CLAUSES or not is_infinitive(tree, verb):
        return None
    asked = above != verb and tree.is_verb(above) and tree.lemmas[above] in urging
    return above if asked else None


def is_urged(tree: Tree, token: int, urging: Container[str]) -> bool:
    """Whether somebody is asked for what the words at `token` are a part of: "urged X to advance
    *dialogue*", "called on X to take measures to advance it"."""
    verbs = [t for t in tree.up(token) if tree.is_verb(t)] or [token]
    if urging_verb(tree, verbs[0], urging) is not None:
        return True
    for below, verb in pairwise(verbs[:_HIGH]):
        above = urging_verb(tree, verb, urging)
        if tree.deps[below] == "relcl":
            return False
        if above is not None:
            # Who "wants to take measures" is not asked by anybody.
            other = tree.child(above, "dobj") or tree.after(above, _WHOM)
            return bool(other) or tree.child(verb, "nsubj") is not None
    return False


def urging_noun(tree: Tree, verb: int, urging: Container[str]) -> int | None:
    """The noun of asking that tells what `verb` says: "*pressure* not to sign"."""
    verb = tree.first_conjunct(verb)
    noun = tree.heads[verb]
    asked = tree.deps[verb] in _OF_NOUNS and is_infinitive(tree, verb) and tree.is_noun(noun)
    return noun if asked and tree.lemmas[noun] in urging else None


def pressing(tree: Tree, noun: int, verb: int) -> list[int]:
    """Who asks: "*X's* pressure not to sign", "faced pressure not to sign it *from X*"."""
    hosts = (noun, verb, tree.heads[noun])
    led = (p for host in hosts for p in tree.kids(host, "prep", "agent") if p > noun)
    told = [t for p in led if tree.lower[p] in _FROM for t in tree.kids(p, "pobj")]
    return [*tree.kids(noun, "poss"), *told]


def is_against(tree: Tree, verb: int) -> bool:
    """Whether it is asked that it be not done: "*not* to sign", "*against* signing"."""
    verb = tree.first_conjunct(verb)
    if tree.deps[verb] == "pcomp":
        return tree.lower[tree.heads[verb]] == "against"
    return any(tree.lower[n] in DENYING for n in tree.kids(verb, "neg"))
