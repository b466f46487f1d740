"""Columns in Cypher: a list for each row, a list of lists for what it leads to.

Where several fields of an entity are asked for that its card shows, the card stands for them,
alone or at the front of the list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import orjson

from graph.neo4j import card
from graph.neo4j.cypher.conditions import condition, order, value
from graph.neo4j.cypher.links import linking
from graph.neo4j.cypher.scope import Scope
from graph.plan import Column, Count, Field, Kind, Nested, Order, ValueType
from graph.plan.check import typed

Decode = Callable[[Any], Any]

BEST_KNOWN = ((Order("degree", descending=True),), (Order("degree", descending=True), Order("id")))
"""The orders of entities that are their cards'."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Clauses that must stand before `text`, the row, and what to make of its values.

    `places` are where the columns stand after a row's card is read: what that shows, then the
    row itself, if it is more than the card. None if there is no card.
    """

    clauses: list[str]
    text: str
    decodes: list[tuple[int, Decode]] = field(default_factory=list)
    places: tuple[int, ...] | None = None

    def decode(self, rows: list[Any]) -> list[list[Any]]:
        """`rows` with cards and nested values read."""
        if self.places is not None:
            if max(self.places) <= len(card.FIELDS):
                shown = card.read(rows)
            else:
                cards = card.read(row[0] for row in rows)
                shown = [[*told, *row] for told, row in zip(cards, rows, strict=True)]
            rows = _chosen(self.places)(shown)
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
    if sum(_on_card(kind, column) is not None for column in asked) < 2:
        return Columns(clauses, f"[{', '.join(texts)}]", decodes)
    return _with_card(Columns(clauses, f"{row}.card", decodes), kind, asked, texts)


@lru_cache(maxsize=512)
def _chosen(places: tuple[int, ...]) -> Callable[[list[Any]], list[list[Any]]]:
    """A function that lists the values at `places` of each row, written out: a bulk answer has
    thousands, and a list made of `itemgetter`'s tuple takes a quarter longer."""
    values = ", ".join(f"row[{place:d}]" for place in places)
    text = f"lambda rows: [[{values}] for row in rows]"
    made: Callable[[list[Any]], list[list[Any]]] = eval(text)  # noqa: S307 - numbers alone
    return made


def _on_card(kind: Kind, column: Column) -> str | None:
    """The name of a field of an entity that its card shows."""
    if kind is Kind.ENTITY and isinstance(column, Field) and column.name in card.FIELDS:
        return column.name
    return None


def _with_card(shown: Columns, kind: Kind, asked: tuple[Column, ...], texts: list[str]) -> Columns:
    places, rest = [], [shown.text]
    for column, text in zip(asked, texts, strict=True):
        told = _on_card(kind, column)
        if told:
            places.append(1 + card.FIELDS.index(told))
        else:
            places.append(1 + len(card.FIELDS) + len(rest))
            rest.append(text)
    text = f"[{', '.join(rest)}]" if len(rest) > 1 else shown.text
    return replace(shown, text=text, places=tuple(places))


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
    if target is Kind.ENTITY and asked.order in BEST_KNOWN:
        keys = f"{link.target}.card"
    else:
        keys = link.place or order(target, link.target, asked.order)
    inner = columns(scope, target, link.target, asked.columns)
    found = scope.fresh("found")
    clause = (
        f"CALL ({row}) {{ {link.clauses}{where}"
        f" WITH {link.bound} ORDER BY {keys} LIMIT {one_more}"
        f" {' '.join(inner.clauses)} RETURN collect({inner.text}) AS {found} }}"
    )

    def decode(nested: list[Any]) -> list[Any]:
        nested[0] = inner.decode(nested[0])
        return nested

    text = f"[{found}[..{cut}], size({found}) > {cut}]"
    return clause, text, decode if inner.decodes or inner.places else None
