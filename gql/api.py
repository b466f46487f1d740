"""Queries answered from a store: parsed, compiled, run and shown, in one thread."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing, nullcontext
from dataclasses import replace
from inspect import isawaitable
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any

from graphql import (
    ExecutionResult,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    execute_sync,
    subscribe,
)
from graphql.execution import get_variable_values

from entente.errors import LimitExceeded
from gql.answer import Answer, body_of, refusal
from gql.compiled import Failed, Operation
from gql.document import Document, Documents, Refused
from gql.limits import Limits
from gql.persisted import Persisted
from gql.roles import LOCAL, Caller, check
from gql.roots import Context, Run
from gql.schema import PlannedSchema, build_schema
from gql.selection.given import Variables
from gql.selection.kinds import vocabulary
from graph.store import Store
from ontology.model import Ontology

if TYPE_CHECKING:
    from gql.desk import Desk
    from gql.events.wire import Wire

log = logging.getLogger("entente.gql")


class Api:
    """Everything that answering queries over one store by one ontology takes.

    `schema` is the ontology's, if it was built before. `persisted` are the
    queries that can be asked for by an id. With `compiled` False, graphql-core
    executes every query, with the same answers. `desk` writes what mutations
    change; `wire` is what subscriptions listen to. Safe to use from several
    threads.
    """

    def __init__(
        self,
        store: Store,
        ontology: Ontology,
        limits: Limits | None = None,
        schema: PlannedSchema | None = None,
        *,
        persisted: Persisted | None = None,
        compiled: bool = True,
        desk: Desk | None = None,
        wire: Wire | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.store = store
        self.schema = schema or build_schema(ontology)
        self._documents = Documents(self.schema.core, self.limits)
        self._vocabulary = vocabulary(ontology)
        self._persisted = persisted or Persisted()
        self._compiled = compiled
        self._suggestions = self.limits.suggestions
        self._desk = desk
        self._wire = wire

    def check(self, query: str) -> None:
        """Raises `Refused` for a query that does not fit the schema, `LimitExceeded` for one that
        is larger than allowed."""
        self._documents.prepared(query)

    def answer(
        self,
        query: str | None,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
        query_id: str | None = None,
        *,
        caller: Caller = LOCAL,
        changing: bool = True,
    ) -> Answer:
        """The answer to `caller`'s query, given by its text or the id of a persisted one, or
        both; without `changing`, mutations are refused. Blocks; never raises."""
        given = dict(variables or {})
        try:
            text = self._persisted.text(query, query_id)
            document, operation, coerced = self._fit(text, given, operation_name, caller)
            kind = operation.node.operation
            _check_kind(kind, changing=changing)
            limits = self.limits
            seconds = limits.writing if kind is OperationType.MUTATION else limits.seconds
            context = self._context(caller, monotonic() + seconds)
            try:
                data = self._run(operation, Run(context, coerced))
                if data is not None:
                    return Answer({"data": data}, executed=True)
            except Failed as failed:
                context = replace(context, failed={failed.key: failed.error})
            result = self._execute(document, operation, context, given)
        except Exception as error:
            return refusal(error, suggestions=self._suggestions)
        return Answer(body_of(result, suggestions=self._suggestions), executed=True)

    def listening(
        self,
        query: str | None,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
        query_id: str | None = None,
        *,
        caller: Caller = LOCAL,
    ) -> Callable[[], AsyncGenerator[dict[str, Any], None]] | Answer | None:
        """What makes the bodies that a subscription is answered by; the refusal of it; None if
        the operation is no subscription. Blocks; never raises."""
        given = dict(variables or {})
        try:
            text = self._persisted.text(query, query_id)
            document, operation, _ = self._fit(text, given, operation_name, caller)
        except Exception as error:
            return refusal(error, suggestions=self._suggestions)
        if operation.node.operation is not OperationType.SUBSCRIPTION:
            return None
        return lambda: self._events(document, operation, self._context(caller, inf), given)

    async def _events(
        self,
        document: Document,
        operation: Operation,
        context: Context,
        variables: dict[str, Any],
    ) -> AsyncGenerator[dict[str, Any], None]:
        try:
            source = subscribe(
                self.schema.core,
                document.node,
                context_value=context,
                variable_values=variables,
                operation_name=operation.name,
            )
            if isawaitable(source):
                source = await source
            if isinstance(source, ExecutionResult):
                yield body_of(source, suggestions=self._suggestions)
                return
            async with aclosing(source) as results:  # type: ignore[type-var]
                async for result in results:
                    yield body_of(result, suggestions=self._suggestions)
        except Exception as error:
            yield refusal(error, suggestions=self._suggestions).body

    def _fit(
        self, query: str, given: dict[str, Any], operation_name: str | None, caller: Caller
    ) -> tuple[Document, Operation, Variables]:
        """The operation that is meant, if `caller` may ask for it. Raises what is wrong."""
        document = self._documents.prepared(query)
        operation = document.operation(operation_name)
        check(caller, operation.needs)
        return document, operation, self._coerced(operation.node, given)

    def _context(self, caller: Caller, deadline: float) -> Context:
        return Context(
            self.store,
            self._vocabulary,
            self.limits,
            deadline,
            caller=caller,
            desk=self._desk,
            wire=self._wire,
        )

    def _coerced(self, operation: OperationDefinitionNode, given: dict[str, Any]) -> Variables:
        definitions = operation.variable_definitions or ()
        coerced = get_variable_values(
            self.schema.core,
            definitions,
            given,
            max_errors=10,
            hide_suggestions=not self._suggestions,
        )
        if isinstance(coerced, list):
            raise Refused(coerced, "variables")
        return coerced

    def _run(self, operation: Operation, run: Run) -> dict[str, Any] | None:
        """The data of the answer, from what the operation was compiled to; None if it is for
        graphql-core to answer, or to say what is wrong with it.

        Raises `LimitExceeded` if it asks for too much as a whole, and `Failed`.
        """
        try:
            compiled = operation.compiled(run.variables, self._vocabulary, self.limits)
            if compiled is None or not self._compiled:
                return None
            return compiled.run(run)
        except (Failed, LimitExceeded):
            raise
        except GraphQLError:
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
        # A mutation writes, so its reads cannot be of one state.
        reads = operation.node.operation is OperationType.QUERY
        several = len(operation.node.selection_set.selections) > 1
        with self.store.reading() if reads and several else nullcontext():
            return execute_sync(
                self.schema.core,
                document.node,
                context_value=context,
                variable_values=variables,
                operation_name=operation.name,
                hide_suggestions=not self._suggestions,
            )


def _check_kind(kind: OperationType, *, changing: bool) -> None:
    if kind is OperationType.SUBSCRIPTION:
        error = GraphQLError("a subscription is answered by events")
        raise Refused([error], "subscription")
    if kind is OperationType.MUTATION and not changing:
        raise Refused([GraphQLError("a mutation is not sent by GET")], "method")
