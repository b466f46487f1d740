"""Live behaviour: every field of the query type, on every engine, against real data."""

from __future__ import annotations

from typing import Any

from tests.gql.conftest import Ask, Counted, Fail
from tests.gql.world import FRANCE, JAPAN, KOREA, LIST, NATO, PIRACY, SECURITY, SHIPS, VILNIUS


def labels(nodes: list[dict[str, Any]]) -> list[str]:
    return [node["label"] for node in nodes]


def test_an_entity_has_its_class_its_properties_and_its_names(ask: Ask) -> None:
    query = """query ($id: ID!) { entity(id: $id) {
        __typename id label alternative types classes origin degree mentions
        properties { name label values } ... on State { alpha3 website } ... on Summit { startDate }
    } }"""
    japan = ask(query, id=JAPAN)["entity"]
    assert japan == {
        "__typename": "State",
        "id": JAPAN,
        "label": "Japan",
        "alternative": ["Nippon"],
        "types": ["State"],
        "classes": ["Actor", "State"],
        "origin": "reference",
        "degree": 3,
        "mentions": 5,
        "properties": [
            {"name": "alpha3", "label": "ISO 3166-1 alpha-3", "values": ["JPN"]},
            {"name": "website", "label": "website", "values": ["https://example.org/jp"]},
        ],
        "alpha3": "JPN",
        "website": ["https://example.org/jp"],
    }
    assert ask(query, id=VILNIUS)["entity"]["startDate"] == "2023-07-11"
    assert ask(query, id=SHIPS)["entity"]["origin"] == "provisional"
    assert ask(query, id="https://entente.example/id/nowhere")["entity"] is None


def test_relations_are_read_from_both_ends_under_the_names_of_the_turtle(ask: Ask) -> None:
    query = """query ($id: ID!) { entity(id: $id) {
        ... on Organization { members { nodes { label } totalCount }
                              partnerOf { nodes { label } } alliedWith { totalCount }
                              denied: alliedWith(modalities: [negated]) { nodes { label } } }
        ... on State { memberOf { nodes { label ... on Organization { members { totalCount } } } } }
    } }"""
    nato = ask(query, id=NATO)["entity"]
    assert nato["members"] == {"nodes": [{"label": "France"}], "totalCount": 1}
    assert sorted(labels(nato["partnerOf"]["nodes"])) == ["Japan", "South Korea"]
    # A denied alliance is never among the allies unless denials are asked for.
    assert nato["alliedWith"] == {"totalCount": 0}
    assert nato["denied"] == {"nodes": [{"label": "Japan"}]}
    france = ask(query, id=FRANCE)["entity"]
    assert france["memberOf"]["nodes"] == [{"label": "NATO", "members": {"totalCount": 1}}]


def test_facts_keep_every_modality_and_its_evidence(ask: Ask) -> None:
    facts = ask(
        """query ($id: ID!, $modalities: [Modality!]) { entity(id: $id) {
            facts(predicates: ["cooperatesOn"], modalities: $modalities) { totalCount nodes {
                predicate subject { label } object { id label } modalities belief evidenceCount
                evidence { nodes { id kind start end quote before after polarity status modality
                    time confidence qualifiers { name label value entity { id label } }
                    document { name publisher date } fact { predicate } } } } } } }""",
        id=JAPAN,
    )["entity"]["facts"]
    assert facts["totalCount"] == 1
    (fact,) = facts["nodes"]
    assert (fact["predicate"], fact["object"]["id"]) == ("cooperatesOn", SECURITY)
    assert fact["modalities"] == ["planned"]
    (evidence,) = fact["evidence"]["nodes"]
    assert evidence["quote"] == "Japan and the Ministry of Ships will work on maritime security"
    assert evidence["end"] - evidence["start"] == len(evidence["quote"])
    assert evidence["before"].endswith("is a partner of NATO. ")
    assert evidence["after"].startswith(". Japan is concerned")
    assert (evidence["kind"], evidence["polarity"], evidence["status"], evidence["modality"]) == (
        "text",
        "affirmed",
        "planned",
        "planned",
    )
    assert evidence["document"] == {
        "name": "first.txt",
        "publisher": "Steady News",
        "date": "2023-07-01",
    }
    by_name = {item["name"]: item for item in evidence["qualifiers"]}
    assert by_name["with"]["entity"] == {"id": SHIPS, "label": "Ministry of Ships"}
    assert by_name["kind"] == {
        "name": "kind",
        "label": "kind",
        "value": "joint work",
        "entity": None,
    }


def test_facts_are_filtered(ask: Ask) -> None:
    query = """query ($document: ID, $direction: Direction, $asOf: String, $knownAt: String,
                      $undated: Boolean, $belief: Float, $modalities: [Modality!]) {
        entity(id: "https://entente.example/id/nato") { facts(document: $document,
            direction: $direction, asOf: $asOf, knownAt: $knownAt, undated: $undated,
            minBelief: $belief, modalities: $modalities) {
                nodes { predicate subject { label } object { label } } } } }"""

    def found(**arguments: Any) -> set[str]:
        nodes = ask(query, **arguments)["entity"]["facts"]["nodes"]
        return {f"{n['subject']['label']} {n['predicate']} {n['object']['label']}" for n in nodes}

    everything = found()
    assert "France memberOf NATO" in everything
    assert "NATO concernedBy piracy" in everything
    assert "NATO concernedBy piracy" not in found(direction="in")
    assert found(modalities=["negated"]) == {"Japan alliedWith NATO"}
    assert "France memberOf NATO" not in found(asOf="1948")
    assert found(asOf="1950", undated=False) == {"France memberOf NATO"}
    # Reference facts are always known; what only undated documents say never is.
    assert found(knownAt="2000") == {"France memberOf NATO"}
    assert "NATO concernedBy piracy" in found(knownAt="2021-06-30")
    assert found(belief=0.99) < everything
    listed = ask('{ documents(text: "fear") { nodes { id name } } }')["documents"]["nodes"]
    document = next(node["id"] for node in listed if node["name"] == "listed.md")
    assert found(document=document) == {"NATO concernedBy piracy"}


def test_context_and_speakers_of_an_evidence(ask: Ask) -> None:
    facts = ask(
        """query ($id: ID!) { entity(id: $id) { facts { nodes { subject { id } evidence { nodes {
            quote context { start end quote } saidBy { id } document { name } } } } } } }""",
        id=PIRACY,
    )["entity"]["facts"]["nodes"]
    japan = next(fact for fact in facts if fact["subject"]["id"] == JAPAN)
    by_document = {each["document"]["name"]: each for each in japan["evidence"]["nodes"]}
    (span,) = by_document["listed.md"]["context"]
    assert span["quote"] == "Common threats:" == LIST[span["start"] : span["end"]]
    assert [said["id"] for said in by_document["first.txt"]["saidBy"]] == [SHIPS, JAPAN]
    assert by_document["listed.md"]["saidBy"] == []


def test_single_facts_evidence_and_documents_by_id(ask: Ask) -> None:
    fact = ask(
        """{ entity(id: "https://entente.example/id/france") { facts { nodes { id
            evidence { nodes { id source document { id kind } } } } } } }"""
    )["entity"]["facts"]["nodes"][0]
    evidence = fact["evidence"]["nodes"][0]
    assert evidence["source"] == "https://example.org/members"
    assert evidence["document"]["kind"] == "reference"
    again = ask(
        """query ($fact: ID!, $evidence: ID!, $document: ID!) {
            fact(id: $fact) { predicate } evidence(id: $evidence) { time }
            document(id: $document) { name text } none: fact(id: "0") { id } }""",
        fact=fact["id"],
        evidence=evidence["id"],
        document=evidence["document"]["id"],
    )
    assert again == {
        "fact": {"predicate": "memberOf"},
        "evidence": {"time": "1949-08-24/.."},
        "document": {"name": "world.ttl", "text": "id:france ent:memberOf id:nato .\n"},
        "none": None,
    }


def test_documents_with_text_structure_and_evidence(ask: Ask, counted: Counted) -> None:
    found = ask("{ documents { totalCount nodes { name date } } }")["documents"]
    assert found["totalCount"] == 3
    assert [node["name"] for node in found["nodes"]][:2] == ["first.txt", "listed.md"]
    assert "text" not in repr(counted.plans)
    every = ask("{ documents(kind: null) { totalCount } }")["documents"]["totalCount"]
    assert every == 3  # null stands for the default
    reference = ask('{ documents(kind: "reference") { nodes { name } } }')["documents"]["nodes"]
    assert reference == [{"name": "world.ttl"}]
    document = ask(
        """{ documents(text: "high seas") { nodes { name title publisher date address language
            mediaType length evidenceCount text locations { uri name title publisher date }
            blocks { start end kind level }
            evidence(first: 1) { totalCount nodes { quote } pageInfo { hasNextPage } } } } }"""
    )["documents"]["nodes"][0]
    assert document["text"] == LIST
    assert (document["length"], document["evidenceCount"]) == (len(LIST), 2)
    assert document["locations"] == [
        {
            "uri": "/news/listed.md",
            "name": "listed.md",
            "title": "What both sides fear",
            "publisher": "Other News",
            "date": "2021-06",
        }
    ]
    assert document["evidence"] == {
        "totalCount": 2,
        "nodes": [{"quote": "piracy on the high seas"}],
        "pageInfo": {"hasNextPage": True},
    }


def test_search_finds_by_word_prefix_and_class(ask: Ask) -> None:
    assert labels(ask('{ search(text: "jap") { nodes { label } } }')["search"]["nodes"]) == [
        "Japan"
    ]
    both = ask('{ search(text: "n", first: 1) { nodes { label } truncated } }')["search"]
    assert len(both["nodes"]) == 1
    assert both["truncated"] is True
    only = ask('{ search(text: "n", classes: ["State"]) { nodes { label } } }')["search"]
    assert labels(only["nodes"]) == ["Japan"]


def test_expand_shows_nodes_and_the_edges_between_them(ask: Ask) -> None:
    query = """query ($depth: Int, $modalities: [Modality!], $classes: [String!], $limit: Int) {
        expand(ids: ["https://entente.example/id/japan"], depth: $depth, modalities: $modalities,
               classes: $classes, limit: $limit) {
            nodes { id label } truncated
            edges { key fact predicate subject object modality belief from to known } } }"""
    one = ask(query, modalities=["asserted"])["expand"]
    assert {node["id"] for node in one["nodes"]} == {JAPAN, NATO, PIRACY}
    assert not one["truncated"]
    assert {edge["modality"] for edge in one["edges"]} == {"asserted"}
    dated = next(e for e in one["edges"] if e["predicate"] == "partnerOf" and e["from"])
    assert (dated["from"], dated["to"], dated["known"]) == ("2022-01-01", None, "2023-07-01")
    two = {node["id"] for node in ask(query, depth=2)["expand"]["nodes"]}
    assert {FRANCE, KOREA} <= two
    planned = ask(query, modalities=["planned"])["expand"]
    assert {node["id"] for node in planned["nodes"]} == {JAPAN, SECURITY}
    actors = ask(query, classes=["Actor"])["expand"]
    assert {node["id"] for node in actors["nodes"]} == {JAPAN, NATO}
    assert ask(query, depth=2, limit=2)["expand"]["truncated"] is True


def test_paths_quote_a_way_from_one_to_the_other(ask: Ask) -> None:
    query = """query ($asOf: String, $hops: Int) { paths(from: "https://entente.example/id/japan",
        to: "https://entente.example/id/france", asOf: $asOf, maxHops: $hops) {
            truncated paths { length nodes { label } edges { predicate subject object } } } }"""
    path, longer = ask(query)["paths"]["paths"]
    assert labels(longer["nodes"]) == ["Japan", "piracy", "NATO", "France"]
    assert path["length"] == 2
    assert labels(path["nodes"]) == ["Japan", "NATO", "France"]
    assert [edge["predicate"] for edge in path["edges"]] == ["partnerOf", "memberOf"]
    assert ask(query, asOf="1948")["paths"]["paths"] == []
    assert ask(query, hops=1)["paths"]["paths"] == []


def test_traverse_follows_hops_and_common_neighbours_meet(ask: Ask) -> None:
    query = """query ($hops: [HopInput!]!) {
        traverse(from: ["https://entente.example/id/japan"], hops: $hops) {
            nodes { label } truncated } }"""
    members = [{"predicates": ["partnerOf"]}, {"predicates": ["memberOf"], "direction": "in"}]
    assert labels(ask(query, hops=members)["traverse"]["nodes"]) == ["France"]
    planned = [{"predicates": ["cooperatesOn"], "modalities": ["planned"]}]
    assert labels(ask(query, hops=planned)["traverse"]["nodes"]) == ["maritime security"]
    assert ask(query, hops=[{"predicates": ["cooperatesOn"]}])["traverse"]["nodes"] == []
    common = """query ($predicates: [String!]) { commonNeighbours(
        ids: ["https://entente.example/id/japan", "https://entente.example/id/nato"],
        predicates: $predicates) { nodes { label } } }"""
    assert labels(ask(common)["commonNeighbours"]["nodes"]) == ["piracy"]
    assert ask(common, predicates=["partnerOf"])["commonNeighbours"]["nodes"] == []


def test_the_ontology_and_the_figures(ask: Ask, counted: Counted) -> None:
    terms = ask(
        """{ ontology { digest classes { name label definition parents superclasses colour icon
            order } predicates { name inverseName inverseLabel domain range symmetric }
            properties { name domain datatype } qualifiers { name range } } }"""
    )["ontology"]
    state = next(term for term in terms["classes"] if term["name"] == "State")
    assert state["superclasses"] == ["Actor", "State"]
    assert state["colour"].startswith("#")
    member = next(term for term in terms["predicates"] if term["name"] == "memberOf")
    assert (member["inverseName"], member["symmetric"]) == ("members", False)
    assert counted.plans == []
    stats = ask("{ stats { entities documents classes { name count } } }")["stats"]
    assert stats["documents"] == 3
    assert stats["entities"] == 8
    assert {"name": "State", "count": 3} in stats["classes"]
    assert len(counted.plans) == 3  # what is not selected is not counted


def test_knowledge_of_then_is_not_knowledge_of_now(ask: Ask, fail: Fail) -> None:
    query = """query ($at: String) { expand(ids: ["https://entente.example/id/japan"],
        knownAt: $at) { nodes { id } } }"""
    assert {node["id"] for node in ask(query, at="2021-12")["expand"]["nodes"]} == {JAPAN, PIRACY}
    assert {node["id"] for node in ask(query, at="2023-07-01")["expand"]["nodes"]} == {
        JAPAN,
        PIRACY,
        NATO,
    }
