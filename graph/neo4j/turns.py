"""Turns: one state for each read, in a database that shows a commit while it happens.

Neo4j is read-committed: a statement may see the beginning of a change and not its end, and
the next statement sees more of it. So writers take turns, and readers notice. Three nodes:

    Store   locked by a writer from its first statement on: one writer at a time
    Gate    locked by a writer while it commits; readers may hold it, together
    Turn    `begun` numbers the last turn that came to its commit, `ended` the last that is
            known to be over; set just before and just after the commit

A read looks at the turn before and after, in the same statement. If the turn had ended and
is still the same, nothing was committed meanwhile, and what was read is of one state. If
not, it is read again, at last with the gate held, so that a writer waits with its commit. A
span of reads holds the gate from the start. The server takes the gate from whoever holds it
for longer than `HOLD_SECONDS`; what is read after that counts as long as nobody has written.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from entente.errors import StoreUnavailable, UsageError
from graph.neo4j.connection import Connection, Writing
from graph.neo4j.failures import took_too_long, translated
from graph.neo4j.layout import GATE, STORE, TURN
from graph.neo4j.query import Query

T = TypeVar("T")

HOLD_SECONDS = 5.0
"""How long a reader may keep a writer from its commit; a writer is patient for longer."""
TRIES = 3
"""How often a read is tried before it holds the gate."""

# To find a node by MERGE and a unique property locks the value together with other readers;
# to create the node locks it for everybody else.
_HOLD = f"MERGE {GATE} WITH gate MATCH {TURN} RETURN turn.begun"
_SHUT = f"MATCH {GATE} DELETE gate CREATE {GATE.replace('gate', 'anew')} SET anew.name = 'Gate'"
_BEGIN = f"MATCH {TURN} SET turn.begun = turn.begun + 1 RETURN turn.begun"
_END = f"MATCH {TURN} WHERE turn.ended < $number SET turn.ended = $number"


class Seen(NamedTuple):
    """A record with what the database said of itself meanwhile."""

    record: list[Any]
    generation: int
    """Of the vocabulary."""
    begun: int
    ended: int
    begun_since: int


def _watched(query: Query) -> str:
    return (
        f"MATCH {TURN} WITH turn.begun AS begun, turn.ended AS ended"
        f" CALL () {{ {query.text} }}"
        f" MATCH {TURN} MATCH {STORE}"
        f" RETURN [{', '.join(query.names)}], store.generation, begun, ended, turn.begun"
    )


class _Span:
    """The reads of one thread, held to the state that the first of them would see."""

    def __init__(self, connection: Connection, transaction: neo4j.Transaction, turn: int) -> None:
        self._connection = connection
        self._transaction: neo4j.Transaction | None = transaction
        self.turn = turn

    def read(self, text: str, parameters: Mapping[str, Any]) -> Seen:
        if self._transaction is not None:
            try:
                seen = Seen(*Writing(self._transaction).query(text, parameters)[0])
            except Neo4jError as error:
                if not took_too_long(error) and not _torn(error):
                    raise
            else:
                # The gate is taken away at once, and a statement that runs notices it later.
                if self._unchanged(seen):
                    return seen
            self._transaction = None
        seen = Seen(*self._connection.attempt(text, parameters)[0])
        if not self._unchanged(seen):
            raise StoreUnavailable(
                f"{self._connection.address.uri} was written to while it was read",
                hint="try again, or read less at a time",
            )
        return seen

    def _unchanged(self, seen: Seen) -> bool:
        return self.turn == seen.begun == seen.begun_since


class Turns:
    """Reads that see one state, and writes that let them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._local = threading.local()
        self._over = 0
        """The last turn that is known here to be over."""

    @property
    def _span(self) -> _Span | None:
        span: _Span | None = getattr(self._local, "span", None)
        return span

    def read(self, query: Query, parameters: Mapping[str, Any]) -> Seen:
        """The record of `query`, of one state."""
        text = _watched(query)
        with translated(self._connection.address):
            if self._span is not None:
                return self._span.read(text, parameters)
            for _ in range(TRIES):
                over = self._over  # a turn that is over only by the time of the answer is no help
                seen = self._glimpse(text, parameters)
                if seen is None:
                    continue
                if seen.begun not in (seen.ended, over):
                    break
                if seen.begun == seen.begun_since:
                    return seen
            with self._holding() as span:
                return span.read(text, parameters)

    def _glimpse(self, text: str, parameters: Mapping[str, Any]) -> Seen | None:
        """What is seen without holding the gate; None if it fell to pieces."""
        try:
            return Seen(*self._connection.attempt(text, parameters)[0])
        except Neo4jError as error:
            if not _torn(error):
                raise
        return None

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Reads of this thread see one state, or say that they cannot."""
        if self._span is not None:
            yield
            return
        with self._holding() as span:
            self._local.span = span
            try:
                yield
            finally:
                self._local.span = None

    @contextmanager
    def _holding(self) -> Iterator[_Span]:
        address = self._connection.address
        with translated(address):
            for _ in range(TRIES):
                with self._connection.transaction(HOLD_SECONDS) as held:
                    turn = _held(held)
                    if turn is not None:
                        self._over = max(self._over, turn)
                        yield _Span(self._connection, held, turn)
                        return
        raise StoreUnavailable(f"{address.uri} is being written to", hint="try again")

    def write(self, work: Callable[[Writing], T]) -> T:
        """What `work` returns, in one transaction; tried again while the server is busy."""
        if self._span is not None:
            raise UsageError(
                "a thread cannot write while it is reading", hint="end reading() first"
            )

        def turn(transaction: neo4j.ManagedTransaction) -> tuple[T, int]:
            writing = Writing(transaction)
            done = work(writing)
            writing.rows(_SHUT)
            return done, self._connection.aside(_BEGIN)[0][0]

        done, number = self._connection.write(turn)
        self._over = max(self._over, number)
        # The turn is over; whoever is not told finds out by holding the gate.
        with suppress(DriverError, Neo4jError):
            self._connection.aside(_END, number=number)
        return done


def _held(transaction: neo4j.Transaction) -> int | None:
    """The turn that is over now that the gate is held; None if there was no time to get it."""
    try:
        ((turn,),) = Writing(transaction).rows(_HOLD)
    except Neo4jError as error:
        if not took_too_long(error):
            raise
        return None
    return int(turn)


def _torn(error: Neo4jError) -> bool:
    """Whether the error may come of rows that went away while they were read."""
    code = error.code or ""
    return code.endswith("EntityNotFound") or code.startswith("Neo.DatabaseError")
