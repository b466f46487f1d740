"""Neighbourhoods, subgraphs and paths."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Any

from entente.errors import UsageError
from gql.roots.known import expect_stored
from gql.roots.read import Asked, Read, Run
from gql.selection.entity import BEST_KNOWN
from gql.selection.filtering import wanting
from gql.selection.following import following
from gql.selection.graph import FOUND, Graph
from gql.selection.shape import At, Each, Row
from graph.plan import Field, Find, Kind, Later, Plan
from graph.plan.operations import expand as expand_plan
from graph.plan.operations import paths as paths_plan
from graph.plan.wanted import ALWAYS

EDGES_A_NODE = 10
"""How many edges a neighbourhood may show for each node it may show."""

Starts = Callable[[Run], dict[str, Any]]
"""What a plan is given of an earlier answer."""


def expand(read: Read) -> Asked:
    """What lies around entities."""
    limits = read.limits
    depth = limits.check("depth", read.arguments["depth"], limits.depth_expanded)
    classes = read.arguments.later("classes")
    return _neighbourhood(read, read.arguments.later("ids"), depth=depth, classes=classes)


def subgraph(read: Read) -> Asked:
    """The entities named or wanted with what is between them, or what lies around some."""
    arguments, limits = read.arguments, read.limits
    ids, around, wanted = (arguments.later(name) for name in ("ids", "around", "filter"))
    if sum(given is not None for given in (ids, around, wanted)) != 1:
        raise UsageError(
            "a subgraph is of ids, around entities, or of a filter", hint="give one of the three"
        )
    if around is not None:
        depth = limits.check("depth", arguments["depth"], limits.depth_expanded)
        return _neighbourhood(read, around, depth=depth)
    if ids is not None:
        return _neighbourhood(read, ids, depth=0)
    size = limits.check_page("limit", arguments["limit"])
    where = wanting(read.compiler).condition(Kind.ENTITY, wanted)
    # One more than is shown, so that the answer can say that there were others.
    plan = Find(Kind.ENTITY, (Field("id"),), where, BEST_KNOWN, read.values.bind(size + 1))
    values = read.values

    def found(run: Run) -> dict[str, Any]:
        return {FOUND.name: tuple(id_ for (id_,) in run.result(plan, values).rows)}

    return _neighbourhood(read, (), depth=0, starting=found)


def _neighbourhood(
    read: Read,
    starts: Any,
    *,
    depth: int,
    classes: Collection[str] | Later | None = None,
    starting: Starts | None = None,
) -> Asked:
    size = read.limits.check_page("limit", read.arguments["limit"])
    graph = Graph(read.compiler, read.arguments)
    shape = read.compiler.record("Subgraph", read.selected, {**graph.fields(), "truncated": At(2)})
    graph.ready()
    id_ = graph.nodes.add(Field("id"))
    plan = expand_plan(
        read.ontology,
        read.values,
        starts,
        following(read.arguments),
        graph.nodes.taken(),
        graph.edges,
        depth=depth,
        classes=classes,
        limit=size,
        edge_limit=size * EDGES_A_NODE,
    )
    if starting is not None:
        plan = replace(plan, starts=FOUND)
    read.weigh(size * (1 + EDGES_A_NODE * (1 + graph.edge_cost) + graph.nodes.cost))
    values = read.values

    def fetch(run: Run) -> Row:
        with run.store.reading():
            result = run.result(plan, values, **(starting(run) if starting else {}))
            rows = result.rows or [[[], []]]
            if starting is None:
                expect_stored(run, run.value(starts), {row[id_] for row in rows[0][0]})
            ((nodes, edges),) = graph.completed(partial(_again, run, values), rows)
        return nodes, edges, result.truncated

    return Asked(fetch, shape)


def _again(run: Run, values: Any, plan: Plan, **found: Any) -> Any:
    return run.result(plan, values, **found)


def paths(read: Read) -> Asked:
    """How two entities are connected."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    hops = limits.check("maxHops", arguments["maxHops"], limits.hops)
    graph = Graph(read.compiler, read.arguments)
    shape = read.compiler.record(
        "PathList",
        read.selected,
        {
            "paths": lambda part: Each(At(0), read.compiler.record("Path", part, graph.fields())),
            "truncated": At(1),
        },
    )
    graph.ready()
    via = [
        wanting(read.compiler).condition(Kind.ENTITY, wanted) or ALWAYS
        for wanted in arguments.later("via") or ()
    ]
    plan = paths_plan(
        read.ontology,
        read.values,
        arguments.later("from"),
        arguments.later("to"),
        following(arguments),
        graph.nodes.taken(),
        graph.edges,
        max_hops=hops,
        limit=size,
        where=wanting(read.compiler).condition(Kind.ENTITY, arguments.later("through")),
        via=via,
        shortest_only=arguments["shortestOnly"],
    )
    read.weigh(size * ((hops + 1) * (2 + graph.nodes.cost) + hops * graph.edge_cost))
    values = read.values
    ends = [arguments.later(name) for name in ("from", "to")]

    def fetch(run: Run) -> Row:
        with run.store.reading():
            result = run.result(plan, values)
            if not result.rows:
                # No path is an answer, so it must not be that of a misspelt id.
                expect_stored(run, [run.value(end) for end in ends])
            shown = graph.completed(partial(_again, run, values), result.rows)
        return shown, result.truncated

    return Asked(fetch, shape)
