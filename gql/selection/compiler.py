"""Selections of rows, compiled to columns and to how each row is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from graphql import FieldNode

from gql.selection.columns import Columns, Getter, Row
from gql.selection.fields import Selected, Selections
from gql.types.node import TYPENAME
from graph.plan import Kind
from graph.plan.following import Values
from ontology.model import Ontology

if TYPE_CHECKING:
    from gql.selection.edge import EdgeEvidence

Shown: TypeAlias = dict[str, Any]
"""A row under the response keys of its selection."""
Show: TypeAlias = Callable[[Row], Shown]


FieldCompiler: TypeAlias = "Callable[[Compiler, Columns, Selected], Getter]"
"""Adds the columns that a selected field needs, and says how to read it from a row."""


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

    `values` gathers what the plan's binds stand for.
    """

    def __init__(self, selections: Selections, vocabulary: Vocabulary) -> None:
        self.selections = selections
        self.vocabulary = vocabulary
        self.limits = selections.limits
        self.values = Values()
        self.later: list[EdgeEvidence] = []
        """What is read once the edges of the answer are known."""
        self._compiled: dict[tuple[int, str, tuple[int, ...]], Getter] = {}

    def rows(self, columns: Columns, kind: Kind, nodes: Iterable[FieldNode]) -> Show:
        """How rows of `kind` are shown, for what is selected of them beneath `nodes`."""
        selected = tuple(nodes)
        show = (
            self._entities(columns, selected)
            if kind is Kind.ENTITY
            else self._plain(columns, kind, selected)
        )
        if not columns.taken():
            columns.field("key" if kind is Kind.EDGE else "id")
        return show

    def _plain(self, columns: Columns, kind: Kind, nodes: tuple[FieldNode, ...]) -> Show:
        getters = self._getters(columns, kind, kind.capitalize(), nodes)
        return lambda row: {key: get(row) for key, get in getters}

    def _entities(self, columns: Columns, nodes: tuple[FieldNode, ...]) -> Show:
        types = columns.field("types")
        whatever = self._getters(columns, Kind.ENTITY, "Entity", nodes)
        by_type = {
            name: self._getters(columns, Kind.ENTITY, name, nodes)
            for name in sorted(self.selections.conditions("Entity", nodes))
        }
        object_type = self.vocabulary.object_type

        def show(row: Row) -> Shown:
            name = object_type(types(row))
            shown = {key: get(row) for key, get in by_type.get(name, whatever)}
            shown[TYPENAME] = name
            return shown

        return show

    def _getters(
        self, columns: Columns, kind: Kind, type_name: str, nodes: tuple[FieldNode, ...]
    ) -> list[tuple[str, Getter]]:
        return [
            (selected.key, self._getter(columns, kind, selected))
            for selected in self.selections.fields(type_name, nodes)
        ]

    def _getter(self, columns: Columns, kind: Kind, selected: Selected) -> Getter:
        # An entity's selection is compiled once for each type that its
        # fragments distinguish; what they share must be fetched once.
        known = (id(columns), selected.name, tuple(id(node) for node in selected.nodes))
        if known not in self._compiled:
            self._compiled[known] = self._compile(columns, kind, selected)
        return self._compiled[known]

    def _compile(self, columns: Columns, kind: Kind, selected: Selected) -> Getter:
        special = self.vocabulary.fields[kind].get(selected.name)
        return special(self, columns, selected) if special else columns.field(selected.name)
