"""What a field's arguments say of the facts to follow."""

from __future__ import annotations

from gql.selection.given import Arguments
from graph.plan import Direction
from graph.plan.following import EVERY_MODALITY, Following


def following(
    arguments: Arguments,
    *,
    predicates: tuple[str, ...] | None = None,
    direction: Direction = Direction.BOTH,
) -> Following:
    """The facts that `arguments` ask for; a field without an argument leaves its default."""
    modalities = arguments["modalities"]
    undated = arguments.get("undated")
    if predicates is None and arguments.get("predicates") is not None:
        predicates = tuple(arguments["predicates"])
    return Following(
        predicates=predicates,
        direction=Direction(arguments.get("direction") or direction),
        modalities=EVERY_MODALITY if modalities is None else tuple(modalities),
        as_of=arguments.later("asOf"),
        known_at=arguments.later("knownAt"),
        min_belief=arguments.later("minBelief"),
        undated=True if undated is None else undated,
    )
