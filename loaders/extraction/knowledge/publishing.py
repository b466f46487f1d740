"""For which polity a document's publisher speaks: "the President" without more is its own."""

from __future__ import annotations

import re

from graph.statements import Document, EntityId, fold_name
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World

_SHORTEST = 8
"""Letters of a name that may stand inside a host's: "archived*whitehouse*"."""
_HOST = re.compile(r"^\w+://([^/:]+)")


class Publishers:
    """The bodies of polities, with their names as they are compared."""

    def __init__(self, world: World) -> None:
        self._bodies = [
            (names, [name for name in joined if len(name) >= _SHORTEST], polity)
            for body, polity in world.facts.bodies()
            if (names := [fold_name(name) for name in (body.label, *body.alternative)])
            if (joined := ["".join(name.split()) for name in names])
        ]

    def home_of(self, document: Document) -> tuple[Filler, ...]:
        """The polity, as a filler; () where the publisher is none of a polity's bodies."""
        for location in document.locations:
            host = _HOST.match((location.address or "").lower())
            words = host[1].replace("-", "").split(".") if host else []
            said = fold_name(location.publisher or "")
            for names, joined, polity in self._bodies:
                known = said in names if said else False
                if known or any(name in word for name in joined for word in words):
                    return (Filler(EntityId(polity.iri), polity.types, 0, 0, 0),)
        return ()
