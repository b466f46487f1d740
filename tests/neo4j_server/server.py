"""A Neo4j server that lives as long as one test run."""

from __future__ import annotations

import os
import queue
import secrets
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j

from tests.neo4j_server.jars import HERE, jars, java

START_SECONDS = 120
HEAP = "768m"
PAGE_CACHE = "64m"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server listens (`HOST:PORT`, with the URL's scheme) and who may log in."""

    uri: str
    username: str
    password: str
    database: str | None = None

    @property
    def address(self) -> str:
        """`HOST:PORT`."""
        return self.uri.partition("://")[2]

    @contextmanager
    def session(self) -> Iterator[neo4j.Session]:
        """A session of its own, for a test to look behind the store."""
        with (
            neo4j.GraphDatabase.driver(self.uri, auth=(self.username, self.password)) as driver,
            driver.session(database=self.database) as session,
        ):
            yield session


def given() -> Server | None:
    """The server that NEO4J_TEST_URI names; None if it names none.

    Raises `AssertionError` for a database that holds anything: tests wipe it.
    """
    uri = os.environ.get("NEO4J_TEST_URI")
    if not uri:
        return None
    scheme, _, rest = uri.partition("://")
    address, _, database = rest.partition("/")
    server = Server(
        f"{scheme}://{address}",
        os.environ.get("NEO4J_TEST_USERNAME", "neo4j"),
        os.environ.get("NEO4J_TEST_PASSWORD", ""),
        database or None,
    )
    with server.session() as session:
        count = session.run("MATCH (n) RETURN count(n)").single(strict=True)[0]
    assert count == 0, f"{uri} holds {count} nodes, and tests would wipe them: name an empty one"
    return server


@contextmanager
def started(heap: str = HEAP, cache: str = PAGE_CACHE, *, steady: bool = False) -> Iterator[Server]:
    """A server of our own, with that much memory. Raises `Missing` where it cannot be had.

    A `steady` heap has its full size from the start, as Neo4j advises for servers that work.
    """
    command, lib = java(), jars()
    home = Path(tempfile.mkdtemp(prefix="entente-neo4j-"))
    address = f"127.0.0.1:{_free_port()}"
    conf = home / "neo4j.conf"
    conf.write_text(
        (HERE / "neo4j.conf").read_text("utf-8")
        + f"server.bolt.listen_address={address}\nserver.bolt.advertised_address={address}\n"
        + f"server.memory.pagecache.size={cache}\n",
        "utf-8",
    )
    log = (home / "server.log").open("w+b")
    memory = [f"-Xmx{heap}", *([f"-Xms{heap}"] if steady else [])]
    process = subprocess.Popen(
        [command, *memory, "-XX:+UseSerialGC", "-cp", f"{lib}/*", str(HERE / "Server.java"),
         str(home), str(conf)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
    )  # fmt: skip
    try:
        ready = _await_ready(process)
        log.seek(0)
        assert ready, f"Neo4j did not start: {log.read().decode()[-2000:]}"
        yield _with_password(address)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)
        log.close()


def _await_ready(process: subprocess.Popen[bytes]) -> bool:
    """Whether the server says "ready"; what it says later is read, so that it never blocks."""
    assert process.stdout is not None
    output = process.stdout
    said: queue.SimpleQueue[bool] = queue.SimpleQueue()

    def read() -> None:
        for line in output:
            if line.strip() == b"ready":
                said.put(True)
        said.put(False)

    threading.Thread(target=read, daemon=True).start()
    try:
        return said.get(timeout=START_SECONDS)
    except queue.Empty:
        return False


def _with_password(address: str) -> Server:
    """The server, with a password in place of the one that Neo4j makes us change."""
    uri, password = f"bolt://{address}", secrets.token_urlsafe()
    with (
        neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver,
        driver.session(database="system") as session,
    ):
        session.run(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", password=password
        ).consume()
    return Server(uri, "neo4j", password)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
