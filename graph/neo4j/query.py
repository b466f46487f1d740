"""A statement that returns one record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """Cypher that returns one record whatever is stored, under `names`."""

    text: str
    names: tuple[str, ...]
