"""Columns in SQL: one statement for each level of nesting, rows as lists.

A `Level` reads the columns of rows that another statement chose, and fills
in the levels nested in it. Values come straight from SQL; only lists are
decoded, and only nested places are filled in. Where a plan says how rows are
shown, SQLite makes objects of them, in half the time that Python takes.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeAlias

import orjson

from graph.plan import Column, Count, Field, Fields, Kind, Nested, ValueType, Written
from graph.plan.check import typed
from graph.plan.given import limit
from graph.sqlite.codes import keys
from graph.sqlite.conditions import condition, far_keys, order
from graph.sqlite.expressions import COSTLY, TABLES, field
from graph.sqlite.links import Path, path
from graph.sqlite.scope import Scope, Values

Rows: TypeAlias = Sequence[list[Any]]

_LISTS = (ValueType.TEXTS, ValueType.JSON)
_MADE = frozenset({ValueType.TEXT, ValueType.INTEGER, ValueType.TEXTS})
"""Types whose values SQLite writes in JSON as Python does; it has fewer digits of numbers."""


class Level:
    """The columns of rows of `kind` at alias `t`, in the scope of one statement.

    With `shown`, the statement may find objects instead (`made`).
    """

    def __init__(
        self,
        scope: Scope,
        kind: Kind,
        columns: Sequence[Column],
        t: str,
        shown: Fields | None = None,
    ) -> None:
        self.costly = False
        self.made = shown if _made(kind, columns) else None
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
        if self.made:
            self.sql = _object(scope, selected, self._lists, self.made)
        self._width = len(columns)

    def rows(
        self, connection: sqlite3.Connection, found: Sequence[Sequence[Any]], values: Values
    ) -> list[Any]:
        """The rows that a statement with `sql` found, decoded and filled in; or the objects."""
        if self.made:
            return [row[0] for row in found]
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

    def whole(self, rows: list[Any]) -> Rows:
        """What `rows` gave, or some of it, as a store answers with it."""
        return rows if self.made is None else Written.objects(rows, self.made)


def _made(kind: Kind, columns: Sequence[Column]) -> bool:
    """Whether SQLite can make objects of all these columns."""
    return all(isinstance(each, Field) and typed(kind, each.name) in _MADE for each in columns)


def _object(scope: Scope, values: Sequence[str], lists: Sequence[int], fields: Fields) -> str:
    """The object that shows these values, as JSON; those at the places `lists` are JSON."""
    told = [f"json({sql})" if place in lists else sql for place, sql in enumerate(values)]
    parts = [part for key, place in fields for part in (scope.constant(key), told[place])]
    return f"json_object({', '.join(parts)})"


class Keyed:
    """Rows of `kind` by their keys, in the order of the keys."""

    def __init__(self, kind: Kind, columns: Sequence[Column], shown: Fields | None = None) -> None:
        self._scope = Scope()
        t = self._scope.alias()
        self._level = Level(self._scope, kind, columns, t, shown)
        self._sql = (
            f"SELECT {self._level.sql} FROM json_each(:keys)"
            f" CROSS JOIN {TABLES[kind]} {t} ON {t}.key = value"
        )

    def fetch(self, connection: sqlite3.Connection, wanted: Sequence[int], values: Values) -> Rows:
        """One row for each of `wanted`."""
        if not wanted:
            return []
        parameters = self._scope.parameters(values, keys=keys(wanted))
        found = connection.execute(self._sql, parameters).fetchall()
        return self._level.whole(self._level.rows(connection, found, values))


class NestedLevel:
    """The rows that a link leads to, for many rows at once."""

    def __init__(self, kind: Kind, column: Nested) -> None:
        self._limit = column.limit
        self._scope = scope = Scope()
        target = column.link.target(kind)
        ways = path(scope, kind, column.link)
        near, c = scope.alias(), scope.alias()
        shown = scope.alias() if ways.many else c
        self._level = Level(scope, target, column.columns, shown, column.shown)
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
        groups: dict[int, list[Any]] = defaultdict(list)
        columns = found if self._level.made else [row[:-1] for row in found]
        rows = self._level.rows(connection, columns, values)
        for source, row in zip(found, rows, strict=True):
            groups[source[-1]].append(row)
        return {
            parent: [self._level.whole(group[:most]), len(group) > most]
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
