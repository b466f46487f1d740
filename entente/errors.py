"""Every failure Entente reports, as one small tree.

    EntenteError
    ├── UsageError            the call itself is wrong (exit code 2, HTTP 400)
    │   └── NotFound          what was asked for is not there (HTTP 404)
    ├── InputError            a file or its content is refused (exit code 1)
    │   └── OntologyError     a Turtle file is refused; names the term and line
    ├── StoreError            the store cannot do it (exit code 1, HTTP 503)
    │   ├── StoreUnavailable  it may work when tried again
    │   └── StoreDenied       wrong credentials or rights
    └── LimitExceeded         the request asks for more than is allowed

Each error carries a `code` (stable, documented under docs/errors.md), a
message that says what is wrong and where, a `hint` that says how to mend it,
and whether a retry may help. Only the edges (command line, HTTP, GraphQL)
turn them into text or status.
"""

from __future__ import annotations

from typing import ClassVar


class EntenteError(Exception):
    """A failure with a stable code, a hint for its mending, and a retry flag."""

    code: ClassVar[str] = "failure"
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(EntenteError):
    """The call is wrong: an unknown option, a malformed value."""

    code = "usage"


class NotFound(UsageError):
    """The entity, document or file that the call names is not there."""

    code = "not-found"


class InputError(EntenteError):
    """A file is refused: unreadable, empty, encrypted, too large, not text."""

    code = "input"


class OntologyError(InputError):
    """A Turtle file is refused; the message names the term, file and line.

    `term` is the node at fault, for a caller who knows the line when the one
    who raises does not.
    """

    code = "ontology"

    def __init__(self, message: str, *, hint: str = "", term: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.term = term


class StoreError(EntenteError):
    """The store refused or failed; what was stored before is still there."""

    code = "store"


class StoreUnavailable(StoreError):
    """The store cannot be reached or is busy; trying again may help."""

    code = "store-unavailable"
    retryable = True


class StoreDenied(StoreError):
    """The store refused the credentials, or the file's permissions do."""

    code = "store-denied"


class LimitExceeded(EntenteError):
    """The request would cost more than is allowed; narrow it."""

    code = "limit"
