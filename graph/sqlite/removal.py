"""Rows of a document, out."""

from __future__ import annotations

import sqlite3

from graph.sqlite.touched import Touched
from graph.statements import DocumentId
from graph.statements.words import folded


def remove(connection: sqlite3.Connection, id_: DocumentId, touched: Touched) -> None:
    """Take out the rows of a document, if it is stored."""
    row = connection.execute(
        "SELECT key, title, text FROM document JOIN document_text ON document = key WHERE id = ?",
        (id_,),
    ).fetchone()
    if row is None:
        return
    key, title, text = row
    _touch(connection, key, touched)
    run = connection.execute
    run(
        "INSERT INTO document_words (document_words, rowid, title, text)"
        " VALUES ('delete', ?, ?, ?)",
        (key, folded(title), folded(text)),
    )
    quotes = run("SELECT key, quote FROM evidence WHERE document = ?", (key,)).fetchall()
    connection.executemany(
        "INSERT INTO evidence_words (evidence_words, rowid, quote) VALUES ('delete', ?, ?)",
        [(evidence, folded(quote)) for evidence, quote in quotes],
    )
    of_document = "(SELECT key FROM evidence WHERE document = ?)"
    run(f"DELETE FROM speaker WHERE evidence IN {of_document}", (key,))
    run(f"DELETE FROM qualifier WHERE evidence IN {of_document}", (key,))
    names = run(
        "SELECT entity, name, sum(count), count(*) FROM mention WHERE document = ?"
        " GROUP BY entity, name",
        (key,),
    ).fetchall()
    touched.mentioned.update(row[0] for row in names)
    connection.executemany(
        "UPDATE mention_name SET count = count - ?, mentions = mentions - ?"
        " WHERE entity = ? AND name = ?",
        [(count, mentions, entity, name) for entity, name, count, mentions in names],
    )
    connection.executemany(
        "DELETE FROM mention_name WHERE entity = ? AND name = ? AND mentions = 0",
        [(entity, name) for entity, name, *_ in names],
    )
    described = "(SELECT description FROM describes WHERE document = ?)"
    run(f"UPDATE description SET documents = documents - 1 WHERE key IN {described}", (key,))
    run(f"DELETE FROM description WHERE key IN {described} AND documents = 0", (key,))
    for table in ("evidence", "mention", "describes", "document_text"):
        run(f"DELETE FROM {table} WHERE document = ?", (key,))
    run("DELETE FROM document WHERE key = ?", (key,))


def _touch(connection: sqlite3.Connection, document: int, touched: Touched) -> None:
    run = connection.execute
    touched.shake(
        key for (key,) in run("SELECT fact FROM evidence WHERE document = ?", (document,))
    )
    touched.entities.update(
        key
        for (key,) in run(
            "SELECT entity FROM mention WHERE document = :document"
            " UNION SELECT entity FROM description JOIN describes ON key = description"
            " WHERE document = :document"
            " UNION SELECT entity FROM speaker JOIN evidence ON key = evidence"
            " WHERE document = :document"
            " UNION SELECT entity FROM qualifier JOIN evidence ON key = evidence"
            " WHERE document = :document",
            {"document": document},
        )
    )
