"""Judgements recorded and withdrawn."""

from __future__ import annotations

from collections.abc import Callable

from entente.errors import UsageError
from gql.changes.after import After
from gql.desk import Ruling
from gql.roots import Asked, Read, Run
from gql.selection.compiler import places
from gql.selection.shape import At, One, Row
from graph.plan import Kind
from graph.statements import Verdict

JUDGEMENT = ("id", "left", "right", "verdict", "by", "when", "note")


def judge(read: Read) -> Asked:
    """Record whether two entities are the same."""
    left, right = read.arguments["left"], read.arguments["right"]
    verdict, note = Verdict(read.arguments["verdict"]), read.arguments["note"] or ""
    if left == right:
        raise UsageError("both are the same id", hint="name two entities")
    return _ruled(
        read,
        lambda run: run.context.writer.judge(
            left, right, verdict, note, run.context.caller, run.context.deadline
        ),
    )


def withdraw(read: Read) -> Asked:
    """Withdraw a judgement."""
    id_: str = read.arguments["id"]
    return _ruled(read, lambda run: run.context.writer.withdraw(id_, run.context.deadline))


def _ruled(read: Read, rule: Callable[[Run], Ruling]) -> Asked:
    compiler, after = read.compiler, After(read, 2)
    shape = compiler.record(
        "Judged",
        read.selected,
        {
            "changed": At(0),
            "judgement": lambda part: One(
                At(1), compiler.record("Judgement", part, places(*JUDGEMENT))
            ),
            "entity": after.one(Kind.ENTITY),
        },
    )

    def fetch(run: Run) -> Row:
        ruling = rule(run)
        found = ruling.judgement
        row = None if found is None else [getattr(found, name) for name in JUDGEMENT]
        entity = None if found is None else str(found.left)
        return [ruling.changed, row, *after.rows(run, {Kind.ENTITY: entity})]

    return Asked(fetch, shape)
