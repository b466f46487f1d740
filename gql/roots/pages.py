"""Pages of entities and documents, and the search box."""

from __future__ import annotations

from typing import Any

from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.entity import LATEST
from gql.selection.page import Page
from gql.selection.shape import At, Each, Record, Row
from graph.plan import Aggregate, Condition, Find, Kind, Match
from graph.plan.fields import PROPERTY
from graph.plan.filters import EntityFilter, entity_condition, equals, every, ordering
from graph.plan.operations import search as search_plan


def _page(read: Read, page: Page, where: Condition | None) -> Asked:
    """The rows that meet `where`, as `page` asks for them."""
    shape = page.shape(At(0), At(1), At(2))
    values, count = read.values, Aggregate(page.kind, where=where)
    # A total is of all pages; the plan of a later page sees the rows after the cursor.
    apart = page.total_wanted and (page.beyond is not None or not page.rows_wanted)
    plan = Find(
        page.kind,
        page.columns.taken(),
        every(where, page.beyond),
        page.order,
        page.limit,
        total=page.total_wanted and not apart,
    )
    if not apart:
        return read.asks(plan, page.cost, shape)
    read.weigh(page.cost)

    def total(run: Run) -> int:
        found: int = run.result(count, values).rows[0][0]
        return found

    def fetch(run: Run) -> Row:
        if not page.rows_wanted:
            return [], False, total(run)
        with run.store.reading():
            result = run.result(plan, values)
            return result.rows, result.truncated, total(run)

    return Asked(fetch, shape)


def entities(read: Read) -> Asked:
    """Entities, filtered, sorted and paged."""
    name = read.arguments["orderBy"]
    order = ordering(
        Kind.ENTITY,
        PROPERTY + name if name in read.ontology.properties else name,
        descending=read.arguments["descending"],
    )
    wanted = _filter(read.arguments.later("filter") or {})
    page = Page(read.compiler, Kind.ENTITY, read.selected, order)
    return _page(read, page, entity_condition(read.ontology, read.values, wanted))


def _filter(given: dict[str, Any]) -> EntityFilter:
    return EntityFilter(
        ids=given.get("ids"),
        classes=given.get("classes") or (),
        origin=given.get("origin"),
        text=given.get("text"),
        min_degree=given.get("minDegree"),
        document=given.get("document"),
    )


def documents(read: Read) -> Asked:
    """Documents, filtered and paged, the latest first."""
    text = read.arguments.later("text")
    where = every(
        equals(read.values, "kind", read.arguments.later("kind")),
        None if text is None else Match(read.values.bind(text)),
    )
    return _page(read, Page(read.compiler, Kind.DOCUMENT, read.selected, LATEST), where)


def search(read: Read) -> Asked:
    """Entities by their labels, the best match first."""
    size = read.limits.check_page("first", read.arguments["first"])
    columns = Columns()
    shape = entity_list(read, columns)
    plan = search_plan(
        read.ontology,
        read.values,
        read.arguments.later("text"),
        columns.taken(),
        classes=read.arguments.later("classes") or (),
        limit=size,
    )
    return read.asks(plan, size * (1 + columns.cost), shape)


def entity_list(read: Read, columns: Columns) -> Record:
    """An `EntityList` of the rows of a result, whose columns these are."""
    shape = read.compiler.record(
        "EntityList",
        read.selected,
        {
            "nodes": lambda part: Each(At(0), read.compiler.rows(columns, Kind.ENTITY, part.nodes)),
            "truncated": At(1),
        },
    )
    if not columns.taken():
        columns.field("id")
    return shape
