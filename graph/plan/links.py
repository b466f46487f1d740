"""How rows of one kind lead to rows of another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.plan.fields import Kind
from graph.plan.values import Value
from graph.statements.evidence import Modality


class Direction(StrEnum):
    """Which end of a fact the row at hand is."""

    OUT = "out"
    """It is the subject."""
    IN = "in"
    """It is the object."""
    BOTH = "both"
    """It is either; the direction of symmetric predicates is always both."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The traversal edges of an entity that a reader wants to follow.

    `predicates` empty means any. `as_of` keeps edges that held on that day
    (an undated edge is open at both ends and stays, unless `undated` is
    False); `known_at` those said by documents published by then. A symmetric
    predicate is followed both ways whatever `direction` says: builders list
    such predicates in `symmetric` (which adds none to `predicates`).
    `modalities` empty means any, like `predicates`. Days are those of
    `graph.statements.time`, both inclusive; a restriction bound to None is
    none. `undated` False leaves undated edges out, with or without `as_of`.
    """

    predicates: tuple[str, ...] = ()
    direction: Direction = Direction.BOTH
    modalities: tuple[Modality, ...] = (Modality.ASSERTED,)
    as_of: Value | None = None
    known_at: Value | None = None
    min_belief: Value | None = None
    undated: bool = True
    symmetric: tuple[str, ...] = ()
    nothing: bool = False
    """Whether no edge is followed, whatever else it says."""


class LinkName(StrEnum):
    """The links of the model, by what they lead to."""

    RELATED = "related"
    """entity → entity along `relation`; each neighbour once, never itself: an
    edge whose ends are merged into one is not walked, here or in any node."""
    EDGES = "edges"
    """entity → edge along `relation`, one whose ends are merged into one too."""
    MERGED = "merged"
    """entity → those it stands for, each by itself: of their fields, id and label alone."""
    FACTS = "facts"
    """entity → fact in `relation` (an evidence must fit its modality and times,
    as one of the fact's edges does), and with `through` such facts of its groups
    as one such evidence says of each of their members; document → fact that it
    states, whatever `relation` says."""
    EVIDENCE = "evidence"
    """fact → evidence; document → evidence."""
    ALIKE = "alike"
    """fact → other facts with the same predicate and merged ends, which stated
    another end before a merge; either way round for the `symmetric` predicates of
    `relation`, whatever else it says."""
    FACT = "fact"
    """evidence → fact; edge → fact."""
    SUBJECT = "subject"
    """fact → entity; edge → entity (merged)."""
    OBJECT = "object"
    """fact → entity; edge → entity (merged)."""
    DOCUMENT = "document"
    """evidence → document."""
    DOCUMENTS = "documents"
    """entity → document that mentions it."""
    MENTIONED = "mentioned"
    """document → entity that it mentions (merged)."""
    SPEAKERS = "speakers"
    """evidence → entity in `saidBy` (merged), in the order of the chain unless
    another is asked for."""
    QUALIFIED = "qualified"
    """evidence → entity that is a qualifier (merged); `qualifier` names which
    (None: any)."""


TARGETS: dict[tuple[Kind, LinkName], Kind] = {
    (Kind.ENTITY, LinkName.RELATED): Kind.ENTITY,
    (Kind.ENTITY, LinkName.EDGES): Kind.EDGE,
    (Kind.ENTITY, LinkName.MERGED): Kind.ENTITY,
    (Kind.ENTITY, LinkName.FACTS): Kind.FACT,
    (Kind.ENTITY, LinkName.DOCUMENTS): Kind.DOCUMENT,
    (Kind.FACT, LinkName.ALIKE): Kind.FACT,
    (Kind.FACT, LinkName.EVIDENCE): Kind.EVIDENCE,
    (Kind.FACT, LinkName.SUBJECT): Kind.ENTITY,
    (Kind.FACT, LinkName.OBJECT): Kind.ENTITY,
    (Kind.EVIDENCE, LinkName.FACT): Kind.FACT,
    (Kind.EVIDENCE, LinkName.DOCUMENT): Kind.DOCUMENT,
    (Kind.EVIDENCE, LinkName.SPEAKERS): Kind.ENTITY,
    (Kind.EVIDENCE, LinkName.QUALIFIED): Kind.ENTITY,
    (Kind.DOCUMENT, LinkName.EVIDENCE): Kind.EVIDENCE,
    (Kind.DOCUMENT, LinkName.FACTS): Kind.FACT,
    (Kind.DOCUMENT, LinkName.MENTIONED): Kind.ENTITY,
    (Kind.EDGE, LinkName.FACT): Kind.FACT,
    (Kind.EDGE, LinkName.SUBJECT): Kind.ENTITY,
    (Kind.EDGE, LinkName.OBJECT): Kind.ENTITY,
}
"""Which kind a link leads to from which; no other link exists."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link, with what restricts it.

    `through`, for the facts of entities alone, leads (out) from a member to its
    groups. A fact of a group whose other end is the member is passed over.
    """

    name: LinkName
    relation: Relation = Relation()
    qualifier: str | None = None
    through: Relation | None = None

    def target(self, source: Kind) -> Kind:
        """The kind it leads to from `source`. Raises KeyError if it leads nowhere."""
        return TARGETS[source, self.name]
