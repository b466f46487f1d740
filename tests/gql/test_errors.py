"""Every failure has one shape, and every code its heading in docs/errors.md."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import pytest

from entente.errors import EntenteError, StoreUnavailable
from entente.settings import ROOT
from gql import Api
from gql.problems import DOCS, PROTOCOL_HINTS
from gql.schema import PlannedSchema
from graph.plan import Plan, Result
from graph.registry import open_store
from ontology.model import Ontology
from tests.gql.conftest import Fail

PAGE = ROOT / DOCS


def codes(error: type[EntenteError] = EntenteError) -> set[str]:
    """The codes of `error` and of all below it."""
    return {error.code}.union(*(codes(narrower) for narrower in error.__subclasses__()))


def test_every_code_has_its_heading() -> None:
    headings = set(re.findall(r"^## (\S+)$", PAGE.read_text(), re.MULTILINE))
    assert headings == codes() | set(PROTOCOL_HINTS)


@pytest.mark.parametrize(
    ("query", "variables", "code", "says"),
    [
        ("{ entity(", {}, "syntax", "Expected"),
        ("{ nothing }", {}, "validation", "'nothing' on type 'Query'"),
        ("query A { __typename } query B { __typename }", {}, "validation", "several"),
        ("{ ...F } fragment F on Query { ...F }", {}, "validation", "itself"),
        ("mutation { drop }", {}, "validation", "'drop' on type 'Mutation'"),
        ("query ($id: ID!) { entity(id: $id) { id } }", {}, "variables", "$id"),
        ("query ($n: Int) { entities(first: $n) { totalCount } }", {"n": "x"}, "variables", "$n"),
        ('{ search(text: "x", classes: ["Stat"]) { truncated } }', {}, "usage", "'Stat'"),
        ('{ expand(ids: [], predicates: ["partner"]) { truncated } }', {}, "usage", "'partner'"),
        ('{ expand(ids: [], asOf: "July 2023") { truncated } }', {}, "usage", "not a date"),
        ('{ expand(ids: [], knownAt: "2023/..") { truncated } }', {}, "usage", "no end"),
        ("{ expand(ids: [], depth: 5) { truncated } }", {}, "limit", "depth"),
        ('{ paths(from: "a", to: "b", maxHops: 9) { truncated } }', {}, "limit", "maxHops"),
        (
            '{ traverse(from: ["a"], hops: [{least: 3, most: 2}]) { truncated } }',
            {},
            "usage",
            "least",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_shape(
    fail: Fail, query: str, variables: dict[str, Any], code: str, says: str
) -> None:
    error = fail(query, **variables)[0]
    assert set(error) <= {"message", "locations", "path", "extensions"}
    assert says in error["message"]
    extensions = error["extensions"]
    assert set(extensions) == {"code", "hint", "retryable", "docs"}
    assert extensions["code"] == code
    assert extensions["hint"]
    assert extensions["docs"] == f"docs/errors.md#{code}"
    assert extensions["retryable"] is False


def test_a_wrong_name_is_answered_with_the_right_one(fail: Fail) -> None:
    (error,) = fail('{ expand(ids: [], predicates: ["memberof"]) { truncated } }')
    assert "memberOf" in error["extensions"]["hint"]
    (error,) = fail('{ search(text: "x", classes: ["Organisation"]) { truncated } }')
    assert "Organization" in error["extensions"]["hint"]


class Broken:
    """A store that fails in a way of its own."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def run(self, plan: Plan, values: object = None) -> Result:
        raise self._error


def test_a_fault_of_ours_is_logged_and_masked(
    ontology: Ontology, schema: PlannedSchema, caplog: pytest.LogCaptureFixture
) -> None:
    api = Api(Broken(RuntimeError("secret path /etc")), ontology, schema=schema)  # type: ignore[arg-type]
    with caplog.at_level(logging.ERROR, "entente.gql"):
        body = api.answer('{ entity(id: "x") { id } }').body
    (error,) = body["errors"]
    assert error["extensions"]["code"] == "internal"
    assert "secret" not in repr(body)
    reference = error["message"].rpartition(" ")[2]
    assert reference in caplog.text
    assert "secret path" in caplog.text


def test_a_store_that_is_away_can_be_tried_again(ontology: Ontology, schema: PlannedSchema) -> None:
    away = StoreUnavailable("the store does not answer", hint="start it")
    api = Api(Broken(away), ontology, schema=schema)  # type: ignore[arg-type]
    body = api.answer('{ entity(id: "x") { id } }').body
    assert body["data"] == {"entity": None}
    assert body["errors"][0]["extensions"] == {
        "code": "store-unavailable",
        "hint": "start it",
        "retryable": True,
        "docs": "docs/errors.md#store-unavailable",
    }


def test_one_wrong_field_leaves_the_others(
    tmp_path: Path, ontology: Ontology, schema: PlannedSchema
) -> None:
    query = '{ a: entity(id: "x") { facts(first: 0) { totalCount } } b: entity(id: "x") { id } }'
    with open_store(f"sqlite:///{tmp_path / 'empty.db'}") as store:
        body = Api(store, ontology, schema=schema).answer(query).body
    assert body["data"] == {"a": None, "b": None}
    assert [error["path"] for error in body["errors"]] == [["a"]]
