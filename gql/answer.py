"""Answers: what goes back to who asked, data or what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphql import ExecutionResult

from gql.compiled import plain, written
from gql.document import Refused
from gql.problems import of_error, of_graphql


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. `executed` is False if the request was refused as a whole."""

    _content: dict[str, Any]
    executed: bool

    @property
    def body(self) -> dict[str, Any]:
        """`data`, `errors` or both."""
        found: dict[str, Any] = plain(self._content)
        return found

    def json(self) -> bytes:
        """The body as JSON."""
        return written(self._content)


def refusal(error: Exception, *, suggestions: bool) -> Answer:
    """The answer to what is refused as a whole, for that reason."""
    if isinstance(error, Refused):
        errors = [of_graphql(each, error.code, suggestions=suggestions) for each in error.errors]
    else:
        errors = [of_error(error, suggestions=suggestions)]
    return Answer({"errors": errors}, executed=False)


def body_of(result: ExecutionResult, *, suggestions: bool) -> dict[str, Any]:
    """The body for what graphql-core found."""
    body: dict[str, Any] = {}
    if result.errors:
        body["errors"] = [
            of_graphql(error, "internal", suggestions=suggestions) for error in result.errors
        ]
    return {**body, "data": result.data}
