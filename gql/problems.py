"""Failures as answers show them: one shape, in GraphQL and in HTTP.

    {"message": …, "extensions": {"code": …, "hint": …, "retryable": …, "docs": …}}

in the list `errors`. A failure of our own code is logged under an id and
shown as `internal` with that id alone.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError

from entente.errors import EntenteError

DOCS = "docs/errors.md"
"""The page with a heading for every code."""

log = logging.getLogger("entente.gql")

PROTOCOL_HINTS: Mapping[str, str] = {
    "syntax": "the location says where the query stops being GraphQL",
    "validation": "the schema at /graphiql or gql/schema.graphql lists types, fields, arguments",
    "variables": "give each variable a value of its declared type",
    "request": "send a JSON object with query and, if needed, variables and operationName",
    "incremental": "leave out @defer and @stream, and page long lists with `first` and `after`",
    "persisted-query": "send the query's text beside its hash, and later the hash alone",
    "not-listed": "ask one of the queries that the service was started with, by its id",
    "media-type": "send Content-Type: application/json and accept application/json",
    "method": "send queries with GET or POST, mutations with POST",
    "subscription": "subscribe over WebSocket by graphql-transport-ws, or accept text/event-stream",
    "too-large": "send a smaller request",
    "timeout": "ask for less: fewer rows, fewer hops, a narrower filter",
    "busy": "try again in a moment",
    "host": "use the address that the service was started on, such as http://127.0.0.1:8000",
    "origin": "ask from the service's own pages",
    "not-ready": "check that the store runs and was loaded with `entente load`",
    "route": "the service answers at /, /graphql, /graphiql, /health and /ready",
    "internal": "report it with the id; the service's log has the details under it",
}
"""How to mend what goes wrong between a client and the service, by code."""

SUGGESTION = "did you mean"
"""How a hint begins that names something of the schema or the ontology."""

RETRYABLE = frozenset({"timeout", "busy", "not-ready"})


def problem(
    code: str,
    message: str,
    *,
    hint: str | None = None,
    retryable: bool | None = None,
    **more: Any,
) -> dict[str, Any]:
    """One failure in its shape; `more` stands beside `message`."""
    return {
        "message": message,
        **more,
        "extensions": {
            "code": code,
            "hint": PROTOCOL_HINTS.get(code, "") if hint is None else hint,
            "retryable": code in RETRYABLE if retryable is None else retryable,
            "docs": f"{DOCS}#{code}",
        },
    }


def of_error(error: Exception, *, suggestions: bool = True, **more: Any) -> dict[str, Any]:
    """The shape of any exception; one that is not ours is logged and masked.

    Without `suggestions`, a wrong name is not answered with the right one.
    """
    if isinstance(error, EntenteError):
        hint = error.hint
        if not suggestions and (hint or "").startswith(SUGGESTION):
            hint = "see the documentation for the names there are"
        return problem(error.code, error.message, hint=hint, retryable=error.retryable, **more)
    reference = uuid.uuid4().hex[:12]
    log.error("internal error %s", reference, exc_info=error)
    return problem("internal", f"internal error {reference}", **more)


def of_graphql(error: GraphQLError, code: str, *, suggestions: bool = True) -> dict[str, Any]:
    """The shape of an error of graphql-core, `code` where it has no cause of ours."""
    more: dict[str, Any] = {}
    if error.locations:
        more["locations"] = [{"line": at.line, "column": at.column} for at in error.locations]
    if error.path:
        more["path"] = error.path
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    if code == "internal" and not isinstance(cause, EntenteError):
        return of_error(cause or error, suggestions=suggestions, **more)
    if cause is None or isinstance(cause, GraphQLError):
        return problem(code, error.message, **more)
    return of_error(cause, suggestions=suggestions, **more)
