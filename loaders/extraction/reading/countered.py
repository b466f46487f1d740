"""What is feared, on a list of what is worked on: whoever works on "cyber defence and
*disinformation*" works on countering that."""

from __future__ import annotations

from collections.abc import Sequence

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted

_ON = frozenset({"on", "in", "over", "across"})
_GERUND = "countering"


def countered(
    site: Site, listed: Sequence[int], wanted: Wanted, noun: int | None = None
) -> list[Filler]:
    """The feared items of a list of fields of work, as work against them. `noun`: what the list
    gives examples of ("in areas such as X and Y")."""
    world, tree = site.world, site.tree
    opening = listed[0] if noun is None else noun
    head = tree.heads[opening]
    if tree.lower[head] not in _ON or tree.deps[opening] != "pobj":
        return []
    if not wanted.fits(world.sought) or wanted.fits(world.feared):
        return []
    found = []
    for token in listed:
        name = site.names.covering.get(token)
        senses = name.senses if name is not None and name.root == token else ()
        feared = [s for s in senses if s.common and world.fits(s.types, world.feared)]
        if feared and len(feared) == len(senses):
            found.append(_work(site, feared[0].iri, token, name.end if name else 0))
    return [f for f in found if f is not None]


def _work(site: Site, threat: str, token: int, end: int) -> Filler | None:
    world = site.world
    words = f"{_GERUND} {world.ontology.entities[threat].label}"
    for sense in site.names.known(words):
        if world.fits(sense.types, world.sought):
            return Filler(EntityId(sense.iri), sense.types, token, site.tree.starts[token], end)
    return Provisional(site).of(world.sought[0], words, token, end)
