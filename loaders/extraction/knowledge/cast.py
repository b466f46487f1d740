"""The entities of one document: those it mentions, and those only it knows."""

from __future__ import annotations

from collections import Counter

from graph.statements import Entity, EntityId, Mention, fold_name
from loaders.extraction.knowledge.world import World

_LONGEST_NAME = 90

_GIVEN, _SYLLABLE = 2, 4
"""Words of a given name after the family name, and letters of each: "Kim *Jong Un*"."""


class Cast:
    """Collects mentions and provisional entities. A name is described when it is used."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._provisional: dict[EntityId, Entity] = {}
        self._counts: Counter[tuple[EntityId, str]] = Counter()
        self._first: dict[tuple[EntityId, str], int] = {}
        self._people: dict[str, tuple[EntityId, tuple[str, ...]]] = {}
        self._seen: set[tuple[EntityId, int]] = set()
        self._named: set[EntityId] = set()
        self.namesakes: set[str] = set()
        """Words, in lower case, that are also surnames of people who are not known."""
        self.told: dict[EntityId, frozenset[EntityId]] = {}
        """The parties of each agreement that the text tells by them."""
        self.acting: dict[EntityId, tuple[EntityId, tuple[str, ...]]] = {}
        """The polity, with its classes, for which the text says that somebody acts."""
        self.retired: set[EntityId] = set()
        """Who acts for nobody any longer: "*former* premier X"."""

    def mention(self, entity: EntityId, name: str, start: int) -> None:
        """Record that the document calls `entity` `name` at `start` (once a place)."""
        if (entity, start) in self._seen:
            return
        self._seen.add((entity, start))
        if entity not in self._named:
            self._named.add(entity)
            self._meet(entity)
        key = (entity, name)
        self._counts[key] += 1
        self._first[key] = min(start, self._first.get(key, start))

    def _meet(self, entity: EntityId) -> None:
        """Note the family name of a known person, if it comes first: "*Kim* Jong Un"."""
        known = self._world.ontology.entities.get(entity)
        if known is None or not self._world.is_person(known.types):
            return
        family, *given = known.label.split()
        if len(given) == _GIVEN and all(len(word) <= _SYLLABLE for word in given):
            self._people.setdefault(fold_name(family), (entity, known.types))

    def has_named(self, entity: EntityId) -> bool:
        """Whether the document has mentioned the entity so far."""
        return entity in self._named

    def provisional(self, class_name: str, name: str) -> EntityId | None:
        """The provisional entity that `name` stands for, or the known one of the class that has
        it for its label; None if that is no usable name."""
        name = name.strip(" ,;:.-–—'\"()[]")
        if not name or len(name) > _LONGEST_NAME or not any(c.isalpha() for c in name):
            return None
        if known := self._world.labelled.get((class_name, fold_name(name))):
            return known
        entity = Entity.provisional(class_name, name)
        self._provisional.setdefault(entity.id, entity)
        return entity.id

    def person(self, class_name: str, name: str) -> EntityId | None:
        """A person by name; a last name alone is the person met under it before."""
        last = fold_name(name.split()[-1]) if name.split() else ""
        if " " not in name and last in self._people:
            return self._people[last][0]
        entity = self.provisional(class_name, name)
        if entity is not None and " " in name:
            for family in {last, _family(name), fold_name(name.split()[0])}:
                met = self._people.get(family)
                if met is not None and met[0] in self._world.ontology.entities:
                    # Another Kim: neither is "Kim" from now on.
                    del self._people[family]
            for family in {last, _family(name)}:
                self._people.setdefault(family, (entity, (class_name,)))
        return entity

    def known_person(self, last_name: str) -> tuple[EntityId, tuple[str, ...]] | None:
        return self._people.get(fold_name(last_name))

    def is_named(self, entity: EntityId) -> bool:
        """Whether the entity has a name, not only a description in common words."""
        provisional = self._provisional.get(entity)
        return provisional is None or any(c.isupper() for c in provisional.label)

    def label(self, entity: EntityId) -> str:
        known = self._world.ontology.entities.get(entity)
        return known.label if known else self._provisional[entity].label

    def entities(self, used: set[EntityId]) -> tuple[Entity, ...]:
        """The provisional entities among `used`."""
        return tuple(
            self._provisional[entity] for entity in sorted(used) if entity in self._provisional
        )

    def mentions(self, used: set[EntityId]) -> tuple[Mention, ...]:
        """Mentions of reference entities, and of the provisional ones among `used`."""
        return tuple(
            sorted(
                Mention(entity, name, self._first[entity, name], count)
                for (entity, name), count in self._counts.items()
                if entity in used or entity not in self._provisional
            )
        )


def _family(name: str) -> str:
    """The name by which a person is called again: the first of two where a hyphen makes the last
    a given name, "*Cho* Tae-yul"."""
    first, *others = name.split()
    return fold_name(first if len(others) == 1 and "-" in others[0] else name.split()[-1])
