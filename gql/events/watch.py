"""Changes of a store, whichever process wrote them: found by looking at its revision."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from entente.errors import StoreError
from gql.events.feed import Feed
from gql.events.occurrences import GraphChange
from graph.statements import JudgementId
from graph.store import Held, Store

EVERY = 1.0
"""Seconds between looks, while somebody listens."""

log = logging.getLogger("entente.gql")


@dataclass(frozen=True, slots=True)
class _State:
    """What a change is told by."""

    revision: int
    held: Mapping[str, Held]
    judgements: Mapping[JudgementId, object]
    ontology: str | None

    @classmethod
    def of(cls, store: Store) -> _State:
        # The revision is read first: what is written after it is found at the next look.
        revision = store.revision()
        judgements = {judgement.id: judgement for judgement in store.judgements()}
        schema = store.schema()
        return cls(revision, store.held(), judgements, schema.digest if schema else None)

    def since(self, before: _State) -> GraphChange:
        there = {held.document for held in self.held.values()}
        touched = {
            held.document
            for uri, held in (*self.held.items(), *before.held.items())
            if self.held.get(uri) != before.held.get(uri)
        }
        gone = {held.document for held in before.held.values()} - there
        made = {
            id_ for id_, found in self.judgements.items() if before.judgements.get(id_) != found
        }
        return GraphChange(
            self.revision,
            tuple(sorted(touched & there)),
            tuple(sorted(gone)),
            tuple(sorted(made)),
            tuple(sorted(before.judgements.keys() - self.judgements.keys())),
            self.ontology != before.ontology,
        )


class Watch:
    """Tells listeners of a store's changes; looks at it only while there are any."""

    def __init__(self, store: Store, behind: int, every: float = EVERY) -> None:
        self._store = store
        self._every = every
        self._feed: Feed[GraphChange] = Feed(behind, self._start, self._stop)
        self._look = asyncio.Event()
        self._watching = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def changes(self) -> AsyncIterator[GraphChange]:
        """Changes from now on; the first tells the revision that stands now."""
        self._loop = asyncio.get_running_loop()
        with self._feed.listening() as changes:
            await self._watching.wait()
            start = await asyncio.to_thread(self._store.revision)
            yield GraphChange(start)
            async for change in changes:
                if change.revision > start:
                    yield change

    def look(self) -> None:
        """Look at the store soon: something was written. From any thread."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._look.set)

    def _start(self) -> None:
        self._looking = asyncio.get_running_loop().create_task(self._watch())

    def _stop(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._watching.clear()

    async def _watch(self) -> None:
        before: _State | None = None
        while True:
            try:
                before = await self._compare(before)
                self._watching.set()
            except StoreError as error:
                log.warning("the store cannot be watched: %s", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._look.wait(), self._every)
            self._look.clear()

    async def _compare(self, before: _State | None) -> _State:
        if before is not None:
            revision = await asyncio.to_thread(self._store.revision)
            if revision == before.revision:
                return before
        now = await asyncio.to_thread(_State.of, self._store)
        if before is not None:
            self._feed.publish(now.since(before))
        return now
