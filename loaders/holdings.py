"""What a store holds where: its locations, found by themselves and by their document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from entente.errors import NotFound, UsageError
from graph.statements import Document, DocumentId, Location
from graph.store import Held
from loaders.sources import location_uri


class Holdings:
    """The locations that a store holds, kept in step while it is loaded."""

    def __init__(self, held: Mapping[str, Held]) -> None:
        self._held: dict[str, Held] = {}
        self._places: dict[DocumentId, dict[str, Location]] = {}
        for uri, one in held.items():
            self._add(uri, one)

    def at(self, uri: str) -> tuple[DocumentId, Location, str] | None:
        """The document held at `uri`, what is known of it there, and by what it was read."""
        held = self._held.get(uri)
        if held is None:
            return None
        return held.document, self._places[held.document][uri], held.extraction

    def documents(self, uris: Iterable[str]) -> set[DocumentId]:
        """The documents held at `uris`."""
        return {self._held[uri].document for uri in uris if uri in self._held}

    def locations(self, document: DocumentId, without: set[str]) -> tuple[Location, ...]:
        """Where `document` is held, but for the locations `without`."""
        places = self._places.get(document, {})
        return tuple(place for uri, place in places.items() if uri not in without)

    def put(self, document: Document) -> None:
        """`document` is what its locations hold now."""
        for x in document.locations:
            self.drop(x.uri)
            self._add(
                x.uri,
                Held(document.id, document.extraction, x.title, x.publisher, x.date, x.address),
            )

    def drop(self, uri: str) -> None:
        """Nothing is held at `uri` any more."""
        held = self._held.pop(uri, None)
        if held is not None:
            del self._places[held.document][uri]
            if not self._places[held.document]:
                del self._places[held.document]

    def matching(self, target: str) -> list[str]:
        """The locations that `target` names: by location, document id, or file name.

        Raises `NotFound` if nothing has that name, `UsageError` if several do.
        """
        for uri in (location_uri(target), target):
            if uri in self._held:
                return [uri]
        if places := self._places.get(DocumentId(target)):
            return sorted(places)
        named = sorted(uri for uri in self._held if Location(uri).name == target)
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

    def _add(self, uri: str, held: Held) -> None:
        self._held[uri] = held
        location = Location(uri, held.title, held.publisher, held.date, held.address)
        self._places.setdefault(held.document, {})[uri] = location
