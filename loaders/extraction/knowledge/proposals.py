"""What is proposed: "plans to open X", "the idea of X", which later "the plan" takes up."""

from __future__ import annotations

from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tree import Tree

_OF = frozenset({"of", "for", "to", "about", "on"})


def is_proposed(tree: Tree, token: int, world: World) -> bool:
    """Whether the name at `token` is the object of a word of proposing."""
    token = tree.first_conjunct(token)
    dep, head = tree.deps[token], tree.heads[token]
    if dep in ("dobj", "nsubjpass", "attr"):
        return tree.lemmas[head] in world.proposing
    if dep == "pobj" and tree.lower[head] in _OF:
        return tree.lemmas[tree.heads[head]] in world.proposals
    return dep in ("compound", "nmod", "amod") and tree.lemmas[head] in world.proposals


def objects_of(tree: Tree, noun: int, world: World) -> list[int]:
    """What a plan is to do something to: "the plan to open *X*"."""
    if tree.lemmas[noun] not in world.proposals:
        return []
    return [
        t
        for clause in tree.kids(noun, "acl")
        if tree.tags[clause] == "VB"
        for t in tree.kids(clause, "dobj")
    ]
