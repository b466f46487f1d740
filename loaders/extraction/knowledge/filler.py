"""Fillers: what stands in a slot, read as an entity."""

from __future__ import annotations

from typing import NamedTuple

from graph.statements import EntityId, Span


class Filler(NamedTuple):
    """An entity in a slot. [start, end) is its place in the passage's text.

    `quantifier` says how a group's fact falls on its members, if the text
    does. `is_class`: the text names a class of things ("an ITPP"), and which
    instance is meant depends on the other end. `sure` is lower for what was
    resolved rather than named.
    """

    entity: EntityId
    types: tuple[str, ...]
    token: int
    start: int
    end: int
    quantifier: str | None = None
    is_class: bool = False
    sure: float = 1.0
    through: EntityId | None = None
    """The person who acts for the entity, where the text names only the person."""
    at: Span | None = None
    """Where the document names it, for what is referred to here by another word or by none."""
