"""Conditions and sort orders in Cypher.

A condition may come out null where a field has no value. As a filter that is
false already; only a negation has to say so.
"""

from __future__ import annotations

from typing import TypeGuard

from graph.neo4j.cypher.links import linking
from graph.neo4j.cypher.scope import Scope
from graph.neo4j.names import field, property_, quoted
from graph.plan import (
    All,
    AnyOf,
    Bind,
    Compare,
    Condition,
    Kind,
    Linked,
    Match,
    Not,
    Operator,
    Order,
    Quantifier,
    ValueType,
)
from graph.plan.check import typed
from graph.plan.fields import AMOUNT, NUMERAL, OCCASION, property_of, qualifier_of
from graph.statements import EvidenceKind, Standing

ENDS = {"subject": "startNode", "object": "endNode"}
SYMBOLS = {
    Operator.EQ: "=",
    Operator.NE: "<>",
    Operator.LT: "<",
    Operator.LE: "<=",
    Operator.GT: ">",
    Operator.GE: ">=",
    Operator.IN: "IN",
}
MEANT = (
    "COLLECT {{ UNWIND {ids} AS given MATCH (x:Entity {{id: given}})"
    " OPTIONAL MATCH (x)-[:MERGED_INTO]->(c) RETURN coalesce(c.id, x.id) }}"
)
"""The ids of the entities that `ids` mean."""
OPTIONAL = frozenset({"publisher", "date", "address", "time", "source", "rule"})
"""Fields that a row may have no value of, besides literal properties."""
WORDS = {
    Kind.ENTITY: ("words",),
    Kind.EVIDENCE: ("words",),
    Kind.DOCUMENT: ("titleWords", "words"),
}
"""The properties that hold the words of each kind of row, for text search."""


def value(kind: Kind, row: str, name: str) -> str:
    """The value of field `name` of `row`."""
    if kind is Kind.EDGE and name in ENDS:
        return f"{ENDS[name]}({row}).id"
    if (kind, name) == (Kind.EVIDENCE, "standing"):
        return f"coalesce({row}.silenced, '{Standing.COUNTED}')"
    if (kind, name) == (Kind.EVIDENCE, "occasion"):
        return "(" + " + ' ' + ".join(f"toString({field(row, part)})" for part in OCCASION) + ")"
    if (kind, name) == (Kind.EVIDENCE, "precedence"):
        return (
            f"CASE {field(row, 'kind')} WHEN '{EvidenceKind.REFERENCE}' THEN 1"
            f" WHEN '{EvidenceKind.INFERRED}' THEN 2 ELSE 0 END"
        )
    if name.startswith(AMOUNT):
        text = field(row, property_(name.removeprefix(AMOUNT)))
        return f"CASE WHEN {text} =~ '{NUMERAL}' THEN toFloat({text}) END"
    return field(row, name)


def unique(kind: Kind, row: str) -> str:
    """The field that tells rows of a kind apart."""
    return value(kind, row, "key" if kind is Kind.EDGE else "id")


def condition(scope: Scope, kind: Kind, row: str, asked: Condition) -> str:
    """`asked` of `row`, as a predicate."""
    match asked:
        case Compare():
            return _compare(scope, kind, row, asked)
        case Match():
            return _match(scope, kind, row, asked)
        case Linked():
            return _linked(scope, kind, row, asked)
        case All():
            parts = [condition(scope, kind, row, part) for part in asked.conditions]
            return f"({' AND '.join(parts)})" if parts else "true"
        case AnyOf():
            parts = [condition(scope, kind, row, part) for part in asked.conditions]
            return f"({' OR '.join(parts)})" if parts else "false"
        case Not():
            return _not(condition(scope, kind, row, asked.condition))


def _not(text: str) -> str:
    return f"NOT coalesce({text}, false)"


def _linked(scope: Scope, kind: Kind, row: str, asked: Linked) -> str:
    link = linking(scope, kind, row, asked.link)
    where = ""
    if asked.where is not None:
        inner = condition(scope, asked.link.target(kind), link.target, asked.where)
        where = f" WHERE {_not(inner) if asked.quantifier is Quantifier.EVERY else inner}"
    elif asked.quantifier is Quantifier.EVERY:
        return "true"
    exists = f"EXISTS {{ {link.clauses} WITH {link.bound}{where} RETURN {link.target} }}"
    return exists if asked.quantifier is Quantifier.SOME else f"NOT {exists}"


def _match(scope: Scope, kind: Kind, row: str, asked: Match) -> str:
    words = scope.parameters.words(asked.text)
    properties = [field(row, name) for name in WORDS[kind]]
    texts = properties[0] if kind is Kind.ENTITY else f"[{', '.join(properties)}]"
    return (
        f"(size({words}) > 0 AND all(word IN {words} WHERE"
        f" any(text IN {texts} WHERE (' ' + text) CONTAINS (' ' + word))))"
    )


def _compare(scope: Scope, kind: Kind, row: str, asked: Compare) -> str:
    type_ = typed(kind, asked.field)
    found = value(kind, row, asked.field)
    operator = asked.operator
    label = _labels(kind, row, asked)
    if label:
        return label
    folded = type_ is ValueType.TEXT and operator in (Operator.CONTAINS, Operator.STARTS)
    given = scope.parameters.compared(asked.field, type_, operator, asked.value, lower=folded)
    if folded:
        word = "CONTAINS" if operator is Operator.CONTAINS else "STARTS WITH"
        return f"toLower({found}) {word} {given}"
    if operator is Operator.NAMED:
        return _named(scope, kind, row, asked.field, given)
    if operator is Operator.PRESENT:
        present = f"size({found}) > 0" if type_ is ValueType.TEXTS else f"{found} IS NOT NULL"
        return f"({present}) = {given}"
    if operator is Operator.CONTAINS:
        return f"{given} IN {found}"
    if operator is Operator.OVERLAPS:
        return f"any(one IN {given} WHERE one IN {found})"
    return f"{found} {SYMBOLS[operator]} {given}"


def _named(scope: Scope, kind: Kind, row: str, name: str, ids: str) -> str:
    """Whether a field is the id of an entity that `ids` mean."""
    found = value(kind, row, name)
    meant = scope.in_front("meant", MEANT.format(ids=ids))
    if meant:
        return f"{found} IN {meant}"
    if kind is Kind.FACT:
        stands = f"EXISTS {{ (:Entity {{id: one}})-[:MERGED_INTO]->(:Entity {{id: {found}}}) }}"
        return f"any(one IN {ids} WHERE one = {found} OR {stands})"
    entity = row if kind is Kind.ENTITY else f"{ENDS[name]}({row})"
    return f"({found} IN {ids} OR any(one IN {entity}.merged WHERE one IN {ids}))"


def is_by_id(asked: Condition | None) -> TypeGuard[Compare]:
    """Whether `asked` wants the entities that ids mean, which `named` finds at once."""
    if not isinstance(asked, Compare):
        return False
    return asked.field == "id" and asked.operator is Operator.NAMED


def named(scope: Scope, row: str, asked: Compare) -> str:
    """Clauses after which `row` is each entity that the ids of `asked` mean. One look for each
    id: to find what it means, and then that by its id, takes a tenth more of a whole read."""
    ids = scope.parameters.compared("id", ValueType.TEXT, asked.operator, asked.value, lower=False)
    return (
        f"UNWIND {ids} AS given MATCH (x:Entity {{id: given}}) WITH DISTINCT CASE WHEN x:Merged"
        f" THEN head([(x)-[:MERGED_INTO]->(c:Entity) | c]) ELSE x END AS {row}"
    )


def _labels(kind: Kind, row: str, asked: Compare) -> str | None:
    """Classes that are known beforehand are labels, which are quicker than a list."""
    if kind is not Kind.ENTITY or asked.field != "classes" or isinstance(asked.value, Bind):
        return None
    if asked.operator is Operator.CONTAINS:
        return f"{row}:{quoted(str(asked.value))}"
    if asked.operator is Operator.OVERLAPS and isinstance(asked.value, tuple) and asked.value:
        return f"{row}:{'|'.join(quoted(str(name)) for name in asked.value)}"
    return None


def order(kind: Kind, row: str, asked: tuple[Order, ...]) -> str:
    """Sort keys for ORDER BY: rows without a value last either way, ties by id."""
    keys = []
    last = unique(kind, row)
    for item in asked:
        found = value(kind, row, item.field)
        absent = f"{found} IS NULL, " if _optional(item.field) else ""
        keys.append(f"{absent}{found} DESC" if item.descending else found)
        if found == last:  # nothing is left to be told apart
            return ", ".join(keys)
    return ", ".join([*keys, last])


def _optional(name: str) -> bool:
    return name in OPTIONAL or (property_of(name) or qualifier_of(name)) is not None


def leading(kind: Kind, row: str, asked: tuple[Order, ...]) -> str | None:
    """A predicate that is always true, and tells the planner that an index gives the order."""
    if kind is Kind.EDGE or (asked and _optional(asked[0].field)):
        return None
    first = value(kind, row, asked[0].field) if asked else unique(kind, row)
    return f"{first} IS NOT NULL"
