"""Judgements: recorded, reversible decisions on who is who.

Evidence stays as extracted; the merged view is derived from the judgements
that stand, whatever order they were made in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.statements.ids import EntityId, JudgementId, digest


class Verdict(StrEnum):
    """What a judgement says of two entities."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """`left` and `right` are the same or different, says `by` at `when` (UTC)."""

    left: EntityId
    right: EntityId
    verdict: Verdict
    by: str
    when: str
    note: str = ""

    @property
    def id(self) -> JudgementId:
        """A hash of the pair: a later judgement of it replaces the earlier."""
        return JudgementId(digest(*sorted((self.left, self.right))))


def canonical_entities(
    judgements: Iterable[Judgement], reference: Iterable[EntityId] = ()
) -> Mapping[EntityId, EntityId]:
    """For each entity that is merged away, the one that stands for it.

    Of the entities judged the same, one of `reference` stands for the rest,
    else the first by id. A `DIFFERENT` verdict on a pair outweighs the chain
    of `SAME` verdicts that would join it: the chain's pair is left apart by
    dropping the SAME edges of a minimum cut between the two, in id order.
    """
    import networkx as nx  # takes a third of a second, and most reads need no merging

    known = set(reference)
    merged: nx.Graph[EntityId] = nx.Graph()
    apart: list[tuple[EntityId, EntityId]] = []
    for judgement in sorted(judgements):
        if judgement.verdict is Verdict.SAME:
            merged.add_edge(judgement.left, judgement.right)
        else:
            apart.append((judgement.left, judgement.right))
    for left, right in apart:
        if left in merged and right in merged and nx.has_path(merged, left, right):
            merged.remove_edges_from(sorted(nx.minimum_edge_cut(merged, left, right)))
    canonical: dict[EntityId, EntityId] = {}
    for component in nx.connected_components(merged):
        first = min(component, key=lambda id_: (id_ not in known, id_))
        canonical.update({id_: first for id_ in component if id_ != first})
    return canonical
