"""The service over HTTP: what it answers, and whom it refuses."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from entente.errors import StoreUnavailable, UsageError
from entente.settings import Settings
from gql.http.guard import is_loopback
from gql.limits import Limits
from gql.service import create_app, require_key
from graph.plan import Plan, Result
from graph.reference import schema_of
from graph.registry import open_store
from graph.store import Schema
from ontology.model import Ontology
from tests.gql import world
from tests.gql.serving import serving

KEY = "a key of some length"
QUERY = '{ entity(id: "https://entente.example/id/japan") { label } }'
ANSWER = {"data": {"entity": {"label": "Japan"}}}
GRAPHQL_JSON = "application/graphql-response+json"


@pytest.fixture(scope="module")
def store_url(tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('http') / 'store.db'}"
    with open_store(url) as store:
        store.adopt(schema_of(ontology), [world.reference()])
    return url


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages as `make explorer` leaves them."""
    folder = tmp_path_factory.mktemp("dist")
    (folder / "assets").mkdir()
    (folder / "index.html").write_text("<!doctype html><title>the explorer</title>")
    (folder / "graphiql.html").write_text("<!doctype html><title>GraphiQL</title>")
    (folder / "assets" / "index-abc123.js").write_text("// " + "x" * 5_000)
    (folder.parent / "secret.txt").write_text("secret")
    return folder


@pytest.fixture(scope="module")
def service(store_url: str, ontology: Ontology, built: Path) -> Iterator[httpx.Client]:
    """A client of the service without a key."""
    app = create_app(store_url, ontology, Settings(), pages=built)
    with serving(app) as address, httpx.Client(base_url=address) as client:
        yield client


@pytest.fixture(scope="module")
def guarded(store_url: str, ontology: Ontology, built: Path) -> Iterator[httpx.Client]:
    """A client of the service with a key; it gives none of itself."""
    app = create_app(store_url, ontology, Settings(api_key=KEY), pages=built)
    with serving(app) as address, httpx.Client(base_url=address) as client:
        yield client


def code(response: httpx.Response) -> str:
    """The code of a refusal, which has the one shape."""
    body = response.json()
    assert set(body) == {"errors"}
    (error,) = body["errors"]
    assert set(error) - {"locations", "path"} == {"message", "extensions"}
    assert set(error["extensions"]) == {"code", "hint", "retryable", "docs"}
    assert error["extensions"]["hint"]
    found: str = error["extensions"]["code"]
    return found


def test_queries_are_answered_by_post_and_get(service: httpx.Client) -> None:
    posted = service.post("/graphql", json={"query": QUERY})
    assert (posted.status_code, posted.json()) == (200, ANSWER)
    assert posted.headers["content-type"] == "application/json; charset=utf-8"
    got = service.get("/graphql", params={"query": QUERY})
    assert (got.status_code, got.json()) == (200, ANSWER)
    named = {
        "query": "query A($id: ID!) { entity(id: $id) { label } } query B { __typename }",
        "variables": {"id": world.JAPAN},
        "operationName": "A",
        "extensions": {"ignored": True},
    }
    assert service.post("/graphql", json=named).json() == ANSWER
    named = named | {"variables": json.dumps(named["variables"]), "extensions": ""}
    assert service.get("/graphql", params=named).json() == ANSWER


@pytest.mark.parametrize(
    ("accept", "type_", "status"),
    [
        ("*/*", "application/json", 200),
        ("application/json", "application/json", 200),
        (GRAPHQL_JSON, GRAPHQL_JSON, 400),
        (f"{GRAPHQL_JSON}, application/json;q=0.9", GRAPHQL_JSON, 400),
        (f"{GRAPHQL_JSON};q=0.5, application/json", "application/json", 200),
        ("text/html, application/*;q=0.8", "application/json", 200),
    ],
)
def test_a_wrong_query_has_the_status_that_its_client_understands(
    service: httpx.Client, accept: str, type_: str, status: int
) -> None:
    answer = service.post("/graphql", json={"query": "{ nothing }"}, headers={"accept": accept})
    assert answer.headers["content-type"] == f"{type_}; charset=utf-8"
    assert (answer.status_code, code(answer)) == (status, "validation")
    right = service.post("/graphql", json={"query": QUERY}, headers={"accept": accept})
    assert (right.status_code, right.json()) == (200, ANSWER)


JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("content", "headers", "status", "expected"),
    [
        (b"", JSON, 400, "request"),
        (b"{", JSON, 400, "request"),
        (b"\xff\xfe", JSON, 400, "request"),
        (b"null", JSON, 400, "request"),
        (b'[{"query": "{ __typename }"}]', JSON, 400, "request"),
        (b"{}", JSON, 400, "request"),
        (b'{"query": 1}', JSON, 400, "request"),
        (b'{"query": "{ __typename }", "variables": []}', JSON, 400, "request"),
        (b'{"query": "{ __typename }", "operationName": 1}', JSON, 400, "request"),
        (b'{"query": "{ __typename }", "extensions": "x"}', JSON, 400, "request"),
        (b'{"query": "{ __typename }"}', {}, 415, "media-type"),
        (b'{"query": "{ __typename }"}', {"content-type": "text/plain"}, 415, "media-type"),
        (b"query=x", {"content-type": "application/x-www-form-urlencoded"}, 415, "media-type"),
        (b'{"query": "{ __typename }"}',
         {"content-type": "application/json; charset=latin-1"}, 415, "media-type"),
        (gzip.compress(b'{"query": "{ __typename }"}'), JSON | {"content-encoding": "gzip"},
         415, "media-type"),
        (b'{"query": "{ __typename }"}', JSON | {"accept": "text/html"}, 406, "media-type"),
        (b'{"query": "{ __typename }"}', JSON | {"accept": "multipart/mixed"}, 406, "incremental"),
        (b'{"query": "' + b" " * 300_000 + b'{ __typename }"}', JSON, 413, "too-large"),
    ],
)  # fmt: skip
def test_what_is_no_graphql_request_is_refused(
    service: httpx.Client,
    content: bytes,
    headers: dict[str, str],
    status: int,
    expected: str,
) -> None:
    answer = service.post("/graphql", content=content, headers=headers)
    assert (answer.status_code, code(answer)) == (status, expected)


def test_a_body_without_a_length_is_cut_off_too(service: httpx.Client) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 10_000

    answer = service.post("/graphql", content=endless(), headers=JSON)
    assert (answer.status_code, code(answer)) == (413, "too-large")


def test_paths_and_methods_that_are_not_there(service: httpx.Client) -> None:
    for path in ("/nothing", "/graphql/", "/%00", "/assets", "/docs", "/openapi.json"):
        answer = service.get(path)
        assert (answer.status_code, code(answer)) == (404, "route"), path
    for method in ("PUT", "DELETE", "PATCH"):
        answer = service.request(method, "/graphql")
        assert (answer.status_code, code(answer)) == (405, "method")
        assert answer.headers["Allow"] == "GET, HEAD, POST"


def test_head_is_get_without_its_body(service: httpx.Client) -> None:
    asked = {"query": "{ __typename }"}
    head = service.head("/graphql", params=asked)
    assert (head.status_code, head.content) == (200, b"")
    changing = {"query": 'mutation { withdraw(id: "x") { changed } }'}
    assert service.head("/graphql", params=changing).status_code == 405


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/assets/../../secret.txt", "/assets/%2e%2e/%2e%2e/secret.txt"]
)
def test_files_beside_the_pages_are_out_of_reach(service: httpx.Client, path: str) -> None:
    host, port = service.base_url.host, service.base_url.port
    with socket.create_connection((host, port)) as raw:
        request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        raw.sendall(request.encode())
        answer = b"".join(iter(lambda: raw.recv(65_536), b""))
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"secret" not in answer.partition(b"\r\n\r\n")[2].replace(b"secret.txt", b"")


LONG = "{ __schema { types { name description } } }"


@pytest.mark.parametrize(("taken", "coding"), [("gzip, br", "gzip"), ("identity", None)])
def test_long_answers_are_compressed_for_who_takes_that(
    service: httpx.Client, taken: str, coding: str | None
) -> None:
    answer = service.post("/graphql", json={"query": LONG}, headers={"accept-encoding": taken})
    assert answer.json()["data"]["__schema"]["types"]
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "Accept-Encoding"


def test_pages_and_their_assets(service: httpx.Client) -> None:
    page = service.get("/")
    assert "the explorer" in page.text
    assert page.headers["cache-control"] == "no-cache"
    again = service.get("/", headers={"if-none-match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "GraphiQL" in service.get("/graphiql").text
    asset = service.get("/assets/index-abc123.js")
    assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert asset.headers["content-encoding"] == "gzip"
    assert asset.headers["content-type"].startswith("text/javascript")


def test_pages_that_are_not_built_say_how(store_url: str, ontology: Ontology) -> None:
    app = create_app(store_url, ontology, Settings(), pages=Path("/nowhere/dist"))
    with serving(app) as address:
        for path in ("/", "/graphiql"):
            page = httpx.get(address + path)
            assert page.status_code == 503
            assert "make explorer" in page.text
        assert httpx.get(address + "/assets/x.js").status_code == 404
        assert httpx.post(address + "/graphql", json={"query": QUERY}).json() == ANSWER


@pytest.mark.parametrize("path", ["/", "/graphiql", "/health", "/graphql", "/nothing"])
def test_every_answer_has_the_headers_that_protect_its_reader(
    service: httpx.Client, path: str
) -> None:
    headers = service.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert "unsafe-inline" not in policy["style-src"] or path == "/graphiql"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == ("no-cache" if path in ("/", "/graphiql") else "no-store")


def test_health_and_readiness(service: httpx.Client, tmp_path: Path, ontology: Ontology) -> None:
    assert service.get("/health").json() == {"status": "up"}
    assert service.get("/ready").json() == {"status": "ready", "ontology": ontology.digest}
    app = create_app(f"sqlite:///{tmp_path / 'empty.db'}", ontology, Settings())
    with serving(app) as address:
        assert httpx.get(address + "/health").status_code == 200
        answer = httpx.get(address + "/ready")
        assert (answer.status_code, code(answer)) == (503, "not-ready")


class Away:
    """A store that cannot be reached."""

    def run(self, plan: Plan, values: object = None) -> Result:
        raise StoreUnavailable("the store does not answer", hint="start it")

    def schema(self) -> Schema:
        raise StoreUnavailable("the store does not answer", hint="start it")


def test_a_store_that_is_away_leaves_the_service_up(ontology: Ontology) -> None:
    app = create_app(Away(), ontology, Settings())  # type: ignore[arg-type]
    with serving(app) as address:
        assert httpx.get(address + "/health").status_code == 200
        answer = httpx.get(address + "/ready")
        assert (answer.status_code, code(answer)) == (503, "store-unavailable")
        body = httpx.post(address + "/graphql", json={"query": QUERY}).json()
        assert body["errors"][0]["extensions"]["retryable"] is True


def test_with_a_key_every_request_for_data_gives_it(guarded: httpx.Client) -> None:
    for path in ("/graphql", "/ready", "/nothing"):
        answer = guarded.get(path)
        assert (answer.status_code, code(answer)) == (401, "key"), path
        assert answer.headers["www-authenticate"].startswith("Bearer")
    for wrong in (
        {"authorization": "Bearer wrong"},
        {"authorization": KEY},
        {"authorization": f"Basic {KEY}"},
        {"x-api-key": KEY + "x"},
        {"x-api-key": ""},
    ):
        answer = guarded.post("/graphql", json={"query": QUERY}, headers=wrong)
        assert (answer.status_code, code(answer)) == (401, "key"), wrong
    for right in ({"authorization": f"Bearer {KEY}"}, {"x-api-key": KEY}):
        answer = guarded.post("/graphql", json={"query": QUERY}, headers=right)
        assert (answer.status_code, answer.json()) == (200, ANSWER)
    assert guarded.get("/health").status_code == 200
    assert guarded.get("/").status_code == guarded.get("/graphiql").status_code == 200
    assert guarded.get("/assets/index-abc123.js").status_code == 200
    # With a key, the service may be reached under any name.
    named = {"x-api-key": KEY, "host": "graph.example.org"}
    assert guarded.post("/graphql", json={"query": QUERY}, headers=named).json() == ANSWER


@pytest.mark.parametrize(
    ("host", "answers"),
    [
        ("localhost:8000", True),
        ("LOCALHOST", True),
        ("127.0.0.1", True),
        ("127.1.2.3:80", True),
        ("[::1]:8000", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:8000", False),
        ("169.254.1.1", False),
        ("", False),
    ],
)
def test_without_a_key_only_loopback_names_are_answered(
    service: httpx.Client, host: str, answers: bool
) -> None:
    answer = service.post("/graphql", json={"query": QUERY}, headers={"host": host})
    if answers:
        assert answer.json() == ANSWER
    else:
        assert (answer.status_code, code(answer)) == (421, "host")
        assert service.get("/", headers={"host": host}).status_code == 421


def test_pages_of_other_sites_are_refused(service: httpx.Client) -> None:
    for site in ("cross-site", "same-site"):
        answer = service.get("/graphql", params={"query": QUERY}, headers={"sec-fetch-site": site})
        assert (answer.status_code, code(answer)) == (403, "origin")
    for site in ("same-origin", "none"):
        answer = service.get("/graphql", params={"query": QUERY}, headers={"sec-fetch-site": site})
        assert answer.json() == ANSWER
    preflight = service.options(
        "/graphql",
        headers={"origin": "https://evil.example", "access-control-request-method": "POST"},
    )
    assert "access-control-allow-origin" not in preflight.headers


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound
        ("::", False),
        ("", False),
        ("192.168.0.10", False),
        ("graph.example.org", False),
    ],
)
def test_an_open_address_needs_a_key(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
    require_key(host, Settings(api_key=KEY))
    if loopback:
        require_key(host, Settings())
    else:
        with pytest.raises(UsageError, match="ENTENTE_API_KEY"):
            require_key(host, Settings())


class Slow:
    """A store that takes its time, and notes in which thread."""

    def __init__(self) -> None:
        self.threads: set[str] = set()

    def run(self, plan: Plan, values: object = None) -> Result:
        self.threads.add(threading.current_thread().name)
        time.sleep(1.0)
        return Result()


def test_a_slow_store_holds_up_nobody_else(ontology: Ontology) -> None:
    store = Slow()
    app = create_app(store, ontology, Settings())  # type: ignore[arg-type]
    with serving(app) as address:
        asking = threading.Thread(
            target=httpx.post, args=(address + "/graphql",), kwargs={"json": {"query": QUERY}}
        )
        asking.start()
        while not store.threads:
            time.sleep(0.01)
        started = time.monotonic()
        assert httpx.get(address + "/health").status_code == 200
        assert time.monotonic() - started < 0.8
        asking.join()
    assert all(name.startswith("graphql") for name in store.threads)


def test_a_query_that_takes_too_long_is_given_up(ontology: Ontology) -> None:
    limits = Limits(seconds=0.1)
    app = create_app(Slow(), ontology, Settings(), limits)  # type: ignore[arg-type]
    with serving(app) as address:
        answer: dict[str, Any] = httpx.post(address + "/graphql", json={"query": QUERY}).json()
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "timeout"
