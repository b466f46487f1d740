"""Which role a field needs: declared beside it, known of an operation before it runs."""

from __future__ import annotations

from collections.abc import Mapping

import strawberry
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.schema_directive import Location

from entente.errors import RoleMissing
from gql.roles.role import Caller, Role


@strawberry.schema_directive(
    locations=[Location.OBJECT, Location.FIELD_DEFINITION],
    description="The least role that a caller must have for the field, or for every field of the "
    "type. It is checked for a whole operation before any of it is executed.",
)
class Requires:
    role: Role


def rule(of: GraphQLField | GraphQLNamedType) -> Role | None:
    """The role that a field or a type declares to need."""
    declared = of.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    for directive in getattr(declared, "directives", None) or ():
        if isinstance(directive, Requires):
            return directive.role
    return None


def needed(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
) -> Role:
    """The least role for all that `operation`, which was validated, may ask for; what
    directives leave out counts too."""
    root = schema.get_root_type(operation.operation)
    return _Needs(schema, fragments).of(root, operation.selection_set) if root else Role.READER


def check(caller: Caller, least: Role) -> None:
    """Raises `RoleMissing` if `caller` has not the role that is needed."""
    if not caller.role.covers(least):
        raise RoleMissing(
            f"the operation needs the role {least}, and {caller.name} is {caller.role}",
            hint=f"ask with a key or a token of the role {least}",
        )


class _Needs:
    """What selections of one document need. Each fragment is gone through once."""

    def __init__(
        self, schema: GraphQLSchema, fragments: Mapping[str, FragmentDefinitionNode]
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._seen: set[str] = set()

    def of(self, type_: GraphQLNamedType, selections: SelectionSetNode) -> Role:
        least = rule(type_) or Role.READER
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                found = self._field(type_, selection)
            elif isinstance(selection, FragmentSpreadNode):
                found = self._fragment(selection.name.value)
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                inner = self._schema.type_map[condition.name.value] if condition else type_
                found = self.of(inner, selection.selection_set)
            else:
                raise TypeError(f"no selection: {selection.kind}")
            least = max(least, found, key=lambda role: role.rank)
        return least

    def _field(self, type_: GraphQLNamedType, node: FieldNode) -> Role:
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            return Role.READER
        field = type_.fields.get(node.name.value)
        if field is None:
            return Role.READER  # __typename, or introspection
        own = rule(field) or Role.READER
        if node.selection_set is None:
            return own
        inner = self.of(get_named_type(field.type), node.selection_set)
        return max(own, inner, key=lambda role: role.rank)

    def _fragment(self, name: str) -> Role:
        if name in self._seen:
            return Role.READER
        self._seen.add(name)
        fragment = self._fragments[name]
        return self.of(
            self._schema.type_map[fragment.type_condition.name.value], fragment.selection_set
        )
