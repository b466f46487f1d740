"""What one request may ask for. All of it is known before a store is touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from entente.errors import LimitExceeded, UsageError

LOADED_TEXT = "document.text"
"""The argument that holds a whole document."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of everything that a request may have."""

    tokens: int = 2_000
    depth: int = 16
    fields: int = 500
    """Fields of a query with its fragments written out."""
    aliases: int = 30
    directives: int = 30
    roots: int = 10
    """Fields of the query type: each is a read of the store."""
    page: int = 1_000
    """Rows of a page; `first` and `limit`."""
    rows: int = 100_000
    """Rows that the requested pages of a request could bring along, all told."""
    depth_expanded: int = 4
    hops: int = 6
    filter_words: int = 100
    """Words of one filter with all that stands in it."""
    filter_depth: int = 8
    """Filters within filters."""
    names: int = 500
    """Entries of all lists and input objects in an argument."""
    nesting: int = 24
    """Levels of lists and input objects in an argument."""
    text: int = 2_000
    """Characters of a text in an argument."""
    document: int = 200_000
    """Characters of a text that is loaded."""
    source: int = 50_000
    """Characters of a query."""
    body: int = 256 * 1024
    """Bytes of an HTTP request's body."""
    seconds: float = 20.0
    """Time for the execution of a request."""
    writing: float = 120.0
    """Time for a mutation, its turn to write included."""
    writers: int = 4
    """Mutations that write or wait for their turn."""
    sockets: int = 64
    """Connections that are kept for events."""
    listeners: int = 16
    """Operations under way on one such connection."""
    behind: int = 256
    """Events that a listener may be behind by."""
    message: int = 256 * 1024
    """Bytes of a message on a WebSocket."""
    patience: float = 10.0
    """Seconds for a client to say who it is, and to take what is sent to it."""
    introspection: bool = True
    """Whether a query may ask for the schema."""
    suggestions: bool = True
    """Whether a wrong name is answered with the right one."""

    def check_page(self, name: str, size: int) -> int:
        """`size`, if a page may have it. Raises `UsageError` or `LimitExceeded`."""
        return self.check(name, size, self.page)

    def check(self, name: str, number: int, most: int) -> int:
        """`number`, given for `name`, if it is from 1 to `most`."""
        if number < 1:
            raise UsageError(f"{name} is {number}", hint=f"give {name} from 1 to {most}")
        if number > most:
            raise LimitExceeded(
                f"{name} is {number}, more than {most}",
                hint=f"give {name} up to {most} and read on from there, or narrow the filter",
            )
        return number

    def check_argument(self, name: str, value: object) -> None:
        """Raises `LimitExceeded` if `value`, given for `name`, holds too much."""
        entries = self._count(name, value, 0)
        if entries > self.names:
            raise LimitExceeded(
                f"{name} has {entries} entries, more than {self.names}",
                hint="ask in several requests",
            )

    def _count(self, name: str, value: object, level: int) -> int:
        longest = self.document if name == LOADED_TEXT else self.text
        if isinstance(value, str) and len(value) > longest:
            raise LimitExceeded(
                f"{name} has {len(value)} characters, more than {longest}",
                hint="give a shorter text",
            )
        if not isinstance(value, Mapping | list):
            return 0
        if level == self.nesting:
            raise LimitExceeded(
                f"{name} is nested deeper than {self.nesting} levels",
                hint="say it with fewer conditions within conditions",
            )
        if isinstance(value, list):
            return len(value) + sum(self._count(name, inner, level + 1) for inner in value)
        return len(value) + sum(
            self._count(f"{name}.{key}", inner, level + 1) for key, inner in value.items()
        )

    def check_rows(self, rows: int) -> None:
        """Raises `LimitExceeded` if `rows` are more than a request could bring along."""
        if rows > self.rows:
            raise LimitExceeded(
                f"the pages asked for could hold {rows} rows, more than {self.rows}",
                hint="lower `first` and `limit`, of the inner fields most of all",
            )
