"""Compiled ontologies in the user's cache folder.

An entry is named by a hash of the Turtle it was compiled from and of the code
that compiled it, so it never needs to be told that it is out of date. An entry
that is broken or not ours counts as none.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from ontology.files import BUNDLED, files_digest
from ontology.model import Ontology, SourceFile

MAGIC = b"entente-ontology-1 "
"""The head of every entry, before the hash of what follows it."""

KEPT = 8
"""How many entries are kept: the last ones written."""


def cache_folder() -> Path | None:
    """Where entries lie; None where there is no home for them."""
    stated = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG specification has relative paths ignored.
    if stated and Path(stated).is_absolute():
        return Path(stated) / "entente" / "ontology"
    try:
        return Path.home() / ".cache" / "entente" / "ontology"
    except RuntimeError:
        return None


def recall(own: Sequence[SourceFile], core: Sequence[SourceFile]) -> Ontology | None:
    """What was compiled and checked from these files before; None if that is not known."""
    path = _path(own, core)
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    head, _, body = data.partition(b"\n")
    if head != MAGIC + hashlib.sha256(body).hexdigest().encode():
        return None
    try:
        return msgspec.json.decode(body, type=Ontology)
    except msgspec.DecodeError:
        return None


def remember(own: Sequence[SourceFile], core: Sequence[SourceFile], compiled: Ontology) -> None:
    """Keep what was compiled from these files. Where that cannot be written, it is not kept."""
    path = _path(own, core)
    if path is None:
        return
    body = msgspec.json.encode(compiled)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".new", delete=False) as file:
            file.write(MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        Path(file.name).replace(path)
        _forget_old(path.parent)
    except OSError:
        return


def _forget_old(folder: Path) -> None:
    entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    for entry in entries[:-KEPT]:
        entry.unlink(missing_ok=True)


def _path(own: Sequence[SourceFile], core: Sequence[SourceFile]) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    key = f"{files_digest(own)} {files_digest(core)} {_code_digest()}"
    return folder / f"{hashlib.sha256(key.encode()).hexdigest()}.json"


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """A hash of the modules of this package: other code may compile otherwise."""
    hashed = hashlib.sha256()
    for path in sorted(BUNDLED.rglob("*.py")):
        hashed.update(path.read_bytes())
    return hashed.hexdigest()
