"""Changes over the live service: typed, atomic, repeatable, and only for those who may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from entente.settings import Settings
from gql.limits import Limits
from gql.service import create_app
from graph.reference import schema_of
from graph.registry import open_store
from graph.store import Change, Store
from ontology.model import Ontology
from tests.contract.content import content
from tests.gql import world
from tests.gql.serving import serving

TEXT = "Japan is a partner of NATO. Kiribati is a partner of NATO."
LOAD = """mutation ($document: TextInput!) { load(document: $document) {
  changed location facts evidence words refused { reason count }
  document { id name title publisher date text evidence { totalCount } } } }"""
REMOVE = "mutation ($target: String!) { remove(target: $target) { locations documents } }"
JUDGE = """mutation ($left: ID!, $right: String, $verdict: Verdict!, $note: String) {
  judge(left: $left, right: $right, verdict: $verdict, note: $note) {
    changed judgement { id left right verdict by note } entity { id label } } }"""
WITHDRAW = """mutation ($id: ID!) { withdraw(id: $id) {
  changed judgement { id } restored { id verdict } entity { id } } }"""
STATE = """mutation ($document: ID!, $start: Int!, $end: Int!, $subject: ID!, $predicate: String!,
    $object: ID!, $polarity: Polarity, $status: Status, $time: String) {
  state(document: $document, start: $start, end: $end, subject: $subject, predicate: $predicate,
    object: $object, polarity: $polarity, status: $status, time: $time) { changed
    evidence { id kind quote start end modality time extractor } } }"""
RESTATE = "mutation ($id: ID!) { restate(id: $id) { changed evidence { id start quote } } }"
NOBODY = "https://entente.example/id/nobody"
EVIDENCE = "{ stats { evidence documents } }"


@pytest.fixture
def store(store_url: str, ontology: Ontology) -> Iterator[Store]:
    """An empty store of each engine that knows the ontology and the world's entities."""
    with open_store(store_url) as opened:
        opened.adopt(schema_of(ontology), [world.reference()])
        yield opened


@pytest.fixture
def client(store: Store, ontology: Ontology) -> Iterator[httpx.Client]:
    app = create_app(store, ontology, Settings(), Limits(document=10_000))
    with serving(app) as address, httpx.Client(base_url=address, timeout=120) as opened:
        yield opened


def sent(client: httpx.Client, query: str, **variables: Any) -> dict[str, Any]:
    answer = client.post("/graphql", json={"query": query, "variables": variables})
    body: dict[str, Any] = answer.json()
    return body


def data(client: httpx.Client, query: str, **variables: Any) -> dict[str, Any]:
    body = sent(client, query, **variables)
    assert "errors" not in body, body
    found: dict[str, Any] = body["data"]
    return found


def refused(client: httpx.Client, query: str, **variables: Any) -> str:
    (error,) = sent(client, query, **variables)["errors"]
    assert set(error["extensions"]) == {"code", "hint", "retryable", "docs"}
    code: str = error["extensions"]["code"]
    return code


def text(name: str = "partners.txt", **more: Any) -> dict[str, Any]:
    return {"name": name, "text": TEXT, **more}


def test_a_text_is_loaded_and_answers_what_is_stored(client: httpx.Client) -> None:
    given = text(title="Partners", date="2023-07", publisher="A desk")
    loaded = data(client, LOAD, document=given)["load"]
    document = loaded.pop("document")
    assert loaded == {
        "changed": True,
        "location": "graphql:///partners.txt",
        "facts": 2,
        "evidence": 2,
        "words": 12,
        "refused": [],
    }
    told = {name: document[name] for name in ("name", "title", "publisher", "date", "text")}
    assert told == {
        "name": "partners.txt", "title": "Partners", "publisher": "A desk", "date": "2023-07",
        "text": TEXT,
    }  # fmt: skip
    assert document["evidence"]["totalCount"] == 2
    assert data(client, EVIDENCE)["stats"]["documents"] == 1


def test_what_is_repeated_changes_nothing(client: httpx.Client, store: Store) -> None:
    first = data(client, LOAD, document=text())["load"]
    revision = store.revision()
    again = data(client, LOAD, document=text())["load"]
    assert (first["changed"], again["changed"]) == (True, False)
    assert again["document"] == first["document"]
    assert store.revision() == revision


def test_another_text_of_that_name_takes_its_place(client: httpx.Client) -> None:
    old = data(client, LOAD, document=text())["load"]["document"]["id"]
    new = text() | {"text": "Japan is a partner of NATO."}
    assert data(client, LOAD, document=new)["load"]["document"]["id"] != old
    found = data(client, "{ documents { nodes { name length } } }")["documents"]["nodes"]
    assert found == [{"name": "partners.txt", "length": len(new["text"])}]


def test_a_removal_leaves_what_was_there_before(client: httpx.Client, store: Store) -> None:
    before = content(store)
    id_ = data(client, LOAD, document=text())["load"]["document"]["id"]
    assert content(store) != before
    gone = data(client, REMOVE, target="partners.txt")["remove"]
    assert gone == {"locations": ["graphql:///partners.txt"], "documents": [id_]}
    assert content(store) == before
    gone = data(client, REMOVE, target="partners.txt")["remove"]
    assert gone == {"locations": [], "documents": []}


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (text(name="a/b.txt"), "usage"),
        (text(name=".hidden"), "usage"),
        (text(name=""), "usage"),
        (text(date="July 2023"), "usage"),
        (text(name="graph.trig"), "input"),
        (text() | {"text": " \n"}, "input"),
        (text() | {"text": "x" * 10_001}, "limit"),
        (text(title="x" * 2_001), "limit"),
        (text() | {"text": None}, "variables"),
    ],
)
def test_a_wrong_text_is_refused_in_the_one_shape(
    client: httpx.Client, store: Store, document: dict[str, Any], code: str
) -> None:
    revision = store.revision()
    assert refused(client, LOAD, document=document) == code
    assert store.revision() == revision


def test_what_may_not_be_shown_is_not_written(client: httpx.Client, store: Store) -> None:
    """An answer that would be too large is refused before its change is made."""
    revision = store.revision()
    wide = "mutation ($d: TextInput!) { load(document: $d) { document { evidence(first: 9999)"
    assert refused(client, wide + " { totalCount } } } }", d=text()) == "limit"
    assert store.revision() == revision


def test_one_refused_change_leaves_the_others(client: httpx.Client) -> None:
    two = """mutation ($a: TextInput!, $b: TextInput!) {
      a: load(document: $a) { changed } b: load(document: $b) { changed } }"""
    body = sent(client, two, a=text(date="never"), b=text())
    assert body["data"] == {"a": None, "b": {"changed": True}}
    assert [error["path"] for error in body["errors"]] == [["a"]]


def test_a_judgement_merges_until_it_is_withdrawn(client: httpx.Client, store: Store) -> None:
    store.apply(Change(put=world.documents()))
    before = content(store)
    given = {"left": world.SHIPS, "right": world.NATO, "verdict": "same", "note": "a test"}
    made = data(client, JUDGE, **given)["judge"]
    assert made["changed"]
    assert made["judgement"] | given == made["judgement"] | {"by": "local"}
    assert made["entity"]["id"] in (world.SHIPS, world.NATO)
    assert data(client, '{ entities(filter: {classes: ["Organization"]}) { totalCount } }') == {
        "entities": {"totalCount": 1}
    }
    assert not data(client, JUDGE, **given)["judge"]["changed"]
    turned = given | {"left": world.NATO, "right": world.SHIPS, "verdict": "different"}
    changed = data(client, JUDGE, **turned)["judge"]
    assert changed["changed"]
    # What was replaced stands again once the later is withdrawn, however often that is sent.
    id_, earlier = changed["judgement"]["id"], made["judgement"]["id"]
    assert id_ != earlier
    withdrawn = data(client, WITHDRAW, id=id_)["withdraw"]
    assert (withdrawn["changed"], withdrawn["judgement"]["id"]) == (True, id_)
    assert withdrawn["restored"] == {"id": earlier, "verdict": "same"}
    gone = {"changed": False, "judgement": None, "restored": None, "entity": None}
    assert data(client, WITHDRAW, id=id_)["withdraw"] == gone
    assert data(client, '{ entities(filter: {classes: ["Organization"]}) { totalCount } }') == {
        "entities": {"totalCount": 1}
    }
    withdrawn = data(client, WITHDRAW, id=earlier)["withdraw"]
    assert (withdrawn["changed"], withdrawn["restored"]) == (True, None)
    assert content(store) == before


@pytest.mark.parametrize(
    ("judgement", "code"),
    [
        ({"left": world.JAPAN, "right": NOBODY, "verdict": "same"}, "not-found"),
        ({"left": NOBODY, "right": world.JAPAN, "verdict": "different"}, "not-found"),
        ({"left": world.JAPAN, "right": world.JAPAN, "verdict": "same"}, "usage"),
        ({"left": world.JAPAN, "verdict": "same"}, "usage"),
        ({"left": world.JAPAN, "right": world.KOREA, "verdict": "accepted"}, "usage"),
        ({"left": NOBODY, "verdict": "rejected"}, "not-found"),
        # What the ontology describes is corrected there.
        ({"left": world.JAPAN, "verdict": "rejected"}, "usage"),
        ({"left": world.JAPAN, "right": world.KOREA, "verdict": "same"}, "usage"),
        ({"left": NOBODY, "verdict": "retracted"}, "not-found"),
        ({"left": world.JAPAN, "right": "Nihon", "verdict": "label"}, "usage"),
        ({"left": world.JAPAN, "right": "Nothing", "verdict": "class"}, "usage"),
    ],
)
def test_a_judgement_that_cannot_be_made_is_refused(
    client: httpx.Client, store: Store, judgement: dict[str, Any], code: str
) -> None:
    revision = store.revision()
    assert refused(client, JUDGE, **judgement) == code
    assert store.revision() == revision


def test_what_the_ontology_tells_apart_is_not_made_one_by_way_of_another(
    client: httpx.Client, store: Store
) -> None:
    store.apply(Change(put=world.documents()))
    data(client, JUDGE, left=world.SHIPS, right=world.NATO, verdict="same")
    body = sent(client, JUDGE, left=world.JAPAN, right=world.SHIPS, verdict="same")
    (error,) = body["errors"]
    assert error["extensions"]["code"] == "usage"
    assert "described by the ontology as two" in error["message"]
    assert "Turtle" in error["extensions"]["hint"]


def test_a_new_entity_is_named_classed_rejected_and_accepted(
    client: httpx.Client, store: Store
) -> None:
    store.apply(Change(put=world.documents()))
    id_ = world.PIRACY
    for verdict, right in (("label", "Sea robbery"), ("class", "Interest")):
        made = data(client, JUDGE, left=id_, verdict=verdict, right=right)["judge"]
        assert (made["changed"], made["judgement"]["right"]) == (True, right)
        assert not data(client, JUDGE, left=id_, verdict=verdict, right=right)["judge"]["changed"]
    assert made["entity"]["label"] == "Sea robbery"
    made = data(client, JUDGE, left=id_, verdict="rejected")["judge"]
    other = data(client, JUDGE, left=id_, verdict="accepted")["judge"]
    assert (made["changed"], other["changed"]) == (True, True)
    back = data(client, WITHDRAW, id=other["judgement"]["id"])["withdraw"]
    assert back["restored"] == {"id": made["judgement"]["id"], "verdict": "rejected"}


def test_evidence_is_retracted_until_that_is_withdrawn(client: httpx.Client) -> None:
    id_ = data(client, LOAD, document=text())["load"]["document"]["id"]
    query = "query ($id: ID!) { document(id: $id) { evidence { nodes { id fact { belief } } } } }"

    def beliefs() -> dict[str, float]:
        nodes = data(client, query, id=id_)["document"]["evidence"]["nodes"]
        return {node["id"]: node["fact"]["belief"] for node in nodes}

    before = beliefs()
    first = min(before)
    made = data(client, JUDGE, left=first, verdict="retracted", note="irony")["judge"]
    assert made["entity"] is None
    assert beliefs() != before
    data(client, WITHDRAW, id=made["judgement"]["id"])
    assert beliefs() == before


def fact(document: str, **more: Any) -> dict[str, Any]:
    """The fact that France supports NATO, on the first word of a document."""
    return {
        "document": document, "start": 0, "end": 5, "subject": world.FRANCE,
        "predicate": "supports", "object": world.NATO, **more,
    }  # fmt: skip


def test_a_fact_is_stated_on_a_span_and_outlives_its_text(client: httpx.Client) -> None:
    id_ = data(client, LOAD, document=text())["load"]["document"]["id"]
    made = data(client, STATE, **fact(id_, polarity="denied", time="2023"))["state"]
    evidence = made["evidence"]
    assert made["changed"]
    assert evidence | {"id": ""} == {
        "id": "", "kind": "curated", "quote": "Japan", "start": 0, "end": 5,
        "modality": "negated", "time": "2023", "extractor": "local",
    }  # fmt: skip
    again = data(client, STATE, **fact(id_, polarity="denied", time="2023"))["state"]
    assert again == {"changed": False, "evidence": evidence}
    new = {"text": "In 2024, Japan is a partner of NATO."}
    moved = data(client, LOAD, document=text() | new)["load"]["document"]["id"]
    restated = data(client, RESTATE, id=evidence["id"])["restate"]["evidence"]
    assert (restated["start"], restated["quote"]) == (9, "Japan")
    assert refused(client, RESTATE, id=evidence["id"]) == "not-found"
    assert moved != id_


SPOKEN = f"""mutation ($document: ID!, $said: [ID!], $qualifiers: [QualifierInput!]) {{
    state(document: $document, start: 0, end: 5, subject: "{world.FRANCE}", predicate: "supports",
        object: "{world.NATO}", saidBy: $said, qualifiers: $qualifiers) {{ changed evidence {{ id
        saidBy {{ id }} qualifiers {{ name value entity {{ id }} }} }} }} }}"""


def test_a_fact_is_stated_with_its_speakers_and_qualifiers(client: httpx.Client) -> None:
    id_ = data(client, LOAD, document=text())["load"]["document"]["id"]
    more = {
        "said": [world.NATO, world.JAPAN],
        "qualifiers": [
            {"name": "with", "value": world.KOREA},
            {"name": "kind", "value": "arms"},
        ],
    }
    made = data(client, SPOKEN, document=id_, **more)["state"]
    assert made["changed"]
    assert [one["id"] for one in made["evidence"]["saidBy"]] == [world.NATO, world.JAPAN]
    assert sorted(made["evidence"]["qualifiers"], key=lambda one: str(one["name"])) == [
        {"name": "kind", "value": "arms", "entity": None},
        {"name": "with", "value": world.KOREA, "entity": {"id": world.KOREA}},
    ]
    assert data(client, SPOKEN, document=id_, **more)["state"] == made | {"changed": False}
    assert data(client, SPOKEN, document=id_)["state"]["evidence"]["saidBy"] == []


@pytest.mark.parametrize(
    "more",
    [{"said": [NOBODY]}, {"qualifiers": [{"name": "with", "value": NOBODY}]},
     {"qualifiers": [{"name": "wiht", "value": world.KOREA}]},
     {"qualifiers": [{"name": "with", "value": world.PIRACY}]},
     {"qualifiers": [{"name": "kind", "value": " "}]}],
    ids=str,
)  # fmt: skip
def test_speakers_and_qualifiers_that_do_not_fit_are_refused(
    client: httpx.Client, more: dict[str, Any]
) -> None:
    id_ = data(client, LOAD, document=text())["load"]["document"]["id"]
    before = data(client, EVIDENCE)
    assert refused(client, SPOKEN, document=id_, **more) == "usage"
    assert data(client, EVIDENCE) == before


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"end": 1_000}, "usage"),
        ({"start": -1}, "usage"),
        ({"predicate": "hates"}, "usage"),
        ({"object": NOBODY}, "usage"),
        ({"object": world.FRANCE}, "usage"),
        ({"predicate": "locatedIn", "object": world.NATO}, "usage"),
        ({"time": "July 2023"}, "usage"),
        ({"document": "none"}, "not-found"),
    ],
)
def test_a_fact_that_does_not_fit_is_refused(
    client: httpx.Client, store: Store, more: dict[str, Any], code: str
) -> None:
    id_ = data(client, LOAD, document=text())["load"]["document"]["id"]
    revision = store.revision()
    assert refused(client, STATE, **fact(id_) | more) == code
    assert store.revision() == revision


def test_mutations_are_sent_by_post(client: httpx.Client, store: Store) -> None:
    revision = store.revision()
    changing = {"query": 'mutation { remove(target: "x") { documents } }'}
    answer = client.get("/graphql", params=changing)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert answer.json()["errors"][0]["extensions"]["code"] == "method"
    named = {
        "query": 'query Q { stats { facts } } mutation M { remove(target: "x") { documents } }',
        "operationName": "Q",
    }
    assert client.get("/graphql", params=named).status_code == 200
    assert store.revision() == revision


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_no_page_of_another_site_can_write(
    client: httpx.Client, store: Store, headers: dict[str, str]
) -> None:
    body = {"query": LOAD, "variables": {"document": text()}}
    answer = client.post("/graphql", json=body, headers=headers)
    assert answer.status_code == 403
    assert answer.json()["errors"][0]["extensions"]["code"] == "origin"
    assert not list(store.held())
    own = {"origin": str(client.base_url).rstrip("/"), "sec-fetch-site": "same-origin"}
    assert client.post("/graphql", json=body, headers=own).json()["data"]["load"]["changed"]


REVIEW = """{ reviewList { total { newEntities merges refused changed }
  newEntities { label } merges { id left { label } right { label } reason }
  refused { document { title } subject { label } subjectId predicate object { label } reason
    start end quote detail cue }
  changed { id subject { label } predicate object { label } quote locations } } }"""


def test_what_waits_for_a_person_is_listed_until_it_is_judged(client: httpx.Client) -> None:
    said = "Aldous Verney, Foreign Minister of Japan, met NATO. Cyberattacks joined NATO."
    data(client, LOAD, document=text(text=said, title="Two claims"))
    found = data(client, REVIEW)["reviewList"]
    assert {"label": "Aldous Verney"} in found["newEntities"]
    assert found["total"]["refused"] == len(found["refused"]) == 1
    (claim,) = found["refused"]
    assert claim["document"] == {"title": "Two claims"}
    assert claim["object"] == {"label": "NATO"}
    assert claim["reason"] == "subject-not-in-domain"
    assert said[claim["start"] : claim["end"]] == claim["quote"] == "Cyberattacks joined NATO."
    asked = '{ entities(filter: {text: "Verney", classes: ["Person"]}) { nodes { id } } }'
    (person,) = data(client, asked)["entities"]["nodes"]
    data(client, JUDGE, left=person["id"], verdict="accepted")
    assert {"label": "Aldous Verney"} not in data(client, REVIEW)["reviewList"]["newEntities"]


def test_a_statement_whose_text_changed_waits(client: httpx.Client) -> None:
    document = data(client, LOAD, document=text())["load"]["document"]["id"]
    data(client, STATE, **fact(document))
    data(client, LOAD, document=text(text="Nothing of it is left."))
    (changed,) = data(client, REVIEW)["reviewList"]["changed"]
    assert changed["quote"] in TEXT
    assert changed["locations"] == ["graphql:///partners.txt"]
