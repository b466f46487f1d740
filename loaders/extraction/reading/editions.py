"""Several events in one noun: "the summits in Madrid and Vilnius" are the two known ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

if TYPE_CHECKING:
    from loaders.extraction.reading.reader import Reader


def may_head(reader: Reader, token: int) -> bool:
    """Whether the plural noun at `token` may be that of dated events."""
    tree = reader.tree
    return tree.tags[token] == "NNS" and reader.site.events.is_noun(tree.lemmas[token])


def editions(reader: Reader, token: int, wanted: Wanted) -> list[Filler]:
    """The known events of the noun at the places that its phrase lists."""
    tree, world = reader.tree, reader.world
    listed = [
        t for inner in tree.after(token, world.locative) for t in reader.lists.coordinated(inner)
    ]
    if len(listed) < 2:
        return []
    hosts = {str(f.entity) for f in reader.owners.actors(token)}
    found = []
    for place in listed:
        senses = [s for name in reader.names.at(place) for s in name.senses]
        # "Washington" is the city, and no other place of the state that it stands for.
        mere = [s for s in senses if not world.fits(s.types, world.actors)]
        there = {s.iri for s in mere or senses}
        event = reader.site.events.held_at(tree.lemmas[token], wanted, there, hosts)
        if event is not None:
            types = world.ontology.entities[event].types
            start, end = tree.starts[place], tree.ends[place]
            found.append(Filler(EntityId(event), types, place, start, end, sure=0.85))
    return found if len(found) == len(listed) else []
