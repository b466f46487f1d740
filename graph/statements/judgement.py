"""Judgements: recorded, reversible decisions of people on what is stored.

Evidence stays as extracted; what readers see is derived from the judgements
that stand, whatever order they were made in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.statements.ids import EntityId, JudgementId, digest


class Verdict(StrEnum):
    """What a judgement says, of whom or what is its `left`."""

    SAME = "same"
    """Two entities are one."""
    DIFFERENT = "different"
    """Two entities are not one, whatever else would make them so."""
    ACCEPTED = "accepted"
    """A provisional entity is what it is taken for; it leaves the review list."""
    REJECTED = "rejected"
    """An entity is none: what is said of it counts for nothing."""
    LABEL = "label"
    """A provisional entity is called `right`."""
    CLASS = "class"
    """A provisional entity is of the class `right`."""
    RETRACTED = "retracted"
    """An evidence does not state its fact: it counts for nothing."""


PAIRWISE = frozenset({Verdict.SAME, Verdict.DIFFERENT})
_QUESTIONS = {Verdict.ACCEPTED: "entity", Verdict.REJECTED: "entity"}
"""The verdicts that answer one question, of which the later stands."""


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """What `by` found of `left` at `when` (UTC).

    `left` is an entity's id, or for `RETRACTED` an evidence's; `right` is the
    other entity, the label or the class, and empty for the other verdicts.
    """

    left: EntityId
    right: EntityId
    verdict: Verdict
    by: str
    when: str
    note: str = ""

    @property
    def id(self) -> JudgementId:
        """A hash of all of it: who answered which question how, and when."""
        of = "" if self.verdict in PAIRWISE else self.right
        answer = self.question, self.verdict.value, of, self.by, self.when, self.note
        return JudgementId(digest("answer", *answer))

    @property
    def question(self) -> JudgementId:
        """A hash of what it answers: of several answers, the latest stands."""
        if self.verdict in PAIRWISE:
            return JudgementId(digest(*sorted((self.left, self.right))))
        question = _QUESTIONS.get(self.verdict, self.verdict.value)
        return JudgementId(digest("on", question, self.left))

    def supersedes(self, other: Judgement) -> bool:
        """Whether it stands instead of `other`, which answers the same question."""
        return (self.when, self) >= (other.when, other)


def canonical_entities(
    judgements: Iterable[Judgement],
    reference: Iterable[EntityId] = (),
    alike: Iterable[tuple[EntityId, EntityId]] = (),
) -> Mapping[EntityId, EntityId]:
    """For each entity that is merged away, the one that stands for it.

    Of the entities judged the same, one of `reference` stands for the rest,
    else the first by id. A `DIFFERENT` verdict on a pair outweighs the chain
    of `SAME` verdicts that would join it: the chain's pair is left apart by
    dropping the SAME edges of a minimum cut between the two, in id order.
    `alike` are pairs that a rule finds to be one: they join what no `DIFFERENT`
    verdict keeps apart, in id order.
    """
    import networkx as nx  # takes a third of a second, and most reads need no merging

    known = set(reference)
    merged: nx.Graph[EntityId] = nx.Graph()
    apart: list[tuple[EntityId, EntityId]] = []
    for judgement in sorted(judgements):
        if judgement.verdict is Verdict.SAME:
            merged.add_edge(judgement.left, judgement.right)
        elif judgement.verdict is Verdict.DIFFERENT:
            apart.append((judgement.left, judgement.right))
    for left, right in apart:
        if left in merged and right in merged and nx.has_path(merged, left, right):
            merged.remove_edges_from(sorted(nx.minimum_edge_cut(merged, left, right)))
    groups: dict[EntityId, set[EntityId]] = {}
    for component in nx.connected_components(merged):
        group = set(component)
        groups.update((id_, group) for id_ in group)
    for left, right in sorted(alike):
        _join(groups, left, right, apart)
    canonical: dict[EntityId, EntityId] = {}
    for group in {id(group): group for group in groups.values()}.values():
        first = min(group, key=lambda id_: (id_ not in known, id_))
        canonical.update({id_: first for id_ in group if id_ != first})
    return canonical


def _join(
    groups: dict[EntityId, set[EntityId]],
    left: EntityId,
    right: EntityId,
    apart: list[tuple[EntityId, EntityId]],
) -> None:
    one, other = groups.get(left, {left}), groups.get(right, {right})
    kept_apart = any((a in one and b in other) or (b in one and a in other) for a, b in apart)
    if one is not other and not kept_apart:
        joined = one | other
        groups.update((id_, joined) for id_ in joined)
