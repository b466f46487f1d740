"""Other people's clients of the GraphQL API, as `make clients` installs them.

    npm       runs a script of package.json beside this file and gives what it prints
    address   of the service over the world of the GraphQL tests, for this module

Without the packages they skip with a word; with CI=true they fail.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from entente.settings import ROOT, Settings
from gql.service import create_app
from graph.reference import schema_of
from graph.registry import open_store
from graph.store import Change
from ontology.load import load_ontology
from tests.chromium import missing
from tests.gql import world
from tests.gql.serving import serving

HERE = Path(__file__).resolve().parent

Npm = Callable[..., str]


def rows(printed: str) -> list[dict[str, Any]]:
    """The JSON of each line."""
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture(scope="session")
def npm() -> Npm:
    if not (HERE / "node_modules" / "graphql-http").is_dir():
        missing("the clients are not installed: run `make clients`")

    def run(script: str, *arguments: str) -> str:
        command = [sys.executable, str(ROOT / "explorer" / "npm.py"), "run", "--silent", script]
        done = subprocess.run(
            [*command, "--", *arguments], cwd=HERE, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ontology = load_ontology()
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('clients') / 'store.db'}") as store:
        store.adopt(schema_of(ontology), [world.reference()])
        store.apply(Change(put=world.documents()))
        with serving(create_app(store, ontology, Settings())) as served:
            yield served
