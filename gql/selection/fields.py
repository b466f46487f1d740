"""The fields that a query selects, with fragments and directives resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionSetNode,
    Undefined,
    get_directive_values,
)
from graphql.execution import VariableValues
from graphql.execution.values import get_argument_values

from gql.limits import Limits

Composite: TypeAlias = GraphQLObjectType | GraphQLInterfaceType


@dataclass(frozen=True, slots=True)
class Selected:
    """One response key of a selection: the field, its arguments, what is selected of it."""

    key: str
    name: str
    arguments: Mapping[str, Any]
    nodes: tuple[FieldNode, ...]


@dataclass(frozen=True, slots=True)
class Selections:
    """The selection sets of one request."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues
    limits: Limits

    @classmethod
    def of(cls, info: GraphQLResolveInfo[Any], limits: Limits) -> Selections:
        """Those of the request that `info` belongs to."""
        return cls(info.schema, info.fragments, info.variable_values, limits)

    def composite(self, name: str) -> Composite:
        """The object or interface type `name`."""
        type_ = self.schema.type_map[name]
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            raise TypeError(f"{name} has no fields")
        return type_

    def fields(self, type_name: str, nodes: Iterable[FieldNode]) -> list[Selected]:
        """What is selected of a value of type `type_name` beneath `nodes`.

        Of an interface: what is selected whatever object type it turns out
        to be. Introspection fields are left to graphql-core.
        """
        type_ = self.composite(type_name)
        grouped: dict[str, list[FieldNode]] = {}
        seen: set[str] = set()
        for node in nodes:
            if node.selection_set:
                self._collect(type_, node.selection_set, grouped, seen)
        return [self._selected(type_, key, found) for key, found in grouped.items()]

    def conditions(self, interface: str, nodes: Iterable[FieldNode]) -> frozenset[str]:
        """The object types of `interface` that fragments right beneath `nodes` distinguish."""
        of = self.composite(interface)
        found: set[str] = set()
        seen: set[str] = set()
        for node in nodes:
            if node.selection_set:
                found.update(self._conditions(node.selection_set, seen))
        return frozenset(
            name
            for name in found
            if isinstance(of, GraphQLInterfaceType)
            and self.schema.is_sub_type(of, self.composite(name))
        )

    def _conditions(self, selections: SelectionSetNode, seen: set[str]) -> Iterator[str]:
        for fragment in self._fragments(selections, seen):
            if fragment.type_condition:
                type_ = self.schema.type_map.get(fragment.type_condition.name.value)
                if isinstance(type_, GraphQLObjectType):
                    yield type_.name
            yield from self._conditions(fragment.selection_set, seen)

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
                if not selection.name.value.startswith("__"):
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
        return isinstance(condition, GraphQLInterfaceType) and self.schema.is_sub_type(
            condition, type_
        )

    def _included(self, node: Any) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not include or bool(include["if"])

    def _selected(self, type_: Composite, key: str, nodes: Sequence[FieldNode]) -> Selected:
        first = nodes[0]
        field = type_.fields[first.name.value]
        given = get_argument_values(field, first, self.variables)
        return Selected(key, first.name.value, self.arguments(field, given), tuple(nodes))

    def arguments(self, field: GraphQLField, given: Mapping[str, Any]) -> dict[str, Any]:
        """All arguments of `field`, null or absent ones as their defaults (else None)."""
        filled = {}
        for name, argument in field.args.items():
            value = given.get(name)
            if value is None and argument.default_value is not Undefined:
                value = argument.default_value
            self.limits.check_argument(name, value)
            filled[name] = value
        return filled
