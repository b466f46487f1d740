"""The fields of the mutation type: each one change, and what is read after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo

from gql.changes import documents, judgements, statements
from gql.roots import Asked, Read, resolved

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
    return resolved(CHANGES, info)
