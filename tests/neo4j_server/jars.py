"""The server's jars: resolved once by Maven, kept in a cache outside the work tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
VERSION = "5.26.12"
SUPPORTED_JAVA = range(17, 22)
RESOLVE_SECONDS = 300


class Missing(Exception):
    """What keeps this machine from running a server, in words for a skipped test."""


def java() -> str:
    """The Java that Neo4j runs on. Raises `Missing`."""
    command = shutil.which("java")
    if command is None:
        raise Missing("no Java found; Neo4j needs 17 to 21")
    answer = subprocess.run([command, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', answer.stderr)
    if version is None or int(version[1]) not in SUPPORTED_JAVA:
        raise Missing(f"Java 17 to 21 is needed, found {answer.stderr.strip() or command}")
    return command


def jars() -> Path:
    """The folder that holds Neo4j's jars. Raises `Missing` if Maven is, or fails.

    Several test runs may ask at once: each resolves into a folder of its own
    and the first to finish gives it the common name.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "entente"
    folder = cache / f"neo4j-{VERSION}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing("no Maven found; it resolves the jars of Neo4j")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="resolving-") as work:
        shutil.copy(HERE / "pom.xml", work)
        lib = Path(work, "lib")
        command = [maven, "-B", "-q", "dependency:copy-dependencies", f"-DoutputDirectory={lib}"]
        try:
            subprocess.run(
                command,
                cwd=work,
                check=True,
                capture_output=True,
                text=True,
                timeout=RESOLVE_SECONDS,
            )
        except subprocess.TimeoutExpired as error:
            raise Missing(f"Maven took over {RESOLVE_SECONDS} s") from error
        except subprocess.CalledProcessError as error:
            raise Missing(f"Maven could not resolve Neo4j: {error.stdout[-400:]}") from error
        try:
            lib.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
    return folder
