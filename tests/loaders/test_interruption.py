"""A load that is killed leaves whole documents only, and the next load completes it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.registry import open_store

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 25 if os.environ.get("CI") else 5
PARTNERS = ("Japan", "Australia", "South Korea", "New Zealand")


def _documents(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        partner = PARTNERS[number % len(PARTNERS)]
        text = (
            f"NATO is a partner of {partner}. Talk {number} dealt with terrorism.\n\n"
            f"Russia and China cooperate on maritime security. {partner} supports Ukraine.\n"
        )
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")


def _load(folder: Path, store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "entente.cli", "load", str(folder), "--quiet"]
    return subprocess.Popen(
        [*command, "--processes", "1", "--store", f"sqlite:///{store}"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _export(store: Path) -> bytes:
    command = [sys.executable, "-m", "entente.cli", "export", "--format", "nquads", "--all"]
    done = subprocess.run(
        [*command, "--store", f"sqlite:///{store}"], cwd=ROOT, capture_output=True, check=True
    )
    return b"\n".join(sorted(done.stdout.splitlines()))


@pytest.mark.timeout(1200)
def test_kill_at_any_moment_loses_and_tears_nothing(tmp_path: Path) -> None:
    folder, whole, store = tmp_path / "documents", tmp_path / "whole.db", tmp_path / "store.db"
    _documents(folder, 120)
    started = time.monotonic()
    assert _load(folder, whole).wait() == 0
    length = time.monotonic() - started
    with open_store(f"sqlite:///{whole}") as complete:
        expected = {id_: complete.statements(id_) for id_ in complete.documents()}
    chance = random.Random(20261123)  # noqa: S311 - not for secrets
    seen = 0
    for _ in range(ROUNDS):
        process = _load(folder, store)
        time.sleep(chance.uniform(0.2, 0.9) * length)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if not store.exists():
            continue
        with open_store(f"sqlite:///{store}") as survivor:
            documents = list(survivor.documents())
            assert len(documents) >= seen, "a document that was stored is gone"
            seen = len(documents)
            for id_ in documents:
                assert survivor.statements(id_) == expected[id_]
    assert _load(folder, store).wait() == 0
    assert _export(store) == _export(whole)
