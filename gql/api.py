"""Queries answered from a store: parsed, compiled, run and shown, in one thread."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from time import monotonic
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    OperationDefinitionNode,
    execute_sync,
    get_operation_ast,
)
from graphql.execution import get_variable_values

from gql.document import Documents, Refused
from gql.limits import Limits
from gql.problems import of_error, of_graphql
from gql.roots import Context
from gql.schema import PlannedSchema, build_schema
from gql.selection.kinds import vocabulary
from graph.store import Store
from ontology.model import Ontology


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer. `executed` is False if the request was refused as a whole."""

    body: dict[str, Any]
    executed: bool


class Api:
    """Everything that answering queries over one store by one ontology takes.

    `schema` is the ontology's, if it was built before. Safe to use from several threads.
    """

    def __init__(
        self,
        store: Store,
        ontology: Ontology,
        limits: Limits | None = None,
        schema: PlannedSchema | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.store = store
        self.schema = schema or build_schema(ontology)
        self._documents = Documents(self.schema.core, self.limits)
        self._vocabulary = vocabulary(ontology)

    def operation(self, query: str, name: str | None) -> OperationDefinitionNode:
        """The operation of `query` that a request with this operation name means.

        Raises `Refused` or `LimitExceeded`.
        """
        return _operation(self._documents.prepared(query), name)

    def answer(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
    ) -> Answer:
        """The answer to a query. Blocks; never raises."""
        try:
            document = self._documents.prepared(query)
            operation = _operation(document, operation_name)
            self._check_variables(operation, dict(variables or {}))
            result = self._execute(document, operation, dict(variables or {}), operation_name)
        except Refused as refused:
            errors = [of_graphql(error, refused.code) for error in refused.errors]
            return Answer({"errors": errors}, executed=False)
        except Exception as error:
            return Answer({"errors": [of_error(error)]}, executed=False)
        body: dict[str, Any] = {}
        if result.errors:
            body["errors"] = [of_graphql(error, "internal") for error in result.errors]
        return Answer({**body, "data": result.data}, executed=True)

    def _check_variables(
        self, operation: OperationDefinitionNode, variables: dict[str, Any]
    ) -> None:
        definitions = operation.variable_definitions or ()
        coerced = get_variable_values(self.schema.core, definitions, variables, max_errors=10)
        if isinstance(coerced, list):
            raise Refused(coerced, "variables")

    def _execute(
        self,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: dict[str, Any],
        operation_name: str | None,
    ) -> ExecutionResult:
        end = monotonic() + self.limits.seconds
        several = len(operation.selection_set.selections) > 1
        with self.store.reading() if several else nullcontext():
            return execute_sync(
                self.schema.core,
                document,
                context_value=Context(self.store, self._vocabulary, self.limits, end),
                variable_values=variables,
                operation_name=operation_name,
            )


def _operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    operation = get_operation_ast(document, name)
    if operation is None:
        what = f"no operation {name!r}" if name else "no operation, or several and no name"
        raise Refused([GraphQLError(f"the query has {what}")], "validation")
    return operation
