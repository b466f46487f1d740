"""The predicates that a database has edges for."""

from __future__ import annotations

from dataclasses import dataclass

from entente.errors import StoreError
from graph.neo4j.names import edge_type
from graph.statements import Modality


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a query must know to write relationship types out.

    `predicates` are the schema's and any others that facts were stored with.
    `generation` changes whenever these do.
    """

    predicates: tuple[str, ...] = ()
    generation: int = 0

    def edge_types(
        self, predicates: tuple[str, ...] = (), modalities: tuple[Modality, ...] = ()
    ) -> list[str]:
        """The relationship types of `predicates` in `modalities`; of all, where none is named."""
        return [
            edge_type(predicate, modality)
            for predicate in predicates or self.predicates
            for modality in modalities or tuple(Modality)
        ]

    def refuse_collisions(self) -> None:
        """Raises `StoreError` if two predicates would share a relationship type."""
        taken: dict[str, str] = {}
        for predicate in self.predicates:
            for type_ in self.edge_types((predicate,)):
                if taken.setdefault(type_, predicate) != predicate:
                    raise StoreError(
                        f"{predicate!r} and {taken[type_]!r} would both be {type_} in Neo4j",
                        hint="rename one of the two predicates in the ontology",
                    )
