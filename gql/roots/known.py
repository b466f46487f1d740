"""Whom the ids mean that a reader gives: an id that was merged away means who stands for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from entente.errors import NotFound
from gql.roots.read import Run
from gql.selection.graph import FOUND
from graph.plan import Bind, Compare, Field, Find, Kind, Operator, Values

NAMED = Compare("id", Operator.NAMED, FOUND)
"""The entities that ids of an earlier answer, or of the reader's, mean."""

_STORED = Find(Kind.ENTITY, (Field("id"), Field("merged")), NAMED, limit=Bind("most"))
_SHOWN = 5


def meant(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """By every id that means one of some entities, `(id, merged)` each: that entity's own."""
    return {given: id_ for id_, merged in rows for given in (id_, *merged)}


def expect(ids: Iterable[str], known: Mapping[str, str] | Collection[str]) -> None:
    """Raises `NotFound` naming those of `ids` that are not `known`."""
    missing = [id_ for id_ in dict.fromkeys(ids) if id_ not in known]
    if missing:
        named = ", ".join(map(repr, missing[:_SHOWN]))
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        raise NotFound(
            f"no {'entity' if len(missing) == 1 else 'entities'} {named}{more}",
            hint="search finds entities by name",
        )


def expect_stored(run: Run, ids: Iterable[str], seen: Collection[str] = ()) -> None:
    """Raises `NotFound` naming those of `ids` that mean nobody; who was `seen` is not asked for."""
    left = [id_ for id_ in dict.fromkeys(ids) if id_ not in seen]
    if left:
        expect(left, _stored(run, left))


def same_as(run: Run, id_: str) -> list[str]:
    """All ids that mean the entity that `id_` means; none if nobody has it."""
    return list(_stored(run, [id_]))


def _stored(run: Run, ids: list[str]) -> dict[str, str]:
    """By every id that means one whom `ids` mean: that entity's own."""
    given = {FOUND.name: ids, "most": len(ids)}
    return meant(run.result(_STORED, Values(), **given).rows)
