"""Ids of nobody are named, and not passed over: nothing found would seem to be an answer."""

from __future__ import annotations

from typing import Any

import pytest

from gql import Api
from tests.gql.conftest import Ask, Fail
from tests.gql.world import JAPAN, KOREA, NATO

NOBODY = "id:nobody"
QUERIES = (
    "expand(ids: $ids) { nodes { label } }",
    "subgraph(ids: $ids) { nodes { id } }",
    "subgraph(around: $ids) { edges { key } }",
    "traverse(from: $ids, hops: [{direction: both}]) { nodes { id } }",
    "commonNeighbours(ids: $ids) { nodes { id } }",
    "timeline(id: $id) { moments { date } }",
)


@pytest.mark.usefixtures("world")
def test_ids_of_nobody_are_named(api: Api) -> None:
    for field in QUERIES:
        used = "$ids: [ID!]!" if "$ids" in field else "$id: ID!"
        query = f"query ({used}) {{ {field} }}"

        def answer(*ids: str, query: str = query) -> dict[str, Any]:
            body: dict[str, Any] = api.answer(query, {"ids": list(ids), "id": ids[-1]}).body
            return body

        assert "errors" not in answer(KOREA, JAPAN), field
        (error,) = answer(JAPAN, NOBODY)["errors"]
        assert error["extensions"]["code"] == "not-found", field
        assert NOBODY in error["message"], field
        if "commonN" not in field:
            (error,) = answer(NOBODY)["errors"]
            assert error["extensions"]["code"] == "not-found", field


def test_a_fact_that_is_not_stored_has_no_timeline(api: Api) -> None:
    (error,) = api.answer('{ timeline(id: "0123") { moments { date } } }').body["errors"]
    assert error["extensions"]["code"] == "not-found"


def test_one_entity_has_no_common_neighbours(fail: Fail) -> None:
    for ids in ([], [JAPAN], [JAPAN, JAPAN]):
        query = "query ($ids: [ID!]!) { commonNeighbours(ids: $ids) { nodes { id } } }"
        (error,) = fail(query, ids=ids)
        assert "at least two" in error["extensions"]["hint"]


def test_a_hop_of_no_steps_keeps_where_it_starts(ask: Ask, fail: Fail) -> None:
    query = "query ($f: [ID!]!, $h: [HopInput!]!) { traverse(from: $f, hops: $h) { nodes { id } } }"
    stays = {"least": 0, "most": 0}
    assert ask(query, f=[NATO, JAPAN], h=[stays])["traverse"]["nodes"] == [
        {"id": JAPAN},
        {"id": NATO},
    ]
    hop = {"predicates": ["partnerOf"]}
    assert ask(query, f=[NATO], h=[stays, hop]) == ask(query, f=[NATO], h=[hop])
    (error,) = fail(query, f=[NATO], h=[{"most": 0}])
    assert "most is 0" in error["message"]
