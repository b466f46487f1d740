"""An operation of a document, and what it was compiled to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from graphql import (
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)

from entente.errors import EntenteError
from gql.compiled.projection import projection
from gql.limits import Limits
from gql.roles import Role, needed
from gql.roots import ROOTS
from gql.roots.read import Asked, Fetch, Read, Run
from gql.selection.compiler import Compiler, Vocabulary
from gql.selection.cursor import ASKED
from gql.selection.fields import TYPENAME, Selected, Selections
from gql.selection.given import Given, Variables
from gql.selection.shape import Fixed, Row

KEPT = 8
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
        ASKED.set(run.variables)
        with run.store.reading() if len(self.fields) > 1 else nullcontext():
            for key, fetch, shown in self.fields:
                try:
                    row = fetch(run)
                except Exception as error:
                    raise Failed(key, error) from error
                data[key] = shown(row)
        return data


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
        self._forms: tuple[Compiled, ...] = ()

    def compiled(
        self, variables: Variables, vocabulary: Vocabulary, limits: Limits
    ) -> Compiled | None:
        """What it asks with these variables; None if it is for graphql-core to answer, or to
        say what is wrong with it.

        Raises `LimitExceeded` if all that it asks is more than a request may.
        """
        if self.node.operation is not OperationType.QUERY:
            return None
        for form in self._forms:
            if form.given.fit(variables):
                return form
        compiled = self._compile(variables, vocabulary, limits)
        if compiled is not None:
            self._forms = (compiled, *self._forms)[:KEPT]
        return compiled

    def _compile(
        self, variables: Variables, vocabulary: Vocabulary, limits: Limits
    ) -> Compiled | None:
        given = Given(variables)
        selections = Selections(self._schema, self._fragments, given, limits)
        fields: list[tuple[str, Asked]] = []
        covered, cost = True, 0
        for selected in selections.of("Query", self.node.selection_set):
            compiler = Compiler(selections, vocabulary, typed=False)
            try:
                asked = _asked(selected, compiler)
            except (EntenteError, GraphQLError):
                asked = None
            cost += compiler.cost
            if asked is None:
                covered = False
            else:
                fields.append((selected.key, asked))
        limits.check_rows(cost)
        if not covered:
            return None
        return Compiled(
            given, tuple((key, asked.fetch, projection(asked.shape)) for key, asked in fields)
        )


def _asked(selected: Selected, compiler: Compiler) -> Asked | None:
    if selected.name == TYPENAME:
        return Asked(lambda _: (), Fixed("Query"))
    root = ROOTS.get(selected.name)
    return None if root is None else root(Read(selected, compiler))
