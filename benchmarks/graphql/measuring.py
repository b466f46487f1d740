"""A service measured from outside: times, its processor time, and its throughput."""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 120.0
"""Seconds for a service to start."""
CONNECTIONS = 16
SECONDS = 4
"""For how long throughput is measured: autocannon counts by whole seconds."""
AUTOCANNON = Path(__file__).parent / "peer" / "node_modules" / "autocannon" / "autocannon.js"


@dataclass(frozen=True, slots=True)
class Figures:
    """p50 in ms on one connection, the server's CPU in ms a request, requests a second."""

    p50: float
    cpu: float
    throughput: float

    @classmethod
    def best(cls, rounds: Sequence[Figures]) -> Figures:
        """The best of each, over several rounds: what others do to the machine only adds."""
        return cls(
            min(each.p50 for each in rounds),
            min(each.cpu for each in rounds),
            max(each.throughput for each in rounds),
        )


class Service:
    """A process that serves GraphQL at a port of this machine."""

    def __init__(self, pid: int, port: int, path: str) -> None:
        self._pid = pid
        self._port = port
        self._path = path
        self._connection = http.client.HTTPConnection("127.0.0.1", port)

    def cpu(self) -> float:
        """Seconds of processor time that the process has had."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Let go of the connection; the next request makes another."""
        self._connection.close()

    def post(self, body: bytes) -> bytes:
        """The answer's body."""
        self._connection.request("POST", self._path, body, {"Content-Type": "application/json"})
        return self._connection.getresponse().read()

    def ask(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The data of an answer."""
        answer = json.loads(self.post(_body(query, variables)))
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    def warm(self, query: str, variables: Callable[[int], dict[str, Any]], requests: int) -> None:
        """Ask so many requests, as `variables` gives them for 0 and up, and count nothing."""
        self.close()  # it may have been idle for longer than the server keeps it
        for turn in range(requests):
            self.post(_body(query, variables(turn)))

    def measure(
        self, query: str, variables: Callable[[int], dict[str, Any]], requests: int
    ) -> Figures:
        """Figures over `requests` requests."""
        bodies = [_body(query, variables(turn)) for turn in range(requests)]
        self.close()
        self.post(bodies[0])
        took = []
        before = self.cpu()
        for body in bodies:
            start = time.perf_counter()
            self.post(body)
            took.append(time.perf_counter() - start)
        cpu = (self.cpu() - before) / requests
        return Figures(statistics.median(took) * 1000, cpu * 1000, self._throughput(bodies[0]))

    def _throughput(self, body: bytes) -> float:
        url = f"http://127.0.0.1:{self._port}{self._path}"
        command = ["node", str(AUTOCANNON), "-c", str(CONNECTIONS), "-d", str(SECONDS),
                   "-m", "POST", "-H", "content-type=application/json", "-b", body.decode(),
                   "--json", "-n", url]  # fmt: skip
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        assert found["non2xx"] == found["errors"] == 0, found
        return float(found["requests"]["total"] / found["duration"])


def _body(query: str, variables: dict[str, Any]) -> bytes:
    return json.dumps({"query": query, "variables": variables}).encode()


@contextmanager
def served(
    command: list[str], environment: dict[str, str], port: int, path: str
) -> Iterator[Service]:
    """The service that `command` starts, once it answers."""
    process = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        service = Service(process.pid, port, path)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                service.post(_body("{ __typename }", {}))
            except (OSError, http.client.HTTPException):
                service.close()
                assert process.poll() is None, "the service did not start"
                assert time.monotonic() < end, "the service does not answer"
                time.sleep(0.2)
            else:
                break
        yield service
    finally:
        process.terminate()
        process.wait(30)
