"""From a class that the text names to the instance it means: "its ITPP" is the owner's."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.filler import Filler
from loaders.extraction.world import World


def instance_of(world: World, filler: Filler, other: Filler) -> Filler:
    """The one instance of a class that reference facts relate to `other`; else `filler` itself."""
    if not filler.is_class or other.is_class:
        return filler
    related = world.related.get(other.entity, set())
    instances = [iri for iri in world.instances.get(filler.types[0], ()) if iri in related]
    if len(instances) != 1:
        return filler
    entity = world.ontology.entities[instances[0]]
    return filler._replace(
        entity=EntityId(entity.iri), types=entity.types, is_class=False, sure=filler.sure * 0.9
    )
