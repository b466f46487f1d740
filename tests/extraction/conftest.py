"""`read` gives the facts of a text as "subject | predicate | object", by the bundled ontology.

A text is one document as a plain file; blank lines part its blocks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from entente.settings import Settings
from graph.statements import Claim, Document, EntityId, Extraction, Location
from loaders.extraction.dependency import DependencyExtractor
from loaders.readers import read_document
from ontology.files import BUNDLED
from ontology.load import load_ontology


@dataclass(frozen=True)
class Read:
    """A document's text and what the extractor makes of it."""

    text: str
    extraction: Extraction
    labels: dict[str, str]

    def label(self, entity: str) -> str:
        return self.labels[EntityId(entity)]

    def fact(self, claim: Claim) -> str:
        return f"{self.label(claim.subject)} | {claim.predicate} | {self.label(claim.object)}"

    @property
    def facts(self) -> set[str]:
        return {self.fact(claim) for claim in self.extraction.claims}

    def claims(self, predicate: str) -> list[Claim]:
        return [claim for claim in self.extraction.claims if claim.predicate == predicate]


Reading = Callable[..., Read]


def reading_with(extractor: DependencyExtractor) -> Reading:
    """A `read` that uses `extractor`."""

    def read(text: str, date: str | None = None) -> Read:
        parsed = read_document(text.encode(), "text.txt")
        location = Location("/text.txt", parsed.title, None, date)
        document = Document(
            parsed.text,
            locations=(location,),
            blocks=parsed.blocks,
            media_type=parsed.media_type,
            language="en",
        )
        (extraction,) = extractor.extract([document])
        labels = {e.iri: e.label for e in extractor.ontology.entities.values()}
        labels |= {str(entity.id): entity.label for entity in extraction.entities}
        return Read(parsed.text, extraction, labels)

    return read


@pytest.fixture(scope="session")
def read() -> Reading:
    ontology = load_ontology(BUNDLED)
    return reading_with(DependencyExtractor(ontology, Settings().model))
