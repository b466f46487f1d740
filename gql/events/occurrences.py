"""What listeners are told."""

from __future__ import annotations

from dataclasses import dataclass

from entente.errors import EntenteError
from gql.types.enums import LoadStage


@dataclass(frozen=True, slots=True)
class LoadProgress:
    """How far the loading of one text is."""

    location: str
    name: str
    by: str
    stage: LoadStage
    document: str | None = None
    facts: int = 0
    evidence: int = 0
    failure: EntenteError | None = None


@dataclass(frozen=True, slots=True)
class GraphChange:
    """What changes of a store did between two looks at it."""

    revision: int
    loaded: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    ontology: bool = False


Occurrence = LoadProgress | GraphChange
