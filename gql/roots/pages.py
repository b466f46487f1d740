"""Pages of entities and documents, and the search box."""

from __future__ import annotations

from typing import Any

from gql.roots.read import Read
from gql.selection.columns import Columns
from gql.selection.compiler import Compiler, Shown
from gql.selection.entity import LATEST
from gql.selection.page import Page
from graph.plan import Aggregate, Condition, Find, Kind, Match, Result
from graph.plan.fields import PROPERTY
from graph.plan.operations import EntityFilter, entity_condition, equals, every, ordering
from graph.plan.operations import search as search_plan


def _page(read: Read, page: Page, where: Condition | None) -> Shown:
    """The rows that meet `where`, as `page` asks for them."""
    total: int | None = None
    # A total counts the rows of all pages, a plan those after the cursor.
    if page.total_wanted and (page.beyond is not None or not page.rows_wanted):
        total = read.run(Aggregate(page.kind, where=where), 1).rows[0][0]
    if not page.rows_wanted:
        return page.show([], more=False, total=total)
    plan = Find(
        page.kind,
        page.columns.taken(),
        every(where, page.beyond),
        page.order,
        page.limit,
        total=page.total_wanted and total is None,
    )
    result = read.run(plan, page.cost)
    return page.show(
        result.rows, more=result.truncated, total=result.total if total is None else total
    )


def entities(read: Read) -> Shown:
    """Entities, filtered, sorted and paged."""
    compiler = read.compiler
    name = read.arguments["orderBy"]
    order = ordering(
        Kind.ENTITY,
        PROPERTY + name if name in read.ontology.properties else name,
        descending=read.arguments["descending"],
    )
    wanted = _filter(compiler, read.arguments["filter"] or {})
    page = Page(compiler, Kind.ENTITY, read.selected, order)
    return _page(read, page, entity_condition(read.ontology, compiler.values, wanted))


def _filter(compiler: Compiler, given: dict[str, Any]) -> EntityFilter:
    ids = given.get("ids")
    return EntityFilter(
        ids=None if ids is None else tuple(ids),
        classes=tuple(given.get("classes") or ()),
        origin=given.get("origin"),
        text=given.get("text"),
        min_degree=given.get("minDegree"),
        document=given.get("document"),
    )


def documents(read: Read) -> Shown:
    """Documents, filtered and paged, the latest first."""
    values, text = read.compiler.values, read.arguments["text"]
    where = every(
        equals(values, "kind", read.arguments["kind"]),
        None if text is None else Match(values.bind(text)),
    )
    return _page(read, Page(read.compiler, Kind.DOCUMENT, read.selected, LATEST), where)


def search(read: Read) -> Shown:
    """Entities by their labels, the best match first."""
    size = read.limits.check_page("first", read.arguments["first"])
    columns = Columns()
    shows = entity_lists(read, columns)
    plan = search_plan(
        read.ontology,
        read.compiler.values,
        read.arguments["text"],
        columns.taken(),
        classes=read.arguments["classes"] or (),
        limit=size,
    )
    return shown_list(shows, read.run(plan, size * (1 + columns.cost)))


def entity_lists(read: Read, columns: Columns) -> dict[str, Any]:
    """How each response key of an `EntityList` is shown: `nodes` by row, or None."""
    shows = {
        part.key: read.compiler.rows(columns, Kind.ENTITY, part.nodes)
        if part.name == "nodes"
        else None
        for part in read.parts("EntityList")
    }
    if not columns.taken():
        columns.field("id")
    return shows


def shown_list(shows: dict[str, Any], result: Result) -> Shown:
    """An `EntityList` under its response keys."""
    return {
        key: result.truncated if show is None else [show(row) for row in result.rows]
        for key, show in shows.items()
    }
