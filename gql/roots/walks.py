"""Entities at the end of walks: traversals and common neighbours."""

from __future__ import annotations

from typing import Any

from entente.errors import UsageError
from gql.roots.known import expect_stored
from gql.roots.pages import entity_list
from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.following import following
from gql.selection.shape import Row, Shape
from graph.plan import Direction, Plan
from graph.plan.following import Following
from graph.plan.operations import Step
from graph.plan.operations import common_neighbours as common_plan
from graph.plan.operations import traverse as traverse_plan
from graph.statements import Modality


def _step(read: Read, hop: dict[str, Any]) -> Step:
    predicates, modalities = hop.get("predicates"), hop.get("modalities")
    asked, least = hop.get("most"), hop.get("least")
    most = 1 if asked is None else asked
    if most:  # of none, it is the start that is kept
        read.limits.check("most", most, read.limits.hops)
    if not 0 <= (1 if least is None else least) <= most:
        raise UsageError(
            f"least is {least} and most is {most}", hint="give least from 0 up to most"
        )
    return Step(
        Following(
            predicates=None if predicates is None else tuple(predicates),
            direction=hop.get("direction") or Direction.OUT,
            modalities=(Modality.ASSERTED,) if modalities is None else tuple(modalities),
            as_of=read.arguments.later("asOf"),
            known_at=read.arguments.later("knownAt"),
            min_belief=read.arguments.later("minBelief"),
            undated=read.arguments["undated"],
        ),
        hop.get("classes"),
        1 if least is None else least,
        most,
    )


def traverse(read: Read) -> Asked:
    """The entities at the end of a chain of hops."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    steps = [_step(read, hop) for hop in arguments["hops"]]
    limits.check("the number of hops", sum(max(step.most, 1) for step in steps), limits.hops)
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
    return _asks(read, plan, size * (1 + columns.cost), shape, "from")


def common_neighbours(read: Read) -> Asked:
    """The entities that every one of some entities is related to."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    if arguments.facet("ids", lambda ids: len(set(ids))) < 2:
        raise UsageError("one entity has no common neighbours", hint="name at least two")
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
    return _asks(read, plan, size * (1 + columns.cost), shape, "ids", of_all=True)


def _asks(
    read: Read, plan: Plan, cost: int, shape: Shape, name: str, *, of_all: bool = False
) -> Asked:
    """A read of `plan`, refused if the argument `name` has ids of nobody. If it has one, or
    what is found is `of_all` of them, an answer that is not empty shows that they are stored."""
    read.weigh(cost)
    values, starts = read.values, read.arguments.later(name)

    def fetch(run: Run) -> Row:
        ids = run.value(starts)
        with run.store.reading():
            result = run.result(plan, values)
            if not result.rows or not (of_all or len(ids) == 1):
                expect_stored(run, ids)
        return result.rows, result.truncated, result.total

    return Asked(fetch, shape)
