"""Columns in SQL: one statement for each level of nesting, rows as lists.

A `Level` reads the columns of rows that another statement chose, and fills
in the levels nested in it. Values come straight from SQL; only lists are
decoded, and only nested places are filled in.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import orjson

from graph.plan import Column, Count, Kind, Nested, ValueType
from graph.plan.check import typed
from graph.plan.given import limit
from graph.sqlite.codes import keys
from graph.sqlite.conditions import condition, far_keys, order
from graph.sqlite.expressions import COSTLY, TABLES, field
from graph.sqlite.links import Path, path
from graph.sqlite.scope import Scope, Values

_LISTS = (ValueType.TEXTS, ValueType.JSON)


class Level:
    """The columns of rows of `kind` at alias `t`, in the scope of one statement."""

    def __init__(self, scope: Scope, kind: Kind, columns: Sequence[Column], t: str) -> None:
        self.costly = False
        self._lists: list[int] = []
        self._nested: list[tuple[int, NestedLevel]] = []
        selected = []
        for position, column in enumerate(columns):
            if isinstance(column, Nested):
                self._nested.append((position, NestedLevel(kind, column)))
                selected.append("NULL")
            elif isinstance(column, Count):
                self.costly = True
                selected.append(_count(scope, kind, t, column))
            else:
                self.costly |= (kind, column.name) in COSTLY
                selected.append(field(kind, column.name, t))
                if typed(kind, column.name) in _LISTS:
                    self._lists.append(position)
        # The key stands last, so that rows without nested places need no cutting.
        self.keyed = bool(self._nested)
        if self.keyed or not selected:
            selected.append(f"{t}.key")
        self.sql = ", ".join(selected)
        self._width = len(columns)

    def rows(
        self, connection: sqlite3.Connection, found: Sequence[Sequence[Any]], values: Values
    ) -> list[list[Any]]:
        """The rows that a statement with `sql` found, decoded and filled in."""
        rows = list(map(list, found))
        for position in self._lists:
            for row in rows:
                row[position] = orjson.loads(row[position])
        if self.keyed:
            places = list(dict.fromkeys(row[-1] for row in rows))
            for position, level in self._nested:
                filled = level.fetch(connection, places, values)
                for row in rows:
                    row[position] = filled[row[-1]]
        if self.keyed or not self._width:
            for row in rows:
                row.pop()
        return rows


class Keyed:
    """Rows of `kind` by their keys, in the order of the keys."""

    def __init__(self, kind: Kind, columns: Sequence[Column]) -> None:
        self._scope = Scope()
        t = self._scope.alias()
        self._level = Level(self._scope, kind, columns, t)
        self._sql = (
            f"SELECT {self._level.sql} FROM json_each(:keys)"
            f" CROSS JOIN {TABLES[kind]} {t} ON {t}.key = value"
        )

    def fetch(
        self, connection: sqlite3.Connection, wanted: Sequence[int], values: Values
    ) -> list[list[Any]]:
        """One row for each of `wanted`."""
        if not wanted:
            return []
        parameters = self._scope.parameters(values, keys=keys(wanted))
        return self._level.rows(
            connection, connection.execute(self._sql, parameters).fetchall(), values
        )


class NestedLevel:
    """The rows that a link leads to, for many rows at once."""

    def __init__(self, kind: Kind, column: Nested) -> None:
        self._limit = column.limit
        self._scope = scope = Scope()
        target = column.link.target(kind)
        ways = path(scope, kind, column.link)
        near, c = scope.alias(), scope.alias()
        shown = scope.alias() if ways.many else c
        self._level = Level(scope, target, column.columns, shown)
        where = f" WHERE {condition(scope, target, c, column.where)}" if column.where else ""
        by_chain = ways.ordered and not column.order
        first = f"{near}.ordinal, " if by_chain else ""
        pairs = _pairs(scope, ways, by_chain=by_chain)
        if ways.many:
            # Rows come as the window ranks them; sorting them again would double the time.
            ranked = scope.alias()
            rank = f"{first}{order(scope, target, c, column.order)}"
            self._sql = (
                f"SELECT {self._level.sql}, {ranked}.parent FROM"
                f" (SELECT {near}.parent AS parent, {c}.key AS child, row_number() OVER"
                f" (PARTITION BY {near}.parent ORDER BY {rank}) AS rank"
                f" FROM ({pairs}) {near} CROSS JOIN {TABLES[target]} {c}"
                f" ON {c}.key = {near}.child{where}) {ranked}"
                f" CROSS JOIN {TABLES[target]} {shown} ON {shown}.key = {ranked}.child"
                f" WHERE {ranked}.rank <= :most"
            )
        else:
            self._sql = (
                f"SELECT {self._level.sql}, {near}.parent FROM ({pairs}) {near}"
                f" CROSS JOIN {TABLES[target]} {c} ON {c}.key = {near}.child{where}"
            )

    def fetch(
        self, connection: sqlite3.Connection, parents: Sequence[int], values: Values
    ) -> dict[int, list[Any]]:
        """`[rows, more]` for each of `parents`."""
        most = limit(self._limit, values)
        parameters = self._scope.parameters(values, parents=keys(parents), most=most + 1)
        found = connection.execute(self._sql, parameters).fetchall()
        rows = self._level.rows(connection, [row[:-1] for row in found], values)
        groups: dict[int, list[Any]] = defaultdict(list)
        for source, row in zip(found, rows, strict=True):
            groups[source[-1]].append(row)
        return {
            parent: [group[:most], len(group) > most]
            for parent in parents
            for group in (groups.get(parent, []),)
        }


def _pairs(scope: Scope, ways: Path, *, by_chain: bool) -> str:
    selects = []
    for arm in ways.arms:
        a, p = scope.alias(), scope.alias()
        tests = " AND ".join((f"{arm.near} = {p}.value", *arm.where))
        ordinal = f", min({arm.ordinal}) AS ordinal" if by_chain else ""
        # Not "parent": json_each has a column of that name, which would go first.
        group = f" GROUP BY {p}.value, {arm.far}" if by_chain else ""
        unique = "DISTINCT " if ways.repeats and ways.many and len(ways.arms) == 1 else ""
        selects.append(
            f"SELECT {unique}{p}.value AS parent, {arm.far} AS child{ordinal}"
            f" FROM json_each(:parents) {p} CROSS JOIN {arm.table}"
            f" WHERE {tests}{group}".replace("{t}", a)
        )
    return " UNION ".join(selects)


def _count(scope: Scope, kind: Kind, t: str, column: Count) -> str:
    target = column.link.target(kind)
    c = scope.alias()
    far = far_keys(scope, kind, f"{t}.key", column)
    where = f" AND {condition(scope, target, c, column.where)}" if column.where else ""
    return f"(SELECT count(*) FROM {TABLES[target]} {c} WHERE {c}.key IN ({far}){where})"
