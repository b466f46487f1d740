"""Entities at the end of walks: traversals and common neighbours."""

from __future__ import annotations

from typing import Any

from entente.errors import UsageError
from gql.roots.pages import entity_list
from gql.roots.read import Asked, Read
from gql.selection.columns import Columns
from gql.selection.following import following
from graph.plan import Direction
from graph.plan.following import Following
from graph.plan.operations import Step
from graph.plan.operations import common_neighbours as common_plan
from graph.plan.operations import traverse as traverse_plan
from graph.statements import Modality


def _step(read: Read, hop: dict[str, Any]) -> Step:
    most = read.limits.check("most", hop.get("most") or 1, read.limits.hops)
    least = hop.get("least")
    if least is not None and not 0 <= least <= most:
        raise UsageError(
            f"least is {least} and most is {most}", hint="give least from 0 up to most"
        )
    return Step(
        Following(
            predicates=tuple(hop.get("predicates") or ()),
            direction=hop.get("direction") or Direction.OUT,
            modalities=tuple(hop.get("modalities") or (Modality.ASSERTED,)),
            as_of=read.arguments.later("asOf"),
            known_at=read.arguments.later("knownAt"),
            min_belief=read.arguments.later("minBelief"),
            undated=read.arguments["undated"],
        ),
        tuple(hop.get("classes") or ()),
        1 if least is None else least,
        most,
    )


def traverse(read: Read) -> Asked:
    """The entities at the end of a chain of hops."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    steps = [_step(read, hop) for hop in arguments["hops"]]
    limits.check("the number of hops", sum(step.most for step in steps), limits.hops)
    columns = Columns()
    shape = entity_list(read, columns)
    plan = traverse_plan(
        read.ontology,
        read.values,
        arguments.later("from"),
        steps,
        columns.taken(),
        limit=size,
    )
    return read.asks(plan, size * (1 + columns.cost), shape)


def common_neighbours(read: Read) -> Asked:
    """The entities that every one of some entities is related to."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    columns = Columns()
    shape = entity_list(read, columns)
    plan = common_plan(
        read.ontology,
        read.values,
        arguments.later("ids"),
        following(arguments),
        columns.taken(),
        limit=size,
    )
    return read.asks(plan, size * (1 + columns.cost), shape)
