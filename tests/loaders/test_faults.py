"""An extractor that fails on a text costs that text, and not the load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

import pytest

from entente.errors import ExtractorFault
from graph.statements import Document, Extraction
from graph.store import Store
from loaders.extraction import EXTRACTORS
from loaders.pipeline import Loader
from loaders.report import Outcome
from loaders.workshop import Recipe
from ontology.model import Ontology

Write = Callable[[str, str], str]


class Faulty:
    """Fails on texts that say so, and finds nothing in others."""

    name: ClassVar[str] = "faulty"
    version: ClassVar[str] = "1"

    def __init__(self, ontology: Ontology, model: str) -> None:
        pass

    def extract(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        for document in documents:
            if "broken" in document.text:
                raise IndexError("list index out of range")
            yield Extraction()


def test_the_rest_of_a_load_goes_on(
    store: Store, recipe: Recipe, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(EXTRACTORS, "faulty", f"{__name__}:Faulty")
    paths = [write(f"{name}.txt", f"A {name} text.") for name in ("good", "broken", "other")]
    report = Loader(store, replace(recipe, extractor="faulty")).load(paths)
    assert report.outcomes == {Outcome.LOADED: 2, Outcome.REFUSED: 1}
    (refused,) = report.errors
    assert isinstance(refused.error, ExtractorFault)
    assert refused.location == paths[1]
    assert paths[1] in refused.error.message
    assert set(store.held()) == {paths[0], paths[2]}
