"""Paths: from both ends towards the middle, the shortest first.

Two stacks of layers grow, one from each end, the thinner first: layer i holds
the entities that a walk of i hops from its end reaches. When the next layer
of one side meets the last of the other, the walks through the meeting are
read off in the order of their ids, and those that repeat an entity are
passed over. Where they must pass something, no walk is begun that cannot.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from entente.errors import LimitExceeded
from graph.plan import Direction, Kind, Paths, Relation, Result
from graph.plan.given import ids, limit
from graph.sqlite.codes import keys, packed
from graph.sqlite.expressions import field as field_sql
from graph.sqlite.levels import Keyed
from graph.sqlite.links import any_predicate, walked
from graph.sqlite.scope import Scope, Values
from graph.sqlite.stations import Adjacency, Stations, Walks
from graph.sqlite.walks import WIDEST, admitted, neighbours, resolved

_AGAINST = {
    Direction.OUT: Direction.IN,
    Direction.IN: Direction.OUT,
    Direction.BOTH: Direction.BOTH,
}


class Hops:
    """The statement that takes one side a layer further."""

    def __init__(self, plan: Paths, relation: Relation) -> None:
        self._scope = scope = Scope()
        found = neighbours(scope, relation, "{start} AS start, {node} AS node")
        self._sql = f"SELECT start, node FROM ({found})"
        if plan.where is not None:
            t = scope.alias()
            self._sql = (
                f"SELECT start, node FROM ({found}) CROSS JOIN entity {t} ON {t}.key = node"
                f" WHERE node = :goal OR (1{admitted(scope, plan.where, t)})"
            )

    def adjacent(
        self, connection: sqlite3.Connection, frontier: set[int], goal: int, values: Values
    ) -> Adjacency:
        """The neighbours of each of `frontier`; `goal` may always be one."""
        parameters = self._scope.parameters(values, frontier=keys(frontier), goal=goal)
        found: Adjacency = defaultdict(set)
        for start, node in connection.execute(self._sql, parameters):
            found[start].add(node)
        return found


@dataclass
class Side:
    """The layers from one end, with the hops between each and the next."""

    end: int
    goal: int
    hops: Hops
    layers: list[set[int]]
    between: list[Adjacency] = field(default_factory=list)
    seen: set[int] | None = None
    """Entities already reached, if only shortest paths are wanted."""

    def grow(self, connection: sqlite3.Connection, values: Values) -> None:
        """Add the next layer. Raises `LimitExceeded` if it is too wide to go on."""
        adjacency = self.hops.adjacent(connection, self.layers[-1], self.goal, values)
        layer = {node for nodes in adjacency.values() for node in nodes} - {self.end}
        if self.seen is not None:
            layer -= self.seen
            self.seen |= layer
        if len(layer) > WIDEST:
            raise LimitExceeded(
                f"the paths lead through more than {WIDEST:,} entities",
                hint="allow fewer hops, name predicates, or raise the least belief",
            )
        self.between.append(adjacency)
        self.layers.append(layer)


class Routes:
    """A `Paths`, compiled."""

    single = False

    def __init__(self, plan: Paths) -> None:
        self._plan = plan
        self._forward = Hops(plan, plan.relation)
        against = replace(plan.relation, direction=_AGAINST[plan.relation.direction])
        self._backward = Hops(plan, against)
        self._stations = Stations(plan.via)
        self._nodes = Keyed(Kind.ENTITY, plan.columns)
        self._edge_scope = scope = Scope()
        e = scope.alias()
        columns = ", ".join(field_sql(Kind.EDGE, column.name, e) for column in plan.edges) or "1"
        selects = []
        for arm in walked(scope, plan.relation):
            # The predicate is always written out, so that the index finds the pair.
            tests = " AND ".join(
                (
                    f"{arm.near} = json_extract(pair.value, '$[0]')",
                    f"{arm.far} = json_extract(pair.value, '$[1]')",
                    any_predicate(scope, plan.relation),
                    *arm.where,
                )
            ).replace("{t}", e)
            selects.append(
                f"SELECT pair.key AS pair, {e}.key AS edge, {e}.belief AS belief, {e}.id AS id"
                f" FROM json_each(:pairs) pair CROSS JOIN edge {e} WHERE {tests}"
            )
        best = (
            "SELECT pair, edge, row_number() OVER (PARTITION BY pair ORDER BY belief DESC, id)"
            f" AS rank FROM ({' UNION ALL '.join(selects)})"
        )
        self._edges = (
            f"SELECT {columns} FROM ({best}) CROSS JOIN edge {e} ON {e}.key = edge"
            " WHERE rank = 1 ORDER BY pair"
        )

    def run(self, connection: sqlite3.Connection, values: Values) -> Result:
        plan = self._plan
        most = limit(plan.limit, values)
        (source,) = ids(plan.source, values, "source")
        (target,) = ids(plan.target, values, "target")
        ends = resolved(connection, (source, target))
        if source not in ends or target not in ends or ends[source] == ends[target]:
            return Result()
        found: list[list[int]] = []
        for path in self._paths(connection, ends[source], ends[target], values):
            if len(found) == most:
                return Result(self._rows(connection, found, values), truncated=True)
            found.append(path)
        return Result(self._rows(connection, found, values))

    def _paths(
        self, connection: sqlite3.Connection, source: int, target: int, values: Values
    ) -> Iterator[list[int]]:
        plan = self._plan
        near = Side(source, target, self._forward, [{source}])
        far = Side(target, source, self._backward, [{target}])
        if plan.shortest_only and not plan.via:  # by what they must pass, others may be longer
            near.seen, far.seen = {source}, {target}
        for length in range(1, plan.max_hops + 1):
            thinner = near if len(near.layers[-1]) <= len(far.layers[-1]) else far
            thinner.grow(connection, values)
            if not thinner.layers[-1]:
                return
            any_found = False
            onward = _onward(near, far, length)
            between = {node for hops in onward for nodes in hops.values() for node in nodes}
            walks = Walks(
                onward,
                _names(connection, between) if between else {},
                self._stations.met(connection, between, values),
                self._stations,
            )
            for path in walks.from_(source):
                any_found = True
                yield path
            if any_found and plan.shortest_only:
                return
            # An end is never passed through on the way to somewhere else.
            for side in (near, far):
                side.layers[-1].discard(side.goal)

    def _rows(
        self, connection: sqlite3.Connection, paths: list[list[int]], values: Values
    ) -> list[list[Any]]:
        distinct = list(dict.fromkeys(key for path in paths for key in path))
        nodes = dict(zip(distinct, self._nodes.fetch(connection, distinct, values), strict=True))
        pairs = list(dict.fromkeys(pair for path in paths for pair in pairwise(path)))
        parameters = self._edge_scope.parameters(values, pairs=packed(pairs))
        found = connection.execute(self._edges, parameters).fetchall() if pairs else []
        width = len(self._plan.edges)
        edges = {pair: list(row[:width]) for pair, row in zip(pairs, found, strict=True)}
        return [
            [
                [nodes[key] for key in path],
                [edges[pair] for pair in pairwise(path)],
            ]
            for path in paths
        ]


def _onward(near: Side, far: Side, length: int) -> list[Adjacency]:
    """By place: the hops of the walks of `length` through the meeting of the last layers."""
    reach = len(near.layers) - 1
    meeting = near.layers[-1] & far.layers[-1]
    onward: list[Adjacency] = [{} for _ in range(length)]
    layer = meeting
    for position in range(reach - 1, -1, -1):
        hops = near.between[position]
        here = {
            start: nodes & layer
            for start in near.layers[position]
            if (nodes := hops.get(start, set())) and not nodes.isdisjoint(layer)
        }
        onward[position] = here
        layer = set(here)
    layer = meeting
    for position in range(reach, length):
        depth = length - position - 1
        here = defaultdict(set)
        for node in far.layers[depth]:
            for start in far.between[depth].get(node, set()) & layer:
                here[start].add(node)
        onward[position] = here
        layer = {node for nodes in here.values() for node in nodes}
    return onward


def _names(connection: sqlite3.Connection, wanted: set[int]) -> dict[int, str]:
    return dict(
        connection.execute(
            "SELECT key, id FROM entity WHERE key IN (SELECT value FROM json_each(?))",
            (keys(wanted),),
        ).fetchall()
    )
