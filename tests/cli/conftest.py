"""Fixtures of the tests of commands.

run     the program with arguments, on a store of this test's own: `run("stats")` is its output;
        with `fails=1` it must leave with that exit code
write   write a document and load it
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from entente.cli import main

Run = Callable[..., str]
Write = Callable[[str, str], str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str, fails: int = 0, store: str = "store.db") -> str:
        result = CliRunner().invoke(main, [*arguments, "--store", f"sqlite:///{tmp_path / store}"])
        assert result.exit_code == fails, result.output
        return result.output

    return call


@pytest.fixture
def write(tmp_path: Path, run: Run) -> Write:
    def load(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        run("load", str(path), "--quiet")
        return str(path)

    return load
