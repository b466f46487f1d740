"""Extraction: from text to claims.

An extractor is one module or folder here and one line in `EXTRACTORS`. It
sees statement types and the ontology, never a store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Protocol

from graph.statements import Document, Extraction
from ontology.model import Ontology


class Extractor(Protocol):
    """Reads documents. Built once a process from the ontology; never shared by threads."""

    name: ClassVar[str]
    version: ClassVar[str]
    """Changes whenever the same text and ontology may give other claims."""

    def __init__(self, ontology: Ontology, model: str) -> None:
        """`model` names an installed spaCy pipeline."""

    def extract(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """What each document says, in order. The same document gives the same extraction,
        whatever others it is read with."""
        ...


EXTRACTORS: dict[str, str] = {
    "dependency": "loaders.extraction.dependency:DependencyExtractor",
}
"""By name, where the class is."""

DEFAULT = "dependency"
