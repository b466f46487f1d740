"""Facts stated by people."""

from __future__ import annotations

from collections.abc import Callable

from gql.changes.after import After
from gql.errands import Entry
from gql.roots import Asked, Read, Run
from gql.selection.shape import At, Row
from graph.plan import Kind
from graph.statements import DocumentId, EntityId, Polarity, Span, Status, interval


def state(read: Read) -> Asked:
    """State a fact on a span of a stored text."""
    given = read.arguments
    interval(given["time"])
    entry = Entry(
        DocumentId(given["document"]),
        Span(given["start"], given["end"]),
        (EntityId(given["subject"]), given["predicate"], EntityId(given["object"])),
        Polarity(given["polarity"]),
        Status(given["status"]),
        given["time"],
        tuple(map(EntityId, given["saidBy"] or ())),
        tuple((each["name"], each["value"]) for each in given["qualifiers"] or ()),
    )
    return _stated(
        read,
        lambda run: run.context.writer.state(
            read.ontology, entry, run.context.caller, run.context.deadline
        ),
    )


def restate(read: Read) -> Asked:
    """Put what was stated on a text that has changed to where its quote stands now."""
    id_: str = read.arguments["id"]
    return _stated(read, lambda run: run.context.writer.restate(id_, run.context.deadline))


def _stated(read: Read, write: Callable[[Run], tuple[bool, str]]) -> Asked:
    after = After(read, 1)
    shape = read.compiler.record(
        "Stated", read.selected, {"changed": At(0), "evidence": after.one(Kind.EVIDENCE)}
    )

    def fetch(run: Run) -> Row:
        changed, evidence = write(run)
        return [changed, *after.rows(run, {Kind.EVIDENCE: evidence})]

    return Asked(fetch, shape)
