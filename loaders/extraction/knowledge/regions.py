"""Where states lie by reference facts: Kenya in Africa, Japan in Eastern Asia and so in Asia."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ontology.model import Ontology

_STEPS = 3
"""From a state to its continent: state, part of a continent, continent."""


class Regions:
    """Answers from the facts that relate something to a place. `settings` are classes of places."""

    def __init__(
        self,
        ontology: Ontology,
        settings: tuple[str, ...],
        related: Callable[[str], set[str]],
    ) -> None:
        self._ontology, self._settings, self._related = ontology, settings, related
        self.of = lru_cache(maxsize=1024)(self._of)

    def _of(self, iri: str) -> frozenset[str]:
        """The places that hold it, at any remove."""
        found: set[str] = set()
        last = {iri}
        for _ in range(_STEPS):
            last = {r for one in last for r in self._related(one) if self._is_place(r)} - found
            found |= last
        return frozenset(found)

    def _is_place(self, iri: str) -> bool:
        entity = self._ontology.entities.get(iri)
        return entity is not None and self._ontology.is_a(entity.types, self._settings)
