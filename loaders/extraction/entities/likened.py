"""What is only likened to a known body: "an Asian *version of X*", "a *mini-X*", "a *new X*"."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName

_OF = frozenset({"of", "to"})
_ONE = frozenset({"a", "an", "another"})
_BETWEEN = frozenset("-\"'‘’“”")
"""What may stand between the likeness and the name."""


def is_likened(site: Site, name: TokenName) -> bool:
    """Whether the words around a name say that another is like its bearer."""
    tree, world = site.tree, site.world
    if not any(world.is_body(s.types) and not world.polity.fits(s.types) for s in name.senses):
        return False
    before, root = name.first - 1, name.root
    while before > 0 and tree.words[before] in _BETWEEN:
        before -= 1
    if before >= 0 and before < name.first - 1 and tree.lower[before] in world.likeness:
        # "a *mini*-X"
        return True
    if before >= 0 and tree.heads[before] == root and tree.lower[before] in world.likeness:
        # "an Asian-*version* X"
        return True
    above = tree.heads[root]
    if tree.deps[root] == "pobj" and tree.lower[above] in _OF:
        return tree.lemmas[tree.heads[above]] in world.likeness
    return _is_another(site, name)


def _is_another(site: Site, name: TokenName) -> bool:
    """Whether an article and what says where or how it is make it one of a kind: "*an Arab* X"."""
    tree, likened = site.tree, site.world.likened
    if not any(tree.lower[d] in _ONE for d in tree.kids(name.root, "det")):
        return False
    told = (t for t in tree.kids(name.root, "amod", "compound", "nmod") if t < name.first)
    return any(tree.lower[t] in likened or tree.words[t][:1].isupper() for t in told)
