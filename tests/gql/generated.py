"""Queries drawn from the schema itself, with the values of their variables.

Every field, argument, type and directive of the schema can come up, so a new
one is tried without being named here. Values are drawn from what the world
holds, what the ontology names, and what is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from hypothesis import strategies as st

DEEPEST = 5
"""Levels of fields in a drawn query."""

NESTED = 3
"""Levels of input objects within input objects."""


@dataclass(frozen=True, slots=True)
class Pools:
    """What values are drawn from: by the name of an argument, else by that of its type."""

    by_name: Mapping[str, Sequence[Any]]
    by_type: Mapping[str, Sequence[Any]]

    def of(self, name: str, type_: GraphQLNamedType) -> Sequence[Any]:
        if isinstance(type_, GraphQLEnumType):
            return list(type_.values)
        return self.by_name.get(name) or self.by_type[type_.name]


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and several sets of values for its variables."""

    text: str
    variables: tuple[dict[str, Any], ...]


@dataclass(slots=True)
class _Drawing:
    schema: GraphQLSchema
    pools: Pools
    draw: Any
    variables: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """By name: the type, and the strategy of values."""
    fragments: list[str] = field(default_factory=list)
    aliases: int = 0
    nested: int = 0

    def one_of(self, values: Sequence[Any]) -> Any:
        return self.draw(st.sampled_from(list(values)))

    def rarely(self) -> bool:
        return bool(self.draw(st.integers(0, 7)) == 7)

    # Values

    def value(self, name: str, type_: Any) -> Any:
        """A strategy of JSON values for an argument `name` of `type_`."""
        if not is_non_null_type(type_):
            given = self.value(name, GraphQLNonNull(type_))
            return st.one_of(given, given, given, st.none())
        inner = get_nullable_type(type_)
        if is_list_type(inner):
            return st.lists(self.value(name, inner.of_type), max_size=3)
        if isinstance(inner, GraphQLInputObjectType):
            return self.object_(inner)
        return st.sampled_from(list(self.pools.of(name, inner)))

    def object_(self, type_: GraphQLInputObjectType) -> Any:
        required = {n: f for n, f in type_.fields.items() if is_non_null_type(f.type)}
        names = [
            name
            for name, each in type_.fields.items()
            if name not in required
            and (self.nested < NESTED or is_leaf_type(get_named_type(each.type)))
        ]
        chosen = names and self.draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
        wanted: dict[str, GraphQLInputField] = {
            **required,
            **{name: type_.fields[name] for name in chosen or ()},
        }
        # An input object may be within itself, and is so only a few times.
        self.nested += 1
        values = {name: self.value(name, each.type) for name, each in wanted.items()}
        self.nested -= 1
        return st.fixed_dictionaries(values)

    def literal(self, value: Any, type_: Any) -> str:
        named = get_named_type(type_)
        if isinstance(value, list):
            return f"[{', '.join(self.literal(each, type_) for each in value)}]"
        if isinstance(value, dict) and isinstance(named, GraphQLInputObjectType):
            shown = (
                f"{name}: {self.literal(each, named.fields[name].type)}"
                for name, each in value.items()
            )
            return f"{{{', '.join(shown)}}}"
        if isinstance(named, GraphQLEnumType) and value is not None:
            return str(value)
        return json.dumps(value, ensure_ascii=False)

    def variable(self, type_: Any, values: Any) -> str:
        """A new variable of `type_`, as it is written."""
        name = f"v{len(self.variables)}"
        self.variables[name] = (str(type_), values)
        return f"${name}"

    def arguments(self, made: GraphQLField) -> str:
        given = []
        for name, argument in made.args.items():
            if is_non_null_type(argument.type) or self.draw(st.integers(0, 3)) == 3:
                given.append(f"{name}: {self.argument(name, argument)}")
        return f"({', '.join(given)})" if given else ""

    def argument(self, name: str, argument: GraphQLArgument) -> str:
        values = self.value(name, argument.type)
        if self.draw(st.booleans()):
            return self.variable(argument.type, values)
        return self.literal(self.draw(values), argument.type)

    def directive(self) -> str:
        if not self.rarely():
            return ""
        name = self.one_of(["skip", "include"])
        if self.draw(st.booleans()):
            return f" @{name}(if: {self.variable('Boolean!', st.booleans())})"
        return f" @{name}(if: {self.one_of(['true', 'false'])})"

    # Selections

    def selections(self, type_: Any, depth: int) -> str:
        """A selection set of a value of `type_`."""
        parts = [self.part(type_, depth) for _ in range(self.draw(st.integers(1, 4)))]
        return f"{{ {' '.join(parts)} }}"

    def part(self, type_: Any, depth: int) -> str:
        if depth > 1 and self.rarely():
            return self.fragment(type_, depth)
        names = ["__typename"] if isinstance(type_, GraphQLUnionType) else list(type_.fields)
        if depth <= 1 and not isinstance(type_, GraphQLUnionType):
            leaves = [n for n in names if is_leaf_type(get_named_type(type_.fields[n].type))]
            names = leaves or ["__typename"]
        name = "__typename" if self.rarely() else self.one_of(names)
        if name == "__typename":
            return f"{self.one_of(['', 't: '])}__typename{self.directive()}"
        return self.field(name, type_.fields[name], depth)

    def field(self, name: str, made: GraphQLField, depth: int) -> str:
        arguments = self.arguments(made)
        named = get_named_type(made.type)
        inner = "" if is_leaf_type(named) else f" {self.selections(named, depth - 1)}"
        alias = ""
        if arguments or self.rarely():  # equal names with other arguments would not be valid
            self.aliases += 1
            alias = f"{self.one_of(['a', 'b'])}{self.aliases}: "
        return f"{alias}{name}{arguments}{self.directive()}{inner}"

    def fragment(self, type_: Any, depth: int) -> str:
        condition = type_
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            others = list(self.schema.get_possible_types(type_))
            condition = self.one_of([type_, *others])
        elif isinstance(type_, GraphQLObjectType):
            condition = self.one_of([type_, *type_.interfaces])
        inner = self.selections(condition, depth - 1)
        if self.draw(st.booleans()):
            on = "" if condition is type_ and self.draw(st.booleans()) else f" on {condition.name}"
            return f"...{on}{self.directive()} {inner}"
        name = f"F{len(self.fragments)}"
        self.fragments.append(f"fragment {name} on {condition.name} {inner}")
        return f"...{name}{self.directive()}"


@st.composite
def queries(draw: Any, schema: GraphQLSchema, pools: Pools) -> Query:
    """A query of `schema` that is valid mostly, with values for its variables."""
    drawing = _Drawing(schema, pools, draw)
    selections = drawing.selections(schema.query_type, DEEPEST)
    declared = ", ".join(f"${name}: {type_}" for name, (type_, _) in drawing.variables.items())
    head = f"query Drawn({declared})" if declared else "query Drawn"
    text = " ".join([head, selections, *drawing.fragments])
    sets = tuple(
        {name: draw(values) for name, (_, values) in drawing.variables.items()}
        for _ in range(3 if drawing.variables else 1)
    )
    return Query(text, sets)
