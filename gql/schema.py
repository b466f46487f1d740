"""The GraphQL schema of an ontology."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import strawberry
from graphql import GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema_converter import GraphQLCoreConverter

from gql.changes import resolve_change
from gql.events.fields import listen, resolve_event
from gql.roots import resolve_root
from gql.types.chosen import Change, Chosen, Event, Root
from gql.types.classes import class_types
from gql.types.enums import ValueNames
from gql.types.mutation import Mutation
from gql.types.query import Query
from gql.types.subscription import Subscription
from ontology.model import Ontology


def _from_row(row: Any, info: GraphQLResolveInfo[Any], **_: object) -> Any:
    return row[info.path.key]


class PlannedSchema(strawberry.Schema):
    """Strawberry's schema of our types, resolved from what plans have fetched.

    Strawberry turns types into a graphql-core schema, `core`, which requests
    are validated against and executed with.
    """

    def __init__(self, types: Iterable[type] = ()) -> None:
        config = StrawberryConfig(name_converter=ValueNames())
        super().__init__(Query, Mutation, Subscription, types=types, config=config)
        for type_ in self._schema.type_map.values():
            for field in type_.fields.values() if isinstance(type_, GraphQLObjectType) else ():
                declared = field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
                if isinstance(declared, Chosen):
                    field.resolve = _from_row
                elif isinstance(declared, Root):
                    field.resolve = resolve_root
                elif isinstance(declared, Change):
                    field.resolve = resolve_change
                elif isinstance(declared, Event):
                    field.subscribe, field.resolve = listen, resolve_event

    @property
    def core(self) -> GraphQLSchema:
        """The graphql-core schema."""
        return self._schema


def build_schema(ontology: Ontology) -> PlannedSchema:
    """The schema whose types are the classes of `ontology`.

    Raises `OntologyError` for terms whose names GraphQL or the API cannot take.
    """
    return PlannedSchema(class_types(ontology, PlannedSchema().core.type_map))


def sdl(ontology: Ontology) -> str:
    """The schema of `ontology` in GraphQL's schema definition language."""
    return build_schema(ontology).as_str() + "\n"
