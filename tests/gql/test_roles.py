"""Who may do what, by key and by token, over HTTP and over WebSocket."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from graphql import parse
from websockets.exceptions import ConnectionClosed, InvalidStatus

from entente.cli import main
from entente.errors import EntenteError, InputError, UsageError
from entente.settings import Settings
from gql.limits import Limits
from gql.roles import Role, needed
from gql.roles.keys import Keys
from gql.roles.tokens import Tokens, Trust
from gql.schema import PlannedSchema
from gql.service import create_app, require_key
from graph.reference import schema_of
from graph.registry import open_store
from ontology.model import Ontology
from tests.gql import world
from tests.gql.issuer import AUDIENCE, Issuer, issuing
from tests.gql.listening import PATIENCE, listening
from tests.gql.serving import serving

MASTER = "the key of whoever runs it"
KEYS = {"ann": ("key of ann", Role.READER), "cem": ("key of cem", Role.CURATOR),
        "ada": ("key of ada", Role.ADMIN)}  # fmt: skip
OPERATIONS = {
    Role.READER: ["{ stats { facts } }", "subscription { graphChanges { revision } }"],
    Role.CURATOR: [
        'mutation { withdraw(id: "none") { changed } }',
        "mutation { __typename }",
        'query Q { __typename } mutation M { withdraw(id: "none") { changed } }',
    ],
    Role.ADMIN: [
        'mutation { remove(target: "none") { documents } }',
        'mutation { withdraw(id: "none") { changed } remove(target: "none") { documents } }',
        """mutation { ...F } fragment F on Mutation { ... { ...G } }
        fragment G on Mutation { x: remove(target: "none") { documents } }""",
        'mutation { remove(target: "none") @skip(if: true) { documents } }',
    ],
}
"""What each role may do that those before it may not."""


def entry(name: str, key: str, role: str) -> str:
    return f"{name}:{role}:{hashlib.sha256(key.encode()).hexdigest()}"


ENTRIES = "\n".join(entry(name, key, role) for name, (key, role) in KEYS.items())


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with issuing() as found:
        yield found


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, ontology: Ontology, issuer: Issuer
) -> Iterator[str]:
    """A service with keys and an issuer."""
    settings = Settings(
        api_key=MASTER, api_keys=ENTRIES, oidc_issuer=issuer.address, oidc_audience=AUDIENCE
    )
    url = f"sqlite:///{tmp_path_factory.mktemp('roles') / 'store.db'}"
    with open_store(url) as store:
        store.adopt(schema_of(ontology), [world.reference()])
        app = create_app(store, ontology, settings, Limits(patience=1))
        with serving(app) as served:
            yield served


def credentials(role: Role, issuer: Issuer) -> list[str]:
    """What callers of `role` give: a key, and tokens of both kinds of key pairs."""
    found = [key for key, of in KEYS.values() if of is role]
    found += [issuer.token(role), issuer.token(role, kid="two")]
    return [*found, MASTER] if role is Role.ADMIN else found


def code(body: dict[str, Any]) -> str | None:
    """The code of a refusal, which has the one shape; None if it is an answer."""
    if "errors" not in body:
        return None
    (error,) = body["errors"]
    assert set(error["extensions"]) == {"code", "hint", "retryable", "docs"}
    assert error["extensions"]["hint"]
    found: str = error["extensions"]["code"]
    return found


def sent(address: str, query: str, **headers: str) -> httpx.Response:
    body = {"query": query}
    if "query Q" in query:
        body["operationName"] = "M"
    given = {"accept": "application/graphql-response+json"} | headers
    if query.startswith("subscription"):
        given["accept"] = "text/event-stream"
        with httpx.stream(
            "POST", f"{address}/graphql", json=body, headers=given, timeout=PATIENCE
        ) as answer:
            if answer.status_code == 200:
                line = next(x for x in answer.iter_lines() if x.startswith("data:"))
                text = line.removeprefix("data:").encode()
            else:
                text = answer.read()
            return httpx.Response(answer.status_code, content=text)
    return httpx.post(f"{address}/graphql", json=body, headers=given, timeout=PATIENCE)


@pytest.mark.parametrize("role", Role)
def test_each_role_may_do_what_it_may_and_no_more(address: str, issuer: Issuer, role: Role) -> None:
    for credential in credentials(role, issuer):
        for least, queries in OPERATIONS.items():
            for query in queries:
                answer = sent(address, query, authorization=f"Bearer {credential}")
                expected = (200, None) if role.covers(least) else (403, "role")
                assert (answer.status_code, code(answer.json())) == expected, query


@pytest.mark.parametrize("role", Role)
def test_the_same_over_websocket(address: str, issuer: Issuer, role: Role) -> None:
    for credential in credentials(role, issuer):
        with listening(address) as listener:
            listener.start(authorization=f"Bearer {credential}")
            for least, queries in OPERATIONS.items():
                query = queries[0]
                listener.ask("1", query)
                if not role.covers(least):
                    assert listener.refused("1") == "role"
                    continue
                listener.next("1")
                if query.startswith("subscription"):
                    listener.send(type="complete", id="1")
                else:
                    assert listener.receive() == {"type": "complete", "id": "1"}


def test_a_key_may_come_by_any_of_its_ways(address: str) -> None:
    key = KEYS["ann"][0]
    assert sent(address, "{ __typename }", **{"x-api-key": key}).status_code == 200
    assert sent(address, "{ __typename }", authorization=f"bearer {key}").status_code == 200
    for headers, payload in (
        ({"Authorization": f"Bearer {key}"}, {}),
        ({}, {"Authorization": f"Bearer {key}"}),
        ({}, {"authorization": key}),
        ({}, {"apiKey": key}),
        ({}, {"x-api-key": key}),
    ):
        with listening(address, headers) as listener:
            listener.start(**payload)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"authorization": "Bearer wrong"},
        {"x": MASTER},
        {"authorization": None},
        {"authorization": [MASTER]},
    ],
)
def test_nobody_connects_without_a_key(address: str, given: dict[str, Any]) -> None:
    with listening(address) as listener:
        listener.send(type="connection_init", payload=given)
        with pytest.raises(ConnectionClosed):
            listener.receive()
        assert listener.socket.close_code == 4403


def test_a_wrong_key_is_refused_before_the_connection_is(address: str) -> None:
    wrong = {"Authorization": "Bearer wrong"}
    with pytest.raises(InvalidStatus) as refused, listening(address, wrong):
        pass
    assert refused.value.response.status_code == 401
    assert code(json.loads(refused.value.response.body)) == "key"


@pytest.mark.parametrize("given", ["", "x", "Bearer", "Basic " + MASTER, "é"])
def test_nobody_asks_without_a_key(address: str, given: str) -> None:
    answer = httpx.post(
        f"{address}/graphql",
        json={"query": "{ __typename }"},
        headers=[("authorization", given.encode("latin-1"))],  # type: ignore[list-item]
        timeout=PATIENCE,
    )
    assert (answer.status_code, code(answer.json())) == (401, "key")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert httpx.get(f"{address}/health").status_code == 200


def confused(claims: dict[str, Any], public: bytes) -> str:
    """A token whose shared secret is the issuer's public key; PyJWT would not make it."""

    def part(data: bytes) -> bytes:
        return base64.urlsafe_b64encode(data).rstrip(b"=")

    header = {"alg": "HS256", "typ": "JWT", "kid": "one"}
    signed = part(json.dumps(header).encode()) + b"." + part(json.dumps(claims).encode())
    return (signed + b"." + part(hmac.digest(public, signed, "sha256"))).decode()


def forged(issuer: Issuer) -> dict[str, str]:
    """Tokens that must not count, by what is wrong with them."""
    now = int(time.time())
    claims = {"iss": issuer.address, "aud": AUDIENCE, "sub": "x", "exp": now + 600,
              "roles": ["admin"]}  # fmt: skip
    public = (
        issuer.keys["one"]
        .public_key()
        .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    stolen = issuer.token("admin").rpartition(".")[0] + "." + "A" * 342
    with issuing() as other:
        foreign = jwt.encode(claims, other.keys["one"], "RS256", headers={"kid": "one"})
    return {
        "expired": issuer.token("admin", exp=now - 60),
        "not valid yet": issuer.token("admin", nbf=now + 600),
        "without an end": issuer.token("admin", exp=None),
        "of nobody": issuer.token("admin", sub=None),
        "of another issuer": issuer.token("admin", iss="https://evil.example"),
        "of no issuer": issuer.token("admin", iss=None),
        "for another audience": issuer.token("admin", aud="other"),
        "for no audience": issuer.token("admin", aud=None),
        "signed by another": foreign,
        "signed by an unknown key": jwt.encode(
            claims, issuer.keys["one"], "RS256", headers={"kid": "three"}
        ),
        "without a key's name": jwt.encode(claims, issuer.keys["one"], "RS256"),
        "not signed": jwt.encode(claims, None, "none"),
        "signed with what is public": confused(claims, public),
        "with a stale signature": stolen,
        "no token": "a.b.c",
        "too long": "a." + "b" * 20_000 + ".c",
    }


def test_a_token_that_does_not_count_is_refused(address: str, issuer: Issuer) -> None:
    for what, token in forged(issuer).items():
        answer = sent(address, "{ __typename }", authorization=f"Bearer {token}")
        assert (answer.status_code, code(answer.json())) == (401, "token"), what


def test_a_token_without_a_role_is_refused(address: str, issuer: Issuer) -> None:
    for claims in ({"roles": []}, {"roles": ["owner"]}, {"roles": None}, {"roles": {"a": 1}}):
        token = issuer.token(**claims)
        answer = sent(address, "{ __typename }", authorization=f"Bearer {token}")
        assert (answer.status_code, code(answer.json())) == (403, "role"), claims


def test_the_highest_role_counts_wherever_it_stands(issuer: Issuer) -> None:
    trust = Trust(issuer.address, AUDIENCE, "realm.roles")
    token = issuer.token(roles=None, realm={"roles": ["x", "curator", "reader"]})
    caller = Tokens(trust).caller(token)
    assert (caller.name, caller.role) == ("maria", Role.CURATOR)
    spoken = Tokens(Trust(issuer.address, AUDIENCE, "scope"))
    assert spoken.caller(issuer.token(scope="openid admin")).role is Role.ADMIN


def test_unknown_keys_do_not_have_the_issuer_asked_each_time(issuer: Issuer) -> None:
    tokens = Tokens(Trust(issuer.address, AUDIENCE))
    before = dict(issuer.asked)
    for kid in range(20):
        token = jwt.encode({"a": 1}, issuer.keys["one"], "RS256", headers={"kid": f"k{kid}"})
        with pytest.raises(EntenteError):
            tokens.caller(token)
    assert issuer.asked["/keys"] - before.get("/keys", 0) <= 2


def test_an_issuer_that_is_away_is_no_wrong_token(issuer: Issuer) -> None:
    away = Tokens(Trust("http://127.0.0.1:1", AUDIENCE))
    for _ in range(2):
        with pytest.raises(EntenteError) as raised:
            away.caller(issuer.token("admin"))
        assert (raised.value.code, raised.value.retryable) == ("issuer", True)


def test_an_issuer_that_names_another_is_refused() -> None:
    with issuing() as lying:
        token = lying.token("admin")
        lying.named = "https://evil.example"
        with pytest.raises(EntenteError) as raised:
            Tokens(Trust(lying.address, AUDIENCE)).caller(token)
        assert raised.value.code == "token"


def test_a_subscription_ends_with_its_token(address: str, issuer: Issuer) -> None:
    """Tokens count for half a minute longer than they say, for clocks that differ."""
    token = issuer.token("reader", exp=int(time.time()) - 24)
    with listening(address) as listener:
        listener.start(authorization=f"Bearer {token}")
        listener.ask("1", "subscription { graphChanges { revision } }")
        listener.next("1")
        message = json.loads(listener.socket.recv(PATIENCE))
        assert message["type"] == "next"
        assert code(message["payload"]) == "token"
        assert listener.receive() == {"type": "complete", "id": "1"}


def test_judgements_are_signed_by_their_caller(address: str, issuer: Issuer) -> None:
    query = f"""mutation {{ judge(left: "{world.JAPAN}", right: "{world.KOREA}",
      verdict: different, note: "NOTE") {{ judgement {{ by note }} }} }}"""
    for credential, name in ((KEYS["cem"][0], "cem"), (issuer.token("curator"), "maria")):
        text = query.replace("NOTE", name)
        answer = sent(address, text, authorization=f"Bearer {credential}").json()
        assert answer["data"]["judge"]["judgement"] == {"by": name, "note": name}


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.org"])  # noqa: S104
def test_other_addresses_need_a_key_or_an_issuer(host: str) -> None:
    with pytest.raises(UsageError, match="without a key"):
        require_key(host, Settings())
    require_key(host, Settings(api_key="x"))
    require_key(host, Settings(api_keys=ENTRIES))
    require_key(host, Settings(oidc_issuer="https://issuer.example", oidc_audience="x"))
    require_key("127.0.0.1", Settings())


@pytest.mark.parametrize(
    "settings",
    [
        Settings(oidc_issuer="https://issuer.example"),
        Settings(oidc_issuer="http://issuer.example", oidc_audience="x"),
        Settings(oidc_issuer="issuer.example", oidc_audience="x"),
        Settings(oidc_issuer="file:///etc/passwd", oidc_audience="x"),
        Settings(api_keys="ann"),
        Settings(api_keys="ann:reader"),
        Settings(api_keys="ann:reader:secret"),
        Settings(api_keys="ann:owner:" + "0" * 64),
    ],
)
def test_wrong_settings_are_refused_at_the_start(settings: Settings) -> None:
    with pytest.raises(UsageError) as raised:
        require_key("127.0.0.1", settings)
    assert raised.value.hint
    assert "secret" not in str(raised.value)


def test_keys_may_stand_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_text(f"# who may ask\n{ENTRIES}  # the last\n\n")
    keys = Keys.of(None, f"@{path}")
    for name, (key, role) in KEYS.items():
        caller = keys.caller(key)
        assert caller is not None
        assert (caller.name, caller.role) == (name, role)
    assert keys.caller("another") is None
    assert Keys.of(None, ENTRIES.replace("\n", ", ")) == keys
    with pytest.raises(InputError):
        Keys.of(None, f"@{tmp_path / 'none'}")


def test_a_made_key_is_the_one_of_its_entry() -> None:
    made = json.loads(CliRunner().invoke(main, ["key", "ann", "--role", "curator"]).stdout)
    caller = Keys.of(None, made["entry"]).caller(made["key"])
    assert caller is not None
    assert (caller.name, caller.role) == ("ann", Role.CURATOR)
    assert made["key"] not in made["entry"]


def test_every_field_of_the_root_types_needs_a_role(schema: PlannedSchema) -> None:
    core = schema.core
    for root in ("Query", "Mutation", "Subscription"):
        assert f"type {root} @requires(role: " in schema.as_str()
    assert core.mutation_type is not None
    for name, field in core.mutation_type.fields.items():
        arguments = ", ".join(f"{arg}: $x" for arg in field.args)
        node: Any = parse(f"mutation {{ {name}({arguments}) {{ __typename }} }}").definitions[0]
        least = Role.ADMIN if name in ("load", "remove") else Role.CURATOR
        assert needed(core, node, {}) is least, name
