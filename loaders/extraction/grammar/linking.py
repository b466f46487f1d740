"""Whom what ties them links: "an alliance *binds X to Y*", "*X and Y* are bound by a pact"."""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.parse.tree import Tree

_TO = frozenset({"to", "with", "and"})
_BY = frozenset({"by", "through", "in"})


def linked(tree: Tree, noun: int, verbs: Container[str]) -> list[int]:
    """Those whom a verb of linking says that `noun` ties together, in tokens; empty if none is."""
    dep, head = tree.deps[noun], tree.heads[noun]
    if dep == "nsubj":
        verb = head
        ends = tree.kids(verb, "dobj")
    elif dep == "pobj" and tree.lower[head] in _BY:
        verb = tree.heads[head]
        ends = tree.kids(verb, "nsubjpass")
        if not ends and tree.deps[verb] == "acl":
            ends = [tree.heads[verb]]
    else:
        return []
    if not ends or tree.lemmas[verb] not in verbs:
        return []
    ends = [t for end in ends for t in tree.antecedent(end, verb)]
    return ends + [t for host in (verb, *ends) for t in tree.after(host, _TO)]
