"""From a class that the text names to the instances it means: "its ITPP" is the owner's."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.filler import Filler
from loaders.extraction.reader import Reader


def instances_of(reader: Reader, subject: Filler, target: Filler) -> list[tuple[Filler, Filler]]:
    """The pairs that are meant where one end is a class: instances that reference facts relate
    to the other end and, if there are several, to somebody else whom the sentence names."""
    if subject.is_class and target.is_class:
        return []
    if subject.is_class:
        return [(instance, target) for instance in _instances(reader, subject, target)]
    return [(subject, instance) for instance in _instances(reader, target, subject)]


def _instances(reader: Reader, filler: Filler, other: Filler) -> list[Filler]:
    world = reader.world
    related = world.related.get(other.entity, set())
    found = [iri for iri in world.instances.get(filler.types[0], ()) if iri in related]
    if len(found) > 1:
        beside = _named_beside(reader, other) - {other.entity}
        found = [iri for iri in found if world.related.get(iri, set()) & beside]
    return [
        filler._replace(
            entity=EntityId(iri),
            types=world.ontology.entities[iri].types,
            is_class=False,
            sure=filler.sure * 0.9,
        )
        for iri in sorted(found)
    ]


def _named_beside(reader: Reader, other: Filler) -> set[str]:
    tree = reader.tree
    first, end = tree.sentences[tree.sentence[other.token]]
    return {
        sense.iri
        for name in reader.names.all
        if first <= name.root < end
        for sense in name.senses
        if not sense.is_class
    }
