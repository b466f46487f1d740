"""Queries by an id: sent once by clients, or listed by whoever serves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from entente.errors import InputError, UsageError
from entente.settings import Settings
from gql.document import Refused
from gql.persisted import KEPT, Persisted, read_listed
from gql.service import create_app
from graph.reference import schema_of
from graph.registry import open_store
from ontology.model import Ontology
from tests.gql import world
from tests.gql.serving import serving

QUERY = "query ($id: ID!) { entity(id: $id) { label } }"
HASH = sha256(QUERY.encode()).hexdigest()
VARIABLES = {"id": world.JAPAN}
ANSWER = {"data": {"entity": {"label": "Japan"}}}
OTHER = "{ __typename }"


@pytest.fixture(scope="module")
def store_url(tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('persisted') / 'store.db'}"
    with open_store(url) as store:
        store.adopt(schema_of(ontology), [world.reference()])
    return url


@pytest.fixture(scope="module")
def open_to_all(store_url: str, ontology: Ontology) -> Iterator[httpx.Client]:
    with (
        serving(create_app(store_url, ontology, Settings())) as address,
        httpx.Client(base_url=address) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def listed_only(
    store_url: str, ontology: Ontology, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    path = tmp_path_factory.mktemp("listed") / "queries.json"
    path.write_text(json.dumps({"LabelQuery": QUERY}))
    settings = Settings(persisted=path, only_persisted=True)
    with (
        serving(create_app(store_url, ontology, settings)) as address,
        httpx.Client(base_url=address) as client,
    ):
        yield client


def hashed(hash_: str = HASH) -> dict[str, Any]:
    """The extensions of a request for a persisted query."""
    return {"persistedQuery": {"version": 1, "sha256Hash": hash_}}


def errors(client: httpx.Client, **body: Any) -> list[tuple[str, str]]:
    """Code and message of each error."""
    found = client.post("/graphql", json=body).json()["errors"]
    return [(error["extensions"]["code"], error["message"]) for error in found]


def test_a_client_sends_a_text_once_and_its_hash_from_then_on(open_to_all: httpx.Client) -> None:
    def ask(**body: Any) -> Any:
        given = {"variables": VARIABLES, "extensions": hashed(), **body}
        return open_to_all.post("/graphql", json=given).json()

    assert errors(open_to_all, extensions=hashed(), variables=VARIABLES) == [
        ("persisted-query", "PersistedQueryNotFound")
    ]
    assert ask(query=QUERY) == ANSWER
    assert ask() == ANSWER
    given = {"variables": json.dumps(VARIABLES), "extensions": json.dumps(hashed())}
    assert open_to_all.get("/graphql", params=given).json() == ANSWER
    assert open_to_all.get("/graphql", params={**given, "documentId": HASH}).json() == ANSWER


def test_a_hash_of_another_text_is_refused(open_to_all: httpx.Client) -> None:
    ((code, message),) = errors(open_to_all, query=OTHER, extensions=hashed())
    assert code == "persisted-query"
    assert "hash" in message


@pytest.mark.parametrize(
    "extensions",
    [{"persistedQuery": {"version": 2, "sha256Hash": HASH}}, {"persistedQuery": {"version": 1}},
     {"persistedQuery": {"version": 1, "sha256Hash": 5}}, {"persistedQuery": HASH}],
    ids=str,
)  # fmt: skip
def test_an_id_in_another_form_is_refused(
    open_to_all: httpx.Client, extensions: dict[str, Any]
) -> None:
    answer = open_to_all.post("/graphql", json={"extensions": extensions})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "request"


@pytest.mark.parametrize("id_", ["LabelQuery", HASH, f"sha256:{HASH}"])
def test_a_listed_query_is_asked_by_its_id(listed_only: httpx.Client, id_: str) -> None:
    answer = listed_only.post("/graphql", json={"documentId": id_, "variables": VARIABLES})
    assert answer.json() == ANSWER


def test_a_listed_query_may_come_as_text(listed_only: httpx.Client) -> None:
    body = {"query": QUERY, "variables": VARIABLES}
    assert listed_only.post("/graphql", json=body).json() == ANSWER
    body["extensions"] = hashed()
    assert listed_only.post("/graphql", json=body).json() == ANSWER


def test_no_other_query_is_answered(listed_only: httpx.Client) -> None:
    other = sha256(OTHER.encode()).hexdigest()
    for body in (
        {"query": OTHER},
        {"query": QUERY + " "},
        {"documentId": "nothing"},
        {"extensions": hashed(other)},
        {"query": OTHER, "extensions": hashed(other)},
        {"query": OTHER, "documentId": "LabelQuery"},
    ):
        assert [code for code, _ in errors(listed_only, **body)] == ["not-listed"], body


def test_the_queries_of_clients_are_bounded() -> None:
    persisted = Persisted()
    for number in range(KEPT + 10):
        text = f"{{ a{number}: __typename }}"
        persisted.text(text, sha256(text.encode()).hexdigest())
    assert len(persisted._kept) == KEPT
    with pytest.raises(Refused):
        persisted.text(None, sha256(b"{ a0: __typename }").hexdigest())


def test_lists_are_read_in_the_forms_that_tools_write(tmp_path: Path) -> None:
    path = tmp_path / "queries.json"
    path.write_text(json.dumps({"a": QUERY}))
    assert read_listed(path) == {"a": QUERY}
    operation = {"id": HASH, "body": QUERY, "name": "Label", "type": "query"}
    path.write_text(json.dumps({"format": "apollo-persisted-query-manifest",
                                "version": 1, "operations": [operation]}))  # fmt: skip
    assert read_listed(path) == {HASH: QUERY}


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"operations": [{"id": "a"}]}', "{"])
def test_what_lists_no_queries_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "queries.json"
    path.write_text(text)
    with pytest.raises(InputError):
        read_listed(path)
    with pytest.raises(InputError):
        read_listed(tmp_path / "absent.json")


def test_a_service_for_listed_queries_needs_a_list(store_url: str, ontology: Ontology) -> None:
    with pytest.raises(UsageError):
        create_app(store_url, ontology, Settings(only_persisted=True))


@pytest.mark.parametrize("wrong", ["{ nothing }", "{ entities {", "{ stats { nodes { id } } }"])
def test_a_list_with_a_query_that_does_not_fit_is_refused_at_the_start(
    store_url: str, ontology: Ontology, tmp_path: Path, wrong: str
) -> None:
    path = tmp_path / "queries.json"
    path.write_text(json.dumps({"Good": QUERY, "Wrong": wrong}))
    with pytest.raises(InputError, match="'Wrong' cannot be answered") as raised:
        create_app(store_url, ontology, Settings(persisted=path))
    assert str(path) in str(raised.value)
