"""`entente serve` over SQLite, with what the store's reads take of its CPU time in a file.

ENTENTE_CLOCK=FILE python -m benchmarks.graphql.store serve [OPTION…]
"""

from __future__ import annotations

import mmap
import os
import struct
import threading
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.plan import Plan, Result
from graph.sqlite.store import SqliteStore

VARIABLE = "ENTENTE_CLOCK"
"""The environment's variable that names the file."""


class Clock:
    """Seconds that several threads add up and another process reads, in a file of 8 bytes."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(struct.pack("d", 0.0))
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 8)
        self._adding = threading.Lock()

    def add(self, seconds: float) -> None:
        with self._adding:
            struct.pack_into("d", self._map, 0, self.read() + seconds)

    def read(self) -> float:
        seconds: float = struct.unpack_from("d", self._map)[0]
        return seconds


class ClockedStore(SqliteStore):
    """Adds the processor time of its reads to a clock."""

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        start = time.thread_time()
        try:
            return super().run(plan, values)
        finally:
            _clock().add(time.thread_time() - start)


@cache
def _clock() -> Clock:
    return Clock(Path(os.environ[VARIABLE]))


if __name__ == "__main__":
    from entente.cli import main
    from graph.registry import ENGINES

    ENGINES["sqlite"] = "benchmarks.graphql.store:ClockedStore"
    main()
