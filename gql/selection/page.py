"""Pages of rows: what a selected connection needs, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gql.selection.columns import Columns
from gql.selection.compiler import Compiler
from gql.selection.cursor import Origin, read_cursor
from gql.selection.fields import TYPENAME, Selected
from gql.selection.given import Arguments
from gql.selection.shape import At, Each, First, Fixed, Made, Record, Row, Shape, placed
from graph.plan import Condition, Count, Fields, Kind, Later, Link, Nested, Order, Values
from graph.plan.fields import property_field
from graph.plan.filters import every, following_page, ordering

CURSORS = frozenset({"startCursor", "endCursor"})
"""Fields of a page's information that are made of its rows."""


class Page:
    """A connection of rows of `kind`, sorted by `order`, as `selected` asks for it.

    `columns` are the rows'; `rows_wanted` and `total_wanted` say what has to
    be fetched at all; `beyond` restricts rows to those after the cursor.
    """

    def __init__(
        self,
        compiler: Compiler,
        kind: Kind,
        selected: Selected,
        order: tuple[Order, ...],
        asked: Arguments | None = None,
    ) -> None:
        self.kind = kind
        self.order = order
        self.size = compiler.limits.check_page("first", selected.arguments["first"])
        self.limit = compiler.values.bind(self.size)
        self._origin = Origin(selected, order)
        self.beyond = _beyond(compiler.values, self._origin, selected.arguments)
        self.columns = Columns(asked)
        self.rows_wanted = self.total_wanted = False
        self._made: list[Shape] = []
        """All that is made of a row."""
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

    @property
    def shown(self) -> Fields | None:
        """How rows are shown, if nothing is made of them but objects with all their columns."""
        found = placed(self._made[0]) if len(self._made) == 1 else None
        whole = {place for _, place in found or ()} == set(range(len(self.columns.taken())))
        return found if whole else None

    def shape(self, rows: Shape, more: Shape, total: Shape) -> Record:
        """The connection of those rows: whether there are more, and how many in all."""
        return Record(tuple((key, part(rows, more, total)) for key, part in self._parts))

    def _part(self, part: Selected) -> Callable[[Shape, Shape, Shape], Shape]:
        if part.name == TYPENAME:
            return lambda *_: Fixed(f"{self.kind.capitalize()}Connection")
        if part.name == "totalCount":
            self.total_wanted = True
            return lambda rows, more, total: total
        self.rows_wanted = True
        if part.name == "pageInfo":
            return self._info(part)
        shape = self._edge(part) if part.name == "edges" else self._node(part)
        self._made.append(shape)
        return lambda rows, more, total: Each(rows, shape, len(self.columns.taken()))

    def _node(self, selected: Selected) -> Shape:
        return self._compiler.rows(self.columns, self.kind, selected.nodes)

    def _edge(self, selected: Selected) -> Shape:
        return self._compiler.record(
            f"{self.kind.capitalize()}Edge",
            selected,
            {"cursor": Made(self._origin.written, self._sorted()), "node": self._node},
        )

    def _info(self, selected: Selected) -> Callable[[Shape, Shape, Shape], Shape]:
        cursor: Shape = Fixed(None)
        if any(each.name in CURSORS for each in self._compiler.parts("PageInfo", selected)):
            cursor = Made(self._origin.written, self._sorted())
            self._made.append(cursor)
        return lambda rows, more, total: self._compiler.record(
            "PageInfo",
            selected,
            {
                "hasNextPage": more,
                "hasPreviousPage": Fixed(self.beyond is not None),
                "startCursor": First(rows, cursor),
                "endCursor": First(Made(_last, (rows,)), cursor),
            },
        )

    def _sorted(self) -> tuple[At, ...]:
        return tuple(self.columns.field(item.field) for item in self.order)


def _last(rows: Row) -> Row:
    return rows[-1:]


def _beyond(values: Values, origin: Origin, arguments: Arguments) -> Condition | None:
    """The rows after the cursor. Which of its values are null decides the condition; what
    the others are does not."""

    order = origin.order

    def nulls(cursor: str | None) -> list[bool] | None:
        return None if cursor is None else [v is None for v in read_cursor(cursor, order)]

    absent = arguments.facet("after", nulls)
    if absent is None:
        return None
    cursor = arguments.later("after")
    text = cursor.read(arguments.variables) if isinstance(cursor, Later) else cursor
    origin.read(text, arguments.variables)  # what is wrong is said before anything is written

    # Even a literal one waits: whether it is of this list may depend on variables.
    def value(place: int) -> Later:
        def read(given: Any) -> Any:
            text = cursor.read(given) if isinstance(cursor, Later) else cursor
            return origin.read(text, given)[place]

        return Later(read)

    after = [None if is_null else value(place) for place, is_null in enumerate(absent)]
    return following_page(values, order, after)


def ordered(
    compiler: Compiler, kind: Kind, selected: Selected, usual: tuple[Order, ...]
) -> tuple[Order, ...]:
    """Rows of `kind` in the order that `selected` names, else in the `usual` one."""
    name = selected.arguments.get("orderBy")
    if name is None:
        return usual
    term = compiler.vocabulary.ontology.properties.get(name) if kind is Kind.ENTITY else None
    field = name if term is None else property_field(name, numeric=term.numeric)
    return ordering(kind, field, descending=selected.arguments["descending"])


def nested_page(
    compiler: Compiler,
    columns: Columns,
    selected: Selected,
    link: Link,
    kind: Kind,
    order: tuple[Order, ...],
    where: Condition | None = None,
    asked: Arguments | None = None,
) -> Shape:
    """A connection along `link` from the row at hand. Evidence of its rows is read under
    `asked`."""
    page = Page(compiler, kind, selected, order, asked)
    columns.cost += page.cost
    rows: Shape = Fixed(())
    more: Shape = Fixed(False)
    total: Shape = Fixed(None)
    if page.rows_wanted:
        met = every(where, page.beyond)
        nested = Nested(link, page.columns.taken(), met, order, page.limit, page.shown)
        place = columns.add(nested)
        rows, more = At(place, 0), At(place, 1)
    if page.total_wanted:
        total = At(columns.add(Count(link, where)))
    return page.shape(rows, more, total)


def nested_one(
    compiler: Compiler, columns: Columns, selected: Selected, link: Link, kind: Kind
) -> Shape:
    """The row that `link` leads to; null if there is none."""
    inner = Columns()
    shape = compiler.rows(inner, kind, selected.nodes)
    place = columns.add(Nested(link, inner.taken(), limit=1))
    columns.cost += 1 + inner.cost
    return First(At(place, 0), shape)


def nested_list(
    compiler: Compiler, columns: Columns, selected: Selected, link: Link, kind: Kind, limit: int
) -> Shape:
    """The rows that `link` leads to, at most `limit`."""
    inner = Columns()
    shape = compiler.rows(inner, kind, selected.nodes)
    place = columns.add(Nested(link, inner.taken(), limit=limit))
    columns.cost += limit * (1 + inner.cost)
    return Each(At(place, 0), shape, len(inner.taken()))
