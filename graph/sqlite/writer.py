"""Rows of documents, reviews and judgements, in and out. What follows is `derivation`'s."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from graph.review import Review
from graph.rulings import Decided
from graph.sqlite.codes import packed
from graph.sqlite.insertion import Insertion
from graph.sqlite.judging import judge
from graph.sqlite.removal import remove
from graph.sqlite.touched import Touched
from graph.statements import DocumentId, EvidenceId, Statements


class Writer:
    """Writes within one transaction, noting in `touched` what must be derived anew."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.touched = Touched()
        self._insertion = Insertion(connection, self.touched)

    def remove(self, id_: DocumentId) -> None:
        """Take out the rows of a document, if it is stored."""
        remove(self._connection, id_, self.touched)

    def add(self, statements: Statements) -> None:
        """Put in the rows of a document that is not stored."""
        self._insertion.add(statements)

    def judge(self, decided: Decided) -> None:
        """Write what is new on record and delete what is gone."""
        judge(self._connection, decided, self.touched)

    def touch_everything(self) -> None:
        """Note that everything must be derived anew."""
        run = self._connection.execute
        self.touched.shake(key for (key,) in run("SELECT key FROM fact"))
        self.touched.entities.update(key for (key,) in run("SELECT key FROM entity"))

    def review(self, reviews: Iterable[Review], dismissed: Iterable[EvidenceId] = ()) -> None:
        """Keep curated evidence whose text changed, for a person to look at; or no longer."""
        write = self._connection.executemany
        write("DELETE FROM review WHERE evidence = ?", [(id_,) for id_ in dismissed])
        write(
            "INSERT OR REPLACE INTO review VALUES (?, ?)",
            [(review.id, packed(review.as_json())) for review in reviews],
        )
