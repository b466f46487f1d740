"""Answers that are graphs: what their nodes and edges need, and what is made of them.

A graph is shown from a row `[nodes, edges]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import networkx as nx

from gql.selection.columns import Columns
from gql.selection.compiler import Compiler, Fields
from gql.selection.edge import OCCASIONS
from gql.selection.fields import Selected
from gql.selection.given import Arguments
from gql.selection.shape import At, Each, Made, One, Row, Shape
from graph.analytics import Centrality, bridges, centrality, communities
from graph.networks import network
from graph.plan import Bind, Column, Compare, Field, Find, Kind, Operator, Plan, Result
from graph.plan.fields import OCCASION, occasion

Read: TypeAlias = Callable[..., Result]
"""Answers a plan, with values that an earlier answer gave as keywords."""

FOUND = Bind("found")
"""The ids that an earlier answer gave."""


def among_found(id_: str = "id") -> Compare:
    """The rows whose `id_` an earlier answer gave."""
    return Compare(id_, Operator.IN, FOUND)


class Graph:
    """The nodes and edges of an answer: their columns, and how they are shown."""

    def __init__(self, compiler: Compiler, asked: Arguments) -> None:
        self._compiler = compiler
        self.nodes = Columns()
        self._edges = Columns(asked)

    def fields(self) -> Fields:
        """The shapes of a graph's fields."""
        return {
            "nodes": self._nodes_shape,
            "edges": lambda part: Each(
                At(1), self._compiler.rows(self._edges, Kind.EDGE, part.nodes)
            ),
            "length": Made(_length, (At(0),)),
            "centrality": self._centrality,
            "communities": self._communities,
            "bridges": self._bridges,
        }

    def _nodes_shape(self, part: Selected) -> Shape:
        return Each(At(0), self._entity(part))

    def _entity(self, part: Selected) -> Shape:
        return self._compiler.rows(self.nodes, Kind.ENTITY, part.nodes)

    def _one(self, place: int) -> Callable[[Selected], Shape]:
        return lambda part: One(At(place), self._entity(part))

    def _centrality(self, part: Selected) -> Shape:
        measure = Centrality(part.arguments["measure"])
        size = self._compiler.limits.check_page("first", part.arguments["first"])

        def ranked(graph: nx.MultiDiGraph[str], nodes: Mapping[str, Row]) -> list[Row]:
            return [(nodes[id_], score) for id_, score in centrality(graph, measure)[:size]]

        fields: Fields = {"entity": self._one(0), "score": At(1)}
        return self._analysis("Ranked", part, fields, ranked)

    def _communities(self, part: Selected) -> Shape:
        def grouped(graph: nx.MultiDiGraph[str], nodes: Mapping[str, Row]) -> list[Row]:
            return [([nodes[id_] for id_ in ids], len(ids)) for ids in communities(graph)]

        fields: Fields = {"entities": self._nodes_shape, "size": At(1)}
        return self._analysis("Community", part, fields, grouped)

    def _bridges(self, part: Selected) -> Shape:
        def joined(graph: nx.MultiDiGraph[str], nodes: Mapping[str, Row]) -> list[Row]:
            return [(nodes[one], nodes[other]) for one, other in bridges(graph)]

        return self._analysis("Bridge", part, {"from": self._one(0), "to": self._one(1)}, joined)

    def _analysis(
        self,
        type_name: str,
        part: Selected,
        fields: Fields,
        analyse: Callable[[nx.MultiDiGraph[str], Mapping[str, Row]], list[Row]],
    ) -> Shape:
        place = self.nodes.add(Field("id"))
        for name in ("key", "subject", "object"):
            self._edges.field(name)

        def analysed(nodes: list[Row], edges: list[Row]) -> list[Row]:
            names = [c.name if isinstance(c, Field) else "" for c in self._edges.taken()]
            kept = [at for at, name in enumerate(names) if name]
            graph = network(
                [[node[place]] for node in nodes],
                [[edge[at] for at in kept] for edge in edges],
                columns=("id",),
                edge_columns=[names[at] for at in kept],
            )
            return analyse(graph, {node[place]: node for node in nodes})

        shape = self._compiler.record(type_name, part, fields)
        return Each(Made(analysed, (At(0), At(1))), shape)

    def ready(self) -> None:
        """Ask for ids where a query asks for nothing, so that rows have a column."""
        if not self.nodes.taken():
            self.nodes.field("id")
        if not self._edges.taken():
            self._edges.field("key")

    @property
    def edges(self) -> tuple[Field, ...]:
        """The fields of edges that a plan returns."""
        return tuple(column for column in self._edges.taken() if isinstance(column, Field))

    def _later(self) -> tuple[Column, ...]:
        return tuple(c for c in self._edges.taken() if not isinstance(c, Field))

    @property
    def edge_cost(self) -> int:
        """How many rows an edge could bring along besides itself."""
        return self._edges.cost

    def completed(self, read: Read, graphs: Sequence[Row]) -> list[Row]:
        """`[nodes, edges]` rows with what is selected of the edges beyond their fields."""
        later = self._later()
        if not later:
            return list(graphs)
        names = [field.name for field in self.edges]
        fact, *rest = (names.index(part) for part in OCCASION)

        def of(edge: Row) -> str:
            return occasion(edge[fact], *(edge[place] for place in rest))

        # Evidence is read from facts: as often as there are edges of one fact.
        turns: list[dict[str, str]] = []
        for on, edge in {of(edge): edge for _, edges in graphs for edge in edges}.items():
            turn = next((each for each in turns if edge[fact] not in each), None)
            if turn is None:
                turns.append(turn := {})
            turn[edge[fact]] = on
        found: dict[str, Row] = {}
        plan: Plan = Find(Kind.FACT, (Field("id"), *later), among_found(), limit=Bind("most"))
        for turn in turns:
            given = {FOUND.name: sorted(turn), "most": len(turn)}
            occasions = {OCCASIONS.name: sorted(turn.values())}
            for id_, *more in read(plan, **given, **occasions).rows:
                found[turn[id_]] = more

        def whole(edge: Row) -> list[Any]:
            fields, more = iter(edge), iter(found[of(edge)])
            return [
                next(fields) if isinstance(column, Field) else next(more)
                for column in self._edges.taken()
            ]

        return [(nodes, [whole(edge) for edge in edges]) for nodes, edges in graphs]


def _length(nodes: Row) -> int:
    return len(nodes) - 1
