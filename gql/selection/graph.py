"""Answers that are graphs: what their nodes and edges need, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

import networkx as nx

from gql.selection.columns import Columns, Getter, Row
from gql.selection.compiler import Compiler, Shown
from gql.selection.edge import Run
from gql.selection.fields import Selected
from graph.analytics import Centrality, bridges, centrality, communities
from graph.networks import network
from graph.plan import Field, Kind

Part: TypeAlias = Callable[[Row], Any]


class Graph:
    """The nodes and edges of an answer: their columns, and how they are shown."""

    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler
        self.nodes = Columns()
        self._edges = Columns()
        self._id: Getter = itemgetter(0)

    def part(self, selected: Selected) -> Part:
        """How a field of a graph or path is shown, from a `[nodes, edges]` row."""
        if selected.name == "nodes":
            show_node = self._compiler.rows(self.nodes, Kind.ENTITY, selected.nodes)
            return lambda row: [show_node(node) for node in row[0]]
        if selected.name == "edges":
            show_edge = self._compiler.rows(self._edges, Kind.EDGE, selected.nodes)
            return lambda row: [show_edge(edge) for edge in row[1]]
        if selected.name == "length":
            return lambda row: len(row[0]) - 1
        return self._analysis(selected)

    def _analysis(self, selected: Selected) -> Part:
        self._id = self.nodes.field("id")
        for name in ("key", "subject", "object"):
            self._edges.field(name)
        parts = self._compiler.selections.fields(ANALYSES[selected.name], selected.nodes)
        shows = {
            part.key: self._compiler.rows(self.nodes, Kind.ENTITY, part.nodes)
            for part in parts
            if part.nodes[0].selection_set
        }
        size = selected.arguments.get("first")
        if size is not None:
            self._compiler.limits.check_page("first", size)

        def analysed(row: Row) -> list[Shown]:
            nodes = {self._id(node): node for node in row[0]}

            def value(part: Selected, found: Any) -> Any:
                if part.key not in shows:
                    return found
                if isinstance(found, list):
                    return [shows[part.key](nodes[id_]) for id_ in found]
                return shows[part.key](nodes[found])

            return [
                {part.key: value(part, each[part.name]) for part in parts}
                for each in _analysed(selected, self._network(row))[:size]
            ]

        return analysed

    def _network(self, row: Row) -> nx.MultiDiGraph[str]:
        names = [column.name for column in self.edges]
        return network([[self._id(node)] for node in row[0]], row[1],
                       columns=("id",), edge_columns=names)  # fmt: skip

    def ready(self) -> None:
        """Ask for ids where a query asks for nothing, so that rows have a column."""
        if not self.nodes.taken():
            self.nodes.field("id")
        if not self._edges.taken():
            self._edges.field("key")

    @property
    def edges(self) -> tuple[Field, ...]:
        return tuple(column for column in self._edges.taken() if isinstance(column, Field))

    def fetch_later(self, run: Run, rows: Sequence[Row]) -> None:
        """Read what is selected of the edges of `[nodes, edges]` rows beyond their fields."""
        edges = [edge for row in rows for edge in row[1]]
        for evidence in self._compiler.later:
            evidence.fetch(run, edges)


ANALYSES = {"centrality": "Ranked", "communities": "Community", "bridges": "Bridge"}
"""The analyses of a graph, with the types of their answers."""


def _analysed(selected: Selected, graph: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    match selected.name:
        case "centrality":
            ranked = centrality(graph, Centrality(selected.arguments["measure"]))
            return [{"entity": id_, "score": score} for id_, score in ranked]
        case "communities":
            return [{"entities": group, "size": len(group)} for group in communities(graph)]
        case _:
            return [{"from": one, "to": other} for one, other in bridges(graph)]
