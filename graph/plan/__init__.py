"""The read algebra: what a reader asks of a store, before any query text exists.

    conditions   which rows: Compare, Match, Linked, All, AnyOf, Not
    links        how rows of one kind lead to rows of another
    columns      what is returned of each row: Field, Nested, Count
    nodes        whole plans: Find, Aggregate, Expand, Traverse, Paths, Common
    written      rows of an answer that a store has as JSON
    fields       the closed list of kinds and their fields
    following    a reader's words for the facts to follow → Relation
    filters      a reader's words for the rows wanted → conditions, orders
    wanted       nested words, such as GraphQL's filter inputs → one condition
    operations   named reads (search, expand, paths …) as builders of plans

A plan is immutable and hashable; values that change from call to call stand
as `Bind("name")` and are given when it is run, so that a store can keep what
it compiled. A store compiles a whole plan into its own language and answers
with nested lists in the order of the columns.
"""

from graph.plan.columns import Column, Count, Field, Nested
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
    Quantifier,
    keyset,
)
from graph.plan.fields import FIELDS, Kind, ValueType
from graph.plan.links import Direction, Link, LinkName, Relation
from graph.plan.nodes import (
    Aggregate,
    Common,
    Expand,
    Find,
    Hop,
    Measure,
    MeasureName,
    Paths,
    Plan,
    Result,
    Traverse,
)
from graph.plan.values import Bind, Later, Scalar, Value, Values
from graph.plan.written import Fields, Form, Written

__all__ = [
    "FIELDS",
    "Aggregate",
    "All",
    "AnyOf",
    "Bind",
    "Column",
    "Common",
    "Compare",
    "Condition",
    "Count",
    "Direction",
    "Expand",
    "Field",
    "Fields",
    "Find",
    "Form",
    "Hop",
    "Kind",
    "Later",
    "Link",
    "LinkName",
    "Linked",
    "Match",
    "Measure",
    "MeasureName",
    "Nested",
    "Not",
    "Operator",
    "Order",
    "Paths",
    "Plan",
    "Quantifier",
    "Relation",
    "Result",
    "Scalar",
    "Traverse",
    "Value",
    "ValueType",
    "Values",
    "Written",
    "keyset",
]
