"""The fields that a query selects, with fragments and directives resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    GraphQLUnionType,
    InlineFragmentNode,
    SchemaMetaFieldDef,
    SelectionNode,
    SelectionSetNode,
    TypeMetaFieldDef,
    TypeNameMetaFieldDef,
    get_directive_values,
)

from gql.limits import Limits
from gql.selection.given import Arguments, Given, Variables

Composite: TypeAlias = GraphQLObjectType | GraphQLInterfaceType

TYPENAME = "__typename"
"""The field that every type has."""

META_FIELDS: Mapping[str, GraphQLField] = {
    "__schema": SchemaMetaFieldDef,
    "__type": TypeMetaFieldDef,
    TYPENAME: TypeNameMetaFieldDef,
}


@dataclass(frozen=True, slots=True)
class Selected:
    """One response key of a selection: the field, its arguments, what is selected of it."""

    key: str
    name: str
    arguments: Arguments
    nodes: tuple[FieldNode, ...]


@dataclass(frozen=True, slots=True)
class Selections:
    """The selection sets of one request."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    given: Given
    limits: Limits

    def composite(self, name: str) -> Composite:
        """The object or interface type `name`."""
        type_ = self.schema.type_map[name]
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            raise TypeError(f"{name} has no fields")
        return type_

    def fields(self, type_name: str, nodes: Iterable[FieldNode]) -> list[Selected]:
        """What is selected of a value of type `type_name` beneath `nodes`, in order.

        Of an interface: what is selected whatever object type it turns out to be.
        """
        return self.of(type_name, *(node.selection_set for node in nodes))

    def of(self, type_name: str, *sets: SelectionSetNode | None) -> list[Selected]:
        """What the selection sets `sets` select of a value of type `type_name`."""
        type_ = self.composite(type_name)
        grouped: dict[str, list[FieldNode]] = {}
        seen: set[str] = set()
        for selections in sets:
            if selections:
                self._collect(type_, selections, grouped, seen)
        return [self.selected(type_, key, tuple(found)) for key, found in grouped.items()]

    def selected(self, type_: Composite, key: str, nodes: tuple[FieldNode, ...]) -> Selected:
        """What `nodes` select of a value of `type_` under `key`."""
        name = nodes[0].name.value
        field = META_FIELDS.get(name) or type_.fields[name]
        return Selected(key, name, Arguments(field, nodes[0], self.given, self.limits), nodes)

    def distinguished(self, type_name: str, nodes: Iterable[FieldNode]) -> frozenset[str]:
        """The object types that fragments right beneath `nodes` tell from others, if values
        are of the interface `type_name`."""
        type_ = self.composite(type_name)
        found: set[str] = set()
        seen: set[str] = set()
        for node in nodes:
            if node.selection_set:
                found.update(self._distinguished(type_, node.selection_set, seen))
        return frozenset(name for name in found if self._is_of(type_, name))

    def _is_of(self, type_: Composite, name: str) -> bool:
        return isinstance(type_, GraphQLInterfaceType) and self.schema.is_sub_type(
            type_, self.composite(name)
        )

    def _distinguished(
        self, type_: Composite, selections: SelectionSetNode, seen: set[str]
    ) -> Iterator[str]:
        for fragment in self._fragments(selections, seen):
            if not self._applies(fragment, type_) and fragment.type_condition:
                condition = self.schema.type_map[fragment.type_condition.name.value]
                if isinstance(condition, GraphQLInterfaceType | GraphQLUnionType):
                    yield from (each.name for each in self.schema.get_possible_types(condition))
                else:
                    yield condition.name
            yield from self._distinguished(type_, fragment.selection_set, seen)

    def _fragments(
        self, selections: SelectionSetNode, seen: set[str]
    ) -> Iterator[FragmentDefinitionNode | InlineFragmentNode]:
        for selection in selections.selections:
            if isinstance(selection, InlineFragmentNode):
                yield selection
            elif isinstance(selection, FragmentSpreadNode) and selection.name.value not in seen:
                seen.add(selection.name.value)
                yield self.fragments[selection.name.value]

    def _collect(
        self,
        type_: Composite,
        selections: SelectionSetNode,
        grouped: dict[str, list[FieldNode]],
        seen: set[str],
    ) -> None:
        for selection in selections.selections:
            if not self._included(selection):
                continue
            if isinstance(selection, FieldNode):
                name = selection.alias or selection.name
                grouped.setdefault(name.value, []).append(selection)
                continue
            if isinstance(selection, FragmentSpreadNode):
                if selection.name.value in seen:
                    continue
                seen.add(selection.name.value)
                fragment: FragmentDefinitionNode | InlineFragmentNode = self.fragments[
                    selection.name.value
                ]
            elif isinstance(selection, InlineFragmentNode):
                fragment = selection
            else:
                raise TypeError(f"no selection: {selection.kind}")
            if self._applies(fragment, type_):
                self._collect(type_, fragment.selection_set, grouped, seen)

    def _applies(
        self, fragment: FragmentDefinitionNode | InlineFragmentNode, type_: Composite
    ) -> bool:
        if fragment.type_condition is None:
            return True
        condition = self.schema.type_map[fragment.type_condition.name.value]
        if condition is type_:
            return True
        return isinstance(
            condition, GraphQLInterfaceType | GraphQLUnionType
        ) and self.schema.is_sub_type(condition, type_)

    def _included(self, node: SelectionNode) -> bool:
        return not node.directives or self.given.look(lambda variables: _included(node, variables))


def _included(node: SelectionNode, variables: Variables) -> bool:
    skip = get_directive_values(GraphQLSkipDirective, node, variables)
    if skip and skip["if"]:
        return False
    include = get_directive_values(GraphQLIncludeDirective, node, variables)
    return not include or bool(include["if"])
