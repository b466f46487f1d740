"""Fixtures for tests of the ontology.

    compiled   Turtle (prefixes are put before it) compiled with the bundled
               schema and without the reference data, which would take longer
    refused    the same for Turtle that must be refused; gives the error

The Turtle is the file `mine.ttl`; its own first line is line 1 there, as the
prefixes stand before it on one line. The cache is a folder of the test's own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from entente.errors import OntologyError
from ontology.compile import compile_ontology
from ontology.files import BUNDLED, read_folder
from ontology.model import Ontology, SourceFile
from ontology.vocabulary import PREFIXES

HEAD = " ".join(f"@prefix {name}: <{namespace}> ." for name, namespace in PREFIXES.items()) + " "

Compile = Callable[..., Ontology]
Refuse = Callable[..., OntologyError]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "entente" / "ontology"


@pytest.fixture(scope="session")
def schema() -> list[SourceFile]:
    return read_folder(BUNDLED / "schema", "schema/")


@pytest.fixture
def compiled(schema: list[SourceFile]) -> Compile:
    def compile_(*texts: str) -> Ontology:
        names = ["mine.ttl", "more/second.ttl", "third.ttl"]
        files = [SourceFile(name, HEAD + text) for name, text in zip(names, texts, strict=False)]
        return compile_ontology([*schema, *files])

    return compile_


@pytest.fixture
def refused(compiled: Compile) -> Refuse:
    def refuse(*texts: str) -> OntologyError:
        with pytest.raises(OntologyError) as caught:
            compiled(*texts)
        return caught.value

    return refuse
