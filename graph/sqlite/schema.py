"""The tables of a store, and whether a file is one.

`application_id` says that a file is ours, `user_version` which layout it has.
Keys are integers. A row of `entity` holds what readers see: for an entity that
stands for others, all that they are together; `canonical` is the key of the one
that stands for it (its own, mostly).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from entente.errors import NotFound, StoreError

APPLICATION = 0x456E7465
"""`Ente` in ASCII."""
VERSION = 3
"""The layout; `UPGRADES` leads an older one to it."""

TABLES = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE document (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
    title TEXT NOT NULL, publisher TEXT, date TEXT, starts INTEGER NOT NULL,
    ends INTEGER NOT NULL, address TEXT, language TEXT NOT NULL, media_type TEXT NOT NULL,
    length INTEGER NOT NULL, evidence_count INTEGER NOT NULL, inferred_date TEXT,
    extraction TEXT NOT NULL, locations TEXT NOT NULL, blocks TEXT NOT NULL,
    refused TEXT NOT NULL DEFAULT '[]');
CREATE TABLE document_text (document INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE INDEX document_by_day ON document (starts, id);

CREATE TABLE entity (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, canonical INTEGER NOT NULL,
    label TEXT NOT NULL, origin TEXT NOT NULL, degree INTEGER NOT NULL,
    mentions INTEGER NOT NULL, folded TEXT NOT NULL, names TEXT NOT NULL, types TEXT NOT NULL,
    classes TEXT NOT NULL, alternative TEXT NOT NULL, hidden TEXT NOT NULL,
    merged TEXT NOT NULL, properties TEXT NOT NULL);
CREATE INDEX entity_by_canonical ON entity (canonical);
CREATE INDEX entity_by_label ON entity (label, id);
CREATE INDEX entity_by_degree ON entity (degree, id);
CREATE TABLE entity_class (
    class TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (class, entity)) WITHOUT ROWID;
CREATE INDEX entity_class_by_entity ON entity_class (entity);

-- Documents describe alike mostly: one row for each description, with how many do.
CREATE TABLE description (
    key INTEGER PRIMARY KEY, entity INTEGER NOT NULL, types TEXT NOT NULL, label TEXT NOT NULL,
    alternative TEXT NOT NULL, hidden TEXT NOT NULL, origin TEXT NOT NULL,
    properties TEXT NOT NULL, documents INTEGER NOT NULL,
    UNIQUE (entity, types, label, alternative, hidden, origin, properties));
CREATE TABLE describes (
    document INTEGER NOT NULL, description INTEGER NOT NULL,
    PRIMARY KEY (document, description)) WITHOUT ROWID;
CREATE TABLE mention (
    document INTEGER NOT NULL, entity INTEGER NOT NULL, name TEXT NOT NULL,
    start INTEGER NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (document, entity, name, start, count)) WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity);
CREATE TABLE mention_name (
    entity INTEGER NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
    mentions INTEGER NOT NULL, PRIMARY KEY (entity, name)) WITHOUT ROWID;

CREATE TABLE predicate (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE fact (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, predicate INTEGER NOT NULL,
    extracted_subject INTEGER NOT NULL, extracted_object INTEGER NOT NULL,
    subject INTEGER NOT NULL, object INTEGER NOT NULL, belief REAL NOT NULL,
    evidence_count INTEGER NOT NULL, known INTEGER NOT NULL, modalities TEXT NOT NULL);
CREATE INDEX fact_by_subject ON fact (extracted_subject);
CREATE INDEX fact_by_object ON fact (extracted_object);
CREATE INDEX fact_by_merged_subject ON fact (subject);
CREATE INDEX fact_by_merged_object ON fact (object);
CREATE INDEX fact_by_belief ON fact (belief, id);
CREATE INDEX fact_by_predicate ON fact (predicate, id);

CREATE TABLE evidence (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fact INTEGER NOT NULL,
    document INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    polarity TEXT NOT NULL, status TEXT NOT NULL, modality INTEGER NOT NULL, time TEXT,
    starts INTEGER NOT NULL, ends INTEGER NOT NULL, confidence REAL NOT NULL,
    voice TEXT NOT NULL, published INTEGER NOT NULL, extractor TEXT NOT NULL,
    version TEXT NOT NULL, source TEXT, rule TEXT, quote TEXT NOT NULL, context TEXT NOT NULL,
    said_by TEXT NOT NULL, qualifiers TEXT NOT NULL, premises TEXT NOT NULL);
CREATE INDEX evidence_by_fact ON evidence
    (fact, modality, starts, ends, kind, voice, confidence, published);
CREATE INDEX evidence_by_document ON evidence (document, fact);
CREATE TABLE speaker (
    evidence INTEGER NOT NULL, position INTEGER NOT NULL, entity INTEGER NOT NULL,
    PRIMARY KEY (evidence, position)) WITHOUT ROWID;
CREATE INDEX speaker_by_entity ON speaker (entity);
CREATE TABLE qualifier (
    evidence INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
    entity INTEGER NOT NULL, PRIMARY KEY (evidence, position)) WITHOUT ROWID;
CREATE INDEX qualifier_by_entity ON qualifier (entity);

CREATE TABLE edge (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fact INTEGER NOT NULL,
    predicate INTEGER NOT NULL, subject INTEGER NOT NULL, object INTEGER NOT NULL,
    modality INTEGER NOT NULL, belief REAL NOT NULL, starts INTEGER NOT NULL,
    ends INTEGER NOT NULL, known INTEGER NOT NULL);
CREATE INDEX edge_by_fact ON edge (fact);
CREATE INDEX edge_out ON edge
    (subject, modality, predicate, object, belief, starts, ends, known, fact);
CREATE INDEX edge_in ON edge
    (object, modality, predicate, subject, belief, starts, ends, known, fact);

CREATE TABLE judgement (
    id TEXT PRIMARY KEY, first TEXT NOT NULL, second TEXT NOT NULL, verdict TEXT NOT NULL,
    judge TEXT NOT NULL, time TEXT NOT NULL, note TEXT NOT NULL,
    stands INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;
CREATE INDEX judgement_by_verdict ON judgement (verdict, stands, first);

-- Curated evidence whose text changed under it (graph.review).
CREATE TABLE review (evidence TEXT PRIMARY KEY, review TEXT NOT NULL) WITHOUT ROWID;

-- The names that provisional entities are compared by (graph.likeness).
CREATE TABLE form (
    key TEXT NOT NULL, entity INTEGER NOT NULL, full TEXT NOT NULL, types TEXT NOT NULL,
    PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE INDEX form_by_entity ON form (entity);

CREATE VIRTUAL TABLE entity_words USING fts5
    (names, content='', tokenize='ascii', prefix='1 2 3', detail='none', columnsize=0);
CREATE VIRTUAL TABLE evidence_words USING fts5
    (quote, content='', tokenize='ascii', detail='none', columnsize=0);
CREATE VIRTUAL TABLE document_words USING fts5
    (title, text, content='', tokenize='ascii', detail='column', columnsize=0);
INSERT INTO entity_words (entity_words, rank) VALUES ('automerge', 8);
INSERT INTO evidence_words (evidence_words, rank) VALUES ('automerge', 8);
INSERT INTO document_words (document_words, rank) VALUES ('automerge', 8);
"""

UPGRADES = {
    1: """
ALTER TABLE document ADD COLUMN refused TEXT NOT NULL DEFAULT '[]';
DROP TABLE review;
CREATE TABLE review (evidence TEXT PRIMARY KEY, review TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE form (
    key TEXT NOT NULL, entity INTEGER NOT NULL, full TEXT NOT NULL, types TEXT NOT NULL,
    PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE INDEX form_by_entity ON form (entity);
DELETE FROM setting WHERE name = 'schema'
""",
    2: """
ALTER TABLE judgement ADD COLUMN stands INTEGER NOT NULL DEFAULT 1;
CREATE INDEX judgement_by_verdict ON judgement (verdict, stands, first)
""",
}
"""By layout: what leads to the next. Without its schema a store derives all rows
anew when the ontology is next adopted."""


def prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Make the file `path` a store if it is empty, and refuse it if it is something else.

    Raises `StoreError` for a file that is not ours, of a newer layout, or for
    a SQLite without FTS5, and `NotFound` if it is empty and may not be written.
    """
    modules = {row[0] for row in connection.execute("PRAGMA module_list")}
    if "fts5" not in modules:
        raise StoreError(
            f"this Python's SQLite ({sqlite3.sqlite_version}) has no FTS5 full-text search",
            hint="use a Python whose SQLite has it, such as those of python.org or Debian",
        )
    if _ready(connection, path):
        return
    if read_only:
        if connection.execute("PRAGMA user_version").fetchone()[0]:
            raise StoreError(
                f"{path} was written by an older Entente",
                hint="'entente load' brings it up to date",
            )
        raise NotFound(f"{path} holds no store yet", hint="load a document into it first")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _ready(connection, path):
            held = connection.execute("PRAGMA user_version").fetchone()[0]
            for made in [UPGRADES[n] for n in range(held, VERSION)] if held else [TABLES]:
                for statement in made.split(";\n"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """The file's application, its layout, and how many tables and indexes it has.

    Of one state: another process may be making the file a store meanwhile.
    """
    alone = not connection.in_transaction
    if alone:
        connection.execute("BEGIN")
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        things = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    finally:
        if alone and connection.in_transaction:  # SQLite ends it itself where the disk fails
            connection.execute("ROLLBACK")
    return application, version, things


def _ready(connection: sqlite3.Connection, path: Path) -> bool:
    application, version, things = _marks(connection)
    if application == APPLICATION and version == VERSION:
        return True
    if application == APPLICATION and version > VERSION:
        raise StoreError(
            f"{path} was written by a newer Entente (layout {version}, known is {VERSION})",
            hint="use that version, or load the documents into a new file",
        )
    if application == APPLICATION and version in UPGRADES:
        return False
    if application or version or things:
        raise StoreError(
            f"{path} is a SQLite file of another application", hint="name another file"
        )
    return False
