"""Entities: what facts are about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.statements.ids import EntityId, digest

PROVISIONAL = "https://entente.example/id/p/"
"""Where entities live that only documents name."""


class Origin(StrEnum):
    """Where an entity is known from."""

    REFERENCE = "reference"
    """Described by the ontology's Turtle."""
    PROVISIONAL = "provisional"
    """Named by documents only; goes when the last of them does."""


def fold_name(name: str) -> str:
    """`name` as identity compares it: accents, case, hyphens and spacing folded.

    >>> fold_name("Cyber-Attacks  in São Tomé")
    'cyber attacks in sao tome'
    """
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[\s\-‐-―]+", " ", plain).strip().casefold()


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, instrument, threat, interest, event, programme, place or topic.

    `types` are the local names of its most specific classes, sorted; a store
    adds their superclasses. `label` is the preferred label, `alternative`
    other names readers may see, `hidden` weak names that need context.
    `properties` are literal values by property name, several values in order.
    """

    id: EntityId
    types: tuple[str, ...]
    label: str
    alternative: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    origin: Origin = Origin.REFERENCE
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels a reader may see, the preferred one first."""
        return (self.label, *(name for name in self.alternative if name != self.label))

    @classmethod
    def provisional(cls, type_: str, name: str) -> Entity:
        """The entity of class `type_` that documents call `name`.

        The same folded name and class is the same entity, wherever it is met;
        its labels are a function of its stored mentions.
        """
        identity = EntityId(PROVISIONAL + digest(type_, fold_name(name)))
        return cls(identity, (type_,), name, origin=Origin.PROVISIONAL)
