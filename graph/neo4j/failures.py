"""What goes wrong between here and a Neo4j server, in Entente's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from entente.errors import EntenteError, StoreDenied, StoreError, StoreUnavailable, UsageError
from graph.neo4j.address import HINT, Address


@contextmanager
def translated(address: Address) -> Iterator[None]:
    """The driver's and the server's errors as ours."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _failure(error, address) from error


def _failure(error: Neo4jError | DriverError, address: Address) -> EntenteError:
    where = f"Neo4j at {address.uri}"
    if isinstance(error, AuthError | Forbidden):
        return StoreDenied(
            f"{where} refuses the login: {_said(error)}",
            hint="set NEO4J_USERNAME and NEO4J_PASSWORD to a user that may use the database",
        )
    if isinstance(error, Neo4jError):
        return _refusal(error, where, address)
    if isinstance(error, ConfigurationError):
        return UsageError(f"{where}: {error}", hint=HINT)
    if isinstance(error, ServiceUnavailable | SessionExpired) or error.is_retryable():
        return StoreUnavailable(
            f"{where} does not answer: {error}",
            hint="check that it runs, and the address and port of its Bolt connector",
        )
    return StoreError(f"{where}: {error}", hint="please report this with what you were doing")


def _refusal(error: Neo4jError, where: str, address: Address) -> EntenteError:
    code = error.code or ""
    if code.endswith(("DatabaseNotFound", "Database.IllegalDatabaseName")):
        return StoreError(
            f"{where} has no database {address.database!r}",
            hint="name one it has in the URL, or leave the name out for the user's own",
        )
    if took_too_long(error):
        return StoreError(
            f"{where} took too long and gave up", hint="ask for less, or set a smaller limit"
        )
    if "OutOfMemory" in code:
        return StoreError(
            f"{where} is out of memory: {_said(error)}",
            hint="give the server a larger heap (server.memory.heap.max_size)",
        )
    if error.is_retryable():
        return StoreUnavailable(f"{where} is busy: {_said(error)}", hint="try again")
    return StoreError(
        f"{where}: {_said(error)} [{code}]", hint="please report this with what you were doing"
    )


def took_too_long(error: Neo4jError) -> bool:
    """Whether the server ended the transaction because its time was over."""
    code = error.code or ""
    return "TransactionTimedOut" in code or code.endswith(("LockClientStopped", ".Terminated"))


def _said(error: Neo4jError) -> str:
    return (error.message or str(error)).partition("\n")[0]
