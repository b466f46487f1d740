"""Who has what is given or sent: "arms to *Y* for its war", "*X* sent soldiers, where they …"."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree


def given(tree: Tree, preposition: int, token: int) -> list[int]:
    """ "X's gift of arms to *Y* for its war": who is given what he has them for."""
    if tree.lower[preposition] != "for":
        return []
    to = tree.after(tree.heads[preposition], ("to",))
    return [t for t in to if t < token and tree.tags[t] in PROPER][-1:]


def senders(site: Site, token: int) -> list[int]:
    """ "*X* sent soldiers to Y, where *they* …": X, whose soldiers they are."""
    tree, world = site.tree, site.world
    clause = tree.heads[token]
    if tree.lower[token] != "they" or tree.deps[clause] != "relcl":
        return []
    place = tree.heads[clause]
    there = any(tree.lower[t] == "where" for t in tree.kids(clause, "advmod"))
    verb = next((t for t in tree.up(place) if tree.is_verb(t)), None) if there else None
    if verb is None:
        return []
    sent = {tree.lemmas[t] for t in tree.kids(verb, "dobj") if tree.tags[t] == "NNS" and t < place}
    known = not sent.isdisjoint(world.delegates) or not sent.isdisjoint(world.arms)
    return site.grammar.subjects(tree, verb) if known else []
