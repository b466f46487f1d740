"""One field of the query type being answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, GraphQLResolveInfo

from gql.limits import Limits
from gql.selection.compiler import Compiler, Vocabulary
from gql.selection.fields import Selected, Selections, with_defaults
from graph.plan import Plan, Result
from graph.store import Store
from ontology.model import Ontology


@dataclass(frozen=True, slots=True)
class Context:
    """What a request is answered from."""

    store: Store
    vocabulary: Vocabulary
    limits: Limits


@dataclass(frozen=True, slots=True)
class Read:
    """A field of the query type: its arguments, its compiler, and the store to ask."""

    selected: Selected
    compiler: Compiler
    store: Store

    @classmethod
    def of(cls, info: GraphQLResolveInfo[Any], given: Mapping[str, Any]) -> Read:
        """The read that `info` with the arguments `given` asks for."""
        context: Context = info.context
        declared = info.parent_type.fields[info.field_name].args
        selected = Selected(
            str(info.path.key),
            info.field_name,
            with_defaults(declared, given),
            tuple(info.field_nodes),
        )
        compiler = Compiler(Selections.of(info), context.vocabulary, context.limits)
        return cls(selected, compiler, context.store)

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
        return self.compiler.limits

    def parts(self, type_name: str) -> list[Selected]:
        """What is selected of the answer, which is of the type `type_name`."""
        return self.compiler.selections.fields(type_name, self.nodes)

    def run(self, plan: Plan, cost: int) -> Result:
        """The store's answer to `plan`, which could bring along `cost` rows."""
        self.limits.check_rows(cost)
        return self.store.run(plan, self.compiler.values.given)
