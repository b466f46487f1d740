"""Queries answered from a store: parsed, compiled, run and shown, in one thread."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from graphql import ExecutionResult, GraphQLError, OperationDefinitionNode, execute_sync
from graphql.execution import get_variable_values

from entente.errors import EntenteError
from gql.compiled import Failed, Operation
from gql.document import Document, Documents, Refused
from gql.limits import Limits
from gql.problems import of_error, of_graphql
from gql.roots import Context, Run
from gql.schema import PlannedSchema, build_schema
from gql.selection.given import Variables
from gql.selection.kinds import vocabulary
from graph.store import Store
from ontology.model import Ontology

log = logging.getLogger("entente.gql")


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer. `executed` is False if the request was refused as a whole."""

    body: dict[str, Any]
    executed: bool


class Api:
    """Everything that answering queries over one store by one ontology takes.

    `schema` is the ontology's, if it was built before. With `compiled` False,
    graphql-core executes every query, with the same answers. Safe to use from
    several threads.
    """

    def __init__(
        self,
        store: Store,
        ontology: Ontology,
        limits: Limits | None = None,
        schema: PlannedSchema | None = None,
        *,
        compiled: bool = True,
    ) -> None:
        self.limits = limits or Limits()
        self.store = store
        self.schema = schema or build_schema(ontology)
        self._documents = Documents(self.schema.core, self.limits)
        self._vocabulary = vocabulary(ontology)
        self._compiled = compiled

    def operation(self, query: str, name: str | None) -> OperationDefinitionNode:
        """The operation of `query` that a request with this operation name means.

        Raises `Refused` or `LimitExceeded`.
        """
        return self._documents.prepared(query).operation(name).node

    def answer(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
    ) -> Answer:
        """The answer to a query. Blocks; never raises."""
        given = dict(variables or {})
        try:
            document = self._documents.prepared(query)
            operation = document.operation(operation_name)
            coerced = self._coerced(operation.node, given)
            context = Context(
                self.store, self._vocabulary, self.limits, monotonic() + self.limits.seconds
            )
            if self._compiled:
                try:
                    data = self._run(operation, coerced, context)
                except Failed as failed:
                    context = replace(context, failed={failed.key: failed.error})
                else:
                    if data is not None:
                        return Answer({"data": data}, executed=True)
            result = self._execute(document, operation, context, given)
        except Refused as refused:
            errors = [of_graphql(error, refused.code) for error in refused.errors]
            return Answer({"errors": errors}, executed=False)
        except Exception as error:
            return Answer({"errors": [of_error(error)]}, executed=False)
        body: dict[str, Any] = {}
        if result.errors:
            body["errors"] = [of_graphql(error, "internal") for error in result.errors]
        return Answer({**body, "data": result.data}, executed=True)

    def _coerced(self, operation: OperationDefinitionNode, given: dict[str, Any]) -> Variables:
        definitions = operation.variable_definitions or ()
        coerced = get_variable_values(self.schema.core, definitions, given, max_errors=10)
        if isinstance(coerced, list):
            raise Refused(coerced, "variables")
        return coerced

    def _run(
        self, operation: Operation, variables: Variables, context: Context
    ) -> dict[str, Any] | None:
        """The data of the answer, from what the operation was compiled to; None if it is for
        graphql-core to answer, or to say what is wrong with it. Raises `Failed`."""
        try:
            compiled = operation.compiled(variables, self._vocabulary, self.limits)
            return None if compiled is None else compiled.run(Run(context, variables))
        except Failed:
            raise
        except (EntenteError, GraphQLError):
            return None
        except Exception:
            log.warning("left to graphql-core", exc_info=True)
            return None

    def _execute(
        self,
        document: Document,
        operation: Operation,
        context: Context,
        variables: dict[str, Any],
    ) -> ExecutionResult:
        several = len(operation.node.selection_set.selections) > 1
        with self.store.reading() if several else nullcontext():
            return execute_sync(
                self.schema.core,
                document.node,
                context_value=context,
                variable_values=variables,
                operation_name=operation.node.name.value if operation.node.name else None,
            )
