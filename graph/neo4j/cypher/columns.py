"""Columns in Cypher: a list for each row, a list of lists for what it leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

from graph.neo4j.cypher.conditions import condition, order, value
from graph.neo4j.cypher.links import linking
from graph.neo4j.cypher.scope import Scope
from graph.plan import Column, Count, Field, Kind, Nested, ValueType
from graph.plan.check import typed

Decode = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Columns:
    """Clauses that must stand before the list `text`, and what to make of its values."""

    clauses: list[str]
    text: str
    decodes: list[tuple[int, Decode]] = field(default_factory=list)

    def decode(self, rows: list[list[Any]]) -> list[list[Any]]:
        """`rows` with nested values read, in place."""
        for index, decode in self.decodes:
            for row in rows:
                row[index] = decode(row[index])
        return rows


def columns(scope: Scope, kind: Kind, row: str, asked: tuple[Column, ...]) -> Columns:
    """What `asked` returns of `row`."""
    clauses: list[str] = []
    texts: list[str] = []
    decodes: list[tuple[int, Decode]] = []
    for index, column in enumerate(asked):
        match column:
            case Field():
                texts.append(value(kind, row, column.name))
                if typed(kind, column.name) is ValueType.JSON:
                    decodes.append((index, _json))
            case Count():
                texts.append(_count(scope, kind, row, column))
            case Nested():
                clause, text, decode = _nested(scope, kind, row, column)
                clauses.append(clause)
                texts.append(text)
                if decode:
                    decodes.append((index, decode))
    return Columns(clauses, f"[{', '.join(texts)}]", decodes)


def _json(text: str | None) -> Any:
    return None if text is None else orjson.loads(text)


def _count(scope: Scope, kind: Kind, row: str, asked: Count) -> str:
    link = linking(scope, kind, row, asked.link)
    where = ""
    if asked.where is not None:
        inner = condition(scope, asked.link.target(kind), link.target, asked.where)
        where = f" WITH {link.bound} WHERE {inner}"
    return f"COUNT {{ {link.clauses}{where} RETURN {link.target} }}"


def _nested(scope: Scope, kind: Kind, row: str, asked: Nested) -> tuple[str, str, Decode | None]:
    link = linking(scope, kind, row, asked.link, placed=not asked.order)
    target = asked.link.target(kind)
    cut, one_more = scope.parameters.limit(asked.limit)
    where = ""
    if asked.where is not None:
        where = f" WITH {link.bound} WHERE {condition(scope, target, link.target, asked.where)}"
    keys = link.place or order(target, link.target, asked.order)
    inner = columns(scope, target, link.target, asked.columns)
    found = scope.fresh("found")
    clause = (
        f"CALL ({row}) {{ {link.clauses}{where}"
        f" WITH {link.bound} ORDER BY {keys} LIMIT {one_more}"
        f" {' '.join(inner.clauses)} RETURN collect({inner.text}) AS {found} }}"
    )

    def decode(nested: list[Any]) -> list[Any]:
        inner.decode(nested[0])
        return nested

    text = f"[{found}[..{cut}], size({found}) > {cut}]"
    return clause, text, decode if inner.decodes else None
