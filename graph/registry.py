"""The engines, by the scheme of their URL. A new engine is one line here."""

from __future__ import annotations

from importlib import import_module

from entente.errors import UsageError
from graph.store import Store

ENGINES = {
    "sqlite": "graph.sqlite:SqliteStore",
    "neo4j": "graph.neo4j:Neo4jStore",
    "neo4j+s": "graph.neo4j:Neo4jStore",
    "neo4j+ssc": "graph.neo4j:Neo4jStore",
    "bolt": "graph.neo4j:Neo4jStore",
    "bolt+s": "graph.neo4j:Neo4jStore",
    "bolt+ssc": "graph.neo4j:Neo4jStore",
}


def open_store(url: str, *, read_only: bool = False) -> Store:
    """The store at `url`. Raises `UsageError` for a scheme that no engine has."""
    scheme, separator, _ = url.partition("://")
    if not separator or scheme not in ENGINES:
        raise UsageError(
            f"no store engine for {url!r}",
            hint="write sqlite:///PATH, neo4j://HOST:PORT/DATABASE or bolt://HOST:PORT/DATABASE",
        )
    module, _, name = ENGINES[scheme].partition(":")
    engine: type[Store] = getattr(import_module(module), name)
    return engine.open(url, read_only=read_only)
