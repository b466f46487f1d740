"""Hostile queries are refused in bounded time, and before the store is asked."""

from __future__ import annotations

import functools
import time
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest
from graphql import get_introspection_query

from gql import Api
from gql.limits import Limits
from gql.schema import PlannedSchema
from graph.plan import Plan, Result
from ontology.model import Ontology

SOON = 5.0
"""Seconds of processor time: a bound against hangs, not a measure of speed."""


def nested(depth: int) -> str:
    return (
        "{ entity(id: 1) "
        + "{ facts { nodes { subject " * depth
        + "{ id }"
        + "} } } " * depth
        + "}"
    )


def fragments(levels: int) -> str:
    """Fragments that double with every level when they are written out."""
    spread = " ".join(
        f"fragment F{i} on Entity {{ a{i}: facts {{ nodes {{ subject {{ ...F{i + 1} }} }} }}"
        f" b{i}: facts {{ nodes {{ subject {{ ...F{i + 1} }} }} }} }}"
        for i in range(levels)
    )
    return f'{{ entity(id: "x") {{ ...F0 }} }} {spread} fragment F{levels} on Entity {{ id }}'


MANY = "entities(first: 1000) { nodes { facts(first: 15) { nodes { id } } } }"
"""A sixth of what a request may bring along."""


def _within(levels: int) -> dict[str, Any]:
    """An input object within input objects."""
    found: dict[str, Any] = {"classes": ["State"]}
    for _ in range(levels):
        found = {"not": found}
    return found


def _listed(levels: int) -> Any:
    """A list within lists."""
    found: Any = "x"
    for _ in range(levels):
        found = [found]
    return found


HOSTILE: dict[str, tuple[str, dict[str, Any], set[str]]] = {
    "nested lists": (nested(12), {}, {"limit"}),
    "braces without end": ("{ a " * 50_000, {}, {"limit", "syntax"}),
    "lists in lists": (
        "query ($x: [ID!]!) { expand(ids: " + "[" * 900 + "]" * 900 + ") { truncated } }", {},
        {"limit", "syntax", "validation"}),
    "many aliases": (
        "{ entity(id: 1) { " + " ".join(f"a{i}: label" for i in range(400)) + " } }", {},
        {"limit"}),
    "many roots": (
        "{ " + " ".join(f'r{i}: entity(id: "x") {{ id }}' for i in range(25)) + " }", {},
        {"limit"}),
    "one field again and again": (
        "{ entity(id: 1) { " + "facts { nodes { id } } " * 200 + "} }", {}, {"limit"}),
    "one field with conflicts": (
        "{ entity(id: 1) { " + "facts(first: 1) { nodes { id } } facts { totalCount } " * 80
        + "} }", {}, {"limit", "validation"}),
    "fragments in a cycle": (
        ('{ entity(id: "x") { ...A } }'
        " fragment A on Entity { facts { nodes { subject { ...B } } } }"
        " fragment B on Entity { facts { nodes { subject { ...A } } } }"), {}, {"validation"}),
    "a fragment of itself": (
        '{ entity(id: "x") { ...A } } fragment A on Entity { ...A ...A id }', {}, {"validation"}),
    "fragments that double": (fragments(30), {}, {"limit"}),
    "a chain of fragments": (
        '{ entity(id: "x") { ...F0 } } '
        + " ".join(f"fragment F{i} on Entity {{ ...F{i + 1} }}" for i in range(200))
        + " fragment F200 on Entity { id }", {}, {"limit", "validation", "none"}),
    "many directives": (
        '{ entity(id: "x") { id ' + "@include(if: true) " * 300 + "} }", {},
        {"limit", "validation"}),
    "many comments": ("#\n" * 100_000 + "{ __typename }", {}, {"limit"}),
    "a long text": ('{ search(text: "' + "a" * 200_000 + '") { truncated } }', {}, {"limit"}),
    "many words": ("query ($t: String!) { search(text: $t) { truncated } }",
                   {"t": "a b " * 5_000}, {"limit"}),
    "huge variables": ("query ($ids: [ID!]!) { expand(ids: $ids) { truncated } }",
                       {"ids": ["x"] * 20_000}, {"limit"}),
    "a huge list of names": (
        "query ($p: [String!]) { expand(ids: [], predicates: $p) { truncated } }",
        {"p": ["partnerOf"] * 20_000}, {"limit"}),
    "wrong variables": ("query ($ids: [ID!]!) { expand(ids: $ids) { truncated } }",
                        {"ids": [{}] * 20_000}, {"variables"}),
    "a deep variable": ("query ($f: EntityFilter) { entities(filter: $f) { totalCount } }",
                        {"f": {"ids": [[[[[[[[["x"]]]]]]]]]}}, {"variables"}),
    "a filter of filters": (
        "query ($f: EntityFilter) { entities(filter: $f) { totalCount } }",
        {"f": functools.reduce(lambda inner, _: {"not": inner}, range(20), {"ids": ["x"]})},
        {"limit"}),
    "a filter without end": (
        "query ($f: EntityFilter) { entities(filter: $f) { totalCount } }",
        {"f": functools.reduce(lambda inner, _: {"not": inner}, range(900), {})},
        {"limit", "variables"}),
    "a filter without end, written out": (
        "{ entities(filter: " + "{not: " * 400 + "{}" + "}" * 400 + ") { totalCount } }", {},
        {"limit"}),
    "a wide filter": (
        "query ($f: EntityFilter) { entities(filter: $f) { totalCount } }",
        {"f": {"or": [{"minDegree": n} for n in range(200)]}}, {"limit"}),
    "pages of pages": (
        ("{ entities(first: 500) { nodes { facts(first: 500) { nodes { evidence(first: 500) {"
        " nodes { quote } } } } } } }"), {}, {"limit"}),
    "pages that are too much together": (
        "{ " + " ".join(f"a{i}: {MANY}" for i in range(8)) + " }", {}, {"limit"}),
    "conditions within conditions": (
        "query ($f: EntityFilter) { entities(filter: $f) { totalCount } }",
        {"f": _within(200)}, {"limit", "variables"}),
    "conditions written out": (
        "{ entities(filter: " + "{not: " * 300 + "{}" + "}" * 300 + ") { totalCount } }", {},
        {"limit", "validation"}),
    "a list of lists in a variable": (
        "query ($ids: [ID!]!) { expand(ids: $ids) { truncated } }",
        {"ids": _listed(5_000)}, {"variables"}),
    "names in a list of hops": (
        "query ($h: [HopInput!]!) { traverse(from: [], hops: $h) { truncated } }",
        {"h": [{"predicates": ["partnerOf"] * 400}] * 5}, {"limit"}),
    "parts that come later": (
        "{ entities { nodes { id ... @defer { facts { nodes { id } } } } } }", {},
        {"incremental"}),
    "rows that come later": (
        "{ entities { nodes @stream(initialCount: 1) { id } } }", {}, {"incremental"}),
    "a date of dates": (
        'query ($d: String) { expand(ids: ["x"], asOf: $d) { truncated } }',
        {"d": "[" + "2023," * 300 + "2024]"}, {"usage"}),
    "hops of hops": (
        "query ($h: [HopInput!]!) { traverse(from: [], hops: $h) { truncated } }",
        {"h": [{"most": 3}] * 40}, {"limit"}),
    "a schema of schemas": (
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", {},
        {"limit"}),
    "a schema behind fragments": (
        ("{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...U } } }"
        " fragment U on __Type { possibleTypes { fields { name } } }"), {}, {"limit"}),
    "variables without end": (
        "query (" + " ".join(f"$v{i}: Int" for i in range(3_000)) + ") { __typename }", {},
        {"limit"}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_is_refused_soon(untouched: Api, name: str) -> None:
    query, variables, expected = HOSTILE[name]
    started = time.thread_time()
    errors = untouched.answer(query, variables).body["errors"]
    assert time.thread_time() - started < SOON
    assert len(errors) <= 11
    assert errors[0]["extensions"]["code"] in expected, errors[0]
    assert all(len(error["message"]) < 1_000 for error in errors)


def test_what_tools_ask_of_the_schema_is_answered(untouched: Api) -> None:
    started = time.thread_time()
    query = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True
    )
    body = untouched.answer(query).body
    assert "errors" not in body
    assert time.thread_time() - started < SOON


class Slow:
    """A store that takes its time."""

    def __init__(self) -> None:
        self.asked = 0

    def run(self, plan: Plan, values: object = None) -> Result:
        self.asked += 1
        time.sleep(0.1)
        return Result()

    def reading(self) -> AbstractContextManager[None]:
        return nullcontext()


def test_a_query_stops_when_its_time_is_over(ontology: Ontology, schema: PlannedSchema) -> None:
    store = Slow()
    api = Api(store, ontology, Limits(seconds=0.15), schema)  # type: ignore[arg-type]
    query = "{ " + " ".join(f'r{i}: entity(id: "{i}") {{ id }}' for i in range(10)) + " }"
    body = api.answer(query).body
    assert store.asked <= 2
    assert {error["extensions"]["code"] for error in body["errors"]} == {"timeout"}
    assert all(error["extensions"]["retryable"] for error in body["errors"])


def test_all_that_a_request_asks_is_weighed_together(untouched: Api) -> None:
    query = "{ " + " ".join(f"a{i}: {MANY}" for i in range(8)) + " }"
    answer = untouched.answer(query)
    assert not answer.executed
    assert "data" not in answer.body
    # A field that is wrong on its own account does not hide what the others ask for.
    answer = untouched.answer(query[:-1] + ' b: entities(orderBy: "x") { totalCount } }')
    assert not answer.executed


SCHEMA_QUERIES = ("{ __schema { queryType { name } } }", '{ __type(name: "State") { name } }')


@pytest.mark.parametrize("query", SCHEMA_QUERIES)
def test_introspection_can_be_switched_off(
    ontology: Ontology, schema: PlannedSchema, query: str
) -> None:
    api = Api(Slow(), ontology, Limits(introspection=False), schema)  # type: ignore[arg-type]
    error, *_ = api.answer(query).body["errors"]
    assert error["extensions"]["code"] == "validation"
    assert "introspection" in error["message"]
    assert api.answer("{ __typename }").body == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    ("query", "variables", "right"),
    [
        ("{ entitie { totalCount } }", {}, "entities"),
        ('{ expand(ids: [], predicates: ["memberof"]) { truncated } }', {}, "memberOf"),
        ("query ($d: Direction) { expand(ids: [], direction: $d) { truncated } }", {"d": "outt"},
         "'out'"),
    ],
)  # fmt: skip
def test_suggestions_can_be_switched_off(
    untouched: Api,
    ontology: Ontology,
    schema: PlannedSchema,
    query: str,
    variables: dict[str, Any],
    right: str,
) -> None:
    assert right in str(untouched.answer(query, variables).body["errors"])
    api = Api(Slow(), ontology, Limits(suggestions=False), schema)  # type: ignore[arg-type]
    (error,) = api.answer(query, variables).body["errors"]
    assert right not in str(error)
    assert error["extensions"]["hint"]
