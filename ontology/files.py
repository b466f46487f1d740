"""The Turtle files of an ontology folder, as they lie there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from entente.errors import OntologyError
from ontology.model import SourceFile

BUNDLED = Path(__file__).resolve().parent
"""The folder of the ontology that comes with Entente."""

BUNDLED_PREFIX = "entente/"
"""Before the names of bundled files that another folder imports."""


def read_folder(folder: Path, prefix: str = "") -> list[SourceFile]:
    """Every `*.ttl` below `folder`, sorted by path; names are paths below it.

    Hidden files and folders are left out, as editors put their copies there.
    Raises `OntologyError` if there is none or one is not UTF-8 text.
    """
    if not folder.is_dir():
        raise OntologyError(
            f"{folder}: not a folder",
            hint="name a folder of Turtle files with --ontology or ENTENTE_ONTOLOGY",
        )
    paths = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*.ttl")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }
    if not paths:
        raise OntologyError(
            f"{folder}: no Turtle file in it", hint="an ontology is one or more *.ttl files"
        )
    return [SourceFile(prefix + name, _text(paths[name], name)) for name in sorted(paths)]


def _text(path: Path, name: str) -> str:
    try:
        return path.read_bytes().decode("utf-8").removeprefix("\N{BYTE ORDER MARK}")
    except OSError as error:
        raise OntologyError(
            f"{name}: cannot be read: {error.strerror or error}", hint="check its permissions"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise OntologyError(
            f"{name}:{line}: not UTF-8 text", hint="save the file as UTF-8"
        ) from error


def files_digest(files: Iterable[SourceFile]) -> str:
    """A hash of the names and texts of `files`."""
    hashed = hashlib.sha256()
    for file in files:
        for part in (file.name, file.text):
            data = part.encode("utf-8", "surrogatepass")
            hashed.update(b"%d:" % len(data))
            hashed.update(data)
    return hashed.hexdigest()
