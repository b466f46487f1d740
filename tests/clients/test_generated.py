"""Schemathesis: whatever fits the schema is answered or refused, and none of it hangs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from entente.settings import ROOT
from gql.api import Api

EXAMPLES = 25
"""Generated queries for each field of the query type."""
MOST_SECONDS = 1.0
"""Of processor time, so that a busy machine does not count."""


def test_schemathesis_finds_no_failure_and_nothing_hangs(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first document that is loaded waits for the extractor to be made.
    first = 'mutation { load(document: { name: "a.txt", text: "Japan met Norway." }) { facts } }'
    answer = httpx.post(f"{address}/graphql", json={"query": first}, timeout=60).json()
    assert "errors" not in answer, answer
    spent: list[float] = []

    def measured(answer: Callable[..., Any]) -> Callable[..., Any]:
        def answered(*arguments: Any, **named: Any) -> Any:
            start = time.thread_time()
            try:
                return answer(*arguments, **named)
            finally:
                spent.append(time.thread_time() - start)

        return answered

    monkeypatch.setattr(Api, "answer", measured(Api.answer))
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{address}/graphql"]
    command += ["--phases", "fuzzing", "--max-examples", str(EXAMPLES), "--workers", "1"]
    command += ["--checks", "answered_or_refused", "--generation-deterministic", "--no-color"]
    command += ["--request-timeout", "60"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SCHEMATHESIS_HOOKS": "tests.clients.refusals",
    }
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(spent) > EXAMPLES
    assert max(spent) < MOST_SECONDS
