"""Who the clauses after an agreement's noun say made it: "the pact, signed by X and Y"."""

from __future__ import annotations

from loaders.extraction.grammar import passive
from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import RELATIVE


def signed(site: Site, noun: int) -> list[int]:
    """By whom a participle says it was made, if by several: "the pact, *signed by X and Y*"."""
    tree, verbs = site.tree, site.world.bearing_verbs
    made = [c for c in tree.kids(noun, "acl") if tree.lemmas[c] in verbs]
    agents = [t for c in made for t in passive.agents(tree, c)]
    return agents if any(len(tree.conjuncts(t)) > 1 for t in agents) else []


def struck(site: Site, noun: int) -> list[int]:
    """The relative clauses that say who made it: "the deal *that X struck with Y*"."""
    tree, verbs = site.tree, site.world.bearing_verbs
    return [
        c
        for c in tree.kids(noun, "relcl")
        if tree.lemmas[c] in verbs
        and any(tree.lower[t] not in RELATIVE for t in tree.kids(c, "nsubj"))
        and tree.child(c, "nsubjpass") is None
    ]
