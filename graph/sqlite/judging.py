"""Rows of judgements, in and out, and what they stir."""

from __future__ import annotations

import sqlite3

from graph.rulings import Decided, Stirred
from graph.sqlite.codes import keys, packed
from graph.sqlite.touched import Touched
from graph.statements import EntityId, Judgement, Verdict


def judge(connection: sqlite3.Connection, decided: Decided, touched: Touched) -> None:
    """Write what is new on record and delete what is gone."""
    write = connection.executemany
    stale = [*decided.gone, *(judgement for judgement, _ in decided.written)]
    # Not by the id: it was a hash of the question in layouts up to 2.
    write(
        "DELETE FROM judgement WHERE first = ? AND second = ? AND verdict = ? AND judge = ?"
        " AND time = ? AND note = ?",
        [(j.left, j.right, j.verdict, j.by, j.when, j.note) for j in stale],
    )
    write(
        "INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (j.id, j.left, j.right, j.verdict, j.by, j.when, j.note, stands)
            for j, stands in decided.written
        ],
    )
    _stir(connection, Stirred.by(decided.turned), touched)


def _stir(connection: sqlite3.Connection, stirred: Stirred, touched: Touched) -> None:
    among = "IN (SELECT value FROM json_each(?))"
    run = connection.execute
    named = (packed(sorted(stirred.entities)),)
    touched.judged.update(stirred.entities)
    touched.entities.update(
        key for (key,) in run(f"SELECT key FROM entity WHERE id {among}", named)
    )
    ends = run(
        f"SELECT key FROM entity WHERE id {among}", (packed(sorted(stirred.ends)),)
    ).fetchall()
    for end in ("subject", "object"):
        touched.shake(
            key
            for (key,) in run(
                f"SELECT key FROM fact WHERE extracted_{end} {among}",
                (keys(key for (key,) in ends),),
            )
        )
    touched.shake(
        fact
        for (fact,) in run(
            f"SELECT fact FROM evidence WHERE id {among}", (packed(sorted(stirred.evidence)),)
        )
    )


def judgement(row: tuple[str, ...]) -> Judgement:
    """A judgement back from its columns after `id`."""
    left, right, verdict, by, when, note = row
    return Judgement(EntityId(left), EntityId(right), Verdict(verdict), by, when, note)
