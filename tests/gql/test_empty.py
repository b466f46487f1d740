"""An empty list of names, ids or values is met by nothing, and null by anything."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gql.conftest import Ask
from tests.gql.world import JAPAN, KOREA, NATO

NAMES = "[String!]"
IDS = f'"{JAPAN}", "{NATO}"'
FIELDS = {
    "entities(filter: {classes: $x}) { nodes { id } }": "[String!]",
    "entities(filter: {ids: $x}) { nodes { id } }": "[ID!]",
    "entities(filter: {related: [{predicates: $x}]}) { nodes { id } }": "[String!]",
    "entities(filter: {related: [{modalities: $x}]}) { nodes { id } }": "[Modality!]",
    "facts(filter: {predicates: $x}) { nodes { id } }": "[String!]",
    "facts(filter: {ids: $x}) { nodes { id } }": "[ID!]",
    "facts(filter: {modalities: $x}) { nodes { id } }": "[Modality!]",
    "facts(filter: {kinds: $x}) { nodes { id } }": "[EvidenceKind!]",
    "facts(filter: {subject: {ids: $x}}) { nodes { id } }": "[ID!]",
    "evidences(filter: {modalities: $x}) { nodes { id } }": "[Modality!]",
    "evidences(filter: {standings: $x}) { nodes { id } }": "[Standing!]",
    "evidences(filter: {predicates: $x}) { nodes { id } }": "[String!]",
    "documents(filter: {ids: $x}) { nodes { id } }": "[ID!]",
    'search(text: "japan", classes: $x) { nodes { id } }': "[String!]",
    f"expand(ids: [{IDS}], predicates: $x) {{ nodes: edges {{ key }} }}": "[String!]",
    f"expand(ids: [{IDS}], modalities: $x) {{ nodes: edges {{ key }} }}": "[Modality!]",
    f"subgraph(ids: [{IDS}], modalities: $x) {{ nodes: edges {{ key }} }}": "[Modality!]",
    f'paths(from: "{JAPAN}", to: "{NATO}", predicates: $x) {{ nodes: paths {{ length }} }}': NAMES,
    f"traverse(from: [{IDS}], hops: [{{predicates: $x}}]) {{ nodes {{ id }} }}": "[String!]",
    f"traverse(from: [{IDS}], hops: [{{modalities: $x}}]) {{ nodes {{ id }} }}": "[Modality!]",
    f"traverse(from: [{IDS}], hops: [{{classes: $x}}]) {{ nodes {{ id }} }}": "[String!]",
    f'commonNeighbours(ids: ["{JAPAN}", "{KOREA}"], predicates: $x) {{ nodes {{ id }} }}': NAMES,
}  # fmt: skip


@pytest.mark.usefixtures("world")
def test_nothing_meets_an_empty_list(ask: Ask) -> None:
    for field, type_ in FIELDS.items():
        query = f"query ($x: {type_}) {{ {field} }}"

        def found(x: Any, query: str = query) -> Any:
            (value,) = ask(query, x=x).values()
            return value["nodes"]

        assert found(None), field
        assert found([]) == [], field


@pytest.mark.usefixtures("world")
def test_around_an_entity_no_class_is_reached(ask: Ask) -> None:
    query = f"query ($x: [String!]) {{ expand(ids: [{IDS}], classes: $x) {{ nodes {{ id }} }} }}"
    assert len(ask(query, x=[])["expand"]["nodes"]) == 2
    assert len(ask(query)["expand"]["nodes"]) > 2
    facts = "query ($x: [String!]) { entity(id: %s) { facts(predicates: $x) { totalCount } } }"
    assert ask(facts % f'"{JAPAN}"', x=[])["entity"]["facts"]["totalCount"] == 0
    assert ask(facts % f'"{JAPAN}"')["entity"]["facts"]["totalCount"] > 0
