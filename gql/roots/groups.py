"""Groups of entities, facts, evidence and documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gql.roots.read import Read
from gql.selection.columns import Columns, Row
from gql.selection.compiler import Shown
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.types.groups import Figure
from graph.plan import Aggregate, Find, Kind, Measure, MeasureName
from graph.plan.fields import PROPERTY
from graph.plan.filters import one_of

ENTITIES = frozenset({"subject", "object", "extractedSubject", "extractedObject", "saidBy"})
"""Fields that hold ids of entities."""

COUNT = Measure(MeasureName.COUNT)


class _Keys:
    """The values that groups are made by, with what is selected of each."""

    def __init__(self, read: Read, kind: Kind, by: Sequence[str], parts: list[Selected]) -> None:
        self._read = read
        self._by = by
        self._titled = {"document": Kind.DOCUMENT} if kind is Kind.EVIDENCE else {}
        self._parts = {
            part.key: read.compiler.selections.fields("GroupKey", part.nodes) for part in parts
        }
        asked = {inner.name for inners in self._parts.values() for inner in inners}
        self._labelled = "label" in asked
        self._looked_up = bool(asked & {"label", "entity"})
        self._columns = Columns()
        self._id = self._columns.field("id")
        self._label = self._columns.field("label") if self._labelled else None
        self._shows = {
            (key, inner.key): read.compiler.rows(self._columns, Kind.ENTITY, inner.nodes)
            for key, inners in self._parts.items()
            for inner in inners
            if inner.name == "entity"
        }

    def of(self, rows: list[Row]) -> Callable[[Selected, Row], list[Shown]]:
        """How the keys of a group are shown, once the groups are `rows`."""
        entities = self._entities(rows) if self._looked_up else {}
        titles = self._titles(rows) if self._labelled else {}

        def label(value: str | None) -> str | None:
            if value in entities and self._label:
                text: str = self._label(entities[value])
                return text
            ontology = self._read.ontology
            term = ontology.predicates.get(value or "") or ontology.classes.get(value or "")
            return titles.get(value, term.label if term else value)

        def shown(inner: Selected, key: str, name: str, value: str | None) -> Any:
            if inner.name == "entity":
                found = entities.get(value) if name in ENTITIES else None
                return None if found is None else self._shows[key, inner.key](found)
            return (
                label(value)
                if inner.name == "label"
                else {"name": name, "value": value}[inner.name]
            )

        return lambda part, row: [
            {
                inner.key: shown(inner, part.key, name, None if value is None else str(value))
                for inner in self._parts[part.key]
            }
            for name, value in zip(self._by, row, strict=False)
        ]

    def _values(self, rows: list[Row], names: frozenset[str] | Mapping[str, Kind]) -> list[str]:
        places = [place for place, name in enumerate(self._by) if name in names]
        return sorted({row[place] for row in rows for place in places if row[place] is not None})

    def _entities(self, rows: list[Row]) -> dict[str | None, Row]:
        ids = self._values(rows, ENTITIES)
        if not ids:
            return {}
        values = self._read.compiler.values
        plan = Find(
            Kind.ENTITY,
            self._columns.taken(),
            one_of(values, "id", ids),
            limit=values.bind(len(ids)),
        )
        found = self._read.run(plan, len(ids) * (1 + self._columns.cost)).rows
        return {self._id(row): row for row in found}

    def _titles(self, rows: list[Row]) -> dict[str | None, str]:
        ids = self._values(rows, self._titled)
        if not ids:
            return {}
        values, columns = self._read.compiler.values, Columns()
        id_, title = columns.field("id"), columns.field("title")
        where = one_of(values, "id", ids)
        plan = Find(Kind.DOCUMENT, columns.taken(), where, limit=values.bind(len(ids)))
        return {id_(row): title(row) for row in self._read.run(plan, len(ids)).rows}


def _groups(read: Read, kind: Kind) -> Shown:
    arguments, limits = read.arguments, read.limits
    size = limits.check_page("limit", arguments["limit"])
    properties = read.ontology.properties if kind is Kind.ENTITY else {}
    by = [PROPERTY + name if name in properties else name for name in arguments["by"]]
    measures = [
        Measure(MeasureName(each["measure"]), each["field"]) for each in arguments["measures"] or ()
    ]
    parts = read.parts("GroupList")
    inner = {
        part.key: read.compiler.selections.fields("Group", part.nodes)
        for part in parts
        if part.name == "groups"
    }
    keys = _Keys(
        read,
        kind,
        by,
        [each for fields in inner.values() for each in fields if each.name == "keys"],
    )
    where = wanting(read.compiler).condition(kind, arguments["filter"])
    with read.context.store.reading():
        result = read.run(
            Aggregate(kind, tuple(by), (COUNT, *measures), where, read.compiler.values.bind(size)),
            size,
        )
        show_keys = keys.of(result.rows)

    def shown(part: Selected, row: Row) -> Any:
        if part.name == "keys":
            return show_keys(part, row)
        if part.name == "count":
            return row[len(by)]
        return [_figure(*each) for each in zip(measures, row[len(by) + 1 :], strict=True)]

    return {
        part.key: [{each.key: shown(each, row) for each in inner[part.key]} for row in result.rows]
        if part.name == "groups"
        else result.truncated
        for part in parts
    }


def _figure(measure: Measure, value: Any) -> Figure:
    text = value if isinstance(value, str) else None
    number = None if value is None or text is not None else float(value)
    return Figure(measure=measure.name, field=measure.field or "", number=number, text=text)


def entities(read: Read) -> Shown:
    """Entities in groups."""
    return _groups(read, Kind.ENTITY)


def facts(read: Read) -> Shown:
    """Facts in groups."""
    return _groups(read, Kind.FACT)


def evidences(read: Read) -> Shown:
    """Evidence in groups."""
    return _groups(read, Kind.EVIDENCE)


def documents(read: Read) -> Shown:
    """Documents in groups."""
    return _groups(read, Kind.DOCUMENT)
