"""Expand, Traverse and Common in Cypher: the frontier stays inside the statement."""

from __future__ import annotations

from typing import Any

from graph.neo4j.cypher.columns import Columns, columns
from graph.neo4j.cypher.compiled import Compiled
from graph.neo4j.cypher.conditions import condition
from graph.neo4j.cypher.links import STANDS
from graph.neo4j.cypher.parameters import Values
from graph.neo4j.cypher.relations import Step, step
from graph.neo4j.cypher.scope import Scope
from graph.neo4j.query import Query
from graph.plan import Common, Condition, Expand, Kind, Result, Traverse
from graph.plan import given as values_given


def starts(parameter: str, found: str) -> str:
    """Clauses after which `found` lists the entities of given ids, in the order given."""
    return (
        f"UNWIND range(0, size({parameter}) - 1) AS place"
        f" MATCH (x:Entity {{id: {parameter}[place]}}) {STANDS.format(x='x', c='c')}"
        " WITH coalesce(c, x) AS one, min(place) AS place ORDER BY place"
        f" WITH collect(one) AS {found}"
    )


def listed(scope: Scope, nodes: str, asked: Columns, row: str) -> str:
    """Clauses after which `rows` shows the entities of the list `nodes`, in its order."""
    return (
        f"CALL ({nodes}) {{ UNWIND range(0, size({nodes}) - 1) AS place"
        f" WITH place, {nodes}[place] AS {row} {' '.join(asked.clauses)}"
        f" WITH place, {asked.text} AS shown ORDER BY place RETURN collect(shown) AS rows }}"
    )


def _reached(scope: Scope, taken: Step, where: Condition | None) -> str:
    """The step from `a` to `b` by `r`, with all that must hold."""
    conditions = [*taken.conditions("a", "r"), "a <> b"]
    if where is not None:
        conditions.append(condition(scope, Kind.ENTITY, "b", where))
    return f"MATCH {taken.pattern('a', 'r', 'b')} WHERE {' AND '.join(conditions)}"


def expand(scope: Scope, plan: Expand) -> Compiled:
    """Breadth first, each hop's entities by the belief of the edges that led to them."""
    taken = step(scope, plan.relation)
    ids = scope.parameters.ids(plan.starts, "starts")
    limit, _ = scope.parameters.limit(plan.limit)
    _, one_more_edge = scope.parameters.limit(plan.edge_limit, "edge_limit")
    parts = [
        starts(ids, "started"),
        (
            f"WITH started[..{limit}] AS nodes0, started[..{limit}] AS new0,"
            f" size(started) > {limit} AS more0"
        ),
    ]
    for hop in range(plan.depth):
        parts.append(
            f"CALL (nodes{hop}, new{hop}, more{hop}) {{"
            f" UNWIND CASE WHEN more{hop} THEN [] ELSE new{hop} END AS a"
            f" {_reached(scope, taken, plan.where)}"
            f" WITH nodes{hop}, b, max(r.belief) AS strength WHERE NOT b IN nodes{hop}"
            " WITH b ORDER BY strength DESC, b.id RETURN collect(b) AS found }"
        )
        room = f"found[..{limit} - size(nodes{hop})]"
        parts.append(
            f"WITH nodes{hop} + {room} AS nodes{hop + 1}, {room} AS new{hop + 1},"
            f" more{hop} OR size(nodes{hop}) + size(found) > {limit} AS more{hop + 1}"
        )
    nodes, more = f"nodes{plan.depth}", f"more{plan.depth}"
    edges = columns(scope, Kind.EDGE, "r", plan.edges)
    within = [limit.format(r="r") for limit in taken.limits]
    shown = columns(scope, Kind.ENTITY, "n", plan.columns)
    parts += [
        f"WITH {nodes} AS nodes, {more} AS more",
        (
            f"CALL (nodes) {{ UNWIND nodes AS a MATCH (a)-[r:{taken.types}]->(b)"
            f" WHERE {' AND '.join(['a <> b', 'b IN nodes', *within])}"
            f" WITH r ORDER BY r.belief DESC, r.key LIMIT {one_more_edge}"
            f" RETURN collect({edges.text}) AS edges }}"
        ),
        listed(scope, "nodes", shown, "n"),
        "RETURN rows, edges, more",
    ]

    def finish(record: list[Any], values: Values) -> Result:
        rows, found, more = record
        edge_limit = values_given.limit(plan.edge_limit, values, "edge_limit")
        truncated = more or len(found) > edge_limit
        return Result([[shown.decode(rows), found[:edge_limit]]], truncated)

    query = Query(" ".join(parts), ("rows", "edges", "more"))
    return Compiled(query, scope.parameters, finish)


def traverse(scope: Scope, plan: Traverse) -> Compiled:
    """The entities at the end of the hops, each hop's frontier without repetition."""
    ids = scope.parameters.ids(plan.starts, "starts")
    parts = [starts(ids, "ends")]
    for hop in plan.hops:
        taken = step(scope, hop.relation)
        parts.append(f"WITH ends AS front, {'ends' if hop.least == 0 else '[]'} AS kept")
        for count in range(1, hop.most + 1):
            kept = "kept + found" if count >= hop.least else "kept"
            parts.append(
                f"CALL (front) {{ UNWIND front AS a {_reached(scope, taken, hop.where)}"
                f" RETURN collect(DISTINCT b) AS found }} WITH found AS front, {kept} AS kept"
            )
        parts.append("CALL (kept) { UNWIND kept AS b RETURN collect(DISTINCT b) AS ends }")
    shown = columns(scope, Kind.ENTITY, "n", plan.columns)
    _, one_more = scope.parameters.limit(plan.limit)
    parts.append(
        f"UNWIND ends AS n WITH n ORDER BY n.id LIMIT {one_more}"
        f" {' '.join(shown.clauses)} RETURN collect({shown.text}) AS rows"
    )
    return _sorted(" ".join(parts), scope, shown, plan)


def common(scope: Scope, plan: Common) -> Compiled:
    """The entities that all given ones are related to."""
    taken = step(scope, plan.relation)
    ids = scope.parameters.ids(plan.ids, "ids")
    _, one_more = scope.parameters.limit(plan.limit)
    reached = _reached(scope, taken, plan.where)
    shown = columns(scope, Kind.ENTITY, "n", plan.columns)
    text = (
        f"UNWIND {ids} AS id MATCH (x:Entity {{id: id}}) {STANDS.format(x='x', c='c')}"
        " WITH count(*) AS known, collect(DISTINCT coalesce(c, x)) AS given"
        f" UNWIND CASE WHEN known = size({ids}) THEN given ELSE [] END AS a {reached}"
        " WITH b AS n, size(given) AS wanted, count(DISTINCT a) AS met WHERE met = wanted"
        f" WITH n ORDER BY n.id LIMIT {one_more}"
        f" {' '.join(shown.clauses)} RETURN collect({shown.text}) AS rows"
    )
    return _sorted(text, scope, shown, plan)


def _sorted(text: str, scope: Scope, shown: Columns, plan: Traverse | Common) -> Compiled:
    def finish(record: list[Any], values: Values) -> Result:
        limit = values_given.limit(plan.limit, values)
        rows = record[0]
        truncated = len(rows) > limit
        del rows[limit:]
        return Result(shown.decode(rows), truncated)

    return Compiled(Query(text, ("rows",)), scope.parameters, finish)
