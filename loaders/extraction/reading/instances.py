"""From a class that the text names to the instances it means: "its ITPP" is the owner's."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader


def instances_of(reader: Reader, subject: Filler, target: Filler) -> list[tuple[Filler, Filler]]:
    """The pairs that are meant where one end is a class: instances that reference facts relate
    to the other end and, if there are several, to somebody else whom the sentence names."""
    if subject.is_class and target.is_class:
        return [
            (one, other)
            for one in _latest(reader, _all(reader, subject))
            for other in _all(reader, target)
            if other.entity in reader.world.facts.related.get(one.entity, set())
        ]
    if subject.is_class:
        return [(instance, target) for instance in _instances(reader, subject, target)]
    return [(subject, instance) for instance in _instances(reader, target, subject)]


def latest(reader: Reader, filler: Filler) -> list[Filler]:
    """The instance that a class of things means by itself."""
    return _latest(reader, _all(reader, filler))


def _all(reader: Reader, filler: Filler) -> list[Filler]:
    world = reader.world
    return [
        filler._replace(
            entity=EntityId(iri),
            types=world.ontology.entities[iri].types,
            is_class=False,
            sure=filler.sure * 0.9,
        )
        for iri in sorted(world.facts.instances.get(filler.types[0], ()))
    ]


def _instances(reader: Reader, filler: Filler, other: Filler) -> list[Filler]:
    related = reader.world.facts.related
    found = [f for f in _all(reader, filler) if other.entity in related.get(f.entity, set())]
    if not found and not reader.world.fits(other.types, reader.world.actors):
        # "The ITPP covers piracy": that of the partner who was named last.
        return _latest(reader, _all(reader, filler))
    if len(found) < 2:
        return found
    beside = _named_beside(reader, other) - {other.entity}
    told = [f for f in found if related.get(f.entity, set()) & beside]
    return told or _latest(reader, found, other.entity)


def _latest(reader: Reader, found: list[Filler], known: str = "") -> list[Filler]:
    """The instance of the one who tells the instances apart: whom the sentence names, the polity
    that the text is of, or who was named last."""
    related = reader.world.facts.related
    beside = _named_beside(reader, found[0]) - {known} if found else set()
    told = [f for f in found if related.get(f.entity, set()) & beside]
    if len(told) == 1:
        return told
    for home in reader.discourse.home:
        told = [f for f in found if home.entity in related.get(f.entity, set())]
        if home.entity != known and len(told) == 1:
            return told
    for actor, _ in reader.discourse.groupings():
        told = [f for f in found if actor in related.get(f.entity, set())]
        if actor != known and len(told) == 1:
            return told
    return []


def _named_beside(reader: Reader, other: Filler) -> set[str]:
    """Whom the sentence names, and for whom its persons act."""
    tree, date = reader.tree, reader.site.events.calendar.document_date
    first, end = tree.sentences[tree.sentence[other.token]]
    named = {
        sense.iri: sense.types
        for name in reader.names.hanging(first, end)
        for sense in name.senses
        if not sense.is_class
    }
    people = [iri for iri, types in named.items() if reader.world.is_person(types)]
    return {
        *named,
        *(a for person in people for a, _ in reader.world.facts.stands_for(person, date)),
    }
