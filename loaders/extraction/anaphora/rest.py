"""The rest of a group: "India buys from X, while *the other three* condemn it"."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site

_BACK = 1
"""Sentences back in which those may be named whom the others are others than."""


def rest(site: Site, token: int, count: int) -> list[Filler]:
    """The `count` members of a group that the document names who are not those just named."""
    world, discourse, tree = site.world, site.discourse, site.tree
    for reach in range(_BACK + 1):
        sought = Sought(site.sentence(token), token, world.polity.fits, many=None, reach=reach)
        named = {str(f.entity) for f in discourse.all(sought)}
        for iri, _ in (*((f.entity, f.types) for f in discourse.theme), *discourse.groupings()):
            members = set(world.facts.members(iri, world.lexicon.polities))
            others = sorted(members - named)
            if named & members and len(others) == count:
                at = tree.starts[token], tree.ends[token]
                found = (Filler(EntityId(m), world.facts.types(m), token, *at) for m in others)
                return [site.resolved(f, token) for f in found]
    return []
