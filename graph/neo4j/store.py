"""Statements in a Neo4j database, as a store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any, Self

from entente.errors import NotFound, UsageError
from graph.neo4j import layout
from graph.neo4j.address import Address
from graph.neo4j.connection import Connection
from graph.neo4j.cypher import Compiled, TooFew, compiled
from graph.neo4j.reader import Reader
from graph.neo4j.turns import Turns
from graph.neo4j.upgrade import upgrade
from graph.neo4j.vocabulary import Vocabulary
from graph.neo4j.writer import Writer
from graph.plan import Plan, Result
from graph.plan.check import check as check_plan
from graph.review import Review
from graph.soundness import check as check_change
from graph.statements import (
    Document,
    DocumentId,
    DocumentKind,
    Entity,
    EntityId,
    Judgement,
    Refused,
    Statements,
)
from graph.store import Change, Held, Schema, Store

COMPILED_PLANS = 512


class Neo4jStore(Store):
    """A store in a database of a Neo4j server, shared with other processes."""

    engine = "neo4j"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._turns = Turns(connection)
        self._reader = Reader(lambda query, values: self._turns.read(query, values).record)
        self._vocabulary = self._known()
        self._compiled = lru_cache(maxsize=COMPILED_PLANS)(_checked)

    @classmethod
    def open(cls, url: str, *, read_only: bool = False) -> Self:
        connection = Connection(Address.parse(url), read_only=read_only)
        try:
            if read_only:
                layout.expect(connection)
            else:
                if layout.prepare(connection) < layout.LAYOUT:
                    upgrade(connection)
            return cls(connection)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        self._connection.close()

    # Writing

    def adopt(self, schema: Schema, reference: Sequence[Statements]) -> bool:
        for statements in reference:
            if statements.document.kind is not DocumentKind.REFERENCE:
                raise UsageError(
                    f"{statements.document.name} is no reference document",
                    hint="load it instead of adopting it",
                )
        check_change(Change(put=tuple(reference)))
        held = self.schema()
        if held is not None and held.digest == schema.digest:
            return False
        self._expect(reference, schema)
        return self._turns.write(lambda writing: Writer(writing).adopt(schema, reference))

    def apply(self, change: Change) -> None:
        check_change(change)
        self._expect(change.put)
        ids = [*(s.document.id for s in change.put), *change.drop]
        self._turns.write(lambda writing: Writer(writing, ids).apply(change))

    def _expect(self, put: Sequence[Statements], schema: Schema | None = None) -> None:
        """Constraints for predicates that the database has not seen: a change of its schema,
        which cannot be in the transaction that writes."""
        used = {fact.predicate for statements in put for fact in statements.facts}
        if schema:
            used |= set(schema.predicates)
        new = used - set(self._vocabulary.predicates)
        if new or schema:
            everything = Vocabulary(tuple(sorted({*self._vocabulary.predicates, *used})))
            layout.prepare_schema(self._connection, everything, schema.indexed if schema else ())

    # Reading

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        vocabulary = self._vocabulary
        try:
            statement = self._compiled(plan, vocabulary)
        except TypeError as error:
            raise UsageError(f"the plan is not hashable: {error}", hint="use tuples") from error
        result = self._answer(statement, vocabulary, values or {})
        if result is not None:
            return result
        self._vocabulary = self._known()
        return self.run(plan, values)

    def _answer(
        self, statement: Compiled, vocabulary: Vocabulary, values: Mapping[str, Any]
    ) -> Result | None:
        """None if there are predicates by now that the statement does not name."""
        statement = statement.promising()
        parameters = statement.parameters.fill(values)
        if statement.nothing(values):
            return statement.finish([[], 0], values)
        seen = self._turns.read(statement.query, parameters)
        if seen.generation != vocabulary.generation:
            return None
        try:
            return statement.finish(seen.record, values)
        except TooFew:
            if statement.wider is None:
                raise
            return self._answer(statement.wider, vocabulary, values)

    def _known(self) -> Vocabulary:
        seen = self._turns.read(layout.VOCABULARY, {})
        return Vocabulary(tuple(seen.record[0]), seen.generation)

    def reading(self) -> AbstractContextManager[None]:
        return self._turns.reading()

    # The statements back

    def revision(self) -> int:
        return layout.revision(self._connection)

    def schema(self) -> Schema | None:
        return self._reader.schema()

    def documents(self, kind: DocumentKind | None = None) -> Iterator[DocumentId]:
        return iter(self._reader.documents(kind))

    def statements(self, document: DocumentId) -> Statements:
        found = self._reader.statements(document)
        if found is None:
            raise _missing(document)
        return found

    def document(self, document: DocumentId) -> Document:
        found = self._reader.document(document)
        if found is None:
            raise _missing(document)
        return found

    def entities(self, ids: Sequence[EntityId]) -> Mapping[EntityId, Entity]:
        return self._reader.entities(ids)

    def judgements(self, *, replaced: bool = False) -> tuple[Judgement, ...]:
        return self._reader.judgements(replaced=replaced)

    def reviews(self) -> tuple[Review, ...]:
        return self._reader.reviews()

    def refusals(self, limit: int) -> Sequence[tuple[DocumentId, Refused]]:
        return self._reader.refusals(limit)

    def held(self) -> Mapping[str, Held]:
        return self._reader.held()


def _checked(plan: Plan, vocabulary: Vocabulary) -> Compiled:
    """`plan` as a statement. Raises `UsageError` for what is wrong with it."""
    check_plan(plan)
    return compiled(plan, vocabulary)


def _missing(document: DocumentId) -> NotFound:
    return NotFound(f"no document {document}", hint="list documents to see their ids")
