"""How values stand in columns: numbers for modalities, JSON for lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson

from graph.statements import Entity, EntityId, Modality, Origin

MODALITIES = tuple(Modality)
CODE = {modality: code for code, modality in enumerate(MODALITIES)}
ASSERTED = CODE[Modality.ASSERTED]


def packed(value: Any) -> str:
    """`value` as JSON text."""
    return orjson.dumps(value, default=_plain).decode()


def keys(values: Iterable[int]) -> str:
    """Integer keys as a JSON list, for `json_each`."""
    return orjson.dumps(list(values)).decode()


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset | tuple):
        return list(value)
    raise TypeError(type(value).__name__)


def texts(packed_list: str) -> tuple[str, ...]:
    """A list of texts back from JSON."""
    return tuple(orjson.loads(packed_list))


def entity(
    id_: str,
    types: str,
    label: str,
    alternative: str,
    hidden: str,
    origin: str,
    properties: str,
) -> Entity:
    """A described entity back from its columns."""
    return Entity(
        EntityId(id_),
        texts(types),
        label,
        texts(alternative),
        texts(hidden),
        Origin(origin),
        {name: tuple(values) for name, values in orjson.loads(properties).items()},
    )
