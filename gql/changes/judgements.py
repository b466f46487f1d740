"""Judgements recorded and withdrawn."""

from __future__ import annotations

from collections.abc import Callable

from gql.changes.after import After
from gql.errands import Ruling
from gql.roots import Asked, Read, Run
from gql.roots.judgements import SHOWN, shown_judgement
from gql.selection.compiler import places
from gql.selection.fields import Selected
from gql.selection.shape import At, One, Row, Shape
from graph.plan import Kind
from graph.plan.following import checked
from graph.statements import Verdict


def judge(read: Read) -> Asked:
    """Record what was found of an entity, of two, or of an evidence."""
    given = read.arguments
    verdict = Verdict(given["verdict"])
    left, right, note = given["left"], given["right"] or "", given["note"] or ""
    if verdict is Verdict.CLASS:
        checked("class", (right,), read.ontology.classes)
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
    compiler, after = read.compiler, After(read, 3)

    def shown(place: int) -> Callable[[Selected], Shape]:
        return lambda part: One(At(place), compiler.record("Judgement", part, places(*SHOWN)))

    shape = compiler.record(
        "Judged",
        read.selected,
        {
            "changed": At(0),
            "judgement": shown(1),
            "restored": shown(2),
            "entity": after.one(Kind.ENTITY),
        },
    )

    def fetch(run: Run) -> Row:
        ruling = rule(run)
        found = ruling.judgement
        rows = [
            None if each is None else shown_judgement(each, stands=stands)
            for each, stands in ((found, ruling.stands), (ruling.restored, True))
        ]
        entity = None if found is None else str(found.left)
        return [ruling.changed, *rows, *after.rows(run, {Kind.ENTITY: entity})]

    return Asked(fetch, shape)
