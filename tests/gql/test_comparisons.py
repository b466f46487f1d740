"""Comparing agreements, sharing interests, ordering what was said, and contradictions."""

from __future__ import annotations

from typing import Any

import pytest

from gql import Api
from gql.schema import PlannedSchema
from graph.reference import schema_of
from graph.statements import DocumentKind, Entity, Origin, Polarity, Status
from graph.store import Change, Store
from ontology.model import Ontology
from tests.contract.world import Telling, iri
from tests.gql.conftest import Ask

EAST, WEST, ATTACKS, SAFETY, TRADE, CYBER, JAPAN, FRANCE, PEACE = (
    iri(name)
    for name in ("east", "west", "attacks", "safety", "trade", "cyber", "japan", "france", "peace")
)
ENTITIES = (
    Entity(EAST, ("Agreement",), "Treaty of the East", origin=Origin.REFERENCE),
    Entity(WEST, ("Agreement",), "Treaty of the West", origin=Origin.REFERENCE),
    Entity(ATTACKS, ("Threat",), "cyberattacks", origin=Origin.REFERENCE),
    Entity(SAFETY, ("Interest",), "cybersecurity", origin=Origin.REFERENCE),
    Entity(TRADE, ("Interest",), "trade", origin=Origin.REFERENCE),
    Entity(PEACE, ("Interest",), "peace", origin=Origin.REFERENCE),
    Entity(CYBER, ("Topic",), "cyber matters", origin=Origin.REFERENCE),
    Entity(JAPAN, ("State",), "Japan", origin=Origin.REFERENCE),
    Entity(FRANCE, ("State",), "France", origin=Origin.REFERENCE),
)


def reference() -> Telling:
    told = Telling("attacks about cyber. safety about cyber.", "topics.ttl",
                   kind=DocumentKind.REFERENCE).describes(*ENTITIES)  # fmt: skip
    told.says(ATTACKS, "about", CYBER, "attacks about cyber")
    told.says(SAFETY, "about", CYBER, "safety about cyber")
    return told


def early() -> Telling:
    text = """The Treaty of the East covers cyberattacks and trade. The Treaty of the West covers
cybersecurity. It does not cover trade. Japan may join the Treaty of the East. Japan and France seek
peace; Japan seeks cybersecurity, and France worries about cyberattacks. Japan seeks trade."""
    told = Telling(text, "/early.txt", "2020-01-10", "Steady News")
    told.says(EAST, "addresses", ATTACKS, "covers cyberattacks")
    told.says(EAST, "addresses", TRADE, "covers cyberattacks and trade")
    told.says(WEST, "addresses", SAFETY, "The Treaty of the West covers\ncybersecurity")
    told.says(WEST, "addresses", TRADE, "It does not cover trade", polarity=Polarity.DENIED)
    told.says(JAPAN, "partyTo", EAST, "Japan may join", status=Status.POSSIBLE)
    told.says(JAPAN, "sharesInterest", PEACE, "Japan and France seek\npeace")
    told.says(FRANCE, "sharesInterest", PEACE, "France seek\npeace")
    told.says(JAPAN, "cooperatesOn", SAFETY, "Japan seeks cybersecurity")
    told.says(JAPAN, "sharesInterest", TRADE, "Japan seeks trade")
    return told


def later() -> Telling:
    text = "Japan will join the Treaty of the East."
    told = Telling(text, "/later.txt", "2021-02/2021-03", "Other News")
    told.says(JAPAN, "partyTo", EAST, "Japan will join", status=Status.PLANNED)
    return told


def last() -> Telling:
    told = Telling("Japan has joined the Treaty of the East. Japan repeats that it has joined.",
                   "/last.txt", "2022", "Steady News")  # fmt: skip
    told.says(JAPAN, "partyTo", EAST, "Japan has joined")
    told.says(JAPAN, "partyTo", EAST, "Japan repeats that it has joined")
    return told


def undated() -> Telling:
    told = Telling("Japan did not join the Treaty of the East.", "/undated.txt")
    told.says(JAPAN, "partyTo", EAST, "Japan did not join", polarity=Polarity.DENIED)
    return told


@pytest.fixture
def world(store: Store, ontology: Ontology) -> Store:
    store.adopt(schema_of(ontology), [reference().statements()])
    told = (early(), later(), last(), undated())
    store.apply(Change(put=tuple(each.statements() for each in told)))
    return store


@pytest.fixture
def api(world: Store, ontology: Ontology, schema: PlannedSchema) -> Api:
    return Api(world, ontology, schema=schema)


COMPARE = """query ($ids: [ID!]!, $shared: Boolean, $through: [String!], $m: [Modality!],
                    $known: String) {
    compare(agreements: $ids, shared: $shared, through: $through, modalities: $m, knownAt: $known) {
        truncated entities { id } subjects { shared subject { label } lackedBy { id }
            coverage { entity { id } items { label }
                facts { subject { id } object { label } evidence { nodes { quote } } } } } } }"""


def test_what_agreements_cover_meets_under_topics(ask: Ask) -> None:
    found = ask(COMPARE, ids=[EAST, WEST])["compare"]
    assert [each["id"] for each in found["entities"]] == [EAST, WEST]
    cyber, trade = found["subjects"]
    assert (cyber["subject"]["label"], cyber["shared"], cyber["lackedBy"]) == (
        "cyber matters",
        True,
        [],
    )
    east, west = cyber["coverage"]
    assert (east["entity"]["id"], east["items"]) == (EAST, [{"label": "cyberattacks"}])
    assert (west["entity"]["id"], west["items"]) == (WEST, [{"label": "cybersecurity"}])
    (fact,) = east["facts"]
    assert fact["evidence"]["nodes"] == [{"quote": "covers cyberattacks"}]
    assert (trade["subject"]["label"], trade["shared"]) == ("trade", False)
    assert trade["lackedBy"] == [{"id": WEST}], "a denial covers nothing"


def test_comparisons_are_narrowed(ask: Ask) -> None:
    def subjects(**wanted: Any) -> list[str]:
        found = ask(COMPARE, ids=[EAST, WEST], **wanted)["compare"]["subjects"]
        return [each["subject"]["label"] for each in found]

    assert subjects(shared=True) == ["cyber matters"]
    assert subjects(shared=False) == ["trade"]
    assert subjects(through=[]) == ["cyberattacks", "cybersecurity", "trade"]
    assert subjects(m=["negated"]) == ["trade"]
    assert subjects(known="2019") == []


def test_one_is_not_compared(api: Api) -> None:
    body = api.answer(COMPARE, {"ids": [EAST, EAST]}).body
    assert body["errors"][0]["extensions"]["code"] == "usage"


def test_interests_are_shared_by_all_and_lacked_by_others(ask: Ask) -> None:
    query = """query ($between: [ID!]!, $lacked: [ID!], $predicates: [String!]) {
        sharedInterests(between: $between, lackedBy: $lacked, predicates: $predicates) {
            subjects { subject { label } coverage { entity { label } items { label } } } } }"""

    def subjects(*between: str, **wanted: Any) -> list[str]:
        found = ask(query, between=between, **wanted)["sharedInterests"]["subjects"]
        return [each["subject"]["label"] for each in found]

    assert subjects(JAPAN, FRANCE) == ["peace"]
    assert subjects(JAPAN, lacked=[FRANCE]) == ["cyber matters", "trade"]
    assert subjects(FRANCE, lacked=[JAPAN]) == []
    assert subjects(JAPAN, FRANCE, predicates=["cooperatesOn"]) == []


def test_a_timeline_says_when_an_item_moved(ask: Ask) -> None:
    query = """query ($id: ID!, $only: Boolean, $f: EvidenceFilter) {
        timeline(id: $id, changesOnly: $only, filter: $f) { truncated moments { date modality
            previous changed evidence { quote fact { id predicate } } } } }"""
    stated = {"predicates": ["partyTo"]}
    moments = ask(query, id=JAPAN, f=stated)["timeline"]["moments"]
    assert [(m["date"], m["modality"], m["previous"], m["changed"]) for m in moments] == [
        ("2020-01-10", "possible", None, True),
        ("2021-02/2021-03", "planned", "possible", True),
        ("2022", "asserted", "planned", True),
        ("2022", "asserted", "asserted", False),
        (None, "negated", "asserted", True),
    ]
    changes = ask(query, id=JAPAN, only=True, f=stated)["timeline"]["moments"]
    assert changes == [moment for moment in moments if moment["changed"]]
    fact = moments[0]["evidence"]["fact"]["id"]
    assert ask(query, id=fact)["timeline"]["moments"] == moments
    about = ask(query, id=CYBER)["timeline"]["moments"]
    assert {m["date"] for m in about} == {None}
    assert {m["evidence"]["fact"]["predicate"] for m in about} == {"about"}


def test_contradictions_are_facts_that_are_stated_and_denied(ask: Ask) -> None:
    query = """query ($against: [Modality!], $f: FactFilter) { contradictions(against: $against,
        filter: $f) { totalCount nodes { predicate object { label }
            claims: evidence(modalities: [asserted, planned, possible]) { totalCount }
            denials: evidence(modalities: [negated]) { nodes { quote } } } } }"""
    (fact,) = ask(query)["contradictions"]["nodes"]
    assert (fact["predicate"], fact["object"]["label"]) == ("partyTo", "Treaty of the East")
    assert fact["claims"]["totalCount"] == 4
    assert fact["denials"]["nodes"] == [{"quote": "Japan did not join"}]
    assert ask(query, against=["planned"])["contradictions"]["totalCount"] == 1
    assert ask(query, f={"predicates": ["addresses"]})["contradictions"]["totalCount"] == 0
    assert ask(query, against=[])["contradictions"]["totalCount"] == 0


NOWHERE = iri("nowhere")


@pytest.mark.parametrize(
    ("field", "ids"),
    [
        ("compare(agreements: $ids) { subjects { shared } }", [EAST, NOWHERE]),
        ("sharedInterests(between: $ids) { subjects { shared } }", [JAPAN, NOWHERE]),
        ("sharedInterests(between: [$from], lackedBy: $ids) { subjects { shared } }", [NOWHERE]),
        ("paths(from: $from, to: $to) { truncated }", [JAPAN, NOWHERE]),
        ("paths(from: $from, to: $to) { truncated }", [NOWHERE, JAPAN]),
    ],
)
def test_who_is_not_stored_is_not_taken_for_who_has_nothing(
    api: Api, field: str, ids: list[str]
) -> None:
    given = {"ids": ids, "from": ids[0] if len(ids) > 1 else JAPAN, "to": ids[-1]}
    used = {name: value for name, value in given.items() if f"${name}" in field}
    types = {"ids": "[ID!]!", "from": "ID!", "to": "ID!"}
    head = ", ".join(f"${name}: {types[name]}" for name in used)
    (error,) = api.answer(f"query ({head}) {{ {field} }}", used).body["errors"]
    assert error["message"] == f"no entity {NOWHERE!r}"
    assert error["extensions"]["code"] == "not-found"
