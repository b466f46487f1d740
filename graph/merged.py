"""The merged view: what is stored of an entity, and who stands for whom.

Once for all stores: each function takes what is stored now and gives the same
answer whatever order it came in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.derived import provisional_labels
from graph.statements import (
    Entity,
    EntityId,
    Judgement,
    Origin,
    canonical_entities,
)
from graph.statements.entity import PROVISIONAL


def origin_of(id_: EntityId) -> Origin:
    """The origin that an id itself tells."""
    return Origin.PROVISIONAL if id_.startswith(PROVISIONAL) else Origin.REFERENCE


def describe(
    id_: EntityId, descriptions: Sequence[Entity], names: Sequence[tuple[str, int]]
) -> Entity:
    """The entity that `descriptions` (in any order) and mentions make.

    A reference entity is as the Turtle describes it; of several descriptions
    the first by content gives the preferred label and each adds to it. A
    provisional one has the labels that `names` (mention names with counts)
    give it. An entity that facts or mentions use and nothing describes (its
    ontology or its document is gone) is kept until nothing refers to it: it
    has no types, and for a label its names, else the end of its IRI.
    """
    descriptions = sorted(descriptions, key=_content)
    described = [e for e in descriptions if e.origin is Origin.REFERENCE]
    if described:
        return view(described)
    types = sorted({type_ for e in descriptions for type_ in e.types})
    if names:
        label, alternative = provisional_labels(id_, types[0] if types else "", names)
    else:
        label, alternative = id_.rstrip("/#").replace("#", "/").rpartition("/")[2] or id_, ()
    blank = Entity(id_, tuple(types), label, alternative, origin=origin_of(id_))
    return view([blank, *descriptions], labels=False) if descriptions else blank


def _content(entity: Entity) -> tuple[object, ...]:
    properties = sorted(entity.properties.items())
    return entity.label, entity.types, entity.alternative, entity.hidden, properties


def view(members: Sequence[Entity], *, labels: bool = True) -> Entity:
    """The entity that `members` are together; the first stands for the rest.

    Its id, label and origin are the first's; types are all of theirs, sorted.
    Its alternative labels, hidden labels and the values of a property are the
    first's, then what the others add: sorted, of labels (any label a reader may
    see becomes an alternative one), by id of whom they come from, of values.
    Without `labels` the others add no alternative label.
    """
    first, *rest = members
    seen = {name for e in rest for name in e.labels} if labels else set()
    alternative = _extended(first.alternative, seen, {first.label})
    hidden = _extended(
        first.hidden, {name for e in rest for name in e.hidden}, {first.label, *alternative}
    )
    properties: dict[str, tuple[str, ...]] = {}
    for member in members:
        for name, values in member.properties.items():
            properties[name] = tuple(dict.fromkeys((*properties.get(name, ()), *values)))
    return Entity(
        first.id,
        tuple(sorted({type_ for e in members for type_ in e.types})),
        first.label,
        alternative,
        hidden,
        first.origin,
        dict(sorted(properties.items())),
    )


def _extended(own: Sequence[str], more: Iterable[str], without: Collection[str]) -> tuple[str, ...]:
    names = dict.fromkeys((*own, *sorted(set(more) - set(own))))
    return tuple(name for name in names if name not in without)


def classes(types: Iterable[str], superclasses: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """`types` and all their superclasses, sorted; one the ontology lacks is itself."""
    return tuple(sorted({s for type_ in types for s in superclasses.get(type_, (type_,))}))


def representatives(
    judgements: Iterable[Judgement],
    stored: Collection[EntityId],
    reference: Collection[EntityId],
    alike: Iterable[tuple[EntityId, EntityId]] = (),
) -> dict[EntityId, EntityId]:
    """For each stored entity that is merged away, the stored one that stands for it.

    Of the stored entities judged the same, or `alike` by rule, one of
    `reference` stands for the rest, else the first by id. Entities that are not
    stored join others (the judgements stand) but are not seen.
    """
    groups: dict[EntityId, set[EntityId]] = {}
    for member, first in canonical_entities(judgements, reference, alike).items():
        groups.setdefault(first, {first}).add(member)
    merged: dict[EntityId, EntityId] = {}
    for group in groups.values():
        present = [id_ for id_ in group if id_ in stored]
        if present:
            first = min(present, key=lambda id_: (id_ not in reference, id_))
            merged.update({id_: first for id_ in present if id_ != first})
    return merged
