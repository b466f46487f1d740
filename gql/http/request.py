"""What an HTTP request asks of GraphQL, by the GraphQL-over-HTTP specification."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

from gql.http.failure import Problem
from gql.http.fields import Fields, fields

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
EVENTS = "text/event-stream"
CHOSEN = {
    GRAPHQL_JSON: GRAPHQL_JSON,
    EVENTS: EVENTS,
    JSON: JSON,
    "application/*": JSON,
    "*/*": JSON,
}
"""What is answered in, by what a client accepts."""
PARAMETERS = ("query", "documentId", "variables", "operationName", "extensions")


@dataclass(frozen=True, slots=True)
class Question:
    """A query, or the id of a persisted one, or both; its variables, and the name of the
    operation that is meant."""

    query: str | None
    query_id: str | None
    variables: dict[str, Any] | None
    operation_name: str | None


def accepted(header: str | None) -> str:
    """The media type to answer in, for an Accept header. Raises `Problem` if none will do."""
    if not header:
        return JSON
    best, best_weight = None, 0.0
    for item in header.lower().split(","):
        range_, *parameters = (part.strip() for part in item.split(";"))
        weight = _weight(parameters)
        if weight > best_weight and range_ in CHOSEN:
            best, best_weight = CHOSEN[range_], weight
    if best is None and "multipart/mixed" in header:
        raise Problem(406, "incremental", "answers come whole, not as multipart/mixed")
    if best is None:
        raise Problem(406, "media-type", f"answers are JSON or events, not {header[:200]}")
    return best


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


async def question(scope: Scope, receive: Receive, most: int) -> Question:
    """What a request asks; its body may have up to `most` bytes. Raises `Problem`."""
    if scope["method"] == "POST":
        header = fields(scope)
        _check_media_type(header.text(b"content-type"))
        _check_body(header, most)
        return _question(_json(await _body(receive, most), "the body"))
    parameters = QueryParams(scope["query_string"])
    given: dict[str, Any] = {
        name: value for name, value in parameters.items() if value and name in PARAMETERS
    }
    for name in ("variables", "extensions"):
        if name in given:
            given[name] = _json(given[name].encode(), name)
    return _question(given)


def _check_media_type(header: str) -> None:
    if header == JSON:
        return
    type_, *parameters = (part.strip().lower() for part in header.split(";"))
    charsets = [p.partition("=")[2].strip('" ') for p in parameters if p.startswith("charset")]
    if type_ != JSON or any(charset not in ("utf-8", "utf8") for charset in charsets):
        raise Problem(415, "media-type", f"the body is {header[:200] or 'of no media type'}")


def _check_body(header: Fields, most: int) -> None:
    if header.get(b"content-encoding", "identity") != "identity":
        raise Problem(415, "media-type", "the body is compressed")
    announced = header.text(b"content-length")
    if announced.isdecimal() and int(announced) > most:
        raise _too_large(most)


async def _body(receive: Receive, most: int) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunk: bytes = message.get("body", b"")
        body += chunk
        if len(body) > most:
            raise _too_large(most)
        if not message.get("more_body", False):
            return body


def _too_large(most: int) -> Problem:
    return Problem(413, "too-large", f"the body has more than {most} bytes")


def _json(text: bytes, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Problem(400, "request", f"{what} is not JSON: {error}") from error


def _question(given: object) -> Question:
    if isinstance(given, list):
        raise Problem(400, "request", "a batch is not answered: send each query in a request")
    if not isinstance(given, dict):
        raise Problem(400, "request", "the body is not a JSON object")
    query, name = given.get("query"), given.get("operationName")
    variables, extensions = given.get("variables"), given.get("extensions")
    for key, value in (("variables", variables), ("extensions", extensions)):
        if value is not None and not isinstance(value, dict):
            raise Problem(400, "request", f"{key} is no JSON object")
    id_ = _query_id(given.get("documentId"), extensions or {})
    if query in (None, "") and id_ is not None:
        query = None
    elif not isinstance(query, str) or not query:
        raise Problem(400, "request", "query is missing, or no text")
    if name is not None and not isinstance(name, str):
        raise Problem(400, "request", "operationName is no text")
    return Question(query, id_, variables, name or None)


def _query_id(document: object, extensions: Mapping[str, Any]) -> str | None:
    """The id of a persisted query: as documents have it, or automatic persisted queries."""
    persisted = extensions.get("persistedQuery")
    if document is None and isinstance(persisted, Mapping):
        if persisted.get("version") != 1:
            raise Problem(400, "request", "extensions.persistedQuery is not of version 1")
        document = persisted.get("sha256Hash", "")
    if document is None:
        return None
    if not isinstance(document, str) or not document:
        raise Problem(400, "request", "the id of the persisted query is no text")
    return document
