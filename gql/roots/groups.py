"""Groups of entities, facts, evidence and documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from entente.errors import UsageError
from gql.roots.pages import of_kind
from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.compiler import Fields, places
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.selection.graph import FOUND, among_found
from gql.selection.kinds import DAYS, shown_day
from gql.selection.shape import At, Each, One, Row, Shape
from graph.plan import Aggregate, Bind, Condition, Field, Find, Kind, Measure, MeasureName, Values
from graph.plan.fields import PROPERTY, property_field
from graph.plan.filters import every

ENTITIES = frozenset({"subject", "object", "extractedSubject", "extractedObject", "saidBy"})
"""Fields that hold ids of entities."""

COUNT = Measure(MeasureName.COUNT)
TITLES = Find(Kind.DOCUMENT, (Field("id"), Field("title")), among_found(), limit=Bind("most"))


class _Keys:
    """What is selected of the values that groups are made by.

    A key is shown from `(name, value, label, row of the entity)`.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._columns = Columns()
        self._id = self._columns.add(Field("id"))
        self._label = self._columns.add(Field("label"))
        self._looked_up = False
        self.values = read.values

    def shape(self, selected: Selected) -> Shape:
        """The shape of keys."""
        names = {part.name for part in self._read.compiler.parts("GroupKey", selected)}
        self._looked_up |= bool(names & {"label", "entity"})
        fields = {**places("name", "value", "label"), "entity": self._entity}
        return Each(At(0), self._read.compiler.record("GroupKey", selected, fields))

    def _entity(self, part: Selected) -> Shape:
        return One(At(3), self._read.compiler.rows(self._columns, Kind.ENTITY, part.nodes))

    @property
    def cost(self) -> int:
        """How many rows an entity could bring along, with itself."""
        return 1 + self._columns.cost if self._looked_up else 0

    def ready(self) -> Callable[[Run, Sequence[str], Sequence[Row]], _Words]:
        """How the words for values are found, once all is compiled."""
        entities = Find(Kind.ENTITY, self._columns.taken(), among_found(), limit=Bind("most"))

        def words(run: Run, by: Sequence[str], groups: Sequence[Row]) -> _Words:
            if not self._looked_up:
                return _Words({}, {})

            def found(plan: Find, wanted: Iterable[str]) -> list[Row]:
                where = [place for place, name in enumerate(by) if name in wanted]
                ids = sorted({g[place] for g in groups for place in where if g[place] is not None})
                given = {FOUND.name: ids, "most": len(ids)}
                return list(run.result(plan, self.values, **given).rows) if ids else []

            rows = {row[self._id]: row for row in found(entities, ENTITIES)}
            labels = {id_: row[self._label] for id_, row in rows.items()}
            titles = {row[0]: row[1] for row in found(TITLES, {"document"})}
            return _Words({**labels, **titles}, rows)

        return words


@dataclass(frozen=True, slots=True)
class _Words:
    """Labels of values by id, and the rows of those that are entities."""

    labels: Mapping[str, str]
    entities: Mapping[str, Row]


def _groups(read: Read, kind: Kind, among: Condition | None = None) -> Asked:
    arguments, ontology = read.arguments, read.ontology
    size = read.limits.check_page("limit", arguments["limit"])
    properties = ontology.properties if kind is Kind.ENTITY else {}
    by = [PROPERTY + name if name in properties else name for name in arguments["by"]]
    asked = [
        Measure(MeasureName(each["measure"]), each["field"]) for each in arguments["measures"] or ()
    ]
    measures = [
        replace(each, field=property_field(term.name, numeric=term.numeric)) if term else each
        for each in asked
        for term in (properties.get(each.field or ""),)
    ]
    days = DAYS if kind is not Kind.ENTITY else {}
    for each in asked:
        if each.field in days and each.name in (MeasureName.AVERAGE, MeasureName.SUM):
            raise UsageError(
                f"{each.name} cannot measure {each.field!r}, which is a day",
                hint="ask for min or max",
            )
    keys = _Keys(read)
    figures = places("measure", "field", "number", "text")
    group: Fields = {
        "keys": keys.shape,
        "count": At(1),
        "figures": lambda part: Each(At(2), read.compiler.record("Figure", part, figures)),
    }
    shape = read.compiler.record(
        "GroupList",
        read.selected,
        {
            "groups": lambda part: Each(At(0), read.compiler.record("Group", part, group)),
            "truncated": At(1),
        },
    )
    where = every(among, wanting(read.compiler).listed(kind, arguments.later("filter")))
    plan = Aggregate(kind, tuple(by), (COUNT, *measures), where, read.values.bind(size))
    cost = size * (1 + len(by) * keys.cost)
    read.weigh(cost)
    values: Values = read.values
    find_words = keys.ready()

    def fetch(run: Run) -> Row:
        with run.store.reading():
            result = run.result(plan, values)
            words = find_words(run, by, result.rows)

        def key(name: str, value: Any) -> Row:
            if name in days:
                day = shown_day(name, value)
                return name, day, day, None
            term = ontology.predicates.get(value) or ontology.classes.get(value)
            label = words.labels.get(value, term.label if term else value)
            entity = words.entities.get(value) if name in ENTITIES else None
            return name, _text(value), _text(label), entity

        return [
            (
                [key(name, value) for name, value in zip(by, row, strict=False)],
                row[len(by)],
                [
                    _figure(each, value, is_day=each.field in days)
                    for each, value in zip(asked, row[len(by) + 1 :], strict=True)
                ],
            )
            for row in result.rows
        ], result.truncated

    return Asked(fetch, shape)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _figure(measure: Measure, value: Any, *, is_day: bool) -> Row:
    if is_day and measure.field and measure.name is not MeasureName.COUNT and value is not None:
        value = shown_day(measure.field, value)
    text = value if isinstance(value, str) else None
    number = None if value is None or text is not None else float(value)
    return measure.name, measure.field, number, text


def entities(read: Read) -> Asked:
    """Entities in groups."""
    return _groups(read, Kind.ENTITY)


def facts(read: Read) -> Asked:
    """Facts in groups."""
    return _groups(read, Kind.FACT)


def evidences(read: Read) -> Asked:
    """Evidence in groups."""
    return _groups(read, Kind.EVIDENCE)


def documents(read: Read) -> Asked:
    """Documents in groups."""
    return _groups(read, Kind.DOCUMENT, of_kind(read))
