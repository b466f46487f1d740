"""What a field's arguments say of the facts to follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.plan import Direction
from graph.plan.operations import EVERY_MODALITY, Following


def following(
    arguments: Mapping[str, Any],
    *,
    predicates: tuple[str, ...] | None = None,
    direction: Direction = Direction.BOTH,
) -> Following:
    """The facts that `arguments` ask for; a field without an argument leaves its default."""
    modalities = arguments["modalities"]
    undated = arguments.get("undated")
    return Following(
        predicates=tuple(arguments.get("predicates") or ()) if predicates is None else predicates,
        direction=Direction(arguments.get("direction") or direction),
        modalities=EVERY_MODALITY if modalities is None else tuple(modalities),
        as_of=arguments.get("asOf"),
        known_at=arguments.get("knownAt"),
        min_belief=arguments.get("minBelief"),
        undated=True if undated is None else undated,
    )
