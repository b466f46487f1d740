"""What judgements make of entities and evidence, beside who is who.

Once for all stores: what stands decides, whatever order it came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.statements import (
    PAIRWISE,
    Entity,
    EntityId,
    EvidenceId,
    Fact,
    Judgement,
    JudgementId,
    Standing,
    Verdict,
)


def standing(recorded: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that stand of those on record: the latest on each question."""
    latest: dict[JudgementId, Judgement] = {}
    for judgement in recorded:
        other = latest.get(judgement.question)
        if other is None or judgement.supersedes(other):
            latest[judgement.question] = judgement
    return sorted(latest.values())


@dataclass(frozen=True, slots=True)
class Decided:
    """The record of judgements once some are made and others withdrawn."""

    stand: tuple[Judgement, ...]
    written: tuple[tuple[Judgement, bool], ...]
    """What is new on record, or changed in whether it stands."""
    gone: tuple[Judgement, ...]
    turned: tuple[Judgement, ...]
    """What came to stand, or no longer does."""

    @classmethod
    def by(
        cls,
        recorded: Iterable[Judgement],
        made: Iterable[Judgement],
        withdrawn: Iterable[JudgementId],
    ) -> Decided:
        """What stands instead of a withdrawn judgement is what it had replaced."""
        before = {judgement.id: judgement for judgement in recorded}
        gone = {id_: before[id_] for id_ in withdrawn if id_ in before}
        after = {id_: judgement for id_, judgement in before.items() if id_ not in gone}
        after |= {judgement.id: judgement for judgement in made}
        stood, stand = set(standing(before.values())), standing(after.values())
        turned = stood ^ set(stand)
        written = {j for j in after.values() if j in turned or j.id not in before or j.id in gone}
        return cls(
            tuple(stand),
            tuple((judgement, judgement in stand) for judgement in sorted(written)),
            tuple(judgement for id_, judgement in gone.items() if id_ not in after),
            tuple(sorted(turned)),
        )


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements that stand, by what they change."""

    labels: Mapping[EntityId, str] = field(default_factory=dict)
    classes: Mapping[EntityId, str] = field(default_factory=dict)
    rejected: frozenset[EntityId] = frozenset()
    retracted: frozenset[EvidenceId] = frozenset()

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Rulings:
        """The rulings in `judgements`."""
        stands = list(judgements)

        def on(verdict: Verdict) -> dict[EntityId, str]:
            return {j.left: j.right for j in stands if j.verdict is verdict}

        return cls(
            on(Verdict.LABEL),
            on(Verdict.CLASS),
            frozenset(on(Verdict.REJECTED)),
            frozenset(EvidenceId(id_) for id_ in on(Verdict.RETRACTED)),
        )

    @property
    def silencing(self) -> bool:
        """Whether any evidence counts for nothing."""
        return bool(self.rejected or self.retracted)

    def silences(self, fact: Fact) -> bool:
        """Whether all that is said of `fact` counts for nothing."""
        return fact.subject in self.rejected or fact.object in self.rejected

    def standing(self, evidence: EvidenceId, fact: Fact) -> Standing:
        """Whether `evidence`, which states `fact`, counts."""
        if evidence in self.retracted:
            return Standing.RETRACTED
        return Standing.REJECTED if self.silences(fact) else Standing.COUNTED

    def corrected(self, entity: Entity) -> Entity:
        """The entity with the label and class that people gave it; its own label is kept."""
        label, class_ = self.labels.get(entity.id), self.classes.get(entity.id)
        if class_ is not None:
            entity = replace(entity, types=(class_,))
        if label is not None and label != entity.label:
            others = {*entity.labels} - {label}
            entity = replace(entity, label=label, alternative=tuple(sorted(others)))
        return entity


@dataclass(frozen=True, slots=True)
class Stirred:
    """What a change of judgements touches."""

    entities: frozenset[EntityId]
    """Who may be shown otherwise, or stand for others."""
    ends: frozenset[EntityId]
    """Whose facts may be believed otherwise."""
    evidence: frozenset[EvidenceId]
    """What may count, or no longer."""

    @classmethod
    def by(cls, changed: Iterable[Judgement]) -> Stirred:
        """What is touched when `changed` are made or withdrawn."""
        entities: set[EntityId] = set()
        ends: set[EntityId] = set()
        evidence: set[EvidenceId] = set()
        for judgement in changed:
            if judgement.verdict is Verdict.RETRACTED:
                evidence.add(EvidenceId(judgement.left))
            elif judgement.verdict in (Verdict.ACCEPTED, Verdict.REJECTED):
                ends.add(judgement.left)
            else:
                entities.add(judgement.left)
                if judgement.verdict in PAIRWISE:
                    entities.add(judgement.right)
        return cls(frozenset(entities), frozenset(ends), frozenset(evidence))
