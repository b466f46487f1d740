"""Conditions and orders in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeGuard

from graph.plan import (
    All,
    AnyOf,
    Bind,
    Compare,
    Condition,
    Count,
    Kind,
    Linked,
    Match,
    Not,
    Operator,
    Order,
    Quantifier,
    ValueType,
)
from graph.plan.check import fitting, typed
from graph.plan.given import given, text
from graph.sqlite.codes import packed
from graph.sqlite.expressions import REFERENCES, TABLES, field, nullable
from graph.sqlite.links import path
from graph.sqlite.scope import Scope, Values
from graph.statements.words import folded, words

_SYMBOLS = {
    Operator.NE: "<>",
    Operator.LT: "<",
    Operator.LE: "<=",
    Operator.GT: ">",
    Operator.GE: ">=",
}

SEVERAL = frozenset({Operator.IN, Operator.OVERLAPS, Operator.NAMED})
"""The operators that compare with a tuple of values."""


def condition(scope: Scope, kind: Kind, t: str, where: Condition) -> str:
    """`where` of the row of `kind` at alias `t`. NULL counts as not met."""
    match where:
        case Compare():
            return _compare(scope, kind, t, where)
        case Match():
            query = scope.value(lambda values: _query(text(where.text, values, "text")))
            return f"{t}.key IN (SELECT rowid FROM {kind.value}_words({query}))"
        case Linked():
            return _linked(scope, kind, t, where)
        case All():
            parts = [condition(scope, kind, t, part) for part in where.conditions]
            return f"({' AND '.join(parts)})" if parts else "1"
        case AnyOf():
            parts = [condition(scope, kind, t, part) for part in where.conditions]
            return f"({' OR '.join(parts)})" if parts else "0"
        case Not():
            return f"({condition(scope, kind, t, where.condition)}) IS NOT TRUE"


def _query(text_: str | None, column: str = "") -> str:
    """The FTS5 query for rows in which every word begins a word; `""` finds nothing."""
    query = " AND ".join(f'"{word}"*' for word in words(text_ or ""))
    return f"{column}({query})" if query else '""'


def _compare(scope: Scope, kind: Kind, t: str, where: Compare) -> str:
    type_ = typed(kind, where.field)

    def read(values: Values) -> Any:
        value = given(where.value, values)
        fitting(where.field, type_, where.operator, value)
        if where.operator in SEVERAL:
            return None if value is None else packed(list(value))
        if where.operator in (Operator.CONTAINS, Operator.STARTS) and type_ is ValueType.TEXT:
            return None if value is None else value.lower()
        return value

    value = scope.value(read) if isinstance(where.value, Bind) else scope.constant(read({}))
    if type_ is ValueType.TEXTS:
        return _among_texts(kind, t, where, value)
    key = _key(kind, t, where, value)
    if key:
        return key
    sql = field(kind, where.field, t)
    match where.operator:
        case Operator.PRESENT:
            there = f"({sql} IS NOT NULL)" if nullable(kind, where.field) else "1"
            return f"{there} = {value}"
        case Operator.EQ | Operator.IN:
            return f"{sql} {_wanted(where.operator, value)}"
        case Operator.CONTAINS:
            return f"instr(lowered({sql}), {value}) > 0"
        case Operator.STARTS:
            return f"substr(lowered({sql}), 1, length({value})) = {value}"
        case _:
            return f"{sql} {_SYMBOLS[where.operator]} {value}"


def _key(kind: Kind, t: str, where: Compare, value: str) -> str | None:
    """The comparison by the key of the row that `value` names, if it names one."""
    reference = REFERENCES.get((kind, where.field))
    if where.operator is Operator.NAMED:
        column, found = reference.column if reference else "{t}.key", "canonical FROM entity"
    elif reference and where.operator in (Operator.EQ, Operator.IN):
        column, found = reference.column, f"key FROM {reference.table}"
    else:
        return None
    name = reference.name if reference else "id"
    wanted = _wanted(where.operator, value)
    return f"{column.format(t=t)} IN (SELECT {found} WHERE {name} {wanted})"


def _wanted(operator: Operator, value: str) -> str:
    """Equality with `value`, or with a member of it where the operator takes several."""
    several = operator in SEVERAL
    return f"IN (SELECT value FROM json_each({value}))" if several else f"= {value}"


def _among_texts(kind: Kind, t: str, where: Compare, value: str) -> str:
    if where.operator is Operator.PRESENT:
        return f"({field(kind, where.field, t)} <> '[]') = {value}"
    wanted = _wanted(where.operator, value)
    if (kind, where.field) == (Kind.ENTITY, "classes"):
        return f"{t}.key IN (SELECT entity FROM entity_class WHERE class {wanted})"
    if (kind, where.field) == (Kind.ENTITY, "merged"):
        return f"{t}.key IN (SELECT canonical FROM entity WHERE id {wanted} AND canonical <> key)"
    members = f"json_each({field(kind, where.field, t)})"
    return f"EXISTS (SELECT 1 FROM {members} WHERE value {wanted})"


def _linked(scope: Scope, kind: Kind, t: str, where: Linked) -> str:
    target = where.link.target(kind)
    met = where.where
    if where.quantifier is Quantifier.EVERY:
        met = Not(met) if met else AnyOf(())
    elif where.quantifier is Quantifier.SOME and _names_few(met):
        return f"{t}.key IN ({_near_keys(scope, kind, where, target, met)})"
    found = far_keys(scope, kind, f"{t}.key", where)
    if met is not None:
        c = scope.alias()
        test = condition(scope, target, c, met)
        found = f"SELECT 1 FROM {TABLES[target]} {c} WHERE {c}.key IN ({found}) AND {test}"
    return f"{'' if where.quantifier is Quantifier.SOME else 'NOT '}EXISTS ({found})"


def _names_few(where: Condition | None) -> TypeGuard[Condition]:
    """Whether `where` names its rows by id, so that it is best to start from them."""
    if isinstance(where, All):
        return any(_names_few(part) for part in where.conditions)
    return (
        isinstance(where, Compare)
        and where.field in ("id", "key")
        and where.operator in (Operator.EQ, Operator.IN, Operator.NAMED)
    )


def _near_keys(scope: Scope, kind: Kind, where: Linked, target: Kind, met: Condition) -> str:
    """A SELECT of the keys that lead to a row that meets `met`."""
    selects = []
    for arm in path(scope, kind, where.link).arms:
        a, c = scope.alias(), scope.alias()
        tests = " AND ".join((f"{arm.far} = {c}.key", *arm.where)).replace("{t}", a)
        selects.append(
            f"SELECT {arm.near} FROM {arm.table}".replace("{t}", a)
            + f" JOIN {TABLES[target]} {c} WHERE {tests} AND {condition(scope, target, c, met)}"
        )
    return " UNION ALL ".join(selects)


def far_keys(scope: Scope, kind: Kind, near: str, where: Linked | Count) -> str:
    """A SELECT of the keys that `where.link` leads to from the key `near`, with repetitions."""
    selects = []
    for arm in path(scope, kind, where.link).arms:
        a = scope.alias()
        tests = " AND ".join(
            part.replace("{t}", a) for part in (f"{arm.near} = {near}", *arm.where)
        )
        selects.append(f"SELECT {arm.far} FROM {arm.table}".replace("{t}", a) + f" WHERE {tests}")
    return " UNION ALL ".join(selects)


def order(
    scope: Scope, kind: Kind, t: str, items: Sequence[Order], where: Condition | None = None
) -> str:
    """An ORDER BY: `items`, or the best match of `where` first; then the id."""
    terms = []
    for item in items:
        sql = field(kind, item.field, t)
        if nullable(kind, item.field):
            terms.append(f"{sql} IS NULL")
        terms.append(f"{sql} DESC" if item.descending else sql)
    match = None if items else _first_match(where)
    if match:
        terms += _best(scope, kind, t, match)
    if not any(item.field in ("id", "key") for item in items):
        terms.append(f"{t}.id")
    return ", ".join(terms)


def _first_match(where: Condition | None) -> Match | None:
    if isinstance(where, Match):
        return where
    if isinstance(where, All):
        return next((part for part in where.conditions if isinstance(part, Match)), None)
    return None


def _best(scope: Scope, kind: Kind, t: str, match: Match) -> list[str]:
    if kind is Kind.EVIDENCE:
        return [f"length({t}.quote)"]
    if kind is Kind.DOCUMENT:
        query = scope.value(lambda values: _query(text(match.text, values, "text"), "{title} : "))
        return [f"{t}.key NOT IN (SELECT rowid FROM document_words({query}))", f"{t}.starts DESC"]
    name = scope.value(lambda values: folded(text(match.text, values, "text") or ""))
    line = f"char(10) || {name} || char(10)"
    closeness = (
        f"CASE WHEN {t}.folded = {name} THEN 0 WHEN instr({t}.names, {line}) > 0 THEN 1"
        f" WHEN substr({t}.folded, 1, length({name})) = {name} THEN 2 ELSE 3 END"
    )
    return [closeness, f"{t}.degree DESC"]
