"""Columns in Cypher: a list for each row, a list of lists for what it leads to.

Where several fields of an entity are asked for that its card shows, the card stands for them,
alone or at the front of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

import orjson

from graph.neo4j import card
from graph.neo4j.cypher.conditions import condition, order, value
from graph.neo4j.cypher.links import linking
from graph.neo4j.cypher.scope import Scope
from graph.plan import Column, Count, Field, Form, Kind, Nested, Order, ValueType, Written
from graph.plan.check import typed

Rows = Sequence[list[Any]]
Decode = Callable[[list[Any]], Sequence[Any]]
"""What to make of the values of a column."""

BEST_KNOWN = ((Order("degree", descending=True),), (Order("degree", descending=True), Order("id")))
"""The orders of entities that are their cards'."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Clauses that must stand before `text`, the row, and what to make of its values.

    `card` says what is shown of the card that a row is or begins with; `rest` are the places of
    the columns that follow the card. None if there is no card.
    """

    clauses: list[str]
    text: str
    decodes: list[tuple[int, Decode]] = field(default_factory=list)
    card: Form | None = None
    rest: tuple[int, ...] = ()

    def decode(self, rows: list[Any]) -> Rows:
        """`rows` with cards and nested values read; cards alone are left to who looks."""
        if self.card is not None:
            if not self.rest:
                return Written.of(rows, self.card)
            told = list(Written.of([row[0] for row in rows], self.card))
            for number, place in enumerate(self.rest, 1):
                for shown, row in zip(told, rows, strict=True):
                    shown.insert(place, row[number])
            rows = told
        for index, decode in self.decodes:
            for row, found in zip(rows, decode([row[index] for row in rows]), strict=True):
                row[index] = found
        return rows

    def decode_each(self, lists: list[list[Any]]) -> Iterator[Rows]:
        """Each of several lists of rows as `decode` does, all at once: most are short."""
        lengths = list(map(len, lists))
        found = self.decode(list(chain.from_iterable(lists)))
        if isinstance(found, Written):
            yield from found.cut(lengths)
            return
        start = 0
        for length in lengths:
            yield found[start : start + length]
            start += length


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
                    decodes.append((index, lambda texts: list(map(_json, texts))))
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


def _on_card(kind: Kind, column: Column) -> str | None:
    """The name of a field of an entity that its card shows."""
    if kind is Kind.ENTITY and isinstance(column, Field) and column.name in card.FIELDS:
        return column.name
    return None


def _with_card(shown: Columns, kind: Kind, asked: tuple[Column, ...], texts: list[str]) -> Columns:
    told = [name for column in asked if (name := _on_card(kind, column))]
    rest = tuple(place for place, column in enumerate(asked) if not _on_card(kind, column))
    text = f"[{', '.join([shown.text, *(texts[place] for place in rest)])}]" if rest else shown.text
    return replace(shown, text=text, card=card.form(told), rest=rest)


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

    def decode(values: list[Any]) -> list[Any]:
        rows = inner.decode_each([found for found, _ in values])
        return [[found, more] for found, (_, more) in zip(rows, values, strict=True)]

    text = f"[{found}[..{cut}], size({found}) > {cut}]"
    return clause, text, decode if inner.decodes or inner.card else None
