"""Global ids: whatever has an id is fetched again by it, whatever its kind."""

from __future__ import annotations

from typing import Any

from tests.gql.conftest import Ask
from tests.gql.world import JAPAN, NATO

IDS = """{ entities { nodes { id __typename } } facts { nodes { id __typename } }
    evidences { nodes { id __typename } } documents { nodes { id __typename } }
    reference: documents(kind: "reference") { nodes { id __typename } } }"""


def test_every_id_gives_its_own_object_back(ask: Ask) -> None:
    known = [node for page in ask(IDS).values() for node in page["nodes"]]
    assert {node["__typename"] for node in known} >= {"Fact", "Evidence", "Document", "State"}
    found = ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
                ids=[node["id"] for node in known])  # fmt: skip
    assert found["nodes"] == known
    for node in known[::7]:
        one = ask("query ($id: ID!) { node(id: $id) { id __typename } }", id=node["id"])
        assert one["node"] == node


def test_a_node_is_read_by_its_type(ask: Ask) -> None:
    ids = {root: page["nodes"][0]["id"] for root, page in ask(IDS).items()}
    answer: dict[str, Any] = ask(
        """query ($ids: [ID!]!) { nodes(ids: $ids) { id
            ... on Entity { label } ... on State { alpha3 }
            ... on Fact { predicate subject { id } }
            ... on Evidence { quote document { name } }
            ... on Document { name evidence { totalCount } } } }""",
        ids=[JAPAN, ids["facts"], NATO, ids["evidences"], "nothing", ids["documents"], "x:y"],
    )
    japan, fact, nato, evidence, none, document, no_iri = answer["nodes"]
    assert japan == {"id": JAPAN, "label": "Japan", "alpha3": "JPN"}
    assert nato == {"id": NATO, "label": "NATO"}
    assert set(fact) == {"id", "predicate", "subject"}
    assert set(evidence) == {"id", "quote", "document"}
    assert document["evidence"]["totalCount"] >= 1
    assert none is no_iri is None
    assert ask('{ nodes(ids: []) { id } node(id: "") { id } }') == {"nodes": [], "node": None}
