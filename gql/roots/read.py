"""One field of the query type being answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from graphql import FieldNode, GraphQLResolveInfo

from gql.limits import Limits, TimeExceeded
from gql.problems import PROTOCOL_HINTS
from gql.selection.compiler import Compiler, Vocabulary
from gql.selection.fields import Selected, Selections
from graph.plan import Plan, Result
from graph.store import Store
from ontology.model import Ontology


@dataclass(frozen=True, slots=True)
class Context:
    """What a request is answered from."""

    store: Store
    vocabulary: Vocabulary
    limits: Limits
    deadline: float
    """When its time is over, on the clock of `time.monotonic`."""

    def check_time(self) -> None:
        """Raises `TimeExceeded` once the time is over."""
        if monotonic() > self.deadline:
            raise TimeExceeded(
                f"the query took longer than {self.limits.seconds:g} s",
                hint=PROTOCOL_HINTS["timeout"],
            )


@dataclass(frozen=True, slots=True)
class Read:
    """A field of the query type: what is selected of it, and what it is answered from."""

    selected: Selected
    compiler: Compiler
    context: Context

    @classmethod
    def of(cls, info: GraphQLResolveInfo[Any], given: Mapping[str, Any]) -> Read:
        """The read that `info` with the arguments `given` asks for."""
        context: Context = info.context
        context.check_time()
        selections = Selections.of(info, context.limits)
        selected = Selected(
            str(info.path.key),
            info.field_name,
            selections.arguments(info.parent_type.fields[info.field_name], given),
            tuple(info.field_nodes),
        )
        return cls(selected, Compiler(selections, context.vocabulary), context)

    @property
    def arguments(self) -> Mapping[str, Any]:
        return self.selected.arguments

    @property
    def nodes(self) -> tuple[FieldNode, ...]:
        return self.selected.nodes

    @property
    def ontology(self) -> Ontology:
        return self.compiler.vocabulary.ontology

    @property
    def limits(self) -> Limits:
        return self.context.limits

    def parts(self, type_name: str) -> list[Selected]:
        """What is selected of the answer, which is of the type `type_name`."""
        return self.compiler.selections.fields(type_name, self.nodes)

    def run(self, plan: Plan, cost: int) -> Result:
        """The store's answer to `plan`, which could bring along `cost` rows."""
        self.limits.check_rows(cost)
        result = self.context.store.run(plan, self.compiler.values.given)
        self.context.check_time()
        return result
