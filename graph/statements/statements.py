"""What one document states: the unit that is stored, replaced and removed."""

from __future__ import annotations

from dataclasses import dataclass

from graph.statements.claim import Refused
from graph.statements.document import Document, Mention
from graph.statements.entity import Entity
from graph.statements.evidence import Evidence
from graph.statements.fact import Fact


@dataclass(frozen=True, slots=True)
class Statements:
    """A document with the entities it names, its facts and its evidence.

    `entities` are the ones this document describes: for a source document the
    provisional entities it mentions, for a Turtle file of the ontology the
    reference entities it defines. Facts may also end at entities described
    elsewhere. Each tuple is sorted and without repetition, and every fact has
    an evidence here. `refused` are some of the claims that the ontology refused.
    """

    document: Document
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    refused: tuple[Refused, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "entities", tuple(sorted(set(self.entities), key=lambda e: e.id)))
        object.__setattr__(self, "mentions", tuple(sorted(set(self.mentions))))
        object.__setattr__(self, "facts", tuple(sorted(set(self.facts))))
        object.__setattr__(self, "refused", tuple(sorted(set(self.refused))))
        unique = {e.id: e for e in self.evidence}
        order = sorted(unique.values(), key=lambda e: (e.start, e.end, e.id))
        object.__setattr__(self, "evidence", tuple(order))
