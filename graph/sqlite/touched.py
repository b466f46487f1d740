"""What a transaction has touched, for the derivation of what follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from graph.statements import EntityId, EvidenceId


class Heard(NamedTuple):
    """What a fact's derivation hears of a new evidence, as it stands in its columns."""

    id: EvidenceId
    modality: int
    starts: int
    ends: int
    kind: str
    voice: str
    confidence: float
    published: int


class Touched:
    """Facts and entities that must be derived anew."""

    def __init__(self) -> None:
        self.facts: set[int] = set()
        """Keys of facts whose evidence changed."""
        self.added: dict[int, list[Heard]] = defaultdict(list)
        """By key of a fact: the evidence added to it."""
        self.shaken: set[int] = set()
        """Keys of facts that may have lost evidence, or whose evidence may count otherwise."""
        self.entities: set[int] = set()
        """Keys of entities whose description or uses changed."""
        self.mentioned: set[int] = set()
        """Keys of entities whose mentions changed."""
        self.judged: set[EntityId] = set()
        """Ids of entities on whom a judgement changed."""

    def shake(self, facts: Iterable[int]) -> None:
        """Note that all evidence of the facts of these keys must be heard again."""
        self.shaken.update(facts)
        self.facts |= self.shaken
