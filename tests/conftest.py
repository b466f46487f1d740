"""Fixtures that every folder of tests shares.

    engine      one of the engines of graph.registry; what asks for it runs on each
    store_url   the URL of a fresh, empty store of that engine, for this test alone
    store       that store, open

SQLite files lie in the test's own tmp_path. Neo4j's URL comes from the fixture
`neo4j_url` of tests/neo4j_server.py, which skips with a reason where no server
can be had.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from graph.registry import ENGINES, open_store
from graph.store import Store

if find_spec("tests.neo4j_server"):
    from tests.neo4j_server import *  # noqa: F403 - its fixtures become ours


def _engines() -> list[str]:
    """The engines by the folder they live in: several schemes can lead to one."""
    modules = dict.fromkeys(target.partition(":")[0] for target in ENGINES.values())
    return [module.rpartition(".")[2] for module in modules]


@pytest.fixture(params=_engines())
def engine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    if not find_spec(f"graph.{name}"):
        pytest.skip(f"graph.{name} is not there yet")
    return name


@pytest.fixture
def store_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if engine == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    if not find_spec("tests.neo4j_server"):
        pytest.skip("tests/neo4j_server.py, which starts a server, is not there")
    url: str = request.getfixturevalue("neo4j_url")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with open_store(store_url) as opened:
        yield opened
