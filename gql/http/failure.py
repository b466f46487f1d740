"""Failures over HTTP: a status, and the same shape as in GraphQL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from gql.problems import problem

JSON = "application/json; charset=utf-8"


class Problem(Exception):
    """A request that is refused before it is answered."""

    def __init__(self, status: int, code: str, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def response(self) -> Response:
        """The answer that says so."""
        return failed(self.status, problem(self.code, self.message), self.headers)


def failed(
    status: int, failure: dict[str, Any], headers: Mapping[str, str] | None = None
) -> Response:
    """An answer that consists of one failure."""
    return Response(
        orjson.dumps({"errors": [failure]}), status, dict(headers or {}), media_type=JSON
    )


def on_problem(_: Request, problem_: Exception) -> Response:
    """Answer a `Problem` raised by a route."""
    if not isinstance(problem_, Problem):
        raise problem_
    return problem_.response()


def on_http_exception(request: Request, error: Exception) -> Response:
    """Answer what the router refuses: an unknown path, a method it does not take."""
    if not isinstance(error, HTTPException):
        raise error
    headers = dict(error.headers or {})
    if error.status_code == 405:
        message = f"{request.url.path} does not take {request.method}"
        allowed = headers.pop("Allow", "GET, HEAD")
        headers["Allow"] = ", ".join(sorted(each.strip() for each in allowed.split(",")))
        return failed(405, problem("method", message), headers)
    if error.status_code == 404:
        return failed(404, problem("route", f"nothing is at {request.url.path}"), headers)
    return failed(error.status_code, problem("request", str(error.detail)), headers)
