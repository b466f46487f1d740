"""Entities that only the document knows, where it names them."""

from __future__ import annotations

import re

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site

SURE = 0.8
"""How sure it is that a phrase is what its head makes of it."""
_SHORT = re.compile(r"\s?\(([A-Z][A-Z0-9&-]{1,9})\)")


class Provisional:
    """Makes fillers of what the ontology lacks, and notes their names and short forms."""

    def __init__(self, site: Site) -> None:
        self.tree, self.cast, self.site = site.tree, site.cast, site

    def of(self, class_name: str, name: str, token: int, end: int) -> Filler | None:
        """The provisional entity `name` of a class, at `token`."""
        if "\N{EM DASH}" in name or (name.islower() and "\N{EN DASH}" in name):
            # A dash between common words breaks off.
            return None
        entity = self.cast.provisional(class_name, name)
        if entity is None:
            return None
        return self.filler(entity, (class_name,), token, self.tree.starts[token], end, name)

    def filler(
        self,
        entity: EntityId,
        types: tuple[str, ...],
        token: int,
        start: int,
        end: int,
        name: str,
    ) -> Filler:
        """An entity at [start, end) of the passage, where the text calls it `name`."""
        self.cast.mention(entity, name, self.tree.passage.span(start, end).start)
        bracket = _SHORT.match(self.tree.passage.text, end)
        if bracket is not None and name[:1].isupper():
            self.site.discourse.short.setdefault(bracket.group(1), (entity, types))
        return Filler(entity, types, token, start, max(end, self.tree.ends[token]), sure=SURE)
