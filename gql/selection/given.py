"""What a query gives its fields: arguments, and what a compilation made of variables.

A selection is compiled once for many requests. Most of a request's variables
are only values in its plan (`Arguments.later`); some decide what the plan
looks like (any other way of reading an argument). `Given` notes what was read
that way, so that a later request can be told to `fit` or not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from graphql import (
    FieldNode,
    GraphQLArgument,
    GraphQLError,
    GraphQLField,
    ListValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    is_non_null_type,
)
from graphql.execution import VariableValues
from graphql.execution.values import get_argument_values

from entente.errors import EntenteError
from gql.limits import Limits
from graph.plan import Later

Variables: TypeAlias = VariableValues
"""The coerced values of a request's variables."""
T = TypeVar("T")
Look: TypeAlias = Callable[[Variables], T]


class Given:
    """The variables of a request, and what was looked up in them while it was compiled."""

    def __init__(self, variables: Variables) -> None:
        self.variables = variables
        self._looked: list[tuple[Look[Any], Any]] = []

    def look(self, look: Look[T]) -> T:
        """What `look` finds in the variables; whatever is compiled depends on it."""
        found = look(self.variables)
        self._looked.append((look, found))
        return found

    def fit(self, variables: Variables) -> bool:
        """Whether what was compiled would be the same with these variables."""
        try:
            return all(look(variables) == found for look, found in self._looked)
        except (EntenteError, GraphQLError):
            return False


class Arguments(Mapping[str, Any]):
    """The arguments of a field, null or absent ones as their defaults (else None).

    `arguments[name]` is a value that decides what is compiled; `later(name)`
    one that is only passed on to `Values.bind`. Every value that is read has
    been held to the limits of arguments.
    """

    def __init__(self, field: GraphQLField, node: FieldNode, given: Given, limits: Limits) -> None:
        self._field = field
        self._node = node
        self._given = given
        self._limits = limits
        self._nodes = {argument.name.value: argument.value for argument in node.arguments or ()}

    def __getitem__(self, name: str) -> Any:
        look = self._look(name)
        if self._varies(name):
            return self._given.look(look)
        return look(self._given.variables)

    def __iter__(self) -> Iterator[str]:
        return iter(self._field.args)

    def __len__(self) -> int:
        return len(self._field.args)

    @property
    def variables(self) -> Variables:
        """Those of the request at hand: what is compiled must not depend on them."""
        return self._given.variables

    def later(self, name: str) -> Any:
        """The value of `name`, where it varies with `Later` for each text, number or list of
        such in it: input objects keep their form, and nulls, booleans and enums stay.
        None for an argument that the field does not have."""
        if name not in self._field.args:
            return None
        look = self._look(name)
        if not self._varies(name):
            return look(self._given.variables)
        self._given.look(lambda variables: _form(look(variables)))
        return _later(look(self._given.variables), look)

    def facet(self, name: str, of: Callable[[Any], T]) -> T:
        """What `of` makes of the value of `name`: only that decides what is compiled."""
        look = self._look(name)
        if not self._varies(name):
            return of(look(self._given.variables))
        return self._given.look(lambda variables: of(look(variables)))

    def gives(self, name: str) -> bool:
        """Whether the query gives `name` a value, and not null."""
        if name not in self._nodes:
            return False
        find = self._find(name, self._field.args[name])
        if not self._varies(name):
            return find(self._given.variables) is not None
        return self._given.look(lambda variables: find(variables) is not None)

    def together(self, without: Collection[str]) -> Look[dict[str, Any]]:
        """How all arguments but some are found in variables. What is compiled does not depend on
        them for that."""
        looks = {name: self._look(name) for name in self._field.args if name not in without}
        return lambda variables: {name: look(variables) for name, look in looks.items()}

    def _varies(self, name: str) -> bool:
        return name in self._nodes and _has_variable(self._nodes[name])

    def _look(self, name: str) -> Look[Any]:
        """How the value of `name` is found in variables."""
        argument = self._field.args[name]
        default = None if argument.default_value is Undefined else argument.default_value
        find = self._find(name, argument)
        check = self._limits.check_argument

        def look(variables: Variables) -> Any:
            value = find(variables)
            if value is None:
                value = default
            check(name, value)
            return value

        return look

    def _find(self, name: str, argument: GraphQLArgument) -> Look[Any]:
        node = self._nodes.get(name)
        if node is None:
            return lambda _: None

        def coerce(variables: Variables) -> Any:
            return get_argument_values(self._field, self._node, variables).get(name)

        if not isinstance(node, VariableNode):
            return coerce
        variable, required = node.name.value, is_non_null_type(argument.type)

        def find(variables: Variables) -> Any:
            value = variables.coerced.get(variable)
            return coerce(variables) if value is None and required else value

        return find


def _has_variable(node: ValueNode) -> bool:
    if isinstance(node, ListValueNode):
        return any(map(_has_variable, node.values))
    if isinstance(node, ObjectValueNode):
        return any(_has_variable(field.value) for field in node.fields)
    return isinstance(node, VariableNode)


def _is_leaf(value: object) -> bool:
    """Whether `value` can be known later: it is a text, a number or a list of such."""
    if isinstance(value, list):
        return bool(value) and all(map(_is_leaf, value))
    return isinstance(value, str | int | float) and not isinstance(value, bool | Enum)


def _form(value: Any) -> Any:
    """`value` without what can be known later."""
    if _is_leaf(value):
        return ...
    if isinstance(value, dict):
        return {name: _form(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return list(map(_form, value))
    return value


def _later(value: Any, look: Look[Any]) -> Any:
    """`value` with `Later` for what can be known later; `look` finds it in variables."""
    if _is_leaf(value):
        return Later(look)
    if isinstance(value, dict):
        return {name: _later(inner, _inside(look, name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [_later(inner, _inside(look, place)) for place, inner in enumerate(value)]
    return value


def _inside(look: Look[Any], place: Any) -> Look[Any]:
    return lambda variables: look(variables)[place]
