"""Loading: files into a store, one atomic change a document.

The only part of `loaders` that sees a store.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from entente.errors import EntenteError, NotFound, UsageError
from graph.statements import Document, DocumentId, DocumentKind, Location, Statements, interval
from graph.store import Change, Held, Store
from loaders.adoption import adopt
from loaders.rdf import is_rdf, read_rdf
from loaders.report import Loaded, Outcome, Report
from loaders.sources import Metadata, Source, gather, location_uri
from loaders.workers import perform_all, processors
from loaders.workshop import Done, Extracted, Failed, Recipe, Task, Unchanged, workshop
from ontology.load import load_ontology

Progress = Callable[[int, int, str], None]
"""Called with documents done, documents in all, and the location just done."""

WORTH_PROCESSES = 200_000
"""Bytes from which it pays to start processes: each builds its own extractor first."""


class Loader:
    """Loads and removes documents in `store` by `recipe`."""

    def __init__(self, store: Store, recipe: Recipe) -> None:
        self._store = store
        self._recipe = recipe
        adopt(store, recipe.ontology)
        self._fingerprint = recipe.fingerprint(load_ontology(recipe.ontology))
        self._held: dict[str, Held] = dict(store.held())

    def load(
        self,
        targets: Sequence[str],
        metadata: Metadata | None = None,
        *,
        processes: int | None = None,
        progress: Progress = lambda *_: None,
    ) -> Report:
        """Load files, folders and standard input (`-`); go on past what is refused.

        Raises `StoreError` when the store fails: what was written stays whole.
        """
        metadata = metadata or Metadata()
        interval(metadata.date)
        started = time.monotonic()
        sources = list(gather(targets))
        report = Report()
        for count, loaded in enumerate(self._load(sources, metadata, processes), start=1):
            report.add(loaded)
            progress(count, len(sources), loaded.location)
        report.seconds = time.monotonic() - started
        return report

    def remove(self, target: str) -> list[str]:
        """Remove what `target` names: a location, a document id, or a file name.

        Returns the locations that are gone. Raises `NotFound` if nothing has
        that name, `UsageError` if several do.
        """
        uris = self._matching(target)
        change = Change()
        documents = {self._held[uri].document for uri in uris}
        for document in sorted(documents):
            change = self._without(change, document, set(uris))
        self._store.apply(change)
        for uri in uris:
            del self._held[uri]
        return uris

    def _load(
        self, sources: list[Source], metadata: Metadata, processes: int | None
    ) -> Iterator[Loaded]:
        rdf = [source for source in sources if is_rdf(source)]
        texts = [source for source in sources if not is_rdf(source)]
        for source in rdf:
            yield self._import(source)
        if processes is None:
            processes = min(processors(), len(texts)) if _worth(texts) else 1
        tasks = (self._task(source, metadata) for source in texts)
        for task, done in perform_all(self._recipe, tasks, processes):
            yield self._store_done(task.source.uri, done)

    def _task(self, source: Source, metadata: Metadata) -> Task:
        held = self._held.get(source.uri)
        known = None
        if held:
            location = Location(source.uri, held.title, held.publisher, held.date, held.address)
            known = held.document, location, held.extraction
        return Task(source, metadata, self._fingerprint, known)

    def _store_done(self, uri: str, done: Done) -> Loaded:
        match done:
            case Failed(error):
                return Loaded(uri, Outcome.REFUSED, error=error)
            case Unchanged(document):
                return Loaded(uri, Outcome.UNCHANGED, document)
            case Extracted(statements, refusals):
                self._place(statements)
                return Loaded(
                    uri,
                    Outcome.LOADED,
                    statements.document.id,
                    len(statements.facts),
                    len(statements.evidence),
                    len(statements.document.text.split()),
                    refusals=refusals,
                )

    def _place(self, statements: Statements) -> None:
        """Make the locations of `statements` hold them, and nothing else."""
        document = statements.document
        change = Change()
        uris = {location.uri for location in document.locations}
        left = {self._held[uri].document for uri in uris if uri in self._held} - {document.id}
        for other in sorted(left):
            change = self._without(change, other, uris)
        others = tuple(x for x in self._locations(document.id) if x.uri not in uris)
        if others:
            merged = replace(document, locations=document.locations + others)
            statements = self._moved(statements, merged)
        self._store.apply(replace(change, put=(*change.put, statements)))
        for location in statements.document.locations:
            self._held[location.uri] = Held(
                document.id,
                statements.document.extraction,
                location.title,
                location.publisher,
                location.date,
                location.address,
            )

    def _without(self, change: Change, document: DocumentId, uris: set[str]) -> Change:
        """`change`, and `document` no longer at `uris`."""
        remaining = tuple(x for x in self._locations(document) if x.uri not in uris)
        if not remaining:
            return replace(change, drop=(*change.drop, document))
        statements = self._store.statements(document)
        moved = self._moved(statements, replace(statements.document, locations=remaining))
        return replace(change, put=(*change.put, moved))

    def _moved(self, statements: Statements, document: Document) -> Statements:
        """`statements` as they are when their document is known as `document`.

        What a text says of "last year" depends on its date, so a document
        whose date changes with its locations is read again.
        """
        before = statements.document
        if _circumstances(before) == _circumstances(document):
            inferred = before.inferred_date
            return replace(statements, document=replace(document, inferred_date=inferred))
        return workshop(self._recipe).extract(document).statements

    def _locations(self, document: DocumentId) -> tuple[Location, ...]:
        return tuple(
            Location(uri, held.title, held.publisher, held.date, held.address)
            for uri, held in self._held.items()
            if held.document == document
        )

    def _matching(self, target: str) -> list[str]:
        uri = location_uri(target)
        if uri in self._held or target in self._held:
            return [uri if uri in self._held else target]
        of_document = [x for x, held in self._held.items() if held.document == target]
        if of_document:
            return sorted(of_document)
        named = sorted(x for x in self._held if Location(x).name == target)
        if len(named) > 1:
            raise UsageError(
                f"{target!r} is the name of {len(named)} locations: {', '.join(named[:5])}",
                hint="name one by its whole path, or by its document's id",
            )
        if not named:
            raise NotFound(
                f"nothing was loaded from {target!r}",
                hint="give a location, a document id or a file name ('entente stats' lists them)",
            )
        return named

    def _import(self, source: Source) -> Loaded:
        """Load a dataset that `export --all` wrote.

        Reference statements come from the ontology at hand, not from the file.
        """
        try:
            dataset = read_rdf(source)
        except EntenteError as error:
            return Loaded(source.uri, Outcome.REFUSED, error=error)
        texts = [x for x in dataset.statements if x.document.kind is DocumentKind.SOURCE]
        for statements in texts:
            self._place(statements)
        self._store.apply(Change(judge=dataset.judgements, review=dataset.reviews))
        return Loaded(
            source.uri,
            Outcome.LOADED,
            facts=sum(len(x.facts) for x in texts),
            evidence=sum(len(x.evidence) for x in texts),
            words=sum(len(x.document.text.split()) for x in texts),
        )


def _circumstances(document: Document) -> tuple[str | None, str | None]:
    """What an extractor sees of a document beside its text."""
    return replace(document, inferred_date=None).date, document.publisher


def _worth(sources: Iterable[Source]) -> bool:
    size = 0
    for source in sources:
        if source.data is not None:
            continue
        path = Path(source.uri)
        size += path.stat().st_size if path.is_file() else 0
        if size > WORTH_PROCESSES:
            return True
    return False
