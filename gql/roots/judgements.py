"""Judgements on record, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from gql.roots.known import same_as
from gql.roots.read import Asked, Read, Run
from gql.selection.compiler import Fields, places
from gql.selection.cursor import Origin, read_cursor
from gql.selection.fields import Selected
from gql.selection.shape import At, Each, Made, One, Row, Shape
from graph.plan import Order
from graph.rulings import standing
from graph.statements import PAIRWISE, Judgement

SHOWN = ("id", "left", "right", "verdict", "by", "when", "note", "stands")
"""The fields of a judgement, in the order of its row."""
NEWEST = (Order("when", descending=True), Order("id", descending=True))


def shown_judgement(judgement: Judgement, *, stands: bool) -> list[Any]:
    """The row that a judgement is shown from."""
    said = (str(getattr(judgement, name)) for name in SHOWN[:-1])
    return [*said, stands]


def judgements(read: Read) -> Asked:
    """What people decided, and what was replaced since."""
    size = read.limits.check_page("first", read.arguments["first"])
    record = read.compiler.record
    after, wanted = read.arguments.later("after"), read.arguments.later("filter") or {}
    # A wrong cursor is refused before the store is asked.
    read.arguments.facet("after", lambda cursor: cursor and bool(read_cursor(cursor, NEWEST)))

    origin = Origin(read.selected, NEWEST)

    def written(row: Sequence[Any]) -> str:
        return origin.written(*_place(row))

    def judgement(part: Selected) -> Shape:
        return record("Judgement", part, places(*SHOWN))

    edge: Fields = {
        "cursor": Made(written, (At(),)),
        "node": lambda part: One(At(), judgement(part)),
    }
    info = places("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")
    shape = record(
        "JudgementConnection",
        read.selected,
        {
            "nodes": lambda part: Each(At(0), judgement(part)),
            "edges": lambda part: Each(At(0), record("JudgementEdge", part, edge)),
            "pageInfo": lambda part: One(At(1), record("PageInfo", part, info)),
            "totalCount": At(2),
        },
    )
    read.weigh(size)

    def fetch(run: Run) -> Row:
        cursor = run.value(after)
        beyond = None if cursor is None else tuple(origin.read(cursor, run.variables))
        with run.store.reading():
            recorded = run.store.judgements(replaced=True)
            meets = _filter(run, {name: run.value(value) for name, value in wanted.items()})
        stand = set(standing(recorded))
        found = [
            shown_judgement(each, stands=each in stand)
            for each in recorded
            if meets(each, each in stand)
        ]
        found.sort(key=_place, reverse=True)
        rows = found
        if beyond is not None:
            rows = [row for row in found if _place(row) < beyond]
        page = rows[:size]
        ends = [origin.written(*_place(row)) for row in (page[0], page[-1])] if page else [None] * 2
        return page, [len(rows) > size, cursor is not None, *ends], len(found)

    return Asked(fetch, shape)


def _filter(run: Run, wanted: dict[str, Any]) -> Callable[[Judgement, bool], bool]:
    of, by, verdicts, stands = (wanted.get(n) for n in ("entity", "by", "verdicts", "stands"))
    ids = None if of is None else {of, *same_as(run, of)}

    def meets(judgement: Judgement, standing: bool) -> bool:
        two = judgement.verdict in PAIRWISE
        named = (judgement.left, judgement.right) if two else (judgement.left,)
        return (
            (ids is None or not ids.isdisjoint(named))
            and (by is None or judgement.by == by)
            and (verdicts is None or judgement.verdict in verdicts)
            and (stands is None or standing is stands)
        )

    return meets


def _place(row: Sequence[Any]) -> tuple[str, str]:
    return row[SHOWN.index("when")], row[SHOWN.index("id")]
