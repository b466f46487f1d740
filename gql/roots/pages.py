"""Pages of entities and documents, and the search box."""

from __future__ import annotations

from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.edge import IN_TEXT_ORDER
from gql.selection.entity import BEST_ATTESTED, BEST_KNOWN, LATEST
from gql.selection.filtering import wanting
from gql.selection.page import Page, ordered
from gql.selection.shape import At, Each, Record, Row
from graph.plan import Aggregate, Condition, Find, Kind, Match, Order
from graph.plan.filters import contradicted, every
from graph.plan.operations import search as search_plan
from graph.statements import Modality


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
        shown=page.shown,
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
    order = ordered(read.compiler, Kind.ENTITY, read.selected, BEST_KNOWN)
    where = wanting(read.compiler).condition(Kind.ENTITY, read.arguments.later("filter"))
    return _page(read, Page(read.compiler, Kind.ENTITY, read.selected, order), where)


def _listed(read: Read, kind: Kind, usual: tuple[Order, ...], where: Condition | None) -> Asked:
    """Rows of `kind` in the order that is named, else in the `usual` one."""
    order = ordered(read.compiler, kind, read.selected, usual)
    wanted = wanting(read.compiler).listed(kind, read.arguments.later("filter"))
    return _page(read, Page(read.compiler, kind, read.selected, order), every(where, wanted))


def facts(read: Read) -> Asked:
    """Facts, filtered, sorted and paged."""
    return _listed(read, Kind.FACT, BEST_ATTESTED, None)


def contradictions(read: Read) -> Asked:
    """The facts that are both affirmed and denied, the best attested first."""
    where = contradicted(read.ontology, [Modality(name) for name in read.arguments["against"]])
    return _listed(read, Kind.FACT, BEST_ATTESTED, where)


def evidences(read: Read) -> Asked:
    """Evidence, filtered, sorted and paged."""
    return _listed(read, Kind.EVIDENCE, IN_TEXT_ORDER, None)


def of_kind(read: Read) -> Condition | None:
    """The documents of the kind that is named, unless the filter names one."""
    if (read.arguments.later("filter") or {}).get("kind") is not None:
        return None
    return wanting(read.compiler).condition(Kind.DOCUMENT, {"kind": read.arguments.later("kind")})


def documents(read: Read) -> Asked:
    """Documents, filtered, sorted and paged."""
    text = read.arguments.later("text")
    where = every(of_kind(read), None if text is None else Match(read.values.bind(text)))
    return _listed(read, Kind.DOCUMENT, LATEST, where)


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
        classes=read.arguments.later("classes"),
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
