"""For which polity a document's publisher speaks: "the President" without more is its own."""

from __future__ import annotations

import re

from graph.statements import Document, EntityId, fold_name
from loaders.extraction.filler import Filler
from loaders.extraction.world import World
from ontology.model import ReferenceEntity

_SHORTEST = 8
"""Letters of a name that may stand inside a host's: "archived*whitehouse*"."""
_HOST = re.compile(r"^\w+://([^/:]+)")


def home_of(document: Document, world: World) -> tuple[Filler, ...]:
    """The polity, as a filler; () where the publisher is none of a polity's bodies."""
    for location in document.locations:
        host = _HOST.match((location.address or "").lower())
        words = host[1].replace("-", "").split(".") if host else []
        said = fold_name(location.publisher or "")
        for body, polity in world.bodies():
            if _is_named(body, said, words):
                return (Filler(EntityId(polity.iri), polity.types, 0, 0, 0),)
    return ()


def _is_named(body: ReferenceEntity, said: str, host: list[str]) -> bool:
    names = [fold_name(name) for name in (body.label, *body.alternative)]
    if said in names and said:
        return True
    joined = ["".join(name.split()) for name in names]
    return any(len(name) >= _SHORTEST and name in word for name in joined for word in host)
