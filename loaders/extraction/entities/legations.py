"""Offices of envoys, which are called as operations are: "China's *mission* to the EU"."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Part

_TO = frozenset({"to"})
_DONE = frozenset({"dobj", "nsubjpass"})


def is_legation(site: Site, token: int) -> bool:
    """Whether the noun is an office: one to a body, "its *mission* to NATO in Brussels", or one
    that is opened somewhere."""
    tree, world = site.tree, site.world
    if tree.lemmas[token] not in world.lexicon.role("Legation"):
        return False
    if any(_is_body(site, t) for t in tree.after(token, _TO)):
        return True
    opening = world.lexicon.role("Legation", Part.VERB)
    above = tree.heads[token]
    done = tree.lemmas[above] in opening and tree.deps[token] in _DONE
    # "a mission *is to be opened*"
    done = done or any(tree.lemmas[t] in opening for t in tree.kids(above, "xcomp"))
    return done and not _is_tasked(tree, token)


def _is_body(site: Site, token: int) -> bool:
    """Whether envoys are sent there: to a body, not to the land where an operation is."""
    senses = [s for name in site.names.at(token) for s in name.senses if not s.weak]
    states = [s for s in senses if site.world.fits(s.types, site.world.lexicon.settings)]
    return not states and any(site.world.is_body(s.types) for s in senses)


def _is_tasked(tree: Tree, token: int) -> bool:
    """Whether a gerund or noun says what is done there: "a *training* mission"."""
    before = tree.kids(token, "compound", "amod", "nmod")
    return any(tree.lower[t].endswith("ing") for t in before)
