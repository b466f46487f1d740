"""Pages of rows: what a selected connection needs, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from gql.selection.columns import Columns, Getter, Row
from gql.selection.compiler import Compiler, Show, Shown
from gql.selection.cursor import read_cursor, write_cursor
from gql.selection.fields import Selected
from gql.types.connection import PageInfo
from graph.plan import Condition, Count, Kind, Link, Nested, Order
from graph.plan.operations import every, following_page

Rows = Sequence[Row]


class Page:
    """A connection of rows of `kind`, sorted by `order`, as `selected` asks for it.

    `columns` are the rows'; `rows_wanted` and `total_wanted` say what has to
    be fetched at all; `beyond` restricts rows to those after the cursor.
    """

    def __init__(
        self, compiler: Compiler, kind: Kind, selected: Selected, order: tuple[Order, ...]
    ) -> None:
        self.kind = kind
        self.order = order
        self.size = compiler.limits.check_page("first", selected.arguments["first"])
        self.limit = compiler.values.bind(self.size)
        after = selected.arguments["after"]
        self.beyond = following_page(
            compiler.values, order, None if after is None else read_cursor(after, order)
        )
        self.columns = Columns()
        self.rows_wanted = self.total_wanted = False
        self._compiler = compiler
        self._parts = [
            (part.key, self._part(part))
            for part in compiler.selections.fields(f"{kind.capitalize()}Connection", selected.nodes)
        ]
        if not self.columns.taken():
            self.columns.field("id")

    @property
    def cost(self) -> int:
        """How many rows it could bring along."""
        return self.size * (1 + self.columns.cost) if self.rows_wanted else 1

    def show(self, rows: Rows, more: bool, *, total: int | None) -> Shown:
        """The connection under its response keys."""
        return {key: part(rows, more, total) for key, part in self._parts}

    def _part(self, selected: Selected) -> Callable[[Rows, bool, int | None], Any]:
        if selected.name == "totalCount":
            self.total_wanted = True
            return lambda rows, more, total: total
        self.rows_wanted = True
        if selected.name == "pageInfo":
            cursor, beyond = self._cursor(), self.beyond is not None
            return lambda rows, more, total: PageInfo(
                has_next_page=more,
                has_previous_page=beyond,
                start_cursor=cursor(rows[0]) if rows else None,
                end_cursor=cursor(rows[-1]) if rows else None,
            )
        show = self._edge(selected) if selected.name == "edges" else self._node(selected)
        return lambda rows, more, total: [show(row) for row in rows]

    def _node(self, selected: Selected) -> Show:
        return self._compiler.rows(self.columns, self.kind, selected.nodes)

    def _edge(self, selected: Selected) -> Show:
        parts: list[tuple[str, Getter]] = [
            (part.key, self._cursor() if part.name == "cursor" else self._node(part))
            for part in self._compiler.selections.fields(
                f"{self.kind.capitalize()}Edge", selected.nodes
            )
        ]
        return lambda row: {key: get(row) for key, get in parts}

    def _cursor(self) -> Callable[[Row], str]:
        getters = [self.columns.field(item.field) for item in self.order]
        return lambda row: write_cursor([get(row) for get in getters])


def nested_page(
    compiler: Compiler,
    columns: Columns,
    selected: Selected,
    link: Link,
    kind: Kind,
    order: tuple[Order, ...],
    where: Condition | None = None,
) -> Getter:
    """A connection along `link` from the row at hand."""
    page = Page(compiler, kind, selected, order)
    columns.cost += page.cost
    rows: Getter = _no_rows
    total: Getter = _no_total
    if page.rows_wanted:
        nested = Nested(link, page.columns.taken(), every(where, page.beyond), order, page.limit)
        rows = itemgetter(columns.add(nested))
    if page.total_wanted:
        total = itemgetter(columns.add(Count(link, where)))
    return lambda row: page.show(*rows(row), total=total(row))


def _no_rows(_: Row) -> tuple[Rows, bool]:
    return [], False


def _no_total(_: Row) -> None:
    return None


def nested_one(
    compiler: Compiler, columns: Columns, selected: Selected, link: Link, kind: Kind
) -> Getter:
    """The row that `link` leads to; None if there is none."""
    inner = Columns()
    show = compiler.rows(inner, kind, selected.nodes)
    slot = columns.add(Nested(link, inner.taken(), limit=1))
    columns.cost += 1 + inner.cost

    def get(row: Row) -> Shown | None:
        found: Rows = row[slot][0]
        return show(found[0]) if found else None

    return get


def nested_list(
    compiler: Compiler, columns: Columns, selected: Selected, link: Link, kind: Kind, limit: int
) -> Getter:
    """The rows that `link` leads to, at most `limit`."""
    inner = Columns()
    show = compiler.rows(inner, kind, selected.nodes)
    slot = columns.add(Nested(link, inner.taken(), limit=limit))
    columns.cost += limit * (1 + inner.cost)
    return lambda row: [show(found) for found in row[slot][0]]
