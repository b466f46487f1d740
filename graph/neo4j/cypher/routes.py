"""Paths in Cypher: SHORTEST over relationships, repeated node sequences dropped.

SHORTEST counts relationships, so that entities with several edges between
them make one path many times, and among equally short paths it takes any. So
more candidates are taken than asked for, and many more if those do not settle
which come first. What paths must pass stands in the pattern, once for each order
in which it can be passed, so that no other path is a candidate.
"""

from __future__ import annotations

from itertools import permutations
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
from graph.plan import Condition, Kind, Paths, Result
from graph.plan import given as values_given

CANDIDATES = (100, 1000, 10_000)
"""Paths to take before repeats are dropped; the last is final."""


def paths(vocabulary: Vocabulary, plan: Paths) -> Compiled:
    """Up to `limit` paths, the shortest first."""
    grouped = plan.shortest_only and not plan.via
    *fewer, most = CANDIDATES[-1:] if grouped else CANDIDATES
    statement = _paths(Scope(vocabulary), plan, most, None)
    for candidates in reversed(fewer):
        statement = _paths(Scope(vocabulary), plan, candidates, statement)
    return statement


def _paths(scope: Scope, plan: Paths, candidates: int, wider: Compiled | None) -> Compiled:
    taken = step(scope, plan.relation)
    _, one_more = scope.parameters.limit(plan.limit)
    shown = columns(scope, Kind.ENTITY, "n", plan.columns)
    # Of each search, what is shorter than its longest candidate is there completely.
    settled = (
        "WITH search, count(*) AS amount, max(size(sequence)) AS reach,"
        " collect(DISTINCT sequence) AS found"
        " WITH coalesce(max(amount), 0) AS taken, min(reach) AS longest,"
        " collect(found) AS searches"
    )
    simple = (
        "UNWIND searches AS found UNWIND found AS nodes WITH DISTINCT nodes"
        " WITH nodes, [x IN nodes | x.id] AS ids"
        " WHERE all(i IN range(1, size(ids) - 1) WHERE NOT ids[i] IN ids[..i])"
        f" AND size(ids) <= {plan.max_hops + 1}"
        f" WITH nodes, ids ORDER BY size(ids), ids LIMIT {one_more}"
    )
    text = (
        f"{_end(scope, 's', plan.source, 'source')} {_end(scope, 't', plan.target, 'target')}"
        f" WITH s, t WHERE s <> t {_search(scope, taken, plan, candidates)} {settled}"
        f" CALL (searches) {{ {simple} {listed(scope, 'nodes', shown, 'n')}"
        f" {_edges(scope, taken, plan)} WITH ids, [rows, edges] AS path ORDER BY size(ids), ids"
        " RETURN collect(path) AS paths } RETURN paths, taken, longest"
    )

    def finish(record: list[Any], values: Values) -> Result:
        found, seen, longest = record
        limit = values_given.limit(plan.limit, values)
        settled = len(found) > limit and len(found[limit][0]) < longest
        if plan.shortest_only:
            settled |= bool(found) and len(found[0][0]) < longest
        if wider and seen >= candidates and not settled:
            raise TooFew
        if plan.shortest_only:
            found = [path for path in found if len(path[0]) == len(found[0][0])]
        truncated = len(found) > limit
        paths = [[shown.decode(nodes), edges] for nodes, edges in found[:limit]]
        return Result(paths, truncated)

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
    """Clauses after which `sequence` is the nodes of a candidate of one `search`."""
    grouped = plan.shortest_only and not plan.via
    selector = "SHORTEST 1 GROUPS" if grouped else f"SHORTEST {candidates}"
    searches = [
        f"MATCH p = {selector} {_pattern(scope, taken, plan, order)}"
        f" RETURN {number} AS search, nodes(p) AS sequence LIMIT {candidates}"
        for number, order in enumerate(permutations(plan.via))
    ]
    return f"CALL (s, t) {{ {' UNION ALL '.join(searches)} }}"


def _pattern(scope: Scope, taken: Step, plan: Paths, via: tuple[Condition, ...]) -> str:
    """From `s` to `t` past entities that meet the conditions `via`, in their order."""
    ways = []
    for place in range(len(via) + 1):
        a, r, b = (f"{name}{place}" for name in "arb")
        inside = [*taken.conditions(a, r), f"{b} <> s", f"{a} <> t"]
        if plan.where is not None:
            inside.append(f"({b} = t OR {condition(scope, Kind.ENTITY, b, plan.where)})")
        # One entity may be all that is to be passed; the ends are not passed.
        least = 1 if place in (0, len(via)) else 0
        most = max(plan.max_hops - (1 if via else 0), 1)
        ways.append(f"({taken.pattern(a, r, b)} WHERE {' AND '.join(inside)}){{{least},{most}}}")
    stations = [
        f"(v{place} WHERE v{place} <> t AND {condition(scope, Kind.ENTITY, f'v{place}', each)})"
        for place, each in enumerate(via)
    ]
    middle = "".join(f"{way}{station}" for way, station in zip(ways, [*stations, ""], strict=True))
    return f"(s){middle}(t)"


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
