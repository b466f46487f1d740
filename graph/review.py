"""Curated evidence that waits for a person, because its text changed under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graph.statements import (
    Evidence,
    EvidenceId,
    EvidenceKind,
    Fact,
    Polarity,
    Qualifier,
    Span,
    Status,
)


@dataclass(frozen=True, slots=True)
class Review:
    """What a person stated on a text that `locations` held, as it was."""

    fact: Fact
    evidence: Evidence
    locations: tuple[str, ...]

    @property
    def id(self) -> EvidenceId:
        return self.evidence.id

    def as_json(self) -> dict[str, Any]:
        """All of it, as values that JSON has."""
        return {
            "fact": asdict(self.fact),
            "evidence": {
                **asdict(self.evidence),
                "context": [list(span) for span in self.evidence.context],
                "qualifiers": [list(qualifier) for qualifier in self.evidence.qualifiers],
            },
            "locations": list(self.locations),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Review:
        """It back from `as_json`."""
        evidence = dict(value["evidence"])
        return cls(
            Fact(**value["fact"]),
            Evidence(
                **{
                    **evidence,
                    "kind": EvidenceKind(evidence["kind"]),
                    "polarity": Polarity(evidence["polarity"]),
                    "status": Status(evidence["status"]),
                    "context": tuple(Span(*span) for span in evidence["context"]),
                    "qualifiers": tuple(Qualifier(*q) for q in evidence["qualifiers"]),
                    "said_by": tuple(evidence["said_by"]),
                    "premises": tuple(evidence["premises"]),
                }
            ),
            tuple(value["locations"]),
        )
