"""The way to the database: address, database, access mode, timeouts and retries bound once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from entente.errors import StoreDenied, UsageError
from graph.neo4j.address import Address, credentials
from graph.neo4j.failures import translated

T = TypeVar("T")
Rows = list[list[Any]]

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 15.0
"""How long a write is tried again while the server is busy."""
READ_SECONDS = 120.0
"""How long the server works on one read before it gives up."""


class Connection:
    """One driver, shared by threads; each call takes a session of its own."""

    def __init__(self, address: Address, *, read_only: bool) -> None:
        self.address = address
        self.read_only = read_only
        self._local = threading.local()
        with translated(address):
            self._driver = neo4j.GraphDatabase.driver(
                address.uri,
                auth=credentials(),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=2 * CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
                user_agent="entente",
            )
        self._database = address.database
        try:
            with translated(address):
                if self._database is None:
                    self._database = self.rows("CALL db.info() YIELD name RETURN name")[0][0]
                else:
                    self._read("RETURN 1", None)
        except BaseException:
            self._driver.close()
            raise

    def close(self) -> None:
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._database,
            default_access_mode=access,
            bookmark_manager=self._driver.execute_query_bookmark_manager,
        )

    @property
    def _span(self) -> neo4j.Transaction | None:
        """The transaction of the `reading` that this thread is in."""
        span: neo4j.Transaction | None = getattr(self._local, "span", None)
        return span

    def rows(self, query: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """The rows that `query` reads."""
        with translated(self.address):
            if self._span is not None:
                return _rows(self._span, query, parameters)
            try:
                return self._read(query, parameters)
            except (DriverError, Neo4jError) as error:
                # A pooled connection may have died since it was last used.
                if not error.is_retryable():
                    raise
            return self._read(query, parameters)

    def _read(self, query: str, parameters: Mapping[str, Any] | None) -> Rows:
        with self._session(neo4j.READ_ACCESS) as session:
            timed = neo4j.Query(query, timeout=READ_SECONDS)
            return [list(record) for record in session.run(timed, dict(parameters or {}))]

    @contextmanager
    def span(self, hold: str) -> Iterator[None]:
        """Reads of this thread in one transaction, begun with `hold` and rolled back."""
        if self._span is not None:
            yield
            return
        with (
            translated(self.address),
            self._session(neo4j.WRITE_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            transaction.run(hold).consume()
            self._local.span = transaction
            try:
                yield
            finally:
                self._local.span = None
                if not transaction.closed():
                    transaction.rollback()

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """What `work` returns, in one transaction; tried again while the server is busy."""
        if self.read_only:
            raise StoreDenied(
                f"{self.address.uri} is opened for reading", hint="open it without read_only"
            )
        if self._span is not None:
            raise UsageError(
                "a thread cannot write while it is reading", hint="end reading() first"
            )
        with translated(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    def write_all(self, statements: Iterable[str]) -> None:
        """Run each of `statements` in a transaction of its own."""
        with translated(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in statements:
                session.run(statement).consume()


def _rows(
    transaction: neo4j.Transaction | neo4j.ManagedTransaction,
    query: str,
    parameters: Mapping[str, Any] | None,
) -> Rows:
    result = transaction.run(query, dict(parameters or {}))
    return [list(record) for record in result]


class Writing:
    """One write transaction, as the modules that write see it."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def query(self, query: str, parameters: Mapping[str, Any]) -> Rows:
        """Run `query` and return its rows."""
        return _rows(self._transaction, query, parameters)

    def rows(self, query: str, **parameters: Any) -> Rows:
        """Run `query`, with its parameters by keyword, and return its rows."""
        return self.query(query, parameters)

    def each(self, query: str, rows: list[Any]) -> None:
        """Run `UNWIND $rows AS row` and `query`, if there are rows."""
        if rows:
            self.rows(f"UNWIND $rows AS row {query}", rows=rows)
