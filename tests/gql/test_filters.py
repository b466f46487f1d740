"""Filters: each word of each kind keeps what it says, and they nest."""

from __future__ import annotations

from typing import Any

import pytest

from gql import Api
from graph.plan.wanted import STATED
from graph.plan.words import READINGS
from tests.gql.conftest import Ask, Fail
from tests.gql.world import FRANCE, JAPAN, KOREA, NATO, PIRACY, SECURITY, SHIPS, VILNIUS, documents

ENTITIES = "query ($f: EntityFilter) { found: entities(filter: $f) { nodes { id } } }"
FACTS = """query ($f: FactFilter) { found: facts(filter: $f) { nodes { id predicate
    subject { id } object { id } } } }"""
EVIDENCES = "query ($f: EvidenceFilter) { found: evidences(filter: $f) { nodes { id quote } } }"
DOCUMENTS = "query ($f: DocumentFilter) { found: documents(filter: $f) { nodes { name } } }"

FIRST, SECOND, LISTED = (told.document.id for told in documents())


def entities(ask: Ask, **wanted: Any) -> set[str]:
    return {node["id"] for node in ask(ENTITIES, f=wanted)["found"]["nodes"]}


def facts(ask: Ask, **wanted: Any) -> set[tuple[str, str, str]]:
    nodes = ask(FACTS, f=wanted)["found"]["nodes"]
    return {(n["subject"]["id"], n["predicate"], n["object"]["id"]) for n in nodes}


def quotes(ask: Ask, **wanted: Any) -> list[str]:
    return [node["quote"] for node in ask(EVIDENCES, f=wanted)["found"]["nodes"]]


def names(ask: Ask, **wanted: Any) -> set[str]:
    return {node["name"] for node in ask(DOCUMENTS, f=wanted)["found"]["nodes"]}


def test_entities_by_their_own_fields(ask: Ask) -> None:
    assert entities(ask, label={"eq": "Japan"}) == {JAPAN}
    assert entities(ask, label={"in": ["Japan", "France", "x"]}) == {JAPAN, FRANCE}
    assert entities(ask, label={"startsWith": "south"}) == {KOREA}
    assert entities(ask, label={"contains": "RAN", "ne": "x"}) == {FRANCE}
    assert entities(ask, label={"ge": "Japan", "lt": "N"}) == {JAPAN, SHIPS}
    assert entities(ask, degree={"ge": 3}) == entities(ask, minDegree=3)
    assert entities(ask, mentions={"gt": 4}, classes=["State"]) == {JAPAN}
    assert entities(ask, properties=[{"name": "alpha3", "value": {"eq": "FRA"}}]) == {FRANCE}
    dated = [{"name": "startDate", "value": {"ge": "2023", "lt": "2024"}}]
    assert entities(ask, properties=dated) == {VILNIUS}
    assert VILNIUS not in entities(
        ask, classes=["Event"], properties=[{"name": "startDate", "value": {"present": False}}]
    )


def test_and_or_not_nest(ask: Ask) -> None:
    states = {JAPAN, KOREA, FRANCE}
    assert entities(ask, classes=["State"]) == states
    assert entities(ask, classes=["State"], **{"not": {"label": {"eq": "Japan"}}}) == {
        KOREA,
        FRANCE,
    }
    either = {"or": [{"label": {"eq": "Japan"}}, {"classes": ["Summit"]}]}
    assert entities(ask, **either) == {JAPAN, VILNIUS}
    assert entities(ask, **{"not": either}, origin="reference", classes=["Actor"]) == {
        KOREA,
        FRANCE,
        NATO,
    }
    both = {"and": [{"classes": ["State"]}, {"not": {"or": [either]}}]}
    assert entities(ask, **both) == {KOREA, FRANCE}
    assert entities(ask, **{"or": []}) == set()
    assert len(entities(ask, **{"or": [{}]})) == len(entities(ask)) == 8


def test_entities_by_what_they_are_related_to(ask: Ask) -> None:
    def related(**wanted: Any) -> set[str]:
        return entities(ask, classes=["Actor"], related=[wanted])

    members = {"predicates": ["memberOf"], "direction": "out"}
    assert related(**members) == {FRANCE}
    assert related(**members, some={"label": {"eq": "NATO"}}) == {FRANCE}
    assert related(**members, none={"label": {"eq": "NATO"}}) == entities(
        ask, classes=["Actor"]
    ) - {FRANCE}
    assert related(**members, asOf="1948", undated=False) == set()
    assert related(**members, asOf="1950", undated=False) == {FRANCE}
    assert related(predicates=["alliedWith"]) == set(), "what is denied is not followed"
    assert related(predicates=["alliedWith"], modalities=["negated"]) == {JAPAN, NATO}
    partners = {"predicates": ["partnerOf"]}
    assert related(**partners, every={"classes": ["State"]}) >= {NATO, FRANCE}
    assert JAPAN not in related(**partners, every={"classes": ["State"]})
    two = [{**partners, "some": {"ids": [NATO]}}, {"predicates": ["concernedBy"]}]
    assert entities(ask, related=two) == {JAPAN}
    deep = {**partners, "some": {"related": [{**members, "direction": "in"}]}}
    assert entities(ask, related=[deep]) == {JAPAN, KOREA}


def test_entities_by_their_facts_and_documents(ask: Ask) -> None:
    denied = {"some": {"modalities": ["negated"]}}
    assert entities(ask, facts=denied) == {JAPAN, NATO}
    assert entities(ask, facts={"none": {}}) == set()
    stated = {"some": {"predicates": ["participatesIn"]}}
    assert entities(ask, facts=stated) == {SHIPS, VILNIUS}
    assert entities(ask, document=LISTED) == {PIRACY}
    assert entities(ask, documents={"some": {"publisher": {"eq": "Other News"}}}) == {PIRACY}
    assert FRANCE in entities(ask, documents={"none": {}})


def test_facts_by_ends_predicate_and_evidence(ask: Ask) -> None:
    everything = facts(ask)
    assert facts(ask, predicates=["memberOf"]) == {(FRANCE, "memberOf", NATO)}
    assert facts(ask, subject={"ids": [FRANCE]}) == {(FRANCE, "memberOf", NATO)}
    assert facts(ask, object={"classes": ["Interest"]}) == {
        (JAPAN, "cooperatesOn", SECURITY),
        (SHIPS, "cooperatesOn", SECURITY),
    }
    assert facts(ask, entity={"ids": [JAPAN]}, predicates=["partnerOf"]) == {
        (JAPAN, "partnerOf", NATO)
    }
    assert facts(ask, modalities=["negated"]) == {(JAPAN, "alliedWith", NATO)}
    unasserted = facts(ask, **{"not": {"modalities": ["asserted"]}})
    assert (JAPAN, "cooperatesOn", SECURITY) in unasserted
    assert facts(ask, modalities=["asserted"]) == everything - unasserted
    assert facts(ask, kinds=["reference"]) == {(FRANCE, "memberOf", NATO)}
    assert facts(ask, document=LISTED) == {
        (JAPAN, "concernedBy", PIRACY),
        (NATO, "concernedBy", PIRACY),
    }
    assert facts(ask, asOf="1950", undated=False) == {(FRANCE, "memberOf", NATO)}
    assert facts(ask, knownAt="2000") == {(FRANCE, "memberOf", NATO)}
    assert (JAPAN, "concernedBy", PIRACY) in facts(ask, knownAt="2021-06-30")
    assert (JAPAN, "concernedBy", PIRACY) not in facts(ask, knownAt="2021-06-29")
    assert facts(ask, belief={"ge": 2}) == set()
    assert facts(ask, evidenceCount={"ge": 2}) < everything
    said = {"some": {"saidBy": {"some": {"ids": [JAPAN]}}}}
    assert facts(ask, evidence=said) == {(JAPAN, "concernedBy", PIRACY)}


TIMES: tuple[dict[str, Any], ...] = (
    {},
    {"asOf": "1950"},
    {"asOf": "2022-06", "undated": False},
    {"knownAt": "2021-06"},
    {"knownAt": "2023-07-01"},
)


def test_an_entity_s_facts_are_the_facts_of_that_entity(ask: Ask) -> None:
    """What the root says of asOf, knownAt and modality is what the entity's field says."""
    query = """query ($id: ID!, $as: String, $known: String, $m: [Modality!], $undated: Boolean,
                      $f: FactFilter) {
        entity(id: $id) { facts(asOf: $as, knownAt: $known, modalities: $m, undated: $undated) {
            nodes { id } } }
        facts(filter: $f) { nodes { id } } }"""
    for id_ in (JAPAN, NATO, PIRACY):
        for times in TIMES:
            for modalities in (None, ["asserted"], ["planned", "negated"]):
                found = ask(
                    query,
                    id=id_,
                    m=modalities,
                    **{"as": times.get("asOf"), "known": times.get("knownAt")},
                    undated=times.get("undated"),
                    f={"entity": {"ids": [id_]}, "modalities": modalities, **times},
                )
                assert found["entity"]["facts"]["nodes"] == found["facts"]["nodes"]


def test_evidence_by_place_manner_and_speaker(ask: Ask) -> None:
    assert quotes(ask, document=LISTED) == ["piracy on the high seas"] * 2
    assert quotes(ask, **{"in": {"publisher": {"eq": "Other News"}}}) == quotes(
        ask, document=LISTED
    )
    assert quotes(ask, text="ministry ships")
    (denied,) = quotes(ask, polarities=["denied"])
    assert "no" in denied.lower()
    assert quotes(ask, modalities=["negated"]) == [denied]
    assert quotes(ask, statuses=["planned"]) == quotes(ask, modalities=["planned"])
    assert quotes(ask, kinds=["reference"]) == ["id:france ent:memberOf id:nato ."]
    assert quotes(ask, time={"from": "1949-08", "to": "1949-09"}) == quotes(
        ask, kinds=["reference"]
    )
    assert quotes(ask, time={"to": "1949-08-23"}) == []
    assert len(quotes(ask, time={"to": "1949-08-23", "undated": True})) > 2
    assert quotes(ask, predicates=["memberOf"]) == quotes(ask, fact={"predicates": ["memberOf"]})
    with_ships = [{"name": "with", "entity": {"ids": [SHIPS]}}]
    assert quotes(ask, qualifiers=with_ships) == quotes(
        ask, fact={"predicates": ["cooperatesOn"], "subject": {"ids": [JAPAN]}}
    )
    assert quotes(ask, saidBy={"some": {"ids": [SHIPS]}})
    assert quotes(ask, confidence={"lt": 0}) == []
    assert quotes(ask, source={"contains": "members"}) == quotes(ask, kinds=["reference"])


def test_documents_by_their_fields_and_what_they_hold(ask: Ask) -> None:
    assert names(ask, publisher={"eq": "Other News"}) == {"listed.md"}
    assert names(ask, date={"from": "2021", "to": "2021-06-01"}) == {"listed.md"}
    assert names(ask, date={"from": "2021-07"}) == {"first.txt"}
    assert names(ask, kind="reference") == {"world.ttl"}
    assert names(ask, mentions={"some": {"ids": [SHIPS]}}) == {"first.txt", "second.txt"}
    assert names(ask, facts={"some": {"modalities": ["negated"]}}) < names(ask)
    assert names(ask, evidence={"every": {"predicates": ["concernedBy"]}}) == {"listed.md"}
    assert names(ask, evidenceCount={"eq": 2}, title={"startsWith": "what"}) == {"listed.md"}


def test_nested_connections_take_filters(ask: Ask) -> None:
    found = ask(
        """query ($id: ID!, $none: FactFilter) { entity(id: $id) {
            facts(filter: {object: {classes: ["Threat"]}}) { totalCount nodes { predicate
                evidence(filter: {saidBy: {none: {}}}) { nodes { document { name } } } } }
            all: facts(filter: $none) { totalCount }
            documents(filter: {publisher: {eq: "Other News"}}) { totalCount }
            ... on State { partnerOf(filter: {classes: ["Organization"]}) { totalCount }
                           none: partnerOf(filter: {classes: ["State"]}) { totalCount } } } }""",
        id=JAPAN,
    )["entity"]
    (fact,) = found["facts"]["nodes"]
    assert fact["predicate"] == "concernedBy"
    assert {each["document"]["name"] for each in fact["evidence"]["nodes"]} == {"listed.md"}
    assert found["all"]["totalCount"] == 4
    assert found["documents"]["totalCount"] == 0
    assert (found["partnerOf"]["totalCount"], found["none"]["totalCount"]) == (1, 0)


@pytest.mark.parametrize(
    ("root", "filter_"),
    [
        ("entities", '{classes: ["Stat"]}'),
        ("facts", '{predicates: ["partnerof"]}'),
        ("entities", '{properties: [{name: "alpha", value: {eq: "x"}}]}'),
        ("evidences", '{qualifiers: [{name: "wit"}]}'),
        ("entities", '{related: [{predicates: ["x"]}]}'),
        ("documents", '{date: {from: "yesterday"}}'),
        ("facts", '{asOf: "2023/.."}'),
    ],
)
def test_names_and_dates_that_do_not_exist_are_refused(fail: Fail, root: str, filter_: str) -> None:
    (error,) = fail(f"{{ {root}(filter: {filter_}) {{ totalCount }} }}")
    assert error["extensions"]["code"] == "usage"


def test_every_word_is_an_input_field_and_every_input_field_a_word(schema: Any) -> None:
    for kind, readings in READINGS.items():
        fields = set(schema.core.type_map[f"{kind.capitalize()}Filter"].fields)
        stated = set(STATED) if kind in ("fact", "evidence") else set()
        assert fields == set(readings) | {"and", "or", "not"} | stated


def test_evidence_by_qualifiers_that_are_texts_and_that_are_entities(ask: Ask) -> None:
    (joint,) = quotes(ask, qualifiers=[{"name": "kind"}])
    assert joint.startswith("Japan and the Ministry of Ships will work")
    for wanted, met in (
        ([{"name": "kind", "value": {"eq": "joint work"}}], [joint]),
        ([{"name": "kind", "value": {"contains": "WORK", "ne": "work"}}], [joint]),
        ([{"name": "kind", "value": {"in": ["x", "joint work"]}}, {"name": "with"}], [joint]),
        ([{"name": "kind", "value": {"present": True}}], [joint]),
        ([{"name": "kind", "value": {"eq": "x"}}], []),
        ([{"name": "office"}], []),
        ([{"name": "with", "entity": {"ids": [SHIPS]}}], [joint]),
        ([{"name": "with", "entity": {"ids": [JAPAN]}}], []),
    ):
        assert quotes(ask, qualifiers=wanted) == met, wanted
    without = quotes(ask, qualifiers=[{"name": "kind", "value": {"present": False}}])
    assert without
    assert joint not in without


def test_a_qualifier_is_compared_as_what_it_is(fail: Fail) -> None:
    (error,) = fail(EVIDENCES, f={"qualifiers": [{"name": "kind", "entity": {"ids": [JAPAN]}}]})
    assert "kind is a text" in error["message"]
    assert "`value`" in error["extensions"]["hint"]
    (error,) = fail(EVIDENCES, f={"qualifiers": [{"name": "with", "value": {"eq": "x"}}]})
    assert "with is an entity" in error["message"]


def test_a_value_that_a_field_never_has_is_refused(api: Api) -> None:
    for field, known in (
        ('entities(filter: {origin: "unknown"}) { totalCount }', "reference or provisional"),
        ('documents(filter: {kind: "text"}) { totalCount }', "source or reference"),
        ('documents(kind: "text") { totalCount }', "source or reference"),
        ('documentGroups(by: [], kind: "text") { groups { count } }', "source or reference"),
    ):
        (error,) = api.answer(f"{{ {field} }}").body["errors"]
        assert error["extensions"]["code"] == "usage", field
        assert known in error["extensions"]["hint"], field


def test_groups_of_documents_are_of_sources_unless_others_are_asked_for(ask: Ask) -> None:
    for asked in ("", "kind: source", "kind: reference", "kind: null", "all"):
        kind = asked.replace("source", '"source"').replace("reference", '"reference"')
        if asked == "all":
            kind = 'filter: {kind: "reference"}'
        given = f"({kind})" if kind else ""
        groups = f"documentGroups({kind + ', ' if kind else ''}by: []) {{ groups {{ count }} }}"
        found = ask(f"{{ documents{given} {{ totalCount }} {groups} }}")
        (group,) = found["documentGroups"]["groups"]
        assert group["count"] == found["documents"]["totalCount"], asked
