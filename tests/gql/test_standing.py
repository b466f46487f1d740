"""Evidence that people found not to count: marked, and left out where nobody asks for it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.statements import EntityId, Judgement, Verdict
from graph.store import Change, Store
from tests.gql.conftest import Ask
from tests.gql.world import JAPAN, NATO, PIRACY, documents

WHEN = "2024-01-01T00:00:00Z"
DENIAL = next(e for s in documents() for e in s.evidence if e.modality == "negated")
ABOUT_PIRACY = {
    e.id
    for s in documents()
    for f in s.facts
    if f.object == PIRACY or f.subject == PIRACY
    for e in s.evidence
    if e.fact == f.id
}


@pytest.fixture
def judged(world: Store) -> Store:
    retracted = Judgement(EntityId(DENIAL.id), EntityId(""), Verdict.RETRACTED, "ann", WHEN)
    rejected = Judgement(PIRACY, EntityId(""), Verdict.REJECTED, "ann", WHEN)
    world.apply(Change(judge=(retracted, rejected)))
    return world


def ids(connection: dict[str, Any]) -> set[str]:
    return {node["id"] for node in connection["nodes"]}


def test_an_evidence_says_whether_it_counts(judged: Store, ask: Ask) -> None:
    query = "query ($id: ID!) { evidence(id: $id) { standing } }"
    assert ask(query, id=DENIAL.id)["evidence"] == {"standing": "retracted"}
    assert ABOUT_PIRACY
    for id_ in ABOUT_PIRACY:
        assert ask(query, id=id_)["evidence"] == {"standing": "rejected"}


@pytest.mark.usefixtures("judged")
def test_lists_leave_out_what_does_not_count_unless_it_is_asked_for(ask: Ask) -> None:
    query = """query ($f: EvidenceFilter) { evidences(filter: $f, first: 100) {
        totalCount nodes { id standing } } }"""
    silent = {DENIAL.id, *ABOUT_PIRACY}
    listed = ask(query)["evidences"]
    assert {node["standing"] for node in listed["nodes"]} == {"counted"}
    assert not ids(listed) & silent
    every = ask(query, f={"standings": ["counted", "retracted", "rejected"]})["evidences"]
    assert ids(every) == ids(listed) | silent
    assert every["totalCount"] == listed["totalCount"] + len(silent)
    assert ids(ask(query, f={"standings": ["retracted"]})["evidences"]) == {DENIAL.id}
    assert ids(ask(query, f={"not": {"standings": ["counted"]}})["evidences"]) == silent
    assert ids(ask(query, f={"kinds": ["text"]})["evidences"]) <= ids(listed)


@pytest.mark.usefixtures("judged")
def test_a_fact_shows_what_counts_for_it_and_the_rest_on_demand(ask: Ask) -> None:
    query = """query ($id: ID!, $s: [Standing!]) { fact(id: $id) { modalities evidenceCount
        evidence(filter: {standings: $s}) { totalCount nodes { id } } } }"""
    fact = ask(query, id=DENIAL.fact)["fact"]
    assert (fact["modalities"], fact["evidence"]["nodes"]) == ([], [])
    assert fact["evidenceCount"] == 1
    assert ids(ask(query, id=DENIAL.fact, s=["retracted"])["fact"]["evidence"]) == {DENIAL.id}


@pytest.mark.usefixtures("judged")
def test_a_fact_is_found_by_evidence_that_counts_alone(ask: Ask) -> None:
    query = "query ($f: FactFilter) { facts(filter: $f) { nodes { id } } }"

    def found(**wanted: Any) -> set[str]:
        return ids(ask(query, f=wanted)["facts"])

    assert found(modalities=["negated"]) == set()
    assert found(document=DENIAL.document, predicates=["alliedWith"]) == set()
    assert found(evidence={"some": {"modalities": ["negated"]}}) == set()
    retracted = {"modalities": ["negated"], "standings": ["retracted"]}
    assert found(evidence={"some": retracted}) == {DENIAL.fact}
    assert DENIAL.fact in found(evidence={"none": {}})
    assert DENIAL.fact not in found(evidence={"every": {"modalities": ["asserted"]}})


@pytest.mark.usefixtures("judged")
def test_times_groups_and_searches_leave_it_out(ask: Ask) -> None:
    groups = """{ evidenceGroups(by: ["modality"]) { groups { keys { value } } }
        textMatches(text: "ally") { evidences { evidence { id } } }
        silent: evidenceGroups(by: ["standing"], filter: {standings: [retracted, rejected]}) {
            groups { count keys { value } } } }"""
    found = ask(groups)
    assert {g["keys"][0]["value"] for g in found["evidenceGroups"]["groups"]}.isdisjoint(
        {"negated"}
    )
    assert found["textMatches"]["evidences"] == []
    assert {g["keys"][0]["value"]: g["count"] for g in found["silent"]["groups"]} == {
        "rejected": len(ABOUT_PIRACY),
        "retracted": 1,
    }
    moments = """query ($id: ID!) { timeline(id: $id) { moments { evidence { id } } }
        entity(id: $id) { facts(modalities: null) { nodes { id } } } }"""
    assert ask(moments, id=DENIAL.fact)["timeline"]["moments"] == []
    for id_ in (JAPAN, NATO):
        shown = {m["evidence"]["id"] for m in ask(moments, id=id_)["timeline"]["moments"]}
        assert shown
        assert not shown & {DENIAL.id, *ABOUT_PIRACY}


def test_a_fact_without_evidence_that_counts_is_listed_where_it_is_asked_for(
    judged: Store, ask: Ask
) -> None:
    (silent,) = {e.fact for s in documents() for e in s.evidence if e.id == DENIAL.id}
    document = DENIAL.document
    query = """query ($f: FactFilter, $d: ID!) {
        facts(filter: $f, first: 100) { totalCount nodes { id modalities } }
        document(id: $d) { facts(filter: $f) { totalCount nodes { id } } }
        factGroups(by: [], filter: $f) { groups { count } } }"""

    def found(**wanted: Any) -> set[str]:
        answer = ask(query, f=wanted, d=document)
        listed = ids(answer["facts"])
        assert answer["facts"]["totalCount"] == len(listed)
        assert answer["factGroups"]["groups"][0]["count"] == len(listed)
        of_document = ids(answer["document"]["facts"])
        assert of_document <= listed
        assert answer["document"]["facts"]["totalCount"] == len(of_document)
        return listed

    assert silent not in found()
    assert found()
    of_ends = {"subject": {"ids": [JAPAN, NATO]}, "object": {"ids": [JAPAN, NATO]}}
    assert silent not in found(**of_ends)
    assert silent in found(ids=[silent])
    assert silent in found(evidence={"some": {"standings": ["retracted"]}}, **of_ends)
    judged.apply(Change(withdraw=tuple(j.id for j in judged.judgements())))
    assert silent in found()
