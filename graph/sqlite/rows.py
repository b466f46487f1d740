"""Find and Aggregate: rows of one kind, each or in groups."""

from __future__ import annotations

import sqlite3
from typing import Any

from graph.plan import Aggregate, Find, Kind, Measure, MeasureName, Result, ValueType
from graph.plan.check import typed
from graph.plan.given import limit
from graph.sqlite.conditions import condition, order
from graph.sqlite.expressions import TABLES, VISIBLE, field
from graph.sqlite.levels import Keyed, Level
from graph.sqlite.scope import Scope, Values


def _where(scope: Scope, plan: Find | Aggregate, t: str) -> list[str]:
    tests = []
    if plan.kind in VISIBLE:
        tests.append(VISIBLE[plan.kind].format(t=t))
    if plan.where is not None:
        tests.append(condition(scope, plan.kind, t, plan.where))
    return tests


class FindRows:
    """A `Find`, compiled."""

    def __init__(self, plan: Find) -> None:
        self._limit, skip = plan.limit, plan.skip
        self._scope = scope = Scope()
        t = scope.alias()
        self._level = Level(scope, plan.kind, plan.columns, t, plan.shown)
        tests = _where(scope, plan, t)
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        source = f"FROM {TABLES[plan.kind]} {t}{where}"
        rank = order(scope, plan.kind, t, plan.order, plan.where)
        # What is costly is read for the rows that are left after the cut alone.
        self._later = Keyed(plan.kind, plan.columns, plan.shown) if self._level.costly else None
        selected = f"{t}.key" if self._later else self._level.sql
        self._sql = f"SELECT {selected} {source} ORDER BY {rank} LIMIT :most"
        if skip != 0:
            self._sql += f" OFFSET {scope.value(lambda values: limit(skip, values, 'skip'))}"
        self._total = f"SELECT count(*) {source}" if plan.total else None
        self.single = not (self._later or self._total or self._level.keyed)

    def run(self, connection: sqlite3.Connection, values: Values) -> Result:
        most = limit(self._limit, values)
        parameters = self._scope.parameters(values, most=most + 1)
        found = connection.execute(self._sql, parameters).fetchall()
        truncated = len(found) > most
        if truncated:
            del found[most:]
        if self._later:
            rows = self._later.fetch(connection, [row[0] for row in found], values)
        else:
            rows = self._level.whole(self._level.rows(connection, found, values))
        total: int | None = None
        if self._total:
            (total,) = connection.execute(self._total, parameters).fetchone()
        return Result(rows, truncated, total)


class Groups:
    """An `Aggregate`, compiled."""

    single = True

    def __init__(self, plan: Aggregate) -> None:
        self._limit = plan.limit
        self._scope = scope = Scope()
        t = scope.alias()
        source = f"{TABLES[plan.kind]} {t}"
        tests = _where(scope, plan, t)
        groups: list[str] = []
        for name in plan.by:
            if typed(plan.kind, name) is not ValueType.TEXTS:
                groups.append(field(plan.kind, name, t))
                continue
            g, members = scope.alias(), f"json_each({field(plan.kind, name, t)})"
            source += f" CROSS JOIN {members} {g}"
            groups.append(f"{g}.value")
            if plan.kind is Kind.EVIDENCE:  # a speaker can stand twice in a chain
                tests.append(f"{g}.key = (SELECT min(key) FROM {members} WHERE value = {g}.value)")
        measures = [_measure(plan.kind, measure, t) for measure in plan.measures]
        self._rounded = [
            len(groups) + n
            for n, measure in enumerate(plan.measures)
            if measure.name in (MeasureName.AVERAGE, MeasureName.SUM)
        ]
        columns = ", ".join((*groups, *measures)) or "count(*)"
        self._width = len(groups) + len(measures)
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        places = [str(n + 1) for n in range(len(groups))]
        grouped = f" GROUP BY {', '.join(places)}" if groups else ""
        ties = "".join(f", {group} IS NULL, {group}" for group in groups)
        self._sql = f"SELECT {columns} FROM {source}{where}{grouped} ORDER BY count(*) DESC{ties}"
        self._sql += " LIMIT :most"

    def run(self, connection: sqlite3.Connection, values: Values) -> Result:
        most = limit(self._limit, values)
        parameters = self._scope.parameters(values, most=most + 1)
        found = connection.execute(self._sql, parameters).fetchall()
        rows: list[list[Any]] = [list(row[: self._width]) for row in found[:most]]
        for position in self._rounded:
            for row in rows:
                if isinstance(row[position], float):
                    row[position] = round(row[position], 6)
        return Result(rows, len(found) > most)


def _measure(kind: Kind, measure: Measure, t: str) -> str:
    if measure.field is None:
        return "count(*)"
    sql = field(kind, measure.field, t)
    match measure.name:
        case MeasureName.MIN:
            return f"min({sql})"
        case MeasureName.MAX:
            return f"max({sql})"
        case MeasureName.AVERAGE:
            return f"avg({sql})"
        case _:
            return f"coalesce(sum({sql}), 0)"
