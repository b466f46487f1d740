"""The explorer in a real browser, on the real service, with the samples loaded.

    service     the service on a free port, its store loaded from samples/ and one text with emoji
    bare        another one, on a store that nothing was loaded into
    browser     Debian's Chromium, without a display and without a network but this machine
    page        a fresh page of it; the test fails if the page logged an error or asked elsewhere

What is compared with the page is asked of the service itself, so that the tests
hold whatever the extractor finds. Without Chromium or built pages they skip
with a word; with CI=true they fail.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.chromium import PATIENCE_MS, chromium, missing

ROOT = Path(__file__).resolve().parents[2]
EMOJI = (
    "A handshake \U0001f91d\U0001f1ef\U0001f1f5 in Brussels\n\n"
    "Japan is a partner of NATO. New Zealand is not a member of NATO. "
    "\U0001f54a Japan supports Ukraine.\n"
)
START_SECONDS = 120


@dataclass(frozen=True)
class Service:
    """A running service at `url`."""

    url: str

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """The data that `query` asks for."""
        body = {"query": query, "variables": variables}
        answer = httpx.post(f"{self.url}/graphql", json=body, timeout=START_SECONDS).json()
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    def passages(self) -> list[dict[str, Any]]:
        """Every evidence that the loaded documents give."""
        query = """{ documents(first: 50) { nodes { id title text evidence(first: 200) { nodes {
            id quote start end modality before
            fact { id predicate modalities subject { id label } object { id label } } } } } } }"""
        return [
            {**evidence, "document": {key: document[key] for key in ("id", "title", "text")}}
            for document in self.ask(query)["documents"]["nodes"]
            for evidence in document["evidence"]["nodes"]
        ]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _serve(store: Path) -> Iterator[Service]:
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    log = store.with_suffix(".log")
    command = [sys.executable, "-m", "entente.cli", "serve"]
    command += ["--port", str(port), "--store", f"sqlite:///{store}"]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _is_ready(url):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, f"not ready in {START_SECONDS} s: {log.read_text()}"
            time.sleep(0.1)
        yield Service(url)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _is_ready(url: str) -> bool:
    try:
        return httpx.get(f"{url}/ready").status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture(scope="package")
def built() -> Path:
    """The folder of the built pages."""
    pages = ROOT / "explorer" / "dist"
    if not (pages / "index.html").is_file():
        missing("the explorer is not built: run `make explorer`")
    return pages


@pytest.fixture(scope="package")
def service(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("explorer")
    (folder / "handshake.txt").write_text(EMOJI, encoding="utf-8")
    store = folder / "samples.db"
    command = [sys.executable, "-m", "entente.cli", "load", str(ROOT / "samples")]
    command += [str(folder / "handshake.txt"), "--quiet", "--store", f"sqlite:///{store}"]
    # A file that is refused is another test's concern: the rest is loaded.
    loading = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert loading.returncode in (0, 1), loading.stderr
    yield from _serve(store)


@pytest.fixture(scope="package")
def bare(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    yield from _serve(tmp_path_factory.mktemp("bare") / "bare.db")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture
def allowed() -> list[str]:
    """Parts of error messages that the test provokes; it adds to the list."""
    return []


@pytest.fixture(params=["light"])
def page(
    browser: Browser, service: Service, allowed: list[str], request: pytest.FixtureRequest
) -> Iterator[Page]:
    scheme: str = request.param
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    def on_request(asked: Request) -> None:
        if not asked.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            complaints.append(f"asked for {asked.url}")

    opened.on("console", on_console)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", on_request)
    yield opened
    context.close()
    assert [x for x in complaints if not any(part in x for part in allowed)] == []
