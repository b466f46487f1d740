"""Fixtures for all tests.

`neo4j_url` is the URL of an empty Neo4j database (see `tests.neo4j_server`).
"""

from tests.neo4j_server import neo4j_server, neo4j_url

__all__ = ["neo4j_server", "neo4j_url"]
