"""Facts: a subject, a predicate and an object, stated somewhere."""

from __future__ import annotations

from dataclasses import dataclass

from graph.statements.ids import EntityId, FactId, Identified, digest


@dataclass(frozen=True, slots=True, order=True)
class Fact(Identified):
    """What some evidence states, with its ends as extracted (never merged)."""

    subject: EntityId
    predicate: str
    object: EntityId

    @classmethod
    def of(cls, subject: EntityId, predicate: str, object_: EntityId, *, symmetric: bool) -> Fact:
        """The fact, with the ends of a symmetric predicate sorted."""
        if symmetric and object_ < subject:
            subject, object_ = object_, subject
        return cls(subject, predicate, object_)

    @property
    def id(self) -> FactId:
        """A hash of the three: the same fact from two documents is one fact."""
        return FactId(self._kept())

    def _made(self) -> str:
        return digest(self.subject, self.predicate, self.object)
