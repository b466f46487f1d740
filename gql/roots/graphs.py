"""Reads that follow edges: neighbourhoods, paths, traversals, common neighbours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from entente.errors import UsageError
from gql.roots.pages import entity_lists, shown_list
from gql.roots.read import Read
from gql.selection.columns import Columns, Row
from gql.selection.compiler import Compiler, Shown
from gql.selection.fields import Selected
from gql.selection.following import following
from graph.plan import Direction, Field, Kind
from graph.plan.operations import Following, Step
from graph.plan.operations import common_neighbours as common_plan
from graph.plan.operations import expand as expand_plan
from graph.plan.operations import paths as paths_plan
from graph.plan.operations import traverse as traverse_plan
from graph.statements import Modality

EDGES_A_NODE = 10
"""How many edges a neighbourhood may show for each node it may show."""


class _Graph:
    """The nodes and edges of an answer: their columns, and how they are shown."""

    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler
        self.nodes = Columns()
        self._edges = Columns()

    def part(self, selected: Selected) -> Callable[[Row], Any]:
        """How `nodes`, `edges` or `length` of a `[nodes, edges]` row is shown."""
        if selected.name == "nodes":
            show_node = self._compiler.rows(self.nodes, Kind.ENTITY, selected.nodes)
            return lambda row: [show_node(node) for node in row[0]]
        if selected.name == "edges":
            show_edge = self._compiler.rows(self._edges, Kind.EDGE, selected.nodes)
            return lambda row: [show_edge(edge) for edge in row[1]]
        return lambda row: len(row[0]) - 1

    def ready(self) -> None:
        """Ask for ids where a query asks for nothing, so that rows have a column."""
        if not self.nodes.taken():
            self.nodes.field("id")
        if not self._edges.taken():
            self._edges.field("key")

    @property
    def edges(self) -> tuple[Field, ...]:
        return tuple(column for column in self._edges.taken() if isinstance(column, Field))


def expand(read: Read) -> Shown:
    """What lies around entities."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    graph = _Graph(read.compiler)
    parts = {
        part.key: None if part.name == "truncated" else graph.part(part)
        for part in read.parts("Subgraph")
    }
    graph.ready()
    plan = expand_plan(
        read.ontology,
        read.compiler.values,
        arguments["ids"],
        following(arguments),
        graph.nodes.taken(),
        graph.edges,
        depth=limits.check("depth", arguments["depth"], limits.depth_expanded),
        classes=arguments["classes"] or (),
        limit=size,
        edge_limit=size * EDGES_A_NODE,
    )
    result = read.run(plan, size * (1 + EDGES_A_NODE + graph.nodes.cost))
    row = result.rows[0] if result.rows else [[], []]
    return {key: result.truncated if show is None else show(row) for key, show in parts.items()}


def paths(read: Read) -> Shown:
    """How two entities are connected."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    hops = limits.check("maxHops", arguments["maxHops"], limits.hops)
    graph = _Graph(read.compiler)
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
    plan = paths_plan(
        read.ontology,
        read.compiler.values,
        arguments["from"],
        arguments["to"],
        following(arguments),
        graph.nodes.taken(),
        graph.edges,
        max_hops=hops,
        limit=size,
    )
    result = read.run(plan, size * (hops + 1) * (2 + graph.nodes.cost))
    return {
        key: result.truncated
        if shows is None
        else [{inner: show(row) for inner, show in shows.items()} for row in result.rows]
        for key, shows in lists.items()
    }


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


def traverse(read: Read) -> Shown:
    """The entities at the end of a chain of hops."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    steps = [_step(read, hop) for hop in arguments["hops"]]
    limits.check("the number of hops", sum(step.most for step in steps), limits.hops)
    columns = Columns()
    shows = entity_lists(read, columns)
    plan = traverse_plan(
        read.ontology,
        read.compiler.values,
        arguments["from"],
        steps,
        columns.taken(),
        limit=size,
    )
    return shown_list(shows, read.run(plan, size * (1 + columns.cost)))


def common_neighbours(read: Read) -> Shown:
    """The entities that every one of some entities is related to."""
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    columns = Columns()
    shows = entity_lists(read, columns)
    plan = common_plan(
        read.ontology,
        read.compiler.values,
        arguments["ids"],
        following(arguments),
        columns.taken(),
        limit=size,
    )
    return shown_list(shows, read.run(plan, size * (1 + columns.cost)))
