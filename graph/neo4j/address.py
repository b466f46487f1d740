"""Where a database is, as a store's URL says it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from entente.errors import UsageError

HINT = (
    "write neo4j://HOST:PORT/DATABASE or bolt://HOST:PORT/DATABASE, "
    "and set NEO4J_USERNAME and NEO4J_PASSWORD"
)


@dataclass(frozen=True, slots=True)
class Address:
    """A server and one of its databases (None: the user's home database)."""

    uri: str
    database: str | None

    @classmethod
    def parse(cls, url: str) -> Address:
        """Raises `UsageError` for a URL with credentials, a query or no host."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise UsageError(f"not a Neo4j address: {error}", hint=HINT) from error
        if "@" in parts.netloc:
            raise UsageError("a store's URL holds no credentials", hint=HINT)
        database = unquote(parts.path.strip("/"))
        if not host or parts.query or parts.fragment or "/" in database:
            raise UsageError(f"not a Neo4j address: {url}", hint=HINT)
        bracketed = f"[{host}]" if ":" in host else host
        return cls(f"{parts.scheme}://{bracketed}:{port or 7687}", database or None)

    @property
    def routed(self) -> bool:
        """Whether it may lead to any server of a cluster, and not to one alone."""
        return self.uri.startswith("neo4j")


def credentials() -> tuple[str, str] | None:
    """Who logs in, from the environment; None where it names nobody."""
    password = os.environ.get("NEO4J_PASSWORD")
    username = os.environ.get("NEO4J_USERNAME") or ("neo4j" if password else None)
    return (username, password or "") if username else None
