"""A service measured from outside: times, its processor time, and its throughput."""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 120.0
"""Seconds for a service to start, and for one answer."""
CONNECTIONS = 16
SECONDS = 2
"""For how long throughput is measured each time: autocannon counts by whole seconds."""
SPELL = 1.5
"""Seconds of questions one after another, each time p50 and CPU are measured."""
LEAST, MOST = 20, 1_000
"""How many questions a spell has, however long they take."""
AUTOCANNON = Path(__file__).parent / "peer" / "node_modules" / "autocannon" / "autocannon.js"

Variables = Callable[[int], dict[str, Any]]
"""The variables of the first question, the second, and so on."""


@dataclass(frozen=True, slots=True)
class Figures:
    """p50 in ms on one connection, the server's CPU in ms a request and how much of it its
    store's reads took, requests a second."""

    p50: float
    cpu: float
    store: float
    throughput: float

    @property
    def shown(self) -> str:
        return f"{self.p50:.2f}, {self.cpu:.2f}, {self.throughput:.0f}"

    @classmethod
    def best(cls, rounds: Sequence[Figures]) -> Figures:
        """The best of each, over several rounds: what others do to the machine only adds. The
        store's part is that of the round whose CPU it is part of."""
        least = min(rounds, key=lambda each: each.cpu)
        return cls(
            min(each.p50 for each in rounds),
            least.cpu,
            least.store,
            max(each.throughput for each in rounds),
        )


class _Line:
    """A connection that sends requests as they are: Python's own client takes as long for the
    headers of a small answer as the server for all of it."""

    def __init__(self, port: int, path: str) -> None:
        self._head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            "Accept-Encoding: identity\r\nContent-Length: "
        ).encode()
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self) -> None:
        self._socket.close()

    def post(self, body: bytes) -> bytes:
        """The answer's body. Raises `OSError`."""
        self._socket.sendall(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
        head, _, found = self._until(b"\r\n\r\n").partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"\r\ncontent-length:")[2].split(b"\r\n", 1)[0])
        parts = [found]
        left = length - len(found)
        while left:
            parts.append(self._more())
            left -= len(parts[-1])
        return b"".join(parts)

    def _until(self, end: bytes) -> bytes:
        found = b""
        while end not in found:
            found += self._more()
        return found

    def _more(self) -> bytes:
        found = self._socket.recv(256 * 1024)
        if not found:
            raise ConnectionResetError("the service closed the connection")
        return found


def _no_clock() -> float:
    """Of a service whose store is elsewhere."""
    return 0.0


class Service:
    """A process that serves GraphQL at a port of this machine. `clock` tells the seconds that its
    store has taken so far, if it has one in it."""

    def __init__(self, pid: int, port: int, path: str, clock: Callable[[], float]) -> None:
        self._pid = pid
        self._port = port
        self._path = path
        self._clock = clock

    def cpu(self) -> float:
        """Seconds of processor time that the process has had, all its threads together."""
        return time.clock_gettime(~self._pid << 3 | 2)  # as clock_getcpuclockid makes it

    def ask(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The data of an answer."""
        with self._line() as line:
            answer = json.loads(line.post(_body(query, variables)))
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    @contextmanager
    def _line(self) -> Iterator[_Line]:
        line = _Line(self._port, self._path)
        try:
            yield line
        finally:
            line.close()

    def spell(
        self, query: str, variables: Variables, seconds: float = SPELL
    ) -> tuple[float, float, float]:
        """p50 in ms, and the server's CPU and its store's part in ms a request, of questions for
        so many seconds."""
        took: list[float] = []
        with self._line() as line:
            line.post(_body(query, variables(0)))
            cpu, store, end = self.cpu(), self._clock(), time.perf_counter() + seconds
            while len(took) < LEAST or (len(took) < MOST and time.perf_counter() < end):
                body = _body(query, variables(len(took)))
                start = time.perf_counter()
                line.post(body)
                took.append(time.perf_counter() - start)
            cpu, store = self.cpu() - cpu, self._clock() - store
        each = 1000 / len(took)
        return statistics.median(took) * 1000, cpu * each, store * each

    def measure(self, query: str, variables: Variables) -> Figures:
        """Figures of one round."""
        taken = self.spell(query, variables)
        return Figures(*taken, self._throughput(_body(query, variables(0))))

    def _throughput(self, body: bytes) -> float:
        url = f"http://127.0.0.1:{self._port}{self._path}"
        command = ["node", str(AUTOCANNON), "-c", str(CONNECTIONS), "-d", str(SECONDS),
                   "-m", "POST", "-H", "content-type=application/json", "-b", body.decode(),
                   "--json", "-n", url]  # fmt: skip
        ran = subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
        found = json.loads(ran.stdout)
        assert found["non2xx"] == found["errors"] == 0, found
        return float(found["requests"]["total"] / found["duration"])


def _body(query: str, variables: dict[str, Any]) -> bytes:
    return json.dumps({"query": query, "variables": variables}).encode()


@contextmanager
def served(
    command: list[str],
    environment: dict[str, str],
    port: int,
    path: str,
    clock: Callable[[], float] = _no_clock,
) -> Iterator[Service]:
    """The service that `command` starts, once it answers."""
    process = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        service = Service(process.pid, port, path, clock)
        end = time.monotonic() + PATIENCE
        while not _answers(service):
            assert process.poll() is None, "the service did not start"
            assert time.monotonic() < end, "the service does not answer"
            time.sleep(0.2)
        yield service
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(service: Service) -> bool:
    with suppress(OSError):
        service.ask("{ __typename }", {})
        return True
    return False
