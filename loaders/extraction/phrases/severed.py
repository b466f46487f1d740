"""Common nouns that are only a part of another word or name."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site

_JOINED = frozenset({"to", "and", "for", "on", "by"})
"""Words that a hyphen joins to what goes on: "business-*to*-government"."""
_AGAINST = frozenset({"non", "counter", "anti"})
_BESIDE = frozenset({"compound", "nmod"})
_NEAR = 2


def is_severed(site: Site, token: int, first: int) -> bool:
    """Whether the phrase from `first` to the noun `token` says another thing than its whole:
    "business-to-*government meetings*", "counter-*terrorism*", "an interagency *technology*
    dialogue"."""
    tree, world = site.tree, site.world
    head = tree.heads[token]
    if token < head <= token + _NEAR and tree.deps[token] in _BESIDE:
        # It only says of what kind an event is.
        return tree.lemmas[head] in world.happening_heads
    if tree.words[first + 1 : first + 2] != ["-"]:
        return False
    return tree.lower[first] in _JOINED or (first + 2 == token and tree.lower[first] in _AGAINST)
