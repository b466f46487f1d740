"""Pages of entities and documents, and the search box."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from gql.roots.read import Read
from gql.selection.columns import Columns
from gql.selection.compiler import Shown
from gql.selection.edge import IN_TEXT_ORDER
from gql.selection.entity import BEST_ATTESTED, LATEST
from gql.selection.filtering import wanting
from gql.selection.page import Page
from graph.plan import Aggregate, Condition, Find, Kind, Match, Order, Result
from graph.plan.fields import PROPERTY
from graph.plan.filters import contradicted, equals, every, ordering
from graph.plan.operations import search as search_plan
from graph.statements import Modality


def _page(read: Read, page: Page, where: Condition | None) -> Shown:
    """The rows that meet `where`, as `page` asks for them."""
    if not page.rows_wanted:
        return page.show([], more=False, total=_count(read, page, where))
    # A total is of all pages; the plan of a later page sees the rows after the cursor.
    later = page.total_wanted and page.beyond is not None
    plan = Find(
        page.kind,
        page.columns.taken(),
        every(where, page.beyond),
        page.order,
        page.limit,
        total=page.total_wanted and not later,
    )
    with read.context.store.reading() if later else nullcontext():
        result = read.run(plan, page.cost)
        total = _count(read, page, where) if later else result.total
    return page.show(result.rows, more=result.truncated, total=total)


def _count(read: Read, page: Page, where: Condition | None) -> int | None:
    if not page.total_wanted:
        return None
    total: int = read.run(Aggregate(page.kind, where=where), 1).rows[0][0]
    return total


def entities(read: Read) -> Shown:
    """Entities, filtered, sorted and paged."""
    compiler = read.compiler
    name = read.arguments["orderBy"]
    order = ordering(
        Kind.ENTITY,
        PROPERTY + name if name in read.ontology.properties else name,
        descending=read.arguments["descending"],
    )
    where = wanting(compiler).condition(Kind.ENTITY, read.arguments["filter"])
    return _page(read, Page(compiler, Kind.ENTITY, read.selected, order), where)


def _listed(read: Read, kind: Kind, usual: tuple[Order, ...], where: Condition | None) -> Shown:
    """Rows of `kind` in the order that is named, else in the `usual` one."""
    name = read.arguments.get("orderBy")
    order = usual
    if name is not None:
        order = ordering(kind, name, descending=read.arguments["descending"])
    wanted = wanting(read.compiler).condition(kind, read.arguments["filter"])
    return _page(read, Page(read.compiler, kind, read.selected, order), every(where, wanted))


def facts(read: Read) -> Shown:
    """Facts, filtered, sorted and paged."""
    return _listed(read, Kind.FACT, BEST_ATTESTED, None)


def contradictions(read: Read) -> Shown:
    """The facts that are both affirmed and denied, the best attested first."""
    where = contradicted([Modality(name) for name in read.arguments["against"]])
    return _listed(read, Kind.FACT, BEST_ATTESTED, where)


def evidences(read: Read) -> Shown:
    """Evidence, filtered, sorted and paged."""
    return _listed(read, Kind.EVIDENCE, IN_TEXT_ORDER, None)


def documents(read: Read) -> Shown:
    """Documents, filtered, sorted and paged."""
    values, text = read.compiler.values, read.arguments["text"]
    named = (read.arguments["filter"] or {}).get("kind")
    where = every(
        equals(values, "kind", read.arguments["kind"]) if named is None else None,
        None if text is None else Match(values.bind(text)),
    )
    return _listed(read, Kind.DOCUMENT, LATEST, where)


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
