"""What a query selects becomes one plan, whatever way it is written."""

from __future__ import annotations

from typing import Any

from graph.plan import Count, Field, Find, Nested
from tests.gql.conftest import Ask, Counted
from tests.gql.world import FRANCE, JAPAN, NATO, VILNIUS

DEEP = """query ($id: ID!) { entity(id: $id) { label facts(first: 9) { totalCount nodes {
    subject { label documents(first: 9) { nodes { title evidence(first: 9) { nodes { quote } } } } }
    object { label facts(first: 9) { nodes { evidence(first: 9) { nodes { quote
        saidBy { label } qualifiers { name entity { label } } document { name text } } } } } }
    evidence { pageInfo { endCursor } edges { cursor node { quote context { quote } } } } } } } }"""


def test_a_field_of_the_query_type_asks_the_store_once(ask: Ask, counted: Counted) -> None:
    entity = ask(DEEP, id=JAPAN)["entity"]
    assert len(entity["facts"]["nodes"]) > 2
    assert len(counted.plans) == 1
    ask(
        """{ entities { nodes { facts { nodes { evidence { nodes { quote } } } } } totalCount }
             expand(ids: ["https://entente.example/id/japan"]) {
                 nodes { documents { totalCount } } }
             documents { nodes { evidence { nodes { fact { subject { label } } } } } } }"""
    )
    assert len(counted.plans) == 4


def test_the_same_question_of_another_entity_is_an_equal_plan(ask: Ask, counted: Counted) -> None:
    ask(DEEP, id=JAPAN)
    ask(DEEP, id=NATO)
    first, second = counted.plans
    assert first == second
    assert hash(first) == hash(second)


def test_aliases_of_a_field_have_arguments_of_their_own(ask: Ask) -> None:
    entity = ask(
        """query ($none: [Modality!]) { entity(id: "https://entente.example/id/japan") {
            denied: facts(modalities: [negated]) { nodes { predicate } }
            planned: facts(modalities: [planned]) { of: nodes { what: predicate } n: totalCount }
            all: facts(modalities: $none) { totalCount }
            label: id name: label } }"""
    )["entity"]
    assert entity["denied"]["nodes"] == [{"predicate": "alliedWith"}]
    assert entity["planned"] == {"of": [{"what": "cooperatesOn"}], "n": 1}
    assert entity["all"]["totalCount"] == 4
    assert (entity["label"], entity["name"]) == (JAPAN, "Japan")


def test_fragments_apply_by_type_and_merge(ask: Ask, counted: Counted) -> None:
    found = ask(
        """query ($ids: [ID!]) { entities(filter: {ids: $ids}, orderBy: "label", descending: false)
            { nodes { ...Any ... on State { code: alpha3 facts { totalCount } }
                      ... on Organization { sites: website } ... { id } } } }
        fragment Any on Entity { label facts { nodes { ...OfFact } } ... on Summit { startDate } }
        fragment OfFact on Fact { predicate object { ...Name } }
        fragment Name on Entity { label }""",
        ids=[JAPAN, NATO, VILNIUS],
    )["entities"]["nodes"]
    japan, nato, vilnius = found
    assert (japan["code"], nato["sites"]) == ("JPN", [])
    assert "code" not in vilnius
    assert vilnius["startDate"] == "2023-07-11"
    assert japan["facts"]["totalCount"] == len(japan["facts"]["nodes"]) == 4
    assert set(nato["facts"]) == {"nodes"}
    assert len(counted.plans) == 1


def test_fragments_on_a_class_apply_to_its_subclasses(ask: Ask) -> None:
    nodes = ask(
        """query ($ids: [ID!]) { entities(filter: {ids: $ids}, orderBy: "label", descending: false)
            { nodes { ... on AnyActor { partnerOf { totalCount } ... on State { alpha3 } }
                      ... on AnyEvent { startDate } } } }""",
        ids=[JAPAN, NATO, VILNIUS],
    )["entities"]["nodes"]
    assert nodes == [
        {"partnerOf": {"totalCount": 1}, "alpha3": "JPN"},
        {"partnerOf": {"totalCount": 2}},
        {"startDate": "2023-07-11"},
    ]


def test_one_key_may_mean_different_arguments_for_different_types(ask: Ask) -> None:
    nodes = ask(
        """query ($ids: [ID!]) { entities(filter: {ids: $ids}) { nodes { label
            ... on State { facts(modalities: [negated]) { totalCount } }
            ... on Organization { facts(predicates: ["memberOf"]) { totalCount } } } } }""",
        ids=[JAPAN, NATO],
    )["entities"]["nodes"]
    counts = {node["label"]: node["facts"]["totalCount"] for node in nodes}
    assert counts == {"Japan": 1, "NATO": 1}


def test_what_is_skipped_is_not_fetched(ask: Ask, counted: Counted) -> None:
    query = """query ($yes: Boolean!, $no: Boolean!) {
        entity(id: "https://entente.example/id/japan") { id label @include(if: $no)
            ... @skip(if: $yes) { mentions } ...Facts @include(if: $yes)
            degree @skip(if: $no) @include(if: $yes) } }
        fragment Facts on Entity { facts @include(if: $no) { totalCount } origin }"""
    assert ask(query, yes=True, no=False)["entity"] == {
        "id": JAPAN,
        "origin": "reference",
        "degree": 3,
    }
    (plan,) = counted.plans
    assert isinstance(plan, Find)
    assert set(plan.columns) == {Field("id"), Field("origin"), Field("degree")}


def test_only_what_is_selected_is_counted_or_listed(ask: Ask, counted: Counted) -> None:
    ask('{ entity(id: "x") { facts { totalCount } } }')
    ask('{ entity(id: "x") { facts { nodes { id } } } }')
    counting, listing = counted.plans
    assert isinstance(counting, Find)
    assert isinstance(listing, Find)
    assert [type(column) for column in counting.columns] == [Count]
    assert [type(column) for column in listing.columns] == [Nested]


def test_what_fragments_share_is_fetched_once(ask: Ask, counted: Counted) -> None:
    ask(
        """{ entity(id: "https://entente.example/id/france") {
            facts { nodes { id } } ... on State { alpha3 } ... on Organization { label } } }"""
    )
    (plan,) = counted.plans
    assert isinstance(plan, Find)
    assert sum(isinstance(column, Nested) for column in plan.columns) == 1


def test_typenames_need_no_columns(ask: Ask) -> None:
    answer: dict[str, Any] = ask(
        """query ($id: ID!) { __typename entity(id: $id) { __typename facts { __typename nodes {
            __typename subject { __typename } evidence { edges { __typename node { __typename
            document { __typename } } } pageInfo { __typename } } } } } }""",
        id=FRANCE,
    )
    fact = answer["entity"]["facts"]["nodes"][0]
    assert answer["entity"]["__typename"] == fact["subject"]["__typename"] == "State"
    (edge,) = fact["evidence"]["edges"]
    assert edge == {
        "__typename": "EvidenceEdge",
        "node": {"__typename": "Evidence", "document": {"__typename": "Document"}},
    }


def test_what_is_shown_as_it_stands_may_be_made_by_the_store(ask: Ask, counted: Counted) -> None:
    ask("{ entities { nodes { name: label id } pageInfo { hasNextPage } totalCount } }")
    (plan,) = counted.plans
    assert isinstance(plan, Find)
    assert plan.shown == (("name", 0), ("id", 1))
    for looked_at in (
        "nodes { id types } pageInfo { endCursor }",
        "nodes { id } edges { cursor }",
        "nodes { id facts { totalCount } }",
        "nodes { id } more: nodes { label }",
        "nodes { ... on State { id } }",
    ):
        ask(f"{{ entities {{ {looked_at} }} }}")
        assert isinstance(plan := counted.plans[-1], Find)
        assert plan.shown is None
