"""The way to the database: address, database, access mode, timeouts and retries bound once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from entente.errors import StoreDenied
from graph.neo4j.address import Address, credentials
from graph.neo4j.failures import translated
from graph.neo4j.query import Query
from graph.neo4j.wire import Unfit, Wire

# What the driver logs, our errors say; without a handler Python would print it beside them.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")
Rows = list[list[Any]]

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 15.0
"""How long a write is tried again while the server is busy."""
READ_SECONDS = 120.0
"""How long the server works on one read before it gives up."""


class Connection:
    """One driver, shared by threads; each call has a session to itself."""

    def __init__(self, address: Address, *, read_only: bool) -> None:
        self.address = address
        self.read_only = read_only
        with translated(address):
            self._driver = neo4j.GraphDatabase.driver(
                address.uri,
                auth=credentials(),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=2 * CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
                telemetry_disabled=True,  # it is a message more with each read
                user_agent="entente",
            )
        self._database = address.database
        # Making a session takes as long as a small read's own messages, so those for reading
        # are kept: they hold nothing while idle.
        self._idle: list[neo4j.Session] = []
        self._wires: list[Wire] = []
        # Which server answers, and after which writes, is the driver's to know.
        self._wired = not address.routed
        try:
            with translated(address):
                if self._database is None:
                    self._database = self.rows("CALL db.info() YIELD name RETURN name")[0][0]
                    self._let_go()  # sessions of no named database
                else:
                    self._read("RETURN 1", {}, READ_SECONDS)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._let_go()
        self._driver.close()

    def _let_go(self) -> None:
        while self._wires:
            self._wires.pop().close()
        while self._idle:
            self._idle.pop().close()

    def _session(self, access: str) -> neo4j.Session:
        # A server knows what it has written itself; another has to be told to wait for it.
        marks = self._driver.execute_query_bookmark_manager if self.address.routed else None
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=marks
        )

    def rows(self, query: str, **parameters: Any) -> Rows:
        """The rows that `query` reads."""
        with translated(self.address):
            return _twice(lambda: self._read(query, parameters, READ_SECONDS))

    def attempt(self, query: str, parameters: Mapping[str, Any]) -> Rows:
        """The rows that `query` reads, or the driver's own error."""
        if not self._wired:
            return _twice(lambda: self._read(query, parameters, READ_SECONDS))
        end = monotonic() + READ_SECONDS
        try:
            return self._read_wired(query, parameters)
        except (Unfit, DriverError, Neo4jError):
            # A read that the server gave up is not given as long again.
            return _twice(lambda: self._read(query, parameters, max(1.0, end - monotonic())))

    def _read_wired(self, query: str, parameters: Mapping[str, Any]) -> Rows:
        wire = self._wire()
        try:
            rows = wire.read(query, parameters, self._extra)
        except BaseException:
            wire.close(broken=True)
            raise
        self._wires.append(wire)
        return rows

    def _wire(self) -> Wire:
        while self._wires:
            with suppress(IndexError):  # another thread was quicker
                wire = self._wires.pop()
                if not wire.stale:
                    return wire
                wire.close()
        try:
            return Wire.of(self._session(neo4j.READ_ACCESS), READ_SECONDS)
        except Unfit:
            self._wired = False
            raise

    @property
    def _extra(self) -> dict[str, Any]:
        found: dict[str, Any] = {"mode": "r", "tx_timeout": int(READ_SECONDS * 1000)}
        return found if self._database is None else {**found, "db": self._database}

    def _read(self, query: str, parameters: Mapping[str, Any], seconds: float) -> Rows:
        try:
            session = self._idle.pop()
        except IndexError:
            session = self._session(neo4j.READ_ACCESS)
        try:
            timed = neo4j.Query(query, timeout=seconds)
            rows = [list(record) for record in session.run(timed, dict(parameters))]
        except BaseException:
            session.close()
            raise
        self._idle.append(session)
        return rows

    @contextmanager
    def transaction(self, seconds: float) -> Iterator[neo4j.Transaction]:
        """A transaction that may lock what it reads; the server ends it after `seconds`."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            transaction = _twice(lambda: session.begin_transaction(timeout=seconds))
            try:
                yield transaction
            finally:
                # Nothing was changed, so that all is well however it ends. A commit lets
                # what this process reads later be as new, on whatever server it is read.
                with suppress(DriverError, Neo4jError):
                    transaction.commit()
                with suppress(DriverError, Neo4jError):
                    transaction.close()

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """What `work` returns, in one transaction; tried again while the server is busy."""
        if self.read_only:
            raise StoreDenied(
                f"{self.address.uri} is opened for reading", hint="open it without read_only"
            )
        with translated(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    def write_all(self, statements: Iterable[str]) -> None:
        """Run each of `statements` in a transaction of its own."""
        with translated(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in statements:
                session.run(statement).consume()

    def aside(self, query: str, **parameters: Any) -> Rows:
        """Run `query` in a transaction of its own, whatever else is being written."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            return [list(record) for record in session.run(query, parameters)]


def _twice(attempt: Callable[[], T]) -> T:
    """What `attempt` returns; a pooled connection may have died since it was last used."""
    try:
        return attempt()
    except (DriverError, Neo4jError) as error:
        if not error.is_retryable():
            raise
    return attempt()


class _Parameter(list[Any]):
    """A parameter. The driver makes a line for its log of each, whether or not anybody listens,
    which takes an eighth of a load if it names all there is."""

    def __repr__(self) -> str:
        return f"<{len(self)} values>"


class Writing:
    """One write transaction, as the modules that write see it."""

    def __init__(self, transaction: neo4j.Transaction | neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def query(self, query: str, parameters: Mapping[str, Any]) -> Rows:
        """Run `query` and return its rows."""
        given = {n: _Parameter(v) if isinstance(v, list) else v for n, v in parameters.items()}
        return [list(record) for record in self._transaction.run(query, given)]

    def record(self, query: Query, parameters: Mapping[str, Any]) -> list[Any]:
        """Run `query` and return its record."""
        return self.query(query.text, parameters)[0]

    def rows(self, query: str, **parameters: Any) -> Rows:
        """Run `query`, which finds what it needs by unique ids, one seek each, with its
        parameters by keyword, and return its rows.

        Its plan is as good whatever the database holds, so one that grows fast need not
        make it again and again, which takes longer than to run it. For that, nodes at the
        other ends of relationships have no label in it: while there are few of a label, to
        scan them would look cheaper than to follow relationships, and stay so.
        """
        return self.query(f"CYPHER replan=skip {query}", parameters)

    def search(self, query: str, **parameters: Any) -> Rows:
        """As `rows`, for a query whose plan depends on what there is."""
        return self.query(query, parameters)

    def each(self, query: str, rows: list[Any]) -> None:
        """Run `UNWIND $rows AS row` and `query`, if there are rows."""
        if rows:
            self.rows(f"UNWIND $rows AS row {query}", rows=rows)
