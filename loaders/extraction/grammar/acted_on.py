"""Whom a pronoun takes up because the clause before it acts on them."""

from __future__ import annotations

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree

_WHILE = frozenset({"as", "while", "when", "where"})
_IF = frozenset({"if", "unless", "should", "until"})
_ABOUT = frozenset({"over", "for"})
_AT = frozenset({"on", "against", "upon"})
_TO = frozenset({"to", "for"})
_BESIDE = frozenset({"with", "behind", "by"})
_CLAUSAL = frozenset({"nsubj", "dobj", "poss"})


def acted_on(tree: Tree, token: int, helping: frozenset[str]) -> list[int]:
    """ "Support *X* as they defend themselves", "sanctions on *X* over its invasion"; `helping`
    are the verbs whose object a later pronoun means."""
    if tree.deps[token] == "poss" and tree.deps[tree.heads[token]] == "pobj":
        found = _blamed(tree, token)
        if found:
            return found
    if tree.deps[token] not in _CLAUSAL:
        return []
    clause = next((t for t in tree.up(token) if tree.is_verb(t)), token)
    verb = tree.heads[clause]
    if tree.deps[clause] != "advcl" or verb > clause:
        return []
    marks = {tree.lower[t] for t in tree.kids(clause, "mark", "advmod")}
    if marks & _IF:
        return _beside(tree, clause, _AT) or _before(
            tree, [verb, *tree.kids(verb, "dobj")], _AT, clause
        )
    if "so" in marks:
        return _beside(tree, clause, _TO)
    if not marks & _WHILE:
        return []
    if tree.lemmas[verb] not in helping:
        # "give support to *X* as it fights"
        helps = helping.intersection(tree.lemmas[t] for t in tree.kids(verb, "dobj"))
        return _beside(tree, clause, _TO) if helps else []
    things = tree.kids(verb, "dobj")
    given = _before(tree, [verb, *things], _TO, clause)
    whom = given or things or _led(tree, [verb], _BESIDE)
    return [t for t in whom if t < clause and tree.is_noun(t)]


def _beside(tree: Tree, clause: int, by: frozenset[str]) -> list[int]:
    """ "Measures to impose on *X* if it attacks", "arms for *X* so it can hold out": who is named
    right before."""
    last = min(tree.subtree(clause)) - 1
    named = last > 0 and tree.tags[last] in PROPER and tree.deps[last] == "pobj"
    return [last] if named and tree.lower[tree.heads[last]] in by else []


def _led(tree: Tree, hosts: list[int], prepositions: frozenset[str]) -> list[int]:
    return [
        t
        for host in hosts
        for p in tree.kids(host, "prep", "dative")
        if tree.lower[p] in prepositions
        for t in tree.kids(p, "pobj")
    ]


def _before(tree: Tree, hosts: list[int], by: frozenset[str], end: int) -> list[int]:
    return [t for t in _led(tree, hosts, by) if t < end and tree.tags[t] in PROPER]


def _blamed(tree: Tree, token: int) -> list[int]:
    """ "Imposed sanctions on *X* over *its* war": X."""
    about = tree.heads[tree.heads[token]]
    if tree.lower[about] not in _ABOUT:
        return []
    host = tree.heads[about]
    if tree.deps[host] == "pobj" and tree.lower[tree.heads[host]] in _AT:
        return [host] if tree.tags[host] in PROPER else []
    things = tree.kids(host, "dobj", "nsubjpass") if tree.is_verb(host) else []
    return _before(tree, [host, *things], _AT, token)
