"""Full text over entities, evidence and documents, with highlights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from gql.roots.highlights import TEXTS, highlights
from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.compiler import Fields
from gql.selection.compiler import places as fields_at
from gql.selection.cursor import Origin, no_cursor, read_cursor
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.selection.given import Variables
from gql.selection.shape import At, Each, First, Fixed, Made, One, Row, Shape
from graph.plan import Field, Find, Kind, Later, Order, Result, Value, Values
from graph.plan.filters import every

FILTERS: Mapping[Kind, str] = {
    Kind.ENTITY: "entities",
    Kind.EVIDENCE: "evidences",
    Kind.DOCUMENT: "documents",
}
"""The arguments that say what is searched, which are the names of the lists too."""

PLACE = (Order("place"),)
"""What a cursor says of a match: the best one has no values of fields to go on after."""
FARTHEST = 2**31


class _Search:
    """The search of one kind for one list of matches, or one page of them.

    A match is the row `(the kind's row, highlights, place)`.
    """

    def __init__(self, read: Read, kind: Kind, size: int) -> None:
        self.kind = kind
        self.total = False
        self.skip: Value = 0
        self.passed: Callable[[Variables], int] = lambda _: 0
        """How many matches stand before those that are wanted."""
        self._read = read
        self._wanted = read.arguments.later("text")
        self._size = size
        self._columns = Columns()
        self._texts: tuple[int, ...] = ()

    def match(self, selected: Selected) -> Shape:
        """How a match is shown, of which that is selected."""
        record, columns = self._read.compiler.record, self._columns

        def texts(inner: Selected) -> Shape:
            self._texts = tuple(columns.add(Field(name)) for name in TEXTS[self.kind])
            fields = {**fields_at("field", "text", "start"), "marks": marks}
            return Each(At(1), record("Highlight", inner, fields))

        def marks(inner: Selected) -> Shape:
            return Each(At(3), record("Mark", inner, fields_at("start", "end")))

        def row(inner: Selected) -> Shape:
            return One(At(0), self._read.compiler.rows(columns, self.kind, inner.nodes))

        name = f"{self.kind.capitalize()}Match"
        return record(name, selected, {self.kind.value: row, "highlights": texts})

    @property
    def cost(self) -> int:
        """How many rows it could bring along."""
        return self._size * (1 + self._columns.cost)

    def plan(self) -> Find:
        """What finds the matches, once all that is selected of them was compiled."""
        if not self._columns.taken():
            self._columns.field("id")
        read, fitting = self._read, wanting(self._read.compiler)
        where = every(
            fitting.listed(self.kind, {"text": self._wanted}),
            fitting.listed(self.kind, read.arguments.later(FILTERS[self.kind])),
        )
        columns, size = self._columns.taken(), read.values.bind(self._size)
        return Find(self.kind, columns, where, limit=size, total=self.total, skip=self.skip)

    def found(self, result: Result, run: Run) -> Row:
        """`(matches, whether there are more, how many)` of what the plan found."""
        wanted, passed = run.value(self._wanted), self.passed(run.variables)
        shown = [
            (row, list(self._highlights(row, wanted)), place)
            for place, row in enumerate(result.rows, passed + 1)
        ]
        return shown, result.truncated, result.total

    def _highlights(self, row: Row, wanted: str) -> Iterator[Row]:
        """`(field, text, start, marks)` of each text of a match that has a word."""
        if self._texts:
            first, second = (row[place] for place in self._texts)
            yield from highlights(self.kind, first, second, wanted)


class _Pages:
    """The pages of a search, one of which `selected` asks for."""

    def __init__(self, read: Read, search: _Search, selected: Selected) -> None:
        self._search = search
        self._record = read.compiler.record
        self._selected = selected
        self._after = selected.arguments.later("after")
        self._origin = Origin(read.selected, PLACE, selected.name)
        # A wrong cursor is refused before the store is asked.
        self._later = selected.arguments.facet(
            "after", lambda cursor: cursor is not None and bool(read_cursor(cursor, PLACE))
        )
        if self._later:
            search.passed = self._passed
            search.skip = read.values.bind(Later(self._passed))

    def _passed(self, variables: Variables) -> int:
        """How many matches stand before the page. Raises `UsageError` or `StaleCursor`."""
        after = self._after
        cursor = after.read(variables) if isinstance(after, Later) else after
        (place,) = self._origin.read(cursor, variables)
        if not isinstance(place, int) or not 0 < place < FARTHEST:
            raise no_cursor(cursor)
        return place

    def shape(self, at: int) -> Shape:
        """The connection, of the row `(matches, whether there are more, how many)` at `at`."""
        kind, match = self._search.kind.capitalize(), self._search.match
        cursor = Made(self._origin.written, (At(2),))

        def counted(_: Selected) -> Shape:
            self._search.total = True
            return At(at, 2)

        edge: Fields = {"cursor": cursor, "node": lambda part: One(At(), match(part))}
        info: Fields = {
            "hasNextPage": At(at, 1),
            "hasPreviousPage": Fixed(self._later),
            "startCursor": First(At(at, 0), cursor),
            "endCursor": First(Made(_last, (At(at, 0),)), cursor),
        }
        fields: Fields = {
            "nodes": lambda part: Each(At(at, 0), match(part)),
            "edges": lambda part: Each(At(at, 0), self._record(f"{kind}MatchEdge", part, edge)),
            "pageInfo": lambda part: self._record("PageInfo", part, info),
            "totalCount": counted,
        }
        return self._record(f"{kind}MatchConnection", self._selected, fields)


def _last(rows: Row) -> Row:
    return rows[-1:]


def matches(read: Read) -> Asked:
    """What has the words of a text."""
    searches: list[_Search] = []

    def search(kind: Kind, selected: Selected) -> _Search:
        size = read.limits.check_page("first", selected.arguments["first"])
        searches.append(_Search(read, kind, size))
        return searches[-1]

    def listed(kind: Kind, part: Selected) -> Shape:
        found = search(kind, read.selected)
        return Each(At(len(searches), 0), found.match(part))

    def paged(kind: Kind, part: Selected) -> Shape:
        found = search(kind, part)
        return _Pages(read, found, part).shape(len(searches))

    shape = read.compiler.record(
        "TextMatches",
        read.selected,
        {
            **{name: partial(listed, kind) for kind, name in FILTERS.items()},
            **{f"{kind}Matches": partial(paged, kind) for kind in FILTERS},
            "truncated": At(0),
        },
    )
    read.weigh(sum(each.cost for each in searches))
    plans = [each.plan() for each in searches]
    values: Values = read.values

    def fetch(run: Run) -> Row:
        with run.store.reading():
            results = [run.result(plan, values) for plan in plans]
        found = [each.found(result, run) for each, result in zip(searches, results, strict=True)]
        return [any(result.truncated for result in results), *found]

    return Asked(fetch, shape)
