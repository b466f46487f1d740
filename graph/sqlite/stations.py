"""Walks over layers of hops that repeat no entity and pass what they must."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from entente.errors import LimitExceeded
from graph.plan import Condition, Kind
from graph.sqlite.codes import keys
from graph.sqlite.conditions import condition
from graph.sqlite.scope import Scope, Values

STEPS = 2_000_000
"""Hops that the reading of paths may try before it gives up."""

Adjacency = dict[int, set[int]]
"""By an entity: those that a hop leads to."""


class Stations:
    """What a path must pass: which of the conditions an entity meets, as the bits of a number."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self.all = (1 << len(conditions)) - 1
        self._scope = scope = Scope()
        t = scope.alias()
        bits = (
            f"(CASE WHEN {condition(scope, Kind.ENTITY, t, each)} THEN {1 << place} ELSE 0 END)"
            for place, each in enumerate(conditions)
        )
        self._sql = (
            f"SELECT {t}.key, {' + '.join(bits) or '0'} FROM json_each(:keys)"
            f" CROSS JOIN entity {t} ON {t}.key = value"
        )

    def met(
        self, connection: sqlite3.Connection, nodes: set[int], values: Values
    ) -> Mapping[int, int]:
        """What each of `nodes` meets."""
        if not self.all:
            return {}
        parameters = self._scope.parameters(values, keys=keys(nodes))
        return dict(connection.execute(self._sql, parameters).fetchall())

    def ahead(self, onward: list[Adjacency], met: Mapping[int, int]) -> list[dict[int, set[int]]]:
        """By place and entity: what may be met on the ways from it to the end."""
        ways: list[dict[int, set[int]]] = [{} for _ in onward]
        for place in range(len(onward) - 1, -1, -1):
            for node, following in onward[place].items():
                ways[place][node] = (
                    {0}
                    if place == len(onward) - 1
                    else {
                        met.get(near, 0) | later
                        for near in following
                        for later in ways[place + 1].get(near, ())
                    }
                )
        return ways


class Walks:
    """The walks over `onward` hops that repeat no entity and pass what they must, by ids."""

    def __init__(
        self,
        onward: list[Adjacency],
        names: dict[int, str],
        met: Mapping[int, int],
        stations: Stations,
    ) -> None:
        self._onward = onward
        self._names = names
        self._met = met
        self._all = stations.all
        self._ahead = stations.ahead(onward, met) if stations.all else []

    def from_(self, source: int) -> Iterator[list[int]]:
        """The walks from `source`."""
        path, passed = [source], [0]
        waiting = [self._next(0, source, 0)]
        tried = 0
        while waiting:
            node = next(waiting[-1], None)
            if node is None:
                waiting.pop()
                path.pop()
                passed.pop()
                continue
            tried += 1
            if tried > STEPS:
                raise LimitExceeded(
                    "too many walks come back to where they have been to find all paths",
                    hint="allow fewer hops, name predicates, or ask for the shortest alone",
                )
            if node in path:
                continue
            if len(path) == len(self._onward):
                yield [*path, node]
                continue
            now = passed[-1] | self._met.get(node, 0)
            waiting.append(self._next(len(path), node, now))
            path.append(node)
            passed.append(now)

    def _next(self, place: int, node: int, passed: int) -> Iterator[int]:
        """Where the walk may go on to from `node`, having `passed` that."""
        if self._all and not any(
            passed | later == self._all for later in self._ahead[place].get(node, ())
        ):
            return iter(())
        following = self._onward[place].get(node, ())
        return iter(sorted(following, key=self._names.__getitem__))
