"""Expand, Traverse and Common: the frontier loop, inside the store.

A frontier is a list of keys, given to one statement a hop as JSON.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from entente.errors import LimitExceeded
from graph.plan import Common, Condition, Expand, Hop, Kind, Relation, Result, Traverse, Value
from graph.plan.given import ids, limit
from graph.sqlite.codes import keys, packed
from graph.sqlite.conditions import condition
from graph.sqlite.expressions import field
from graph.sqlite.levels import Keyed
from graph.sqlite.links import named_predicates, walked, within
from graph.sqlite.scope import Scope, Values

WIDEST = 100_000
"""Entities that a frontier may hold; a plan that walks on from more is refused."""


def resolved(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, int]:
    """The keys of the merged entities of `wanted`, in their order; unknown ids are left out."""
    return dict(
        connection.execute(
            "SELECT value, canonical FROM json_each(?) CROSS JOIN entity e ON e.id = value",
            (packed(list(wanted)),),
        ).fetchall()
    )


def neighbours(scope: Scope, relation: Relation, columns: str) -> str:
    """A SELECT of `columns` ({start}, {node}, {belief}) of the hops out of `:frontier`."""
    selects = []
    for arm in walked(scope, relation):
        a, f = scope.alias(), scope.alias()
        tests = " AND ".join((f"{arm.near} = {f}.value", *arm.where))
        shown = columns.format(start=f"{f}.value", node=arm.far, belief="{t}.belief")
        selects.append(
            f"SELECT {shown} FROM json_each(:frontier) {f} CROSS JOIN {arm.table}"
            f" WHERE {tests}".replace("{t}", a)
        )
    return " UNION ALL ".join(selects)


def admitted(scope: Scope, where: Condition | None, t: str) -> str:
    """A further test of the entity at alias `t`."""
    return f" AND {condition(scope, Kind.ENTITY, t, where)}" if where is not None else ""


class Neighbourhood:
    """An `Expand`, compiled."""

    single = False

    def __init__(self, plan: Expand) -> None:
        self._plan = plan
        self._nodes = Keyed(Kind.ENTITY, plan.columns)
        self._hop_scope = scope = Scope()
        t = scope.alias()
        found = neighbours(scope, plan.relation, "{node} AS node, {belief} AS belief")
        self._hop = (
            f"SELECT {t}.key FROM (SELECT node, max(belief) AS belief FROM ({found})"
            " WHERE node NOT IN (SELECT value FROM json_each(:seen)) GROUP BY node) near"
            f" CROSS JOIN entity {t} ON {t}.key = near.node WHERE 1"
            f"{admitted(scope, plan.where, t)} ORDER BY near.belief DESC, {t}.id LIMIT :room"
        )
        self._edge_scope = scope = Scope()
        e = scope.alias()
        tests = [*within(scope, plan.relation), *named_predicates(scope, plan.relation)]
        held = " AND ".join(test.replace("{t}", e) for test in tests)
        columns = ", ".join(field(Kind.EDGE, column.name, e) for column in plan.edges) or "1"
        among = "(SELECT value FROM json_each(:nodes))"
        self._edges = (
            f"SELECT {columns} FROM (SELECT {e}.key AS edge, {e}.belief AS rank"
            f" FROM json_each(:nodes) n CROSS JOIN edge {e} ON {e}.subject = n.value"
            # The plus keeps SQLite from seeking every pair instead of reading the edges.
            f" WHERE {held} AND +{e}.object IN {among} AND {e}.object <> {e}.subject) kept"
            f" CROSS JOIN edge {e} ON {e}.key = kept.edge"
            f" ORDER BY kept.rank DESC, {e}.id LIMIT :most"
        )

    def run(self, connection: sqlite3.Connection, values: Values) -> Result:
        plan = self._plan
        most, edge_most = limit(plan.limit, values), limit(plan.edge_limit, values, "edge_limit")
        starts = list(
            dict.fromkeys(resolved(connection, ids(plan.starts, values, "starts")).values())
        )
        truncated = len(starts) > most
        seen = frontier = starts[:most]
        parameters = self._hop_scope.parameters(values)
        for _ in range(plan.depth):
            if truncated or not frontier:
                break
            room = most - len(seen)
            found = connection.execute(
                self._hop,
                {**parameters, "frontier": keys(frontier), "seen": keys(seen), "room": room + 1},
            ).fetchall()
            truncated = len(found) > room
            frontier = [key for (key,) in found[:room]]
            seen = seen + frontier
        edges = connection.execute(
            self._edges,
            self._edge_scope.parameters(values, nodes=keys(seen), most=edge_most + 1),
        ).fetchall()
        width = len(plan.edges)
        rows = [list(edge[:width]) for edge in edges[:edge_most]]
        nodes = self._nodes.fetch(connection, seen, values)
        return Result([[nodes, rows]], truncated or len(edges) > edge_most)


class Step:
    """One hop of a set of entities to the set of their neighbours."""

    def __init__(self, relation: Relation, where: Condition | None) -> None:
        self._scope = scope = Scope()
        found = neighbours(scope, relation, "{node} AS node")
        t = scope.alias()
        self._sql = f"SELECT DISTINCT node FROM ({found})"
        if where is not None:
            self._sql = (
                f"SELECT {t}.key FROM ({self._sql}) near CROSS JOIN entity {t}"
                f" ON {t}.key = near.node WHERE 1{admitted(scope, where, t)}"
            )

    def take(self, connection: sqlite3.Connection, frontier: set[int], values: Values) -> set[int]:
        """The neighbours of `frontier`. Raises `LimitExceeded` if they are too many."""
        if not frontier:
            return set()
        parameters = self._scope.parameters(values, frontier=keys(frontier))
        found = connection.execute(self._sql, parameters).fetchmany(WIDEST + 1)
        if len(found) > WIDEST:
            raise LimitExceeded(
                f"the walk reaches more than {WIDEST:,} entities",
                hint="take fewer hops, name predicates, or raise the least belief",
            )
        return {key for (key,) in found}


class Ends:
    """The entities of a set of keys, by id."""

    def __init__(self, columns: Any, limit_: Value) -> None:
        self._limit = limit_
        self._rows = Keyed(Kind.ENTITY, columns)

    def fetch(self, connection: sqlite3.Connection, reached: set[int], values: Values) -> Result:
        most = limit(self._limit, values)
        found = connection.execute(
            "SELECT key FROM entity WHERE key IN (SELECT value FROM json_each(?))"
            " ORDER BY id LIMIT ?",
            (keys(reached), most + 1),
        ).fetchall()
        rows = self._rows.fetch(connection, [key for (key,) in found[:most]], values)
        return Result(rows, len(found) > most)


class Walk:
    """A `Traverse`, compiled."""

    single = False

    def __init__(self, plan: Traverse) -> None:
        self._starts = plan.starts
        self._hops: list[tuple[Hop, Step]] = [
            (hop, Step(hop.relation, hop.where)) for hop in plan.hops
        ]
        self._ends = Ends(plan.columns, plan.limit)

    def run(self, connection: sqlite3.Connection, values: Values) -> Result:
        reached = set(resolved(connection, ids(self._starts, values, "starts")).values())
        for hop, step in self._hops:
            frontier = reached
            reached = set(frontier) if hop.least == 0 else set()
            for taken in range(1, hop.most + 1):
                frontier = step.take(connection, frontier, values)
                if not frontier:
                    break
                if taken >= hop.least:
                    reached |= frontier
        return self._ends.fetch(connection, reached, values)


class Shared:
    """A `Common`, compiled."""

    single = False

    def __init__(self, plan: Common) -> None:
        self._ids = plan.ids
        self._scope = scope = Scope()
        found = neighbours(scope, plan.relation, "{start} AS start, {node} AS node")
        t = scope.alias()
        self._sql = (
            f"SELECT {t}.key FROM (SELECT node FROM (SELECT DISTINCT start, node FROM ({found}))"
            " GROUP BY node HAVING count(*) = :all) near"
            f" CROSS JOIN entity {t} ON {t}.key = near.node WHERE 1"
            f"{admitted(scope, plan.where, t)} ORDER BY {t}.id LIMIT :most"
        )
        self._limit = plan.limit
        self._rows = Keyed(Kind.ENTITY, plan.columns)

    def run(self, connection: sqlite3.Connection, values: Values) -> Result:
        most = limit(self._limit, values)
        wanted = ids(self._ids, values, "ids")
        starts = resolved(connection, wanted)
        if not starts or len(starts) < len(wanted):
            return Result()
        distinct = set(starts.values())
        parameters = self._scope.parameters(
            values, frontier=keys(distinct), all=len(distinct), most=most + 1
        )
        found = connection.execute(self._sql, parameters).fetchall()
        rows = self._rows.fetch(connection, [key for (key,) in found[:most]], values)
        return Result(rows, len(found) > most)
