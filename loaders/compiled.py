"""Whether the extractor runs compiled, and whether what was compiled is what the source says.

`make compile` lays compiled modules beside their source, and Python takes those. When the source
has changed since, by an edit or an update, they would read texts by rules that are no more.
"""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from entente.errors import StaleBuild

EXTRACTOR = Path(__file__).parent / "extraction"


def library(folder: Path = EXTRACTOR) -> Path | None:
    """What all compiled modules share, if they were compiled for this Python."""
    names = (folder / f"all__mypyc{suffix}" for suffix in EXTENSION_SUFFIXES)
    return next((name for name in names if name.exists()), None)


def check(folder: Path = EXTRACTOR) -> None:
    """Raise `StaleBuild` if a module of `folder` is newer than what was compiled."""
    built = library(folder)
    if built is None:
        return
    made = built.stat().st_mtime
    newer = next((p for p in sorted(folder.rglob("*.py")) if p.stat().st_mtime > made), None)
    if newer is not None:
        raise StaleBuild(
            f"{newer} has changed since the extractor was compiled",
            hint="`make compile` compiles it anew, `make interpreted` goes without",
        )
