"""The fields of the mutation type: each one change, and what is read after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo

from gql.changes import documents, judgements, statements
from gql.roots import Asked, Context, Read, Run
from gql.selection.compiler import Compiler
from gql.selection.cursor import ASKED
from gql.selection.fields import Selections
from gql.selection.given import Given
from gql.selection.shape import show

CHANGES: Mapping[str, Callable[[Read], Asked]] = {
    "load": documents.load,
    "remove": documents.remove,
    "judge": judgements.judge,
    "withdraw": judgements.withdraw,
    "state": statements.state,
    "restate": statements.restate,
}


def resolve_change(_: object, info: GraphQLResolveInfo[Any], **__: Any) -> Any:
    """What a field of the mutation type did. All that can be refused of what it is to answer
    is refused before anything is written."""
    context: Context = info.context
    context.check_time()
    given = Given(info.variable_values)
    ASKED.set(given.variables)
    selections = Selections(info.schema, info.fragments, given, context.limits)
    selected = selections.selected(info.parent_type, str(info.path.key), tuple(info.field_nodes))
    asked = CHANGES[info.field_name](Read(selected, Compiler(selections, context.vocabulary)))
    return show(asked.shape, asked.fetch(Run(context, given.variables)))
