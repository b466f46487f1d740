"""Graphs and what is made of them: subgraphs, ways through, evidence of steps, analyses."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx
import pytest

from graph.analytics import Centrality, bridges, centrality, communities
from tests.gql.conftest import Ask, Counted, Fail
from tests.gql.world import FRANCE, JAPAN, KOREA, NATO, PIRACY, documents


def ids(nodes: list[dict[str, Any]]) -> set[str]:
    return {node["id"] for node in nodes}


def test_a_subgraph_is_of_ids_of_a_filter_or_of_what_lies_around(ask: Ask, fail: Fail) -> None:
    query = """query ($ids: [ID!], $around: [ID!], $filter: EntityFilter, $limit: Int) {
        subgraph(ids: $ids, around: $around, filter: $filter, limit: $limit) {
            nodes { id } edges { predicate } truncated } }"""
    pair = ask(query, ids=[JAPAN, NATO])["subgraph"]
    assert ids(pair["nodes"]) == {JAPAN, NATO}
    assert {edge["predicate"] for edge in pair["edges"]} == {"partnerOf"}
    assert ids(ask(query, around=[FRANCE])["subgraph"]["nodes"]) == {FRANCE, NATO}
    states = ask(query, filter={"classes": ["State"]})["subgraph"]
    assert ids(states["nodes"]) == {JAPAN, KOREA, FRANCE}
    assert (states["edges"], states["truncated"]) == ([], False)
    assert ask(query, filter={"classes": ["State"]}, limit=2)["subgraph"]["truncated"] is True
    for wrong in ({}, {"ids": [JAPAN], "around": [NATO]}):
        (error,) = fail(query, **wrong)
        assert error["extensions"]["code"] == "usage"


def test_edges_show_the_evidence_of_their_fact_in_their_modality(
    ask: Ask, counted: Counted
) -> None:
    query = """query ($m: [Modality!]) { expand(ids: ["https://entente.example/id/japan"],
        modalities: $m) { edges { predicate modality first: evidence(first: 1) { totalCount
            nodes { quote modality document { name } } pageInfo { hasNextPage } }
            steady: evidence(filter: {in: {publisher: {eq: "Steady News"}}}) { totalCount } } } }"""
    edges = ask(query, m=["asserted", "planned", "negated"])["expand"]["edges"]
    assert {edge["modality"] for edge in edges} == {"asserted", "planned", "negated"}
    for edge in edges:
        (evidence,) = edge["first"]["nodes"]
        assert evidence["modality"] == edge["modality"]
    twice = [edge for edge in edges if edge["predicate"] == "partnerOf"]
    assert [edge["first"]["totalCount"] for edge in twice] == [1, 1]
    assert sorted(edge["steady"]["totalCount"] for edge in twice) == [0, 1]
    assert not any(edge["first"]["pageInfo"]["hasNextPage"] for edge in twice)
    asked = len(counted.plans)
    assert asked == 1 + 2, "one read of the graph, one for each edge of the fact that has most"
    ask("""{ expand(ids: ["https://entente.example/id/japan"], modalities: [possible]) {
        edges { evidence { totalCount } } } }""")
    assert len(counted.plans) == asked + 1


def test_paths_lead_through_and_via_what_they_must(ask: Ask) -> None:
    query = """query ($through: EntityFilter, $via: [EntityFilter!], $shortest: Boolean,
                      $limit: Int) {
        paths(from: "https://entente.example/id/japan", to: "https://entente.example/id/france",
              through: $through, via: $via, shortestOnly: $shortest, limit: $limit) {
            truncated paths { length nodes { id } } } }"""

    def found(**wanted: Any) -> list[list[str]]:
        answer = ask(query, **wanted)["paths"]["paths"]
        return [[node["id"] for node in path["nodes"]] for path in answer]

    direct, longer = [JAPAN, NATO, FRANCE], [JAPAN, PIRACY, NATO, FRANCE]
    assert found() == [direct, longer]
    assert found(shortest=True) == [direct]
    assert found(through={"classes": ["Actor"]}) == [direct]
    assert found(through={"classes": ["State"]}) == []
    assert found(via=[{"ids": [PIRACY]}]) == [longer]
    assert found(via=[{"ids": [PIRACY]}, {"classes": ["Organization"]}]) == [longer]
    assert found(via=[{"ids": [KOREA]}]) == []
    assert found(via=[{"ids": [JAPAN]}]) == [], "the ends are not passed"
    assert found(via=[]) == found()
    one = ask(query, via=[{"ids": [NATO]}], limit=1)["paths"]
    assert (len(one["paths"]), one["truncated"]) == (1, True)


def test_walks_take_times_and_beliefs(ask: Ask) -> None:
    traverse = """query ($asOf: String, $known: String, $undated: Boolean, $belief: Float) {
        traverse(from: ["https://entente.example/id/france"], hops: [{predicates: ["memberOf"]}],
            asOf: $asOf, knownAt: $known, undated: $undated, minBelief: $belief) {
                nodes { id } } }"""
    assert ids(ask(traverse)["traverse"]["nodes"]) == {NATO}
    assert ids(ask(traverse, asOf="1948")["traverse"]["nodes"]) == set()
    assert ids(ask(traverse, asOf="1950", undated=False)["traverse"]["nodes"]) == {NATO}
    assert ids(ask(traverse, belief=1.0)["traverse"]["nodes"]) == set()
    common = """query ($direction: Direction, $known: String) { commonNeighbours(
        ids: ["https://entente.example/id/japan", "https://entente.example/id/nato"],
        predicates: ["concernedBy"], direction: $direction, knownAt: $known) { nodes { id } } }"""
    assert ids(ask(common)["commonNeighbours"]["nodes"]) == {PIRACY}
    assert ids(ask(common, direction="in")["commonNeighbours"]["nodes"]) == set()
    assert ids(ask(common, known="2021-01")["commonNeighbours"]["nodes"]) == set()


def test_a_graph_is_analysed_with_what_is_selected_of_its_entities(ask: Ask) -> None:
    graph = ask(
        """query ($ids: [ID!]) { subgraph(ids: $ids) {
            centrality(measure: betweenness, first: 2) { score entity { label } }
            degree: centrality { entity { id } score }
            communities { size entities { id label } }
            bridges { from { id } to { __typename id } } } }""",
        ids=[JAPAN, NATO, KOREA, FRANCE, PIRACY],
    )["subgraph"]
    assert graph["centrality"][0]["entity"]["label"] == "NATO"
    assert graph["degree"][0] == {"entity": {"id": NATO}, "score": 1.0}
    assert sum(each["size"] for each in graph["communities"]) == 5
    assert {frozenset((b["from"]["id"], b["to"]["id"])) for b in graph["bridges"]} == {
        frozenset((NATO, KOREA)),
        frozenset((NATO, FRANCE)),
    }


def made(*pairs: tuple[str, str]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edges_from(pairs)
    return graph


TWO_TRIANGLES = made(("a", "b"), ("b", "c"), ("c", "a"), ("d", "e"), ("e", "f"), ("f", "d"),
                     ("c", "d"), ("d", "c"), ("a", "a"))  # fmt: skip


def test_analyses_of_two_triangles_that_one_connection_joins() -> None:
    assert bridges(TWO_TRIANGLES) == [("c", "d")], "a repeated connection is one"
    assert communities(TWO_TRIANGLES) == [["a", "b", "c"], ["d", "e", "f"]]
    (first, most), (second, _), *_ = centrality(TWO_TRIANGLES, Centrality.BETWEENNESS)
    assert ({first, second}, most) == ({"c", "d"}, 0.6)
    assert dict(centrality(TWO_TRIANGLES, Centrality.DEGREE))["a"] == 0.4
    assert centrality(TWO_TRIANGLES, Centrality.CLOSENESS)[0][0] == "c"


@pytest.mark.parametrize("measure", Centrality)
def test_analyses_of_nothing(measure: Centrality) -> None:
    empty = made()
    assert centrality(empty, measure) == communities(empty) == bridges(empty) == []


def test_groups_count_and_measure(ask: Ask) -> None:
    found = ask(
        """query ($f: FactFilter) {
        predicates: factGroups(by: ["predicate"], filter: $f, limit: 2,
            measures: [{measure: max, field: "belief"}, {measure: min, field: "predicate"}]) {
            truncated groups { count keys { name value label entity { id } }
                figures { measure field number text } } }
        objects: factGroups(by: ["predicate", "object"], filter: {predicates: ["concernedBy"]}) {
            groups { count keys { value label entity { __typename label } } } }
        all: factGroups(by: []) { groups { count keys { name } } }
        states: entityGroups(by: ["alpha3"], filter: {classes: ["State"]}) {
            groups { count keys { name value } } }
        evidence: evidenceGroups(by: ["document", "modality"], filter: {kinds: [text]}) {
            groups { count keys { label } } }
        documents: documentGroups(by: ["publisher"]) { groups { count keys { value label } } } }""",
        f={"modalities": ["asserted"]},
    )
    first = found["predicates"]["groups"][0]
    assert first["keys"] == [
        {"name": "predicate", "value": "concernedBy", "label": "concerned by", "entity": None}
    ]
    assert first["count"] == 3
    belief, name = first["figures"]
    assert 0 < belief["number"] < 1
    assert (name["text"], name["number"]) == ("concernedBy", None)
    assert found["predicates"]["truncated"] is True
    (group,) = found["objects"]["groups"]
    assert group["count"] == 3
    assert group["keys"][1]["label"] == "piracy"
    assert group["keys"][1]["entity"] == {"__typename": "Threat", "label": "piracy"}
    (everything,) = found["all"]["groups"]
    assert everything["keys"] == []
    assert {key["keys"][0]["value"] for key in found["states"]["groups"]} == {"FRA", "JPN", "KOR"}
    assert found["evidence"]["groups"][0]["keys"][0]["label"] == "Partners of the alliance"
    publishers = {g["keys"][0]["value"]: g["count"] for g in found["documents"]["groups"]}
    assert publishers["Steady News"] == 1
    assert None in publishers


def test_groups_show_days_as_days(ask: Ask, api: Any) -> None:
    found = ask(
        """{ facts(first: 1000) { nodes { known } }
        said: factGroups(by: ["known"], measures: [{measure: max, field: "known"}]) {
            groups { count keys { value label } figures { number text } } }
        evidences(first: 1000) { nodes { to } }
        until: evidenceGroups(by: ["to"]) { groups { count keys { value } } } }"""
    )
    known = Counter(fact["known"] for fact in found["facts"]["nodes"])
    assert None in known, "facts that were always known"
    assert len(known) > 1, "and others"
    shown: Counter[str | None] = Counter()
    for group in found["said"]["groups"]:
        (key,), (figure,) = group["keys"], group["figures"]
        assert key["value"] == key["label"] == figure["text"]
        assert figure["number"] is None
        shown[key["value"]] += group["count"]
    assert shown == known
    until = Counter(evidence["to"] for evidence in found["evidences"]["nodes"])
    assert {g["keys"][0]["value"]: g["count"] for g in found["until"]["groups"]} == until
    refused = api.answer("""{ factGroups(by: [], measures: [{measure: average, field: "known"}])
        { truncated } }""").body
    assert "which is a day" in refused["errors"][0]["message"]


@pytest.mark.parametrize("by", ["nothing", "properties"])
def test_groups_by_what_does_not_exist_are_refused(ask: Ask, api: Any, by: str) -> None:
    body = api.answer("query ($by: [String!]!) { entityGroups(by: $by) { truncated } }",
                      {"by": [by]}).body  # fmt: skip
    assert body["errors"][0]["extensions"]["code"] == "usage"


def test_text_matches_say_where_the_words_are(ask: Ask, counted: Counted) -> None:
    found = ask(
        """{ textMatches(text: "pirac SEAS", first: 5) { truncated
            entities { entity { label } highlights { field text } }
            evidences { evidence { id } highlights { field text start marks { start end } } }
            documents { document { id name } highlights { field text start marks { start end } } } }
        }"""
    )["textMatches"]
    assert found["entities"] == []
    assert len(found["evidences"]) == 2
    (highlight,) = found["evidences"][0]["highlights"]
    words = [highlight["text"][mark["start"] : mark["end"]] for mark in highlight["marks"]]
    assert words == ["piracy", "seas"]
    text = documents()[2].document.text
    (listed,) = found["documents"]
    (line,) = listed["highlights"]
    assert text[line["start"] :].startswith(line["text"])
    assert line["text"] == "- piracy on the high seas"
    assert found["truncated"] is False
    narrowed = """{ textMatches(text: "pirac seas", evidences: {in: {ids: ["nowhere"]}},
        documents: {ids: ["nowhere"]}, entities: {classes: ["Threat"]}) {
        entities { entity { id } } evidences { evidence { id } }
        documents { document { id } } } }"""
    assert ask(narrowed)["textMatches"] == {"entities": [], "evidences": [], "documents": []}
    before = len(counted.plans)
    query = '{ textMatches(text: "pir") { entities { highlights { text marks { end } } } } }'
    (entity,) = ask(query)["textMatches"]["entities"]
    assert entity["highlights"] == [{"text": "piracy", "marks": [{"end": 6}]}]
    assert len(counted.plans) == before + 1, "only what is selected is searched"
