"""Texts loaded, and documents removed."""

from __future__ import annotations

from typing import Any

from gql.changes.after import After
from gql.errands import Text
from gql.roots import Asked, Read, Run
from gql.selection.compiler import places
from gql.selection.shape import At, Each, Row
from graph.plan import Kind
from graph.statements import interval
from loaders.sources import Metadata

LOADED = ("changed", "location", "facts", "evidence", "words")
REMOVED = ("locations", "documents")


def load(read: Read) -> Asked:
    """Read a text and store what it states."""
    given: dict[str, Any] = read.arguments["document"]
    text = Text(
        given["name"],
        given["text"],
        Metadata(*(given.get(name) or None for name in ("title", "publisher", "date"))),
    )
    interval(text.metadata.date)
    compiler, after = read.compiler, After(read, len(LOADED) + 1)
    shape = compiler.record(
        "Loaded",
        read.selected,
        {
            **places(*LOADED),
            "refused": lambda part: Each(
                At(len(LOADED)), compiler.record("RefusedClaims", part, places("reason", "count"))
            ),
            "document": after.one(Kind.DOCUMENT),
        },
    )

    def fetch(run: Run) -> Row:
        context = run.context
        done = context.writer.load(text, context.caller, context.deadline)
        own = [getattr(done, name) for name in LOADED]
        return [*own, done.refused, *after.rows(run, {Kind.DOCUMENT: done.document})]

    return Asked(fetch, shape)


def remove(read: Read) -> Asked:
    """Remove a document with all that it alone stated."""
    target: str = read.arguments["target"]
    shape = read.compiler.record("Removed", read.selected, places(*REMOVED))
    return Asked(lambda run: run.context.writer.remove(target, run.context.deadline), shape)
