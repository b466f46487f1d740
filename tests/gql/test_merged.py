"""An id that was given out keeps working: merged away, it means the entity that stands for it."""

from __future__ import annotations

import re

import pytest

from gql import Api
from gql.schema import PlannedSchema
from graph.statements import Entity, EntityId, Judgement, Verdict
from graph.store import Change, Store
from ontology.model import Ontology
from tests.gql.world import JAPAN, KOREA, NATO, PIRACY, VILNIUS, Telling

SUN = Entity.provisional("State", "Land of the Sun").id

QUERIES = {
    "entity": "entity(id: $id) { id label facts { totalCount } }",
    "node": "node(id: $id) { id }",
    "nodes": "nodes(ids: [$id, $other]) { id __typename }",
    "entities": "entities(filter: {ids: [$id]}) { totalCount nodes { id } }",
    "not": "entities(filter: {not: {ids: [$id]}}) { totalCount nodes { id } }",
    "groups": 'entityGroups(filter: {ids: [$id]}, by: ["classes"]) { groups { count } }',
    "subject": "facts(filter: {subject: {ids: [$id]}}) { totalCount nodes { subject { id } } }",
    "object": "facts(filter: {object: {ids: [$id]}}) { totalCount nodes { object { id } } }",
    "either": "facts(filter: {entity: {ids: [$id]}}) { totalCount nodes { id } }",
    "either and more": "facts(filter: {entity: {ids: [$id], degree: {ge: 1}}}) { totalCount }",
    "best": "facts(filter: {subject: {ids: [$id]}}, first: 1) { nodes { id } }",
    "speaker": "evidences(filter: {saidBy: {some: {ids: [$id]}}}) { totalCount }",
    "mentioned": "documents(filter: {mentions: {some: {ids: [$id]}}}) { totalCount }",
    "related": """entities(filter: {related: [{predicates: ["partnerOf"],
        some: {ids: [$id]}}]}) { nodes { id } }""",
    "nested": """entity(id: $other) { facts(filter: {entity: {ids: [$id]}}) {
        totalCount nodes { id } } }""",
    "neighbours": "expand(ids: [$id], depth: 2) { nodes { id } edges { key } }",
    "subgraph": "subgraph(ids: [$id, $other]) { nodes { id } edges { key } }",
    "around": "subgraph(around: [$id]) { nodes { id } edges { key } }",
    "paths": "paths(from: $id, to: $third) { paths { nodes { id } } }",
    "via": "paths(from: $other, to: $third, via: [{ids: [$id]}]) { paths { nodes { id } } }",
    "through": "paths(from: $other, to: $third, through: {ids: [$id]}) { paths { length } }",
    "traverse": "traverse(from: [$id], hops: [{direction: both}]) { nodes { id } }",
    "common": "commonNeighbours(ids: [$id, $other]) { nodes { id } }",
    "compare": """compare(agreements: [$id, $other], predicates: ["concernedBy"]) {
        entities { id } subjects { subject { id } lackedBy { id } shared
            coverage { entity { id } facts { id } } } }""",
    "interests": """sharedInterests(between: [$id, $other], predicates: ["concernedBy"]) {
        entities { id } subjects { subject { id } } }""",
    "lacked": """sharedInterests(between: [$other], lackedBy: [$id],
        predicates: ["concernedBy"]) { entities { id } subjects { subject { id } } }""",
    "timeline": "timeline(id: $id) { moments { date evidence { id } } }",
}


def judged(left: EntityId, right: EntityId) -> Judgement:
    return Judgement(left, right, Verdict.SAME, "ann", "2024-01-01T00:00:00Z")


@pytest.fixture
def merged(world: Store) -> Store:
    """The world with an entity that was merged into Japan."""
    told = Telling("The Land of the Sun is a partner of NATO.", "/news/sun.txt")
    sun = told.introduces("State", "Land of the Sun")
    assert sun == SUN
    told.says(sun, "partnerOf", NATO, "is a partner of NATO", said_by=(sun,))
    world.apply(Change(put=(told.statements(),), judge=(judged(SUN, JAPAN),)))
    return world


@pytest.fixture
def ways(merged: Store, ontology: Ontology, schema: PlannedSchema) -> tuple[Api, Api]:
    """What answers by compiled queries, and by graphql-core."""
    return Api(merged, ontology, schema=schema), Api(
        merged, ontology, schema=schema, compiled=False
    )


def test_it_means_who_stands_for_it(ways: tuple[Api, Api]) -> None:
    for name, field in QUERIES.items():
        used = [v for v in ("id", "other", "third") if f"${v}" in field]
        query = f"query ({', '.join(f'${v}: ID!' for v in used)}) {{ {field} }}"
        known = {"id": JAPAN, "other": NATO, "third": PIRACY if name != "via" else VILNIUS}
        given = {v: known[v] for v in used}
        own = [api.answer(query, given).body for api in ways]
        away = [api.answer(query, given | {"id": SUN}).body for api in ways]
        assert "errors" not in own[0], own[0]
        assert own[0] == own[1], name
        assert away == own, name
        assert SUN not in str(away), name
        (value,) = own[0]["data"].values()
        assert value, name
        assert not re.search(r"'totalCount': 0|'nodes': \[\]", str(value)), name


def test_nodes_show_it_wherever_it_is_named(ways: tuple[Api, Api]) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    for api in ways:
        body = api.answer(query, {"ids": [SUN, NATO, JAPAN, "id:nobody"]}).body
        assert body["data"]["nodes"] == [{"id": JAPAN}, {"id": NATO}, {"id": JAPAN}, None]


def test_once_the_judgement_is_withdrawn_it_means_itself(
    merged: Store, ways: tuple[Api, Api]
) -> None:
    merged.apply(Change(withdraw=(judged(SUN, JAPAN).id,)))
    for api in ways:
        body = api.answer("query ($id: ID!) { entity(id: $id) { id } }", {"id": SUN}).body
        assert body["data"]["entity"] == {"id": SUN}


def test_one_entity_under_two_ids_is_compared_with_nobody(ways: tuple[Api, Api]) -> None:
    query = "query ($ids: [ID!]!) { compare(agreements: $ids) { truncated } }"
    for api in ways:
        (error,) = api.answer(query, {"ids": [SUN, JAPAN]}).body["errors"]
        assert "one entity" in error["message"]


def test_of_three_ids_two_entities_are_compared(ways: tuple[Api, Api]) -> None:
    query = "query ($ids: [ID!]!) { compare(agreements: $ids) { entities { id } } }"
    for api in ways:
        body = api.answer(query, {"ids": [SUN, JAPAN, KOREA]}).body
        assert body["data"]["compare"]["entities"] == [{"id": JAPAN}, {"id": KOREA}]
