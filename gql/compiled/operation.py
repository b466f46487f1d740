"""An operation of a document, and what it was compiled to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from graphql import (
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)

from gql.compiled.projection import projection
from gql.limits import Limits
from gql.roles import Role, needed
from gql.roots import ROOTS
from gql.roots.read import Fetch, Read, Run
from gql.selection.compiler import Compiler, Vocabulary
from gql.selection.fields import TYPENAME, Selections
from gql.selection.given import Given, Variables
from gql.selection.shape import Fixed, Row

KEPT = 16
"""How many forms of an operation are kept: page sizes, skipped fields and other values of
variables that decide what is asked make one each."""


class Failed(Exception):
    """A field of the query type could not be fetched, for the reason `error`."""

    def __init__(self, key: str, error: Exception) -> None:
        super().__init__(key)
        self.key = key
        self.error = error


@dataclass(frozen=True, slots=True)
class Compiled:
    """One form of an operation: what it asks for variables that `given` fits."""

    given: Given
    fields: tuple[tuple[str, Fetch, Callable[[Row], Any]], ...]

    def run(self, run: Run) -> dict[str, Any]:
        """The data of the answer. Raises `Failed` if the store cannot give it."""
        data: dict[str, Any] = {}
        with run.store.reading() if len(self.fields) > 1 else nullcontext():
            for key, fetch, shown in self.fields:
                try:
                    row = fetch(run)
                except Exception as error:
                    raise Failed(key, error) from error
                data[key] = shown(row)
        return data


@dataclass(frozen=True, slots=True)
class _Uncovered:
    """A form of an operation that is graphql-core's to answer."""

    given: Given


class Operation:
    """An operation of a document that was validated. Safe to use from several threads."""

    def __init__(
        self,
        node: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        schema: GraphQLSchema,
    ) -> None:
        self.node = node
        self._fragments = fragments
        self._schema = schema
        self.name = node.name.value if node.name else None
        self.needs: Role = needed(schema, node, fragments)
        """The role that it takes to ask for it."""
        self._forms: tuple[Compiled | _Uncovered, ...] = ()

    def compiled(
        self, variables: Variables, vocabulary: Vocabulary, limits: Limits
    ) -> Compiled | None:
        """What it asks with these variables; None if that is graphql-core's to answer.

        Raises what the same query would be refused for.
        """
        if self.node.operation is not OperationType.QUERY:
            return None
        for form in self._forms:
            if form.given.fit(variables):
                return form if isinstance(form, Compiled) else None
        form = self._compile(variables, vocabulary, limits)
        self._forms = (form, *self._forms)[:KEPT]
        return form if isinstance(form, Compiled) else None

    def _compile(
        self, variables: Variables, vocabulary: Vocabulary, limits: Limits
    ) -> Compiled | _Uncovered:
        given = Given(variables)
        selections = Selections(self._schema, self._fragments, given, limits)
        fields: list[tuple[str, Fetch, Callable[[Row], Any]]] = []
        for selected in selections.of("Query", self.node.selection_set):
            if selected.name == TYPENAME:
                fields.append((selected.key, _nothing, projection(Fixed("Query"))))
            elif selected.name in ROOTS:
                compiler = Compiler(selections, vocabulary, typed=False)
                asked = ROOTS[selected.name](Read(selected, compiler))
                fields.append((selected.key, asked.fetch, projection(asked.shape)))
            else:
                return _Uncovered(given)
        return Compiled(given, tuple(fields))


def _nothing(_: Run) -> Row:
    return ()
