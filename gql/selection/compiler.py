"""Selections of rows, compiled to columns and to the shape that rows are shown in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graphql import FieldNode, GraphQLFloat, get_nullable_type

from gql.selection.columns import Columns
from gql.selection.fields import TYPENAME, Selected, Selections
from gql.selection.shape import At, Fixed, Made, Record, Shape, Typed
from graph.plan import Kind, Values
from ontology.model import Ontology

FieldCompiler: TypeAlias = "Callable[[Compiler, Columns, Selected], Shape]"
"""Adds the columns that a selected field needs, and says what is shown of them."""
Fields: TypeAlias = Mapping[str, "Shape | Callable[[Selected], Shape]"]
"""The shapes of a type's fields by name, or how they are made of what is selected of them."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the compiler knows of an ontology.

    `fields` says, by kind and field name, how a field is compiled that is not
    simply one of the row's own. `object_type` names the type of an entity
    with those classes.
    """

    ontology: Ontology
    fields: Mapping[Kind, Mapping[str, FieldCompiler]]
    object_type: Callable[[Sequence[str]], str]


class Compiler:
    """Compiles the selections of one field of the query type.

    `values` gathers what the plan's binds stand for, and `cost` how many rows
    of a store are asked for. With `typed`, the type
    of every entity is fetched and shown, as graphql-core needs it; else only
    where the selection asks for it.
    """

    def __init__(
        self, selections: Selections, vocabulary: Vocabulary, *, typed: bool = True
    ) -> None:
        self.selections = selections
        self.vocabulary = vocabulary
        self.limits = selections.limits
        self.values = Values()
        self.cost = 0
        self._typed = typed

    def rows(self, columns: Columns, kind: Kind, nodes: Iterable[FieldNode]) -> Shape:
        """The shape of rows of `kind`, for what is selected of them beneath `nodes`."""
        selected = tuple(nodes)
        shape: Shape = (
            self._entities(columns, selected)
            if kind is Kind.ENTITY
            else self._record(columns, kind, kind.capitalize(), selected)
        )
        if not columns.taken():
            columns.field("key" if kind is Kind.EDGE else "id")
        return shape

    def parts(self, type_name: str, selected: Selected) -> list[Selected]:
        """What is selected of `selected`, whose value is of `type_name`."""
        return self.selections.fields(type_name, selected.nodes)

    def record(self, type_name: str, selected: Selected, fields: Fields) -> Record:
        """The shape of a value of `type_name` whose fields are those."""

        def field(part: Selected) -> Shape:
            if part.name == TYPENAME:
                return Fixed(type_name)
            found = fields[part.name]
            return self._number(type_name, part, found(part) if callable(found) else found)

        return Record(tuple((part.key, field(part)) for part in self.parts(type_name, selected)))

    def _entities(self, columns: Columns, nodes: tuple[FieldNode, ...]) -> Shape:
        distinguished = sorted(self.selections.distinguished("Entity", nodes))
        if not self._typed and not distinguished:
            return self._record(columns, Kind.ENTITY, "Entity", nodes)
        types = columns.field("types")
        return Typed(
            self.vocabulary.object_type,
            types,
            {name: self._record(columns, Kind.ENTITY, name, nodes) for name in distinguished},
            self._record(columns, Kind.ENTITY, "Entity", nodes),
        )

    def _record(
        self, columns: Columns, kind: Kind, type_name: str, nodes: tuple[FieldNode, ...]
    ) -> Record:
        def field(part: Selected) -> Shape:
            if part.name == TYPENAME:
                return self._type(columns, type_name)
            return self._number(type_name, part, self._field(columns, kind, part))

        parts = self.selections.fields(type_name, nodes)
        return Record(tuple((part.key, field(part)) for part in parts))

    def _number(self, type_name: str, part: Selected, shape: Shape) -> Shape:
        """`shape`, with whole numbers as GraphQL's Float has them."""
        type_ = self.selections.composite(type_name).fields[part.name].type
        return Made(_float, (shape,)) if get_nullable_type(type_) is GraphQLFloat else shape

    def _type(self, columns: Columns, type_name: str) -> Shape:
        if type_name == "Entity":
            return Made(self.vocabulary.object_type, (columns.field("types"),))
        return Fixed(type_name)

    def _field(self, columns: Columns, kind: Kind, selected: Selected) -> Shape:
        # An entity's selection is compiled once for each type that its
        # fragments distinguish; what they share must be fetched once.
        known = (selected.name, *map(id, selected.nodes))
        if known not in columns.shapes:
            columns.shapes[known] = self._compile(columns, kind, selected)
        return columns.shapes[known]

    def _compile(self, columns: Columns, kind: Kind, selected: Selected) -> Shape:
        special = self.vocabulary.fields[kind].get(selected.name)
        return special(self, columns, selected) if special else columns.field(selected.name)


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def places(*names: str) -> dict[str, Shape]:
    """Where the fields `names` stand in a row that holds them in this order."""
    return {name: At(place) for place, name in enumerate(names)}
