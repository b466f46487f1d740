"""What is derived from statements, once for all stores.

Traversal edges, beliefs and the labels of provisional entities are functions
of what is stored now, so that stores agree and the order of loading does not
show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.statements import (
    OPEN_END,
    Entity,
    EntityId,
    EvidenceKind,
    FactId,
    Interval,
    Modality,
    Voice,
    belief,
    contrary,
    fold_name,
)
from graph.statements.ids import digest


class Testimony(NamedTuple):
    """What the derivation needs of one evidence.

    `publisher` is the document's, or its id where none is named; `published`
    the exclusive upper end of the document's date in days.
    """

    modality: Modality
    kind: EvidenceKind
    confidence: float
    times: Interval
    publisher: str
    reliability: float
    published: int


class Edge(NamedTuple):
    """One traversal edge of a fact."""

    key: str
    modality: Modality
    times: Interval
    known: int
    belief: float


def voice(testimony: Testimony) -> Voice:
    """The testimony as belief hears it."""
    t = testimony
    return Voice(t.publisher, t.modality, t.confidence, t.reliability)


def known_day(testimony: Testimony) -> int:
    """The first day by whose end the evidence was surely published.

    Reference facts are always known; an undated document's never are.
    """
    if testimony.kind is EvidenceKind.REFERENCE:
        return 0
    return testimony.published - 1 if testimony.published < OPEN_END else OPEN_END


def edges(fact: FactId, testimonies: Sequence[Testimony]) -> list[Edge]:
    """One edge for each modality and interval that `fact` has evidence for."""
    voices = list(map(voice, testimonies))
    groups: dict[tuple[Modality, Interval], int] = {}
    for testimony in testimonies:
        group = (testimony.modality, testimony.times)
        groups[group] = min(groups.get(group, OPEN_END), known_day(testimony))
    believed = {modality: belief(voices, modality) for modality in {m for m, _ in groups}}
    return _edges(fact, groups, believed)


def _edges(
    fact: FactId,
    groups: Mapping[tuple[Modality, Interval], int],
    believed: Mapping[Modality, float],
) -> list[Edge]:
    return [
        Edge(
            digest(fact, modality, str(times.start), str(times.end)),
            modality,
            times,
            known,
            believed[modality],
        )
        for (modality, times), known in sorted(groups.items())
    ]


def grown(fact: FactId, held: Sequence[Edge], added: Sequence[Testimony]) -> list[Edge] | None:
    """The edges of `fact`, from those `held` before the testimonies `added`.

    None if all must be heard again. What is believed entirely stays so, whoever
    else says the same, so a fact that is told everywhere costs no more than another.
    """
    groups = {(edge.modality, edge.times): edge.known for edge in held}
    believed = {edge.modality: edge.belief for edge in held}
    changed = {testimony.modality for testimony in added}
    for modality in {*believed, *changed}:
        if contrary(modality) in changed or (modality in changed and believed.get(modality) != 1.0):
            return None
    for testimony in added:
        group = (testimony.modality, testimony.times)
        groups[group] = min(groups.get(group, OPEN_END), known_day(testimony))
    return _edges(fact, groups, believed)


def edges_belief(made: Sequence[Edge]) -> float:
    """The belief of the strongest modality that a fact has edges for; 0 without any."""
    believed = {edge.modality: edge.belief for edge in made}
    return next((believed[modality] for modality in Modality if modality in believed), 0.0)


def provisional_labels(
    entity: EntityId, type_: str, names: Iterable[tuple[str, int]]
) -> tuple[str, tuple[str, ...]]:
    """Preferred and alternative labels from mention names with their counts.

    Preferred is a name that the entity's id is made of: the most used one,
    then the first in code point order. Names that fold alike are one label.
    """
    counts: dict[str, int] = {}
    for name, count in names:
        counts[name] = counts.get(name, 0) + count
    own = {name for name in counts if Entity.provisional(type_, name).id == entity}
    ranked = sorted(counts, key=lambda name: (name not in own, -counts[name], name))
    seen = {fold_name(ranked[0])}
    alternative = []
    for name in ranked[1:]:
        if fold_name(name) not in seen:
            seen.add(fold_name(name))
            alternative.append(name)
    return ranked[0], tuple(sorted(alternative))
