"""Statements in one SQLite file, as a store."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from entente.errors import NotFound, UsageError
from graph.curation import carried
from graph.plan import Aggregate, Common, Expand, Find, Paths, Plan, Result, Traverse
from graph.plan.check import check as check_plan
from graph.review import Review
from graph.rulings import Decided, Rulings
from graph.soundness import check as check_change
from graph.sqlite.address import path_of
from graph.sqlite.codes import packed
from graph.sqlite.connections import Connections, Session
from graph.sqlite.derivation import Derivation
from graph.sqlite.expressions import property_value
from graph.sqlite.identities import Identities
from graph.sqlite.reader import SCHEMA, Reader
from graph.sqlite.routes import Routes
from graph.sqlite.rows import FindRows, Groups
from graph.sqlite.schema import prepare
from graph.sqlite.touched import Touched
from graph.sqlite.walks import Neighbourhood, Shared, Walk
from graph.sqlite.writer import Writer
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
from graph.store import NO_SCHEMA, Change, Held, Schema, Store

REVISION = "SELECT value FROM setting WHERE name = 'revision'"
COUNT_WRITE = (
    "INSERT INTO setting VALUES ('revision', '1')"
    " ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
)

Compiled = FindRows | Groups | Neighbourhood | Walk | Routes | Shared


@lru_cache(maxsize=512)
def compiled(plan: Plan) -> Compiled:
    """`plan` as statements, which are the same for every file."""
    check_plan(plan)
    match plan:
        case Find():
            return FindRows(plan)
        case Aggregate():
            return Groups(plan)
        case Expand():
            return Neighbourhood(plan)
        case Traverse():
            return Walk(plan)
        case Paths():
            return Routes(plan)
        case Common():
            return Shared(plan)


class SqliteStore(Store):
    """A store in one file. Other processes may read and write it at the same time."""

    engine = "sqlite"

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        self._connections = Connections(path, read_only=read_only)
        self._write_lock = threading.Lock()

    @classmethod
    def open(cls, url: str, *, read_only: bool = False) -> Self:
        path = path_of(url)
        if read_only and not path.exists():
            raise NotFound(f"there is no store at {path}", hint="load a document first")
        if path.is_dir():
            raise UsageError(f"{path} is a folder", hint="name a file in it")
        store = cls(path, read_only=read_only)
        try:
            with store._connections.translated():
                prepare(store._connections.session().connection, path, read_only=read_only)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        self._connections.close()

    # Writing

    def adopt(self, schema: Schema, reference: Sequence[Statements]) -> bool:
        for statements in reference:
            if statements.document.kind is not DocumentKind.REFERENCE:
                raise UsageError(
                    f"{statements.document.name} is no reference document",
                    hint="load it instead of adopting it",
                )
        check_change(Change(put=tuple(reference)))
        with self._reader() as reader:
            held = reader.schema()
        if held is not None and held.digest == schema.digest:
            return False
        with self._writing() as connection:
            reader, writer = Reader(connection), Writer(connection)
            for id_ in reader.documents(DocumentKind.REFERENCE):
                writer.remove(id_)
            for statements in reference:
                writer.add(statements)
            connection.execute(
                "INSERT OR REPLACE INTO setting VALUES (?, ?)",
                (SCHEMA, packed({**asdict(schema), "symmetric": sorted(schema.symmetric)})),
            )
            _index(connection, schema)
            writer.touch_everything()
            _derive(connection, writer.touched, schema, reader.judgements())
        return True

    def apply(self, change: Change) -> None:
        check_change(change)
        with self._writing() as connection:
            reader, writer = Reader(connection), Writer(connection)
            put, reviews = carried(
                change, lambda id_: reader.statements(id_) if reader.curated(id_) else None
            )
            for id_ in {*change.drop, *(s.document.id for s in put)}:
                writer.remove(id_)
            for statements in put:
                writer.add(statements)
            writer.review((*change.review, *reviews), change.dismiss)
            recorded = reader.judgements(replaced=True)
            decided = Decided.by(recorded, change.judge, change.withdraw)
            writer.judge(decided)
            _derive(connection, writer.touched, reader.schema() or NO_SCHEMA, decided.stand)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        session = self._connections.session()
        if session.depth:
            raise UsageError(
                "a thread cannot write while it is reading", hint="end reading() first"
            )
        with self._write_lock, self._connections.translated():
            connection = session.connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute(COUNT_WRITE)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    # Reading

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        try:
            statements = compiled(plan)
        except TypeError as error:
            raise UsageError(f"the plan is not hashable: {error}", hint="use tuples") from error
        if statements.single:
            with self._connections.translated():
                return statements.run(self._connections.session().connection, values or {})
        with self._snapshot() as session:
            return statements.run(session.connection, values or {})

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._snapshot() as session:
            if session.depth == 1:
                # A snapshot begins with the first read, not with BEGIN.
                session.connection.execute("SELECT 1 FROM setting").fetchone()
            yield

    def revision(self) -> int:
        with self._connections.translated():
            found = self._connections.session().connection.execute(REVISION).fetchone()
        return int(found[0]) if found else 0

    @contextmanager
    def _snapshot(self) -> Iterator[Session]:
        session = self._connections.session()
        with self._connections.translated():
            if session.depth == 0:
                session.connection.execute("BEGIN")
            session.depth += 1
            try:
                yield session
            finally:
                session.depth -= 1
                if session.depth == 0 and session.connection.in_transaction:
                    session.connection.execute("COMMIT")

    @contextmanager
    def _reader(self) -> Iterator[Reader]:
        with self._snapshot() as session:
            yield Reader(session.connection)

    # The statements back

    def schema(self) -> Schema | None:
        with self._reader() as reader:
            return reader.schema()

    def documents(self, kind: DocumentKind | None = None) -> Iterator[DocumentId]:
        with self._reader() as reader:
            return iter(reader.documents(kind))

    def statements(self, document: DocumentId) -> Statements:
        with self._reader() as reader:
            found = reader.statements(document)
        if found is None:
            raise _missing(document)
        return found

    def document(self, document: DocumentId) -> Document:
        with self._reader() as reader:
            found = reader.document(document)
        if found is None:
            raise _missing(document)
        return found

    def entities(self, ids: Sequence[EntityId]) -> Mapping[EntityId, Entity]:
        with self._reader() as reader:
            return reader.entities(ids)

    def judgements(self, *, replaced: bool = False) -> tuple[Judgement, ...]:
        with self._reader() as reader:
            return reader.judgements(replaced=replaced)

    def reviews(self) -> tuple[Review, ...]:
        with self._reader() as reader:
            return reader.reviews()

    def refusals(self, limit: int) -> Sequence[tuple[DocumentId, Refused]]:
        with self._reader() as reader:
            return reader.refusals(limit)

    def held(self) -> Mapping[str, Held]:
        with self._reader() as reader:
            return reader.held()


def _missing(document: DocumentId) -> NotFound:
    return NotFound(f"no document {document}", hint="list documents to see their ids")


def _index(connection: sqlite3.Connection, schema: Schema) -> None:
    """Index the literal properties that readers filter by, and no others."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'property %'"
    ).fetchall():
        connection.execute(f'DROP INDEX "{name}"')
    for name in schema.indexed:
        connection.execute(f'CREATE INDEX "property {name}" ON entity ({property_value(name)})')


def _derive(
    connection: sqlite3.Connection,
    touched: Touched,
    schema: Schema,
    judgements: Sequence[Judgement],
) -> None:
    rulings = Rulings.of(judgements)
    derivation = Derivation(connection, schema, rulings)
    derivation.facts(touched)
    Identities(connection, schema, judgements, rulings).update(
        touched.entities | derivation.bereft, touched.mentioned, judged=touched.judged
    )
