"""The passive: which verbs are in it, and by whom they say that it is done."""

from __future__ import annotations

from loaders.extraction.grammar.agency import doing, hyphened
from loaders.extraction.parse.tree import Tree


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether what hangs on a verb as its subject is what it is done to: "drills *staged* by X"."""
    if tree.child(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if tree.tags[verb] == "VBD" and tree.deps[verb] == "acl":
        # "drills staged by X"
        return tree.child(verb, "agent") is not None
    if tree.tags[verb] != "VBN" or tree.child(verb, "nsubj", "aux") is not None:
        return False
    if tree.deps[verb] == "conj":
        return is_passive(tree, tree.heads[verb])
    return tree.deps[verb] in ("acl", "amod", "advcl", "ROOT")


def agents(tree: Tree, verb: int) -> list[int]:
    """By whom a verb says that it is done: "staged *by X*", "*US*-led"."""
    found = []
    for agent in tree.children[verb]:
        if tree.deps[agent] == "agent" or (
            tree.deps[agent] == "prep" and tree.lower[agent] == "by"
        ):
            if tree.child(agent, "neg") is not None and tree.lower[agent - 1] == "not":
                # "attended by X, but *not by Y*"
                continue
            # "opposed *by A and by B*"
            again = [t for t in tree.conjuncts(agent)[1:] if tree.lower[t] == "by"]
            found += tree.kids(agent, "pobj") or doing(tree, agent)
            found += [t for by in again for t in tree.kids(by, "pobj")]
    return found or hyphened(tree, verb)
