"""Comparing what several entities cover: what all share, and what one has that another lacks.

What is covered meets under its topics: an instrument that addresses
cyberattacks and one that addresses cybersecurity share a subject, because the
curated scheme says that both are about it. What has no topic is a subject of
its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.plan import (
    Compare,
    Direction,
    Field,
    Find,
    Kind,
    Link,
    LinkName,
    Nested,
    Operator,
    Order,
    Value,
    Values,
)
from graph.plan.following import Following, relation
from ontology.model import Ontology

MOST_COVERED = 500
"""What of one entity is compared."""
MOST_TOPICS = 20
"""Topics of one item."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic, or an item without one, with who covers it by which items, and who does not."""

    id: str
    covered_by: Mapping[str, tuple[str, ...]]
    lacked_by: tuple[str, ...]


def coverage(
    ontology: Ontology,
    values: Values,
    ids: Value,
    following: Following,
    through: Sequence[str],
    most: int,
) -> Find:
    """What each of `most` `ids` is related to, and what that is about by `through`.

    Rows are `[id, [[[item, [[[topic], …], more]], …], more], merged]`. An id that was merged
    away means the entity that stands for it.
    """
    topics = Nested(
        Link(
            LinkName.RELATED,
            relation(
                ontology, values, Following(predicates=tuple(through), direction=Direction.OUT)
            ),
        ),
        (Field("id"),),
        limit=MOST_TOPICS if through else 0,
    )
    items = Nested(
        Link(LinkName.RELATED, relation(ontology, values, following)),
        (Field("id"), topics),
        order=(Order("id"),),
        limit=MOST_COVERED,
    )
    where = Compare("id", Operator.NAMED, ids)
    columns = (Field("id"), items, Field("merged"))
    return Find(Kind.ENTITY, columns, where, limit=values.bind(most))


def compared(rows: Sequence[Sequence[Any]], ids: Sequence[str]) -> list[Subject]:
    """The subjects of what a `coverage` plan found, the most widely covered first, then by id."""
    found: dict[str, dict[str, list[str]]] = {}
    known = {row[0] for row in rows}
    for entity, (items, _), _ in rows:
        for item, (topics, _) in items:
            for subject in [topic for (topic,) in topics] or [item]:
                found.setdefault(subject, {}).setdefault(entity, []).append(item)
    order = [id_ for id_ in dict.fromkeys(ids) if id_ in known]
    subjects = [
        Subject(
            subject,
            {id_: tuple(by[id_]) for id_ in order if id_ in by},
            tuple(id_ for id_ in order if id_ not in by),
        )
        for subject, by in found.items()
    ]
    return sorted(subjects, key=lambda subject: (len(subject.lacked_by), subject.id))
