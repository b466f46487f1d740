"""One field of the query type: what it asks, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from graphql import FieldNode

from entente.errors import TimeExceeded, UsageError
from gql.limits import Limits
from gql.problems import PROTOCOL_HINTS
from gql.roles import LOCAL, Caller
from gql.selection.compiler import Compiler, Vocabulary
from gql.selection.fields import Selected
from gql.selection.given import Arguments, Variables
from gql.selection.shape import Row, Shape
from graph.plan import Later, Plan, Result, Values
from graph.store import Store
from ontology.model import Ontology

if TYPE_CHECKING:
    from gql.desk import Desk  # the loaders beneath it take a second to import
    from gql.events.wire import Wire


@dataclass(frozen=True, slots=True)
class Context:
    """What a request is answered from."""

    store: Store
    vocabulary: Vocabulary
    limits: Limits
    deadline: float
    """When its time is over, on the clock of `time.monotonic`."""
    failed: Mapping[str, Exception] = field(default_factory=dict)
    """What went wrong with fields of the query type, by response key, if it is known already."""
    caller: Caller = LOCAL
    desk: Desk | None = None
    wire: Wire | None = None

    @property
    def writer(self) -> Desk:
        """Who writes. Raises `UsageError` where nothing is written."""
        if self.desk is None:
            raise UsageError("nothing can be changed here", hint="send mutations to a service")
        return self.desk

    @property
    def heard(self) -> Wire:
        """What can be listened to. Raises `UsageError` where nothing happens."""
        if self.wire is None:
            raise UsageError("nothing happens here", hint="subscribe at a service")
        return self.wire

    def check_time(self) -> None:
        """Raises `TimeExceeded` once the time is over."""
        if monotonic() > self.deadline:
            raise TimeExceeded(
                f"the query took longer than {self.limits.seconds:g} s",
                hint=PROTOCOL_HINTS["timeout"],
            )


@dataclass(frozen=True, slots=True)
class Run:
    """A request being answered: the variables it gives, and what it is answered from."""

    context: Context
    variables: Variables

    @property
    def store(self) -> Store:
        return self.context.store

    def value(self, given: Any) -> Any:
        """What `given`, a value of an argument, is in this request."""
        return given.read(self.variables) if isinstance(given, Later) else given

    def result(self, plan: Plan, values: Values, **found: Any) -> Result:
        """The store's answer to `plan`; `found` are values that an earlier answer gave."""
        self.context.check_time()
        given = values.at(self.variables)
        result = self.context.store.run(plan, {**given, **found} if found else given)
        self.context.check_time()
        return result


Fetch: TypeAlias = Callable[[Run], Row]
"""Asks the store, and gives a row for the shape of the answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a field of the query type asks. It is known before a store is touched, and may
    be asked again with other values of variables.

    `shape` shows the row that `fetch` gives.
    """

    fetch: Fetch
    shape: Shape


@dataclass(frozen=True, slots=True)
class Read:
    """A field of the query type: what is selected of it, to be compiled to what it asks.

    Whatever decides which plan it is must be read while it is compiled, from
    `arguments`; `Run` has the rest.
    """

    selected: Selected
    compiler: Compiler

    @property
    def arguments(self) -> Arguments:
        return self.selected.arguments

    @property
    def nodes(self) -> tuple[FieldNode, ...]:
        return self.selected.nodes

    @property
    def ontology(self) -> Ontology:
        return self.compiler.vocabulary.ontology

    @property
    def values(self) -> Values:
        return self.compiler.values

    @property
    def limits(self) -> Limits:
        return self.compiler.limits

    def weigh(self, cost: int) -> None:
        """Raises `LimitExceeded` if `cost` rows, which the field could bring along, are more
        than a request may; and has them counted to what the whole request asks."""
        self.limits.check_rows(cost)
        self.compiler.cost += cost

    def asks(self, plan: Plan, cost: int, shape: Shape) -> Asked:
        """A read of one plan, which could bring along `cost` rows. `shape` is that of
        `(rows, whether there are more, how many in all)`."""
        self.weigh(cost)
        values = self.values

        def fetch(run: Run) -> Row:
            result = run.result(plan, values)
            return result.rows, result.truncated, result.total

        return Asked(fetch, shape)
