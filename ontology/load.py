"""From a folder of Turtle to the ontology: compiled once, then remembered."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ontology.cache import recall, remember
from ontology.files import BUNDLED, BUNDLED_PREFIX, read_folder
from ontology.model import Ontology, SourceFile


def load_ontology(folder: Path = BUNDLED) -> Ontology:
    """The ontology in the Turtle files below `folder`.

    A folder that only extends the bundled ontology says so in one of its
    files: `<> owl:imports <https://entente.example/ns> .` Raises
    `OntologyError` that names each offending term with its file, line and fix.

    What was compiled and checked is kept in the user's cache, so that the next
    start with the same files takes milliseconds.
    """
    own, core = read_files(folder)
    return _load(tuple(own), tuple(core))


def read_files(folder: Path) -> tuple[list[SourceFile], list[SourceFile]]:
    """The files of `folder`, and the bundled ones that it may import."""
    own = read_folder(folder)
    return own, [] if _is_bundled(folder) else read_folder(BUNDLED, BUNDLED_PREFIX)


def _is_bundled(folder: Path) -> bool:
    return folder.resolve() == BUNDLED


@lru_cache(maxsize=2)
def _load(own: tuple[SourceFile, ...], core: tuple[SourceFile, ...]) -> Ontology:
    remembered = recall(own, core)
    if remembered:
        return remembered
    # rdflib, networkx and pyshacl take a second to import.
    from ontology.compile import compile_ontology

    compiled = compile_ontology(own, core)
    remember(own, core, compiled)
    return compiled
