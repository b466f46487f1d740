"""kill -9 at any moment leaves whole documents, and the next load completes them."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.registry import open_store
from graph.statements import DocumentKind
from graph.store import Change
from tests.contract.content import content
from tests.contract.test_together import ROOT, numbered, whole
from tests.contract.world import SCHEMA, reference

ROUNDS = int(os.environ.get("KILL_ROUNDS", "4"))


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_kill_at_any_moment(tmp_path: Path, round_: int) -> None:
    path = tmp_path / "store.db"
    url = f"sqlite:///{path}"
    chance = random.Random(round_)  # noqa: S311 - the same moments every time
    with subprocess.Popen(
        [sys.executable, "-m", "tests.sqlite.loader", url, "100000"],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        told = -1
        if round_:  # the first is killed while it makes the file
            for _ in range(chance.randrange(1, 12)):
                told = int(process.stdout.readline())
        else:
            while not path.exists():
                time.sleep(0.001)
        time.sleep(chance.random() * 0.03)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        told = int(rest[-1]) if rest else told
    assert process.returncode == -signal.SIGKILL
    with open_store(url) as store:
        whole(store)
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        stored = set(store.documents(DocumentKind.SOURCE))
        numbers = {n for n in range(told + 2) if numbered(n).document.id in stored}
        assert len(numbers) == len(stored)
        assert numbers in (after(told), after(told + 1))
        # What is left is what the same documents make in a store that nobody killed.
        store.adopt(SCHEMA, [reference()])
        with open_store(f"sqlite:///{tmp_path / 'whole.db'}") as other:
            other.adopt(SCHEMA, [reference()])
            other.apply(Change(put=tuple(numbered(n) for n in sorted(numbers))))
            assert content(store) == content(other)


def after(last: int) -> set[int]:
    """The documents that tests/sqlite/loader.py leaves when it has done number `last`."""
    return {n for n in range(last + 1) if not (n % 3 == 1 and n < last)}
