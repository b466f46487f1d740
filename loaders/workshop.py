"""One document's work, from bytes to statements; it sees no store, so any process can do it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from threading import Lock

from entente.errors import EntenteError, ExtractorFault, InputError
from graph.statements import Document, DocumentId, Location, Refusal, Statements, interval
from graph.statements.ids import digest
from loaders import compiled
from loaders.acronyms import with_acronyms
from loaders.checking import Checker
from loaders.extraction import DEFAULT, EXTRACTORS, Extractor
from loaders.readers import read_document
from loaders.sources import Metadata, Source
from ontology.load import load_ontology
from ontology.model import Ontology

_log = logging.getLogger("entente.loaders")


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides what a text gives: ontology, language model and extractor."""

    ontology: Path
    model: str
    extractor: str = DEFAULT

    @property
    def build(self) -> type[Extractor]:
        """The extractor's class. `StaleBuild` if it was compiled from another source."""
        compiled.check()
        module, _, name = EXTRACTORS[self.extractor].partition(":")
        extractor: type[Extractor] = getattr(import_module(module), name)
        return extractor

    def fingerprint(self, ontology: Ontology) -> str:
        """Changes whenever the same text may give other statements."""
        return digest(ontology.digest, self.extractor, self.build.version, self.model)


@dataclass(frozen=True, slots=True)
class Task:
    """A source to read. `known` is the document, metadata and fingerprint the store has there."""

    source: Source
    metadata: Metadata
    fingerprint: str
    known: tuple[DocumentId, Location, str] | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The location holds what is stored already."""

    document: DocumentId


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a document states, and the claims that the ontology refused."""

    statements: Statements
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The file is refused."""

    error: EntenteError


Done = Unchanged | Extracted | Failed


class Workshop:
    """An extractor with its ontology."""

    def __init__(self, recipe: Recipe) -> None:
        self.ontology = load_ontology(recipe.ontology)
        self._extractor = recipe.build(self.ontology, recipe.model)
        self._checker = Checker(self.ontology, self._extractor)

    def extract(self, document: Document) -> Extracted:
        """Read one document's statements."""
        (extraction,) = self._extractor.extract([replace(document, inferred_date=None)])
        extraction = with_acronyms(document.text, extraction)
        return Extracted(*self._checker.check(document, extraction))


_built = lru_cache(maxsize=1)(Workshop)
_building = Lock()


def workshop(recipe: Recipe) -> Workshop:
    """This process's workshop for `recipe`, built when it is first asked for, by one thread."""
    with _building:
        return _built(recipe)


def read(task: Task) -> Document:
    """The document at the task's source, with what the file and the caller say of it."""
    reading = read_document(task.source.read(), task.source.name)
    location = Location(
        task.source.uri,
        task.metadata.title or reading.title,
        task.metadata.publisher or reading.publisher,
        task.metadata.date or reading.date,
        reading.address,
    )
    interval(location.date)
    return Document(
        reading.text,
        locations=(location,),
        blocks=reading.blocks,
        media_type=reading.media_type,
        language=reading.language,
        extraction=task.fingerprint,
    )


def perform(recipe: Recipe, task: Task) -> Done:
    """Read and extract one source. A file's fault is an answer, not an exception."""
    try:
        document = read(task)
        (location,) = document.locations
        if task.known == (document.id, location, task.fingerprint):
            return Unchanged(document.id)
        return _extract(recipe, document)
    except EntenteError as error:
        return Failed(error)
    except (MemoryError, RecursionError) as error:
        return Failed(
            InputError(
                f"{task.source.uri}: too much to read at once ({type(error).__name__})",
                hint="split the file",
            )
        )


def _extract(recipe: Recipe, document: Document) -> Extracted:
    """What the recipe's extractor finds in a document. A fault of the extractor on one text must
    not end a load of thousands."""
    shop = workshop(recipe)
    try:
        return shop.extract(document)
    except (EntenteError, MemoryError, RecursionError):
        raise
    except Exception as error:
        uri = document.locations[0].uri
        _log.exception("%s: the extractor failed", uri)
        raise ExtractorFault(
            f"{uri}: the extractor failed ({type(error).__name__}: {error})",
            hint="the rest was loaded; report this with the file",
        ) from error
