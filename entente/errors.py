"""Every failure Entente reports, as one small tree.

    EntenteError
    ├── UsageError            the call itself is wrong (exit code 2, HTTP 400)
    │   ├── NotFound          what was asked for is not there (HTTP 404)
    │   ├── StaleCursor       the cursor is of another list than the one asked for
    │   └── StaleBuild        the compiled extractor is older than its source
    ├── InputError            a file or its content is refused (exit code 1)
    │   ├── OntologyError     a Turtle file is refused; names the term and line
    │   └── ExtractorFault    an extractor failed on the file: its fault, not the file's
    ├── StoreError            the store cannot do it (exit code 1, HTTP 503)
    │   ├── StoreUnavailable  it may work when tried again
    │   └── StoreDenied       wrong credentials or rights
    ├── LimitExceeded         the request asks for more than is allowed
    │   ├── TimeExceeded      it has used up the time that it may take (HTTP 504)
    │   ├── TooMany           too much is under way (HTTP 503)
    │   └── FellBehind        a subscriber read too slowly
    └── AccessRefused         the caller may not do it (HTTP 403)
        ├── CallerUnknown     no key, or a wrong one (HTTP 401)
        │   └── TokenRefused  a token that does not count
        ├── RoleMissing       the caller's role does not suffice
        └── IssuerUnavailable nobody says whether a token counts (HTTP 503)

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


class StaleCursor(UsageError):
    """The cursor comes from another list: another field, order or filter."""

    code = "cursor"


class StaleBuild(UsageError):
    """The extractor was compiled (`make compile`), and its source has changed since."""

    code = "build"


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


class ExtractorFault(InputError):
    """An extractor failed on a file, which it should not; the rest of a load goes on."""

    code = "extractor"


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


class TimeExceeded(LimitExceeded):
    """The request has used up the time that it may take."""

    code = "timeout"
    retryable = True


class TooMany(LimitExceeded):
    """So much is under way that this has to wait its turn elsewhere."""

    code = "busy"
    retryable = True


class FellBehind(LimitExceeded):
    """More has happened than a subscriber has read."""

    code = "behind"
    retryable = True


class AccessRefused(EntenteError):
    """The caller may not do it."""

    code = "access"


class CallerUnknown(AccessRefused):
    """The request gives no key or token, or one that nobody has."""

    code = "key"

    def __init__(self, message: str, *, hint: str = "") -> None:
        said = "send the key or token as Authorization: Bearer …, or a key as X-API-Key"
        super().__init__(message, hint=hint or said)


class TokenRefused(CallerUnknown):
    """A token that is none, expired, of another issuer, or for another audience."""

    code = "token"


class RoleMissing(AccessRefused):
    """The caller's role does not suffice."""

    code = "role"


class IssuerUnavailable(AccessRefused):
    """The issuer of tokens cannot be asked for its keys."""

    code = "issuer"
    retryable = True
