"""What has a global id: the interface by which Relay fetches anything again."""

from __future__ import annotations

from typing import Any

import strawberry

from gql.types.chosen import chosen

TYPENAME = "__type__"
"""Where a row keeps the name of its object type; no response key can be this."""


@strawberry.interface(
    description="What has an id of its own among all kinds: an entity's is an IRI, the others' "
    "are hashes. Give it to `node` to fetch the same again."
)
class Node:
    id: strawberry.ID = chosen("Its id, which no other node has.")

    @classmethod
    def is_type_of(cls, *_: object) -> bool:
        """Rows are plain mappings, whose type is known from where they stand."""
        return True

    @classmethod
    def resolve_type(cls, row: Any, *_: object) -> str:
        """The object type of a row."""
        name: str = row[TYPENAME]
        return name
