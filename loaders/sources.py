"""Where documents come from: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from entente.errors import InputError, NotFound
from graph.statements.ids import digest

STDIN = "-"
LARGEST = 64 * 1024 * 1024
"""Bytes of one file; a policy document of that size is a mistake."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the caller says of the documents; it outweighs what a file says of itself."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file to load, or the text that came by standard input."""

    uri: str
    data: bytes | None = None

    @property
    def name(self) -> str:
        return Path(self.uri).name

    def read(self) -> bytes:
        """Its bytes. Raises `NotFound` or `InputError` saying why not."""
        if self.data is not None:
            return self.data
        path = Path(self.uri)
        try:
            if path.stat().st_size > LARGEST:
                raise InputError(
                    f"{path}: larger than the {LARGEST // (1024 * 1024)} MB a document may have",
                    hint="split it, or check that it is the file you meant",
                )
            return path.read_bytes()
        except FileNotFoundError as error:
            raise NotFound(f"{path}: no such file", hint="check the path") from error
        except OSError as error:
            raise InputError(
                f"{path}: {error.strerror or error}", hint="check that the file may be read"
            ) from error


def location_uri(target: str) -> str:
    """The name under which a path is stored: absolute, without symbolic links resolved."""
    return target if "://" in target else os.path.abspath(target)  # noqa: PTH100 - resolve() follows links


def gather(targets: Iterable[str]) -> Iterator[Source]:
    """The sources that `targets` name, folders walked in name order, hidden files left out.

    A target that does not exist is a source still: reading it says so.
    """
    for target in targets:
        if target == STDIN:
            data = sys.stdin.buffer.read()
            yield Source(f"stdin:{digest(data.decode('utf-8', 'replace'))[:12]}", data)
            continue
        path = Path(location_uri(target))
        if not path.is_dir():
            yield Source(str(path))
            continue
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                if not name.startswith("."):
                    yield Source(str(Path(folder) / name))
