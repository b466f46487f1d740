"""Pages of rows, in the manner of Relay's cursor connections."""

from __future__ import annotations

from typing import Generic, TypeVar

import strawberry

from gql.types.chosen import chosen

T = TypeVar("T")


@strawberry.type(description="Where a page stands among all rows.")
class PageInfo:
    has_next_page: bool = chosen("Whether there are rows after this page.")
    has_previous_page: bool = chosen("Whether there are rows before this page.")
    start_cursor: str | None = chosen("The cursor of the first row.")
    end_cursor: str | None = chosen(
        "The cursor of the last row: give it as `after` for the next page."
    )


@strawberry.type(description="A row of a page.")
class Edge(Generic[T]):
    cursor: str = chosen("Marks the place of this row in its order; opaque.")
    node: T = chosen("The row.")


@strawberry.type(description="A page of rows.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = chosen("The rows with their cursors.")
    nodes: list[T] = chosen("The rows.")
    page_info: PageInfo = chosen("Where the page stands.")
    total_count: int = chosen("How many rows there are on all pages; counted only if selected.")
