"""Subscriptions over the live service, by WebSocket and by server-sent events."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from entente.errors import FellBehind
from entente.settings import ROOT, Settings
from gql.events.feed import Feed
from gql.limits import Limits
from gql.service import create_app
from graph.reference import schema_of
from graph.registry import open_store
from graph.statements import Judgement, Verdict
from graph.store import Change, Store
from ontology.model import Ontology
from tests.gql import world
from tests.gql.listening import PATIENCE, Listener, listening
from tests.gql.serving import serving

TEXT = "Japan is a partner of NATO."
LOAD = """mutation ($document: TextInput!) {
  load(document: $document) { changed document { id } } }"""
CHANGES = """subscription { graphChanges {
  revision loaded removed judged withdrawn ontology truncated } }"""
PROGRESS = """subscription ($name: String) { loadProgress(name: $name) {
  name location by stage document facts evidence failure { code message hint } } }"""
STREAM = {"accept": "text/event-stream"}
FEW = Limits(listeners=3, sockets=4, behind=5, patience=0.5)


@pytest.fixture
def store_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def store(store_url: str, ontology: Ontology) -> Iterator[Store]:
    with open_store(store_url) as opened:
        opened.adopt(schema_of(ontology), [world.reference()])
        yield opened


@pytest.fixture
def address(store: Store, ontology: Ontology) -> Iterator[str]:
    with serving(create_app(store, ontology, Settings(), FEW)) as served:
        yield served


def load(address: str, name: str = "a.txt", text: str = TEXT, **more: Any) -> dict[str, Any]:
    body = {"query": LOAD, "variables": {"document": {"name": name, "text": text, **more}}}
    answer = httpx.post(f"{address}/graphql", json=body, timeout=PATIENCE)
    found: dict[str, Any] = answer.json()
    return found


def change(listener: Listener, id_: str = "1") -> dict[str, Any]:
    found: dict[str, Any] = listener.next(id_)["graphChanges"]
    return found


def test_changes_of_this_service_are_told(address: str, store: Store) -> None:
    with listening(address) as listener:
        listener.start()
        listener.ask("1", CHANGES)
        first = change(listener)
        assert first["revision"] == store.revision()
        assert not any(value for name, value in first.items() if name != "revision")
        id_ = load(address)["data"]["load"]["document"]["id"]
        told = change(listener)
        assert (told["loaded"], told["removed"]) == ([id_], [])
        assert told["revision"] == store.revision() > first["revision"]


def test_changes_of_another_process_are_told(
    address: str, store: Store, store_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "b.txt"
    path.write_text(TEXT)
    with listening(address) as listener:
        listener.start()
        listener.ask("1", CHANGES)
        change(listener)
        for command, told in (("load", "loaded"), ("remove", "removed")):
            done = subprocess.run(
                [sys.executable, "-m", "entente.cli", command, str(path), "--store", store_url],
                cwd=ROOT, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            found = change(listener)
            assert len(found[told]) == 1
            assert found["revision"] == store.revision()


def test_judgements_are_told(address: str, store: Store) -> None:
    made = Judgement(world.JAPAN, world.KOREA, Verdict.SAME, "x", "2026-01-01T00:00:00Z")
    with listening(address) as listener:
        listener.start()
        listener.ask("1", CHANGES)
        change(listener)
        store.apply(Change(judge=(made,)))
        assert change(listener)["judged"] == [made.id]
        store.apply(Change(withdraw=(made.id,)))
        assert change(listener)["withdrawn"] == [made.id]


def test_the_progress_of_a_load_is_told(address: str) -> None:
    with listening(address) as listener:
        listener.start()
        listener.ask("p", PROGRESS, name="a.txt")
        listener.ask("c", CHANGES)
        change(listener, "c")
        listener.send(type="complete", id="c")
        load(address, "other.txt")
        id_ = load(address)["data"]["load"]["document"]["id"]
        told = [listener.next("p")["loadProgress"] for _ in range(3)]
        assert [event["stage"] for event in told] == ["waiting", "reading", "loaded"]
        assert {event["name"] for event in told} == {"a.txt"}
        assert told[-1] == {
            "name": "a.txt", "location": "graphql:///a.txt", "by": "local", "stage": "loaded",
            "document": id_, "facts": 1, "evidence": 1, "failure": None,
        }  # fmt: skip
        load(address, text="  ")
        failed = [listener.next("p")["loadProgress"] for _ in range(3)][-1]
        assert (failed["stage"], failed["failure"]["code"]) == ("refused", "input")


def test_queries_and_mutations_are_answered_too(address: str) -> None:
    with listening(address) as listener:
        listener.start()
        listener.send(type="ping")
        assert listener.receive() == {"type": "pong"}
        listener.ask("q", "query ($id: ID!) { entity(id: $id) { label } }", id=world.JAPAN)
        assert listener.next("q") == {"entity": {"label": "Japan"}}
        assert listener.receive() == {"type": "complete", "id": "q"}
        listener.ask("m", LOAD, document={"name": "m.txt", "text": TEXT})
        assert listener.next("m")["load"]["changed"]
        assert listener.receive() == {"type": "complete", "id": "m"}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription {", "syntax"),
        ("subscription { nothing }", "validation"),
        ("subscription { graphChanges { revision } loadProgress { name } }", "validation"),
        ("query ($id: ID!) { entity(id: $id) { label } }", "variables"),
        ("{ " + " ".join(f"a{n}: stats {{ facts }}" for n in range(40)) + " }", "limit"),
    ],
)
def test_what_is_wrong_ends_an_operation_and_not_the_connection(
    address: str, query: str, code: str
) -> None:
    with listening(address) as listener:
        listener.start()
        listener.ask("1", query)
        assert listener.refused("1") == code
        listener.ask("1", "{ __typename }")
        assert listener.next("1") == {"__typename": "Query"}


def closed(listener: Listener) -> int | None:
    """The code by which the service closes the connection."""
    try:
        while True:
            listener.receive()
    except ConnectionClosed as error:
        return error.rcvd.code if error.rcvd else None


@pytest.mark.parametrize(
    "message",
    [
        "no json",
        "[]",
        '"text"',
        "{}",
        '{"type": 1}',
        '{"type": "unknown"}',
        '{"type": "connection_init", "payload": []}',
        '{"type": "subscribe"}',
        '{"type": "subscribe", "id": 1, "payload": {"query": "{ __typename }"}}',
        '{"type": "subscribe", "id": [], "payload": {"query": "{ __typename }"}}',
        '{"type": "subscribe", "id": "1", "payload": []}',
        '{"type": "subscribe", "id": "1", "payload": {"query": 1}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": "{ a }", "variables": []}}',
        '{"type": "complete", "id": {}}',
        b"binary",
    ],
)
def test_what_is_no_message_closes_the_connection(address: str, message: str | bytes) -> None:
    with listening(address) as listener:
        listener.socket.send(message)
        assert closed(listener) == 4400
    with listening(address) as listener:
        listener.start()


def test_the_protocol_is_kept(address: str) -> None:
    with listening(address) as listener:
        listener.ask("1", CHANGES)
        assert closed(listener) == 4401
    with listening(address) as listener:
        listener.start()
        listener.send(type="connection_init")
        assert closed(listener) == 4429
    with listening(address) as listener:
        listener.start()
        listener.ask("1", CHANGES)
        change(listener)
        listener.ask("1", CHANGES)
        assert closed(listener) == 4409
    with listening(address) as listener:
        assert closed(listener) == 4408  # it never says who it is
    with connect(address.replace("http", "ws") + "/graphql") as without:
        with pytest.raises(ConnectionClosed):
            without.recv(PATIENCE)
        assert without.close_code == 4406


def test_operations_of_a_connection_are_few(address: str) -> None:
    with listening(address) as listener:
        listener.start()
        for n in range(FEW.listeners):
            listener.ask(str(n), CHANGES)
            change(listener, str(n))
        listener.ask("more", CHANGES)
        assert listener.refused("more") == "busy"
        listener.send(type="complete", id="0")
        listener.ask("more", CHANGES)
        assert change(listener, "more")["revision"]


def test_connections_are_few(address: str) -> None:
    opened = [listening(address) for _ in range(FEW.sockets)]
    for one in opened:
        one.__enter__().start()
    with pytest.raises(InvalidStatus) as refused, listening(address):
        pass
    assert refused.value.response.status_code == 503
    assert json.loads(refused.value.response.body)["errors"][0]["extensions"]["code"] == "busy"
    assert (
        httpx.post(
            f"{address}/graphql", json={"query": "{ __typename }"}, timeout=PATIENCE
        ).status_code
        == 200
    )
    for one in opened:
        one.__exit__(None, None, None)
    end = time.monotonic() + PATIENCE
    while not is_served(address):
        assert time.monotonic() < end, "places that are left are not free again"
        time.sleep(0.05)


def is_served(address: str) -> bool:
    try:
        with listening(address) as listener:
            listener.start()
    except InvalidStatus:
        return False
    return True


def test_a_large_message_closes_the_connection(address: str) -> None:
    with listening(address) as listener:
        listener.start()
        listener.ask("1", "{ __typename }", long="x" * FEW.message)
        assert closed(listener) in (4400, 1009)


def test_who_never_reads_is_let_go() -> None:
    """Events for a listener that takes none are kept to a bound, and then it is told so."""

    async def listen() -> tuple[list[int], bool]:
        feed: Feed[int] = Feed(FEW.behind)
        with feed.listening() as slow, feed.listening() as quick:
            taken = []
            for number in range(100):
                feed.publish(number)
                taken.append(await anext(quick))
            late = [await anext(slow) for _ in range(FEW.behind)]
            with pytest.raises(FellBehind):
                await anext(slow)
        return late, taken == list(range(100))

    late, others = asyncio.run(listen())
    assert late == list(range(FEW.behind))
    assert others


def test_a_client_that_only_writes_harms_nobody(address: str) -> None:
    """A raw connection that subscribes and never reads, while others are served."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        raw.sendall(
            f"POST /graphql HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/event-stream\r\n"
            "Content-Type: application/json\r\n".encode()
        )
        body = json.dumps({"query": CHANGES}).encode()
        raw.sendall(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        for n in range(3):
            assert load(address, f"{n}.txt")["data"]["load"]


def events(lines: Iterator[str]) -> Iterator[tuple[str, Any]]:
    """Server-sent events, as graphql-sse's clients take them."""
    name = ""
    for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data:"):
            text = line.removeprefix("data:").strip()
            yield name, json.loads(text) if text else None


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_changes_are_told_by_server_sent_events(address: str, method: str) -> None:
    given = {"params": {"query": CHANGES}} if method == "GET" else {"json": {"query": CHANGES}}
    url = f"{address}/graphql"
    with httpx.stream(method, url, headers=STREAM, timeout=PATIENCE, **given) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
        found = events(answer.iter_lines())
        assert next(found)[1]["data"]["graphChanges"]["loaded"] == []
        id_ = load(address)["data"]["load"]["document"]["id"]
        name, body = next(found)
        assert (name, body["data"]["graphChanges"]["loaded"]) == ("next", [id_])


def test_one_answer_by_server_sent_events_is_complete(address: str) -> None:
    for query, key in (("{ __typename }", "data"), ("{ nothing }", "errors")):
        body = {"query": query}
        answer = httpx.post(f"{address}/graphql", json=body, headers=STREAM, timeout=PATIENCE)
        (first, found), last = events(iter(answer.text.splitlines()))
        assert (first, set(found), last) == ("next", {key}, ("complete", None))


def test_a_stream_does_not_write_by_get(address: str) -> None:
    query = {"query": 'mutation { remove(target: "x") { documents } }'}
    answer = httpx.get(f"{address}/graphql", params=query, headers=STREAM, timeout=PATIENCE)
    (_, body), _ = events(iter(answer.text.splitlines()))
    assert body["errors"][0]["extensions"]["code"] == "method"


def test_a_subscription_is_not_answered_at_once(address: str) -> None:
    answer = httpx.post(f"{address}/graphql", json={"query": CHANGES}, timeout=PATIENCE)
    assert answer.json()["errors"][0]["extensions"]["code"] == "subscription"


def test_no_page_of_another_site_can_listen(address: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        listening(address, {"Origin": "https://evil.example"}).__enter__()
    assert refused.value.response.status_code == 403
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as raw:
        with pytest.raises(InvalidStatus) as refused:
            connect("ws://evil.example/graphql", sock=raw)
        assert refused.value.response.status_code == 421
    with listening(address, {"Origin": address}) as listener:
        listener.start()
