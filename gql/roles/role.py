"""The three roles, and callers who have one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import strawberry


@strawberry.enum(description="What a caller may do; each role may do what those before it may.")
class Role(StrEnum):
    READER = "reader"
    """Reads the graph and what happens to it."""
    CURATOR = "curator"
    """Records judgements and states facts as well."""
    ADMIN = "admin"
    """Loads and removes documents as well."""

    @property
    def rank(self) -> int:
        return _RANKS[self]

    def covers(self, needed: Role) -> bool:
        """Whether who has this role may do what needs `needed`."""
        return self.rank >= needed.rank


_RANKS = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. `name` signs judgements; `until` is when that ends, in seconds of the epoch."""

    name: str
    role: Role
    until: float | None = None


LOCAL = Caller("local", Role.ADMIN)
"""Whoever asks a service that is for this machine alone."""
