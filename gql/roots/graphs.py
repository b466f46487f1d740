"""Neighbourhoods, subgraphs and paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from entente.errors import UsageError
from gql.roots.read import Read
from gql.selection.columns import Getter, Row
from gql.selection.compiler import Shown
from gql.selection.entity import BEST_KNOWN
from gql.selection.filtering import wanting
from gql.selection.following import following
from gql.selection.graph import Graph
from graph.plan import Field, Find, Kind
from graph.plan.filters import every, one_of
from graph.plan.operations import expand as expand_plan
from graph.plan.operations import paths as paths_plan

EDGES_A_NODE = 10
"""How many edges a neighbourhood may show for each node it may show."""


def expand(read: Read) -> Shown:
    """What lies around entities."""
    limits = read.limits
    return _neighbourhood(
        read,
        read.arguments["ids"],
        depth=limits.check("depth", read.arguments["depth"], limits.depth_expanded),
        classes=read.arguments["classes"] or (),
    )


def subgraph(read: Read) -> Shown:
    """The entities named or wanted with what is between them, or what lies around some."""
    arguments, limits = read.arguments, read.limits
    ids, around, wanted = arguments["ids"], arguments["around"], arguments["filter"]
    if sum(given is not None for given in (ids, around, wanted)) != 1:
        raise UsageError(
            "a subgraph is of ids, around entities, or of a filter", hint="give one of the three"
        )
    with read.context.store.reading():
        if wanted is not None:
            ids = _wanted_ids(read, wanted)
        depth = 0
        if around is not None:
            depth = limits.check("depth", arguments["depth"], limits.depth_expanded)
        return _neighbourhood(read, around if ids is None else ids, depth=depth)


def _wanted_ids(read: Read, wanted: Mapping[str, Any]) -> list[str]:
    values = read.compiler.values
    size = read.limits.check_page("limit", read.arguments["limit"])
    where = wanting(read.compiler).condition(Kind.ENTITY, wanted)
    # One more than is shown, so that the answer can say that there were others.
    plan = Find(Kind.ENTITY, (Field("id"),), where, BEST_KNOWN, values.bind(size + 1))
    return [id_ for (id_,) in read.run(plan, size).rows]


def _neighbourhood(
    read: Read, starts: Sequence[str], *, depth: int, classes: Sequence[str] = ()
) -> Shown:
    size = read.limits.check_page("limit", read.arguments["limit"])
    graph = Graph(read.compiler)
    parts = {
        part.key: None if part.name == "truncated" else graph.part(part)
        for part in read.parts("Subgraph")
    }
    graph.ready()
    plan = expand_plan(
        read.ontology,
        read.compiler.values,
        starts,
        following(read.arguments),
        graph.nodes.taken(),
        graph.edges,
        depth=depth,
        classes=classes,
        limit=size,
        edge_limit=size * EDGES_A_NODE,
    )
    result = read.run(plan, size * (1 + EDGES_A_NODE + graph.nodes.cost))
    row = result.rows[0] if result.rows else [[], []]
    graph.fetch_later(read.run, [row])
    return {key: result.truncated if show is None else show(row) for key, show in parts.items()}


def paths(read: Read) -> Shown:
    """How two entities are connected."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    hops = limits.check("maxHops", arguments["maxHops"], limits.hops)
    via = arguments["via"] or []
    read_size = limits.page if via else size
    graph = Graph(read.compiler)
    lists = {
        part.key: None
        if part.name == "truncated"
        else {
            inner.key: graph.part(inner)
            for inner in read.compiler.selections.fields("Path", part.nodes)
        }
        for part in read.parts("PathList")
    }
    graph.ready()
    id_ = graph.nodes.field("id") if via else None
    plan = paths_plan(
        read.ontology,
        read.compiler.values,
        arguments["from"],
        arguments["to"],
        following(arguments),
        graph.nodes.taken(),
        graph.edges,
        max_hops=hops,
        # Which paths pass what they must is told of the paths: more are read than are shown.
        limit=read_size,
        where=wanting(read.compiler).condition(Kind.ENTITY, arguments["through"]),
        shortest_only=arguments["shortestOnly"],
    )
    with read.context.store.reading():
        result = read.run(plan, read_size * (hops + 1) * (2 + graph.nodes.cost))
        rows, truncated = result.rows, result.truncated
        for wanted in via:
            rows = _passing(read, rows, id_, wanted)
        truncated, rows = truncated or len(rows) > size, rows[:size]
        graph.fetch_later(read.run, rows)
    return {
        key: truncated
        if shows is None
        else [{inner: show(row) for inner, show in shows.items()} for row in rows]
        for key, shows in lists.items()
    }


def _passing(
    read: Read, rows: list[Row], id_: Getter | None, wanted: Mapping[str, Any]
) -> list[Row]:
    """The paths of `rows` on which an entity between the ends is as `wanted`."""
    between = [{id_(node) for node in row[0][1:-1]} for row in rows] if id_ else []
    values = read.compiler.values
    ids = sorted(set().union(*between))
    where = every(one_of(values, "id", ids), wanting(read.compiler).condition(Kind.ENTITY, wanted))
    plan = Find(Kind.ENTITY, (Field("id"),), where, limit=values.bind(len(ids)))
    met = {found for (found,) in read.run(plan, len(ids)).rows}
    return [row for row, nodes in zip(rows, between, strict=True) if nodes & met]
