"""What a plan may say, told before any store has to: one answer for all engines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from entente.errors import UsageError
from graph.plan.columns import Column, Count, Field
from graph.plan.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Linked,
    Match,
    Not,
    Operator,
    Order,
)
from graph.plan.fields import FIELDS, Kind, ValueType, field_type, property_of, qualifier_of
from graph.plan.links import TARGETS, Direction, Link, LinkName, Relation
from graph.plan.nodes import (
    MOST_VIA,
    Aggregate,
    Common,
    Expand,
    Find,
    MeasureName,
    Paths,
    Plan,
    Traverse,
)
from graph.plan.values import Bind, Value
from graph.plan.written import Fields, check_shown

_ORDERED = frozenset(
    {
        Operator.EQ,
        Operator.NE,
        Operator.IN,
        Operator.LT,
        Operator.LE,
        Operator.GT,
        Operator.GE,
        Operator.PRESENT,
    }
)
OPERATORS: Mapping[ValueType, frozenset[Operator]] = MappingProxyType(
    {
        ValueType.TEXT: _ORDERED | {Operator.CONTAINS, Operator.STARTS},
        ValueType.INTEGER: _ORDERED,
        ValueType.NUMBER: _ORDERED,
        ValueType.TEXTS: frozenset({Operator.CONTAINS, Operator.OVERLAPS, Operator.PRESENT}),
        ValueType.JSON: frozenset(),
    }
)
"""The operators that a field of each type takes."""

MERGED = frozenset(
    {
        (Kind.ENTITY, "id"),
        *((kind, end) for kind in (Kind.FACT, Kind.EDGE) for end in ("subject", "object")),
    }
)
"""The fields that are ids of merged entities, which take `NAMED` too."""

SEARCHED = frozenset({Kind.ENTITY, Kind.EVIDENCE, Kind.DOCUMENT})
"""The kinds that have text to `Match`."""


def typed(kind: Kind, name: str) -> ValueType:
    """The type of field `name` of `kind`. Raises `UsageError` if there is none."""
    type_ = field_type(kind, name)
    term = property_of(name) or qualifier_of(name)
    if type_ is None or (term is not None and not term.isidentifier()):
        raise UsageError(
            f"{kind} has no field {name!r}", hint=f"fields are {', '.join(FIELDS[kind])}"
        )
    return type_


@lru_cache(maxsize=512)
def check(plan: Plan) -> None:
    """Raises `UsageError` naming the field, link, operator or number that is wrong.

    Values that are bound are told when the plan is run, by `graph.plan.given`.
    """
    match plan:
        case Find():
            _columns(plan.kind, plan.columns, plan.shown)
            _condition(plan.kind, plan.where)
            _order(plan.kind, plan.order)
        case Aggregate():
            _aggregate(plan)
        case Expand():
            _relation(plan.relation)
            _columns(Kind.ENTITY, plan.columns)
            _columns(Kind.EDGE, plan.edges)
            _condition(Kind.ENTITY, plan.where)
            _number("depth", plan.depth, 0)
        case Traverse():
            _columns(Kind.ENTITY, plan.columns)
            for hop in plan.hops:
                _relation(hop.relation)
                _condition(Kind.ENTITY, hop.where)
                _number("least", hop.least, 0)
                _number("most", hop.most, hop.least)
        case Paths():
            _relation(plan.relation)
            _columns(Kind.ENTITY, plan.columns)
            _columns(Kind.EDGE, plan.edges)
            _condition(Kind.ENTITY, plan.where)
            _number("max_hops", plan.max_hops, 1)
            for condition in plan.via:
                _condition(Kind.ENTITY, condition)
            if len(plan.via) > MOST_VIA:
                raise UsageError(
                    f"a path is to pass {len(plan.via)} entities", hint=f"name up to {MOST_VIA}"
                )
        case Common():
            _relation(plan.relation)
            _columns(Kind.ENTITY, plan.columns)
            _condition(Kind.ENTITY, plan.where)
        case _:
            raise UsageError(f"not a plan: {type(plan).__name__}")


def _number(name: str, value: int, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise UsageError(f"{name} is {value!r}", hint=f"write a whole number from {least} up")


def _aggregate(plan: Aggregate) -> None:
    _condition(plan.kind, plan.where)
    for name in plan.by:
        if typed(plan.kind, name) is ValueType.JSON:
            raise UsageError(f"{plan.kind} cannot be grouped by {name!r}: it is a nested value")
    for measure in plan.measures:
        if measure.name is MeasureName.COUNT:
            if measure.field is not None:
                raise UsageError(f"count has a field, {measure.field!r}", hint="it counts rows")
            continue
        if measure.field is None:
            raise UsageError(f"{measure.name} has no field to measure")
        type_ = typed(plan.kind, measure.field)
        numeric = type_ in (ValueType.INTEGER, ValueType.NUMBER)
        extreme = measure.name in (MeasureName.MIN, MeasureName.MAX) and type_ is ValueType.TEXT
        if not numeric and not extreme:
            raise UsageError(f"{measure.name} cannot measure {measure.field!r}, which is {type_}")


def _columns(kind: Kind, columns: tuple[Column, ...], shown: Fields | None = None) -> None:
    check_shown(shown, len(columns))
    for column in columns:
        if isinstance(column, Field):
            typed(kind, column.name)
            continue
        target = _link(kind, column.link)
        _condition(target, column.where)
        if isinstance(column, Count):
            continue
        _columns(target, column.columns, column.shown)
        _order(target, column.order)


def _order(kind: Kind, order: tuple[Order, ...]) -> None:
    for item in order:
        if typed(kind, item.field) in (ValueType.TEXTS, ValueType.JSON):
            raise UsageError(f"{kind} cannot be sorted by {item.field!r}: it is a list")


def _link(kind: Kind, link: Link) -> Kind:
    if (kind, link.name) not in TARGETS:
        names = ", ".join(name for source, name in TARGETS if source is kind)
        raise UsageError(f"{kind} has no link {str(link.name)!r}", hint=f"links are {names}")
    _relation(link.relation)
    if link.through is not None:
        if (kind, link.name) != (Kind.ENTITY, LinkName.FACTS):
            raise UsageError(
                f"{str(link.name)!r} does not lead through groups", hint="facts of entities do"
            )
        if link.through.direction is not Direction.OUT:
            raise UsageError("members lead to groups 'out'", hint="name their direction")
    return TARGETS[kind, link.name]


def _relation(relation: Relation) -> None:
    if relation.direction not in tuple(Direction):
        raise UsageError(f"no direction {relation.direction!r}", hint="in, out or both")


def _condition(kind: Kind, condition: Condition | None) -> None:
    match condition:
        case None:
            return
        case Compare():
            _compare(kind, condition)
        case Match():
            if kind not in SEARCHED:
                raise UsageError(f"{kind} has no text to match", hint="match entities or evidence")
        case Linked():
            _condition(_link(kind, condition.link), condition.where)
        case All() | AnyOf():
            for part in condition.conditions:
                _condition(kind, part)
        case Not():
            _condition(kind, condition.condition)
        case _:
            raise UsageError(f"not a condition: {type(condition).__name__}")


def _compare(kind: Kind, condition: Compare) -> None:
    type_ = typed(kind, condition.field)
    allowed = OPERATORS[type_]
    if (kind, condition.field) in MERGED:
        allowed |= {Operator.NAMED}
    if condition.operator not in allowed:
        known = condition.operator in tuple(Operator)
        raise UsageError(
            f"{condition.field!r} is {type_} and does not take {str(condition.operator)!r}"
            if known
            else f"no operator {str(condition.operator)!r}",
            hint=f"operators are {', '.join(sorted(allowed))}" if allowed else "it is not compared",
        )
    if not isinstance(condition.value, Bind):
        fitting(condition.field, type_, condition.operator, condition.value)


def fitting(field: str, type_: ValueType, operator: Operator, value: Value | None) -> None:
    """Raises `UsageError` unless `value` is one that `field` can be compared with so."""
    if value is None:
        return
    if operator is Operator.PRESENT:
        fits = isinstance(value, bool)
    elif operator in (Operator.IN, Operator.OVERLAPS, Operator.NAMED):
        fits = isinstance(value, tuple | list) and all(_is(type_, item) for item in value)
    else:
        fits = _is(type_, value)
    if not fits:
        raise UsageError(
            f"{field!r} is {type_} and cannot be compared by {str(operator)!r} with {value!r}"
        )


def _is(type_: ValueType, value: object) -> bool:
    if type_ in (ValueType.TEXT, ValueType.TEXTS):
        return isinstance(value, str)
    return isinstance(value, int | float) and not isinstance(value, bool)
