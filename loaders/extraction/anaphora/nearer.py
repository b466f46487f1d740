"""What "it" and "its" are not, by what they do or by who is nearer."""

from __future__ import annotations

from dataclasses import replace

from loaders.extraction.anaphora.nearby import VOICE
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tree import Tree

GOING_ON = frozenset({"nsubj", "nsubjpass", "poss"})
"""Where a pronoun stands that goes on with what a sentence before was about."""


def is_text(site: Site, token: int) -> bool:
    """Whether it does what only texts and undertakings do: "*it* covers trade", "*it* commits the
    signatories"."""
    tree, world = site.tree, site.world
    verb = tree.heads[token]
    if tree.lower[token] != "it" or not tree.deps[token].startswith("nsubj"):
        return False
    if tree.lemmas[verb] in world.binding:
        whom = [t for t in tree.kids(verb, "dobj") if tree.child(t, "poss") is None]
        people = world.party | world.people | VOICE
        return any(tree.lemmas[t] in people or tree.lower[t] in people for t in whom)
    return tree.lemmas[verb] in world.stipulating or _phrased(tree, verb) in world.stipulating


def _phrased(tree: Tree, verb: int) -> str:
    """A verb in the passive with its preposition: "is *based on* X"."""
    after = verb + 1
    passive = tree.child(verb, "auxpass") is not None and after < len(tree.words)
    return f"{tree.lower[verb]} {tree.lower[after]}" if passive else ""


def is_nearer(site: Site, sought: Sought, wanted: Wanted, found: tuple[Filler, ...]) -> bool:
    """Whether an actor was named after what was found, who is rather meant where only a text or an
    event could fit: "The *talks* ended. *Chile* told of *its* plan to fight X"."""
    token, dep = sought.token, site.tree.deps[sought.token]
    if dep not in GOING_ON or _wants_actor(site.world, wanted) or is_text(site, token):
        return False
    kept = {f.entity for f in found}
    # "The talks ended. *It* told of X": with whom they were is no nearer than they are.
    for reach in range(sought.reach + 1 if dep == "poss" else 1):
        near = replace(sought, reach=reach)
        if kept and kept == {f.entity for f in site.discourse.find(near)}:
            return False
        if site.discourse.find(replace(near, fits=site.world.actor.fits, passing=None)):
            return True
    return False


def _wants_actor(world: World, wanted: Wanted) -> bool:
    """Whether somebody would do."""
    inside = any(world.fits((c,), world.actors) for c in wanted.classes)
    return inside or any(wanted.fits((c,)) for c in world.actors)
