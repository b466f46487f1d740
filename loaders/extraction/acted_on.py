"""Whom a pronoun takes up because the clause before it acts on them."""

from __future__ import annotations

from loaders.extraction.tree import PROPER, Tree

_WHILE = frozenset({"as", "while", "when", "where"})
_ABOUT = frozenset({"over", "for"})
_AT = frozenset({"on", "against", "upon"})
_BESIDE = frozenset({"with", "behind", "by"})
_CLAUSAL = frozenset({"nsubj", "dobj", "poss"})


def acted_on(tree: Tree, token: int, helping: frozenset[str]) -> list[int]:
    """ "Support *X* as they defend themselves", "sanctions on *X* over its invasion"; `helping`
    are the verbs whose object a later pronoun means."""
    if tree.deps[token] == "poss" and tree.deps[tree.heads[token]] == "pobj":
        found = _punished(tree, token)
        if found:
            return found
    if tree.deps[token] not in _CLAUSAL:
        return []
    clause = next((t for t in tree.up(token) if tree.is_verb(t)), token)
    verb = tree.heads[clause]
    if tree.deps[clause] != "advcl" or tree.lemmas[verb] not in helping or verb > clause:
        return []
    if not any(tree.lower[t] in _WHILE for t in tree.kids(clause, "mark", "advmod")):
        return []
    beside = [
        t for p in tree.kids(verb, "prep") if tree.lower[p] in _BESIDE for t in tree.kids(p, "pobj")
    ]
    whom = tree.kids(verb, "dobj") or beside
    return [t for t in whom if t < clause and tree.is_noun(t)]


def _punished(tree: Tree, token: int) -> list[int]:
    """ "Imposed sanctions on *X* over *its* war": X."""
    about = tree.heads[tree.heads[token]]
    if tree.lower[about] not in _ABOUT:
        return []
    host = tree.heads[about]
    if tree.deps[host] == "pobj" and tree.lower[tree.heads[host]] in _AT:
        return [host] if tree.tags[host] in PROPER else []
    things = tree.kids(host, "dobj", "nsubjpass") if tree.is_verb(host) else [host]
    return [
        t
        for thing in things
        for p in tree.kids(thing, "prep")
        if tree.lower[p] in _AT
        for t in tree.kids(p, "pobj")
        if t < token and tree.tags[t] in PROPER
    ]
