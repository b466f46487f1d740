"""Loading: files into a store, whole documents at a time.

The only part of `loaders` that sees a store.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from entente.errors import EntenteError, InputError, StoreUnavailable, UsageError
from graph.statements import Document, DocumentId, DocumentKind, Statements, interval
from graph.store import Change, Store
from loaders.adoption import adopt
from loaders.holdings import Holdings
from loaders.rdf import is_rdf, read_rdf
from loaders.report import Loaded, Outcome, Report
from loaders.sources import Metadata, Source, gather
from loaders.workers import perform_all, processors
from loaders.workshop import Done, Extracted, Failed, Recipe, Task, Unchanged, workshop
from ontology.load import load_ontology

Progress = Callable[[int, int, str], None]
"""Called with documents done, documents in all, and the location just done."""

WORTH_PROCESSES = 200_000
"""Bytes from which it pays to start processes: each builds its own extractor first."""
DOCUMENTS = 32
EVIDENCE = 2_000
"""How much is written in one transaction, if it is ready: what another writer waits for,
and what a kill undoes. A document with more evidence is written alone."""

Item = tuple[str, Done]
"""A location and what came of reading it."""


def prepare(recipe: Recipe) -> None:
    """Make what reads texts by `recipe`, for this process; the first text would do it else."""
    workshop(recipe)


class Loader:
    """Loads and removes documents in `store` by `recipe`."""

    def __init__(self, store: Store, recipe: Recipe) -> None:
        self._store = store
        self._recipe = recipe
        adopt(store, recipe.ontology)
        self._fingerprint = recipe.fingerprint(load_ontology(recipe.ontology))
        self._held = Holdings(store.held())

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

    def load_text(self, source: Source, metadata: Metadata) -> Loaded:
        """Load one text in this process. Raises what it is refused for."""
        interval(metadata.date)
        if is_rdf(source):
            raise InputError(
                f"{source.name} is the name of a dataset", hint="load datasets by `entente load`"
            )
        (loaded,) = self._load([source], metadata, 1)
        if loaded.error:
            raise loaded.error
        return loaded

    def remove(self, target: str) -> list[str]:
        """Remove what `target` names: a location, a document id, or a file name.

        Returns the locations that are gone. Raises `NotFound` if nothing has
        that name, `UsageError` if several do.
        """
        uris = self._held.matching(target)
        change = Change()
        for document in sorted(self._held.documents(uris)):
            change = self._without(change, document, set(uris))
        self._store.apply(change)
        for uri in uris:
            self._held.drop(uri)
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
        tasks = (
            Task(source, metadata, self._fingerprint, self._held.at(source.uri)) for source in texts
        )
        for ready in perform_all(self._recipe, tasks, processes):
            yield from self._store_all([(task.source.uri, done) for task, done in ready])

    def _store_all(self, items: Iterable[Item]) -> Iterator[Loaded]:
        """Store `items`, as many at once as go together."""
        batch: list[Item] = []
        touched: set[str] = set()
        documents = evidence = 0
        for uri, done in items:
            if isinstance(done, Extracted):
                here = self._touches(done.statements)
                amount = len(done.statements.evidence)
                full = documents == DOCUMENTS or evidence + amount > EVIDENCE
                # What one document of a change leaves behind, another would have to know.
                if documents and (full or touched & here):
                    yield from self._store_batch(batch)
                    batch, touched, documents, evidence = [], set(), 0, 0
                    here = self._touches(done.statements)
                touched |= here
                documents += 1
                evidence += amount
            batch.append((uri, done))
        yield from self._store_batch(batch)

    def _touches(self, statements: Statements) -> set[str]:
        """The locations of `statements`, and all documents that are or were there."""
        uris = {location.uri for location in statements.document.locations}
        return {statements.document.id, *uris, *self._held.documents(uris)}

    def _store_batch(self, batch: Sequence[Item]) -> Iterator[Loaded]:
        """Store all of `batch` in one change; if one of them is at fault, each in its own."""
        extracted = [done.statements for _, done in batch if isinstance(done, Extracted)]
        try:
            if extracted:
                self._place(extracted)
        except StoreUnavailable:
            raise
        except EntenteError as error:
            if len(extracted) == 1:
                if not isinstance(error, (InputError, UsageError)):
                    raise
                at_fault = Failed(error)
                batch = [(u, at_fault if isinstance(d, Extracted) else d) for u, d in batch]
            else:
                for item in batch:
                    yield from self._store_batch([item])
                return
        for uri, done in batch:
            yield _loaded(uri, done)

    def _place(self, statements: Sequence[Statements]) -> None:
        """Make the locations of each of `statements` hold it, and nothing else.

        None of them touches what another does.
        """
        change = Change()
        for one in statements:
            document = one.document
            uris = {location.uri for location in document.locations}
            for left in sorted(self._held.documents(uris) - {document.id}):
                change = self._without(change, left, uris)
            others = self._held.locations(document.id, uris)
            if others:
                merged = replace(document, locations=document.locations + others)
                one = self._moved(one, merged)
            change = replace(change, put=(*change.put, one))
        self._store.apply(change)
        for placed in change.put:
            self._held.put(placed.document)

    def _without(self, change: Change, document: DocumentId, uris: set[str]) -> Change:
        """`change`, and `document` no longer at `uris`."""
        remaining = self._held.locations(document, uris)
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

    def _import(self, source: Source) -> Loaded:
        """Load a dataset that `export --all` wrote.

        Reference statements come from the ontology at hand, not from the file.
        """
        try:
            dataset = read_rdf(source)
            texts = [x for x in dataset.statements if x.document.kind is DocumentKind.SOURCE]
            for loaded in self._store_all((source.uri, Extracted(x, ())) for x in texts):
                if loaded.error:
                    raise loaded.error
        except (InputError, UsageError) as error:
            return Loaded(source.uri, Outcome.REFUSED, error=error)
        self._store.apply(Change(judge=dataset.judgements, review=dataset.reviews))
        return Loaded(
            source.uri,
            Outcome.LOADED,
            facts=sum(len(x.facts) for x in texts),
            evidence=sum(len(x.evidence) for x in texts),
            words=sum(len(x.document.text.split()) for x in texts),
        )


def _loaded(uri: str, done: Done) -> Loaded:
    match done:
        case Failed(error):
            return Loaded(uri, Outcome.REFUSED, error=error)
        case Unchanged(document):
            return Loaded(uri, Outcome.UNCHANGED, document)
        case Extracted(statements, refusals):
            return Loaded(
                uri,
                Outcome.LOADED,
                statements.document.id,
                len(statements.facts),
                len(statements.evidence),
                len(statements.document.text.split()),
                refusals=refusals,
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
