"""Paths in Cypher: SHORTEST over relationships, repeated node sequences dropped.

SHORTEST counts relationships, so that entities with several edges between
them make one path many times, and among equally short paths it takes any. So
more candidates are taken than asked for, and many more if those do not settle
which come first.
"""

from __future__ import annotations

from typing import Any

from graph.neo4j.cypher.columns import columns
from graph.neo4j.cypher.compiled import Compiled, TooFew
from graph.neo4j.cypher.conditions import condition
from graph.neo4j.cypher.links import STANDS
from graph.neo4j.cypher.parameters import Values
from graph.neo4j.cypher.relations import Step, step
from graph.neo4j.cypher.scope import Scope
from graph.neo4j.cypher.walks import listed
from graph.neo4j.query import Query
from graph.neo4j.vocabulary import Vocabulary
from graph.plan import Kind, Paths, Result
from graph.plan import given as values_given

CANDIDATES = (100, 1000, 10_000)
"""Paths to take before repeats are dropped; the last is final."""


def paths(vocabulary: Vocabulary, plan: Paths) -> Compiled:
    """Up to `limit` paths, the shortest first."""
    *fewer, most = CANDIDATES[-1:] if plan.shortest_only else CANDIDATES
    statement = _paths(Scope(vocabulary), plan, most, None)
    for candidates in reversed(fewer):
        statement = _paths(Scope(vocabulary), plan, candidates, statement)
    return statement


def _paths(scope: Scope, plan: Paths, candidates: int, wider: Compiled | None) -> Compiled:
    taken = step(scope, plan.relation)
    _, one_more = scope.parameters.limit(plan.limit)
    shown = columns(scope, Kind.ENTITY, "n", plan.columns)
    settled = (
        "WITH count(*) AS taken, max(size(sequence)) AS longest,"
        " collect(DISTINCT sequence) AS sequences"
    )
    simple = (
        "UNWIND sequences AS nodes WITH nodes, [x IN nodes | x.id] AS ids"
        " WHERE all(i IN range(1, size(ids) - 1) WHERE NOT ids[i] IN ids[..i])"
        f" WITH nodes, ids ORDER BY size(ids), ids LIMIT {one_more}"
    )
    text = (
        f"{_end(scope, 's', plan.source, 'source')} {_end(scope, 't', plan.target, 'target')}"
        f" WITH s, t WHERE s <> t {_search(scope, taken, plan, candidates)} {settled}"
        f" CALL (sequences) {{ {simple} {listed(scope, 'nodes', shown, 'n')}"
        f" {_edges(scope, taken, plan)} WITH ids, [rows, edges] AS path ORDER BY size(ids), ids"
        " RETURN collect(path) AS paths } RETURN paths, taken, longest"
    )

    def finish(record: list[Any], values: Values) -> Result:
        found, seen, longest = record
        limit = values_given.limit(plan.limit, values)
        settled = len(found) > limit and len(found[limit][0]) < longest
        if wider and seen >= candidates and not settled:
            raise TooFew
        truncated = len(found) > limit
        for nodes, _ in found[:limit]:
            shown.decode(nodes)
        return Result(found[:limit], truncated)

    query = Query(text, ("paths", "taken", "longest"))
    return Compiled(query, scope.parameters, finish, wider=wider)


def _end(scope: Scope, variable: str, asked: Any, name: str) -> str:
    id_ = scope.parameters.ids(asked, name)
    return (
        f"MATCH (x{variable}:Entity) WHERE x{variable}.id IN {id_}"
        f" {STANDS.format(x=f'x{variable}', c=f'c{variable}')}"
        f" WITH *, coalesce(c{variable}, x{variable}) AS {variable}"
    )


def _search(scope: Scope, taken: Step, plan: Paths, candidates: int) -> str:
    inside = [*taken.conditions("a", "r"), "b <> s", "a <> t"]
    selector = "SHORTEST 1 GROUPS" if plan.shortest_only else f"SHORTEST {candidates}"
    if plan.where is not None:
        inside.append(f"(b = t OR {condition(scope, Kind.ENTITY, 'b', plan.where)})")
    return (
        f"MATCH p = {selector} (s)({taken.pattern('a', 'r', 'b')}"
        f" WHERE {' AND '.join(inside)}){{1,{plan.max_hops}}}(t) WITH nodes(p) AS sequence"
        f" LIMIT {candidates}"
    )


def _edges(scope: Scope, taken: Step, plan: Paths) -> str:
    shown = columns(scope, Kind.EDGE, "r", plan.edges)
    where = " AND ".join(taken.conditions("a", "r")) or "true"
    return (
        "CALL (nodes) { UNWIND range(0, size(nodes) - 2) AS place"
        " WITH place, nodes[place] AS a, nodes[place + 1] AS b"
        f" CALL (a, b) {{ MATCH {taken.pattern('a', 'r', 'b')} WHERE {where}"
        " RETURN r ORDER BY r.belief DESC, r.key LIMIT 1 }"
        f" WITH place, {shown.text} AS shown ORDER BY place RETURN collect(shown) AS edges }}"
    )
