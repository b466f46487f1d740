"""What a load did, file by file and in sum."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from entente.errors import EntenteError
from graph.statements import DocumentId, Refusal, RefusalReason

EXAMPLES = 3
"""Refused claims that a report tells of, for each reason."""


class Outcome(StrEnum):
    """What became of one location."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One location, and what was read there."""

    location: str
    outcome: Outcome
    document: DocumentId | None = None
    facts: int = 0
    evidence: int = 0
    words: int = 0
    error: EntenteError | None = None
    refusals: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class Report:
    """The sum of a load. `refusals` counts refused claims by reason, `examples` keeps some."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    facts: int = 0
    evidence: int = 0
    words: int = 0
    refusals: Counter[RefusalReason] = field(default_factory=Counter)
    examples: dict[RefusalReason, list[str]] = field(default_factory=dict)
    errors: list[Loaded] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, loaded: Loaded) -> None:
        """Take one location's outcome into the sum."""
        self.outcomes[loaded.outcome] += 1
        self.facts += loaded.facts
        self.evidence += loaded.evidence
        self.words += loaded.words
        for refusal in loaded.refusals:
            self.refusals[refusal.reason] += 1
            examples = self.examples.setdefault(refusal.reason, [])
            if len(examples) < EXAMPLES:
                examples.append(f"{PurePath(loaded.location).name}: {refusal.detail}")
        if loaded.error:
            self.errors.append(loaded)

    @property
    def candidates(self) -> int:
        """How many claims were made, stored or refused."""
        return self.evidence + sum(self.refusals.values())

    def _share(self, count: int) -> dict[str, float]:
        return {"count": count, "share": round(count / max(self.candidates, 1), 4)}

    def as_json(self) -> dict[str, object]:
        """The report as results print it. `share` is of candidate claims."""
        return {
            "loaded": self.outcomes[Outcome.LOADED],
            "unchanged": self.outcomes[Outcome.UNCHANGED],
            "refused": self.outcomes[Outcome.REFUSED],
            "facts": self.facts,
            "evidence": self.evidence,
            "words": self.words,
            "seconds": round(self.seconds, 3),
            "candidates": self.candidates,
            "refusedForType": self._share(
                sum(count for reason, count in self.refusals.items() if reason.of_type)
            ),
            "refusedClaims": {
                reason.value: {**self._share(count), "examples": self.examples[reason]}
                for reason, count in sorted(self.refusals.items())
            },
            "errors": [
                {
                    "location": item.location,
                    "code": item.error.code,
                    "message": item.error.message,
                    "hint": item.error.hint,
                }
                for item in self.errors
                if item.error
            ],
        }
