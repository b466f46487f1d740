"""Reads that follow edges: neighbourhoods, paths, traversals, common neighbours."""

from __future__ import annotations

from typing import Any

from entente.errors import UsageError
from gql.roots.pages import entity_list
from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.compiler import Compiler, Fields
from gql.selection.following import following
from gql.selection.shape import At, Each, Made, Row
from graph.plan import Direction, Field, Kind
from graph.plan.following import Following
from graph.plan.operations import Step
from graph.plan.operations import common_neighbours as common_plan
from graph.plan.operations import expand as expand_plan
from graph.plan.operations import paths as paths_plan
from graph.plan.operations import traverse as traverse_plan
from graph.statements import Modality

EDGES_A_NODE = 10
"""How many edges a neighbourhood may show for each node it may show."""


class _Graph:
    """The nodes and edges of an answer, which stand in a row `[nodes, edges]`."""

    def __init__(self, compiler: Compiler) -> None:
        self.nodes = Columns()
        self._edges = Columns()
        self._compiler = compiler

    def fields(self) -> Fields:
        """The shapes of `nodes` and `edges`."""
        return {
            "nodes": lambda part: Each(
                At(0), self._compiler.rows(self.nodes, Kind.ENTITY, part.nodes)
            ),
            "edges": lambda part: Each(
                At(1), self._compiler.rows(self._edges, Kind.EDGE, part.nodes)
            ),
        }

    def ready(self) -> None:
        """Ask for ids where a query asks for nothing, so that rows have a column."""
        if not self.nodes.taken():
            self.nodes.field("id")
        if not self._edges.taken():
            self._edges.field("key")

    @property
    def edges(self) -> tuple[Field, ...]:
        return tuple(column for column in self._edges.taken() if isinstance(column, Field))


def expand(read: Read) -> Asked:
    """What lies around entities."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    graph = _Graph(read.compiler)
    shape = read.compiler.record("Subgraph", read.selected, {**graph.fields(), "truncated": At(2)})
    graph.ready()
    plan = expand_plan(
        read.ontology,
        read.values,
        arguments.later("ids"),
        following(arguments),
        graph.nodes.taken(),
        graph.edges,
        depth=limits.check("depth", arguments["depth"], limits.depth_expanded),
        classes=arguments.later("classes") or (),
        limit=size,
        edge_limit=size * EDGES_A_NODE,
    )
    read.weigh(size * (1 + EDGES_A_NODE + graph.nodes.cost))
    values = read.values

    def fetch(run: Run) -> Row:
        result = run.result(plan, values)
        nodes, edges = result.rows[0] if result.rows else ([], [])
        return nodes, edges, result.truncated

    return Asked(fetch, shape)


def paths(read: Read) -> Asked:
    """How two entities are connected."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    hops = limits.check("maxHops", arguments["maxHops"], limits.hops)
    graph = _Graph(read.compiler)
    path = {**graph.fields(), "length": Made(_length, (At(0),))}
    shape = read.compiler.record(
        "PathList",
        read.selected,
        {
            "paths": lambda part: Each(At(0), read.compiler.record("Path", part, path)),
            "truncated": At(1),
        },
    )
    graph.ready()
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
    )
    return read.asks(plan, size * (hops + 1) * (2 + graph.nodes.cost), shape)


def _length(nodes: Row) -> int:
    return len(nodes) - 1


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
