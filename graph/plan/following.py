"""Which facts a reader follows, from the reader's words to a `Relation`.

Values that change from call to call stand in the plan as binds, so that the
same question asked again is an equal plan, which a store has compiled already.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from entente.errors import UsageError
from graph.plan.links import Direction, Relation
from graph.plan.values import Bind, Later, Values
from graph.statements import OPEN_END, Modality, interval
from ontology.model import Ontology

EVERY_MODALITY = tuple(Modality)

LONGEST_DATE = 64
"""Characters of a date that a reader may give."""


@dataclass(frozen=True, slots=True)
class Following:
    """Which facts a reader follows, in the reader's words.

    `as_of` and `known_at` are EDTF; a date less exact than a day stands for
    its last day. `predicates` None means any; where predicates or modalities
    are empty, nothing is followed.
    """

    predicates: tuple[str, ...] | None = None
    direction: Direction = Direction.BOTH
    modalities: tuple[Modality, ...] = (Modality.ASSERTED,)
    as_of: str | Later | None = None
    known_at: str | Later | None = None
    min_belief: float | Later | None = None
    undated: bool = True


def checked(kind: str, names: Collection[str], known: Mapping[str, object]) -> tuple[str, ...]:
    """`names`, if the ontology has them all. Raises `UsageError` naming one it lacks."""
    for name in names:
        if name not in known:
            close = " Or ".join(f"{near}?" for near in get_close_matches(name, known, 3, 0.5))
            raise UsageError(
                f"the ontology has no {kind} {name!r}",
                hint=f"did you mean {close}" if close else "`ontology` lists the names",
            )
    return tuple(names)


def last_day(name: str, date: str) -> int:
    """The last day that the EDTF `date`, given for `name`, can mean."""
    if len(date) > LONGEST_DATE:  # a long set of dates takes the parser seconds
        raise UsageError(f"{name} has {len(date)} characters", hint="name a day, a month or a year")
    end = interval(date).end
    if end == OPEN_END:
        raise UsageError(
            f"{name} has no end: {date!r}", hint="name a day, a month or a year, such as 2023-07-11"
        )
    return end - 1


def membership(ontology: Ontology, values: Values, following: Following) -> Relation | None:
    """What leads from members to their groups, at the times that `following` asks for; None
    if the ontology names nothing that does."""
    predicates = ontology.in_role("membership")
    if not predicates:
        return None
    asserted = Following(
        predicates=predicates,
        direction=Direction.OUT,
        as_of=following.as_of,
        known_at=following.known_at,
        undated=following.undated,
    )
    return relation(ontology, values, asserted)


def relation(ontology: Ontology, values: Values, following: Following) -> Relation:
    """What `following` asks for, as a plan says it."""
    predicates = checked("predicate", following.predicates or (), ontology.predicates)

    def day(name: str, date: str | Later | None) -> Bind | None:
        return None if date is None else values.bind(date, lambda text: last_day(name, text))

    return Relation(
        predicates=predicates,
        direction=following.direction,
        modalities=tuple(m for m in Modality if m in following.modalities),
        as_of=day("asOf", following.as_of),
        known_at=day("knownAt", following.known_at),
        min_belief=None if following.min_belief is None else values.bind(following.min_belief),
        undated=following.undated,
        symmetric=tuple(
            name
            for name in sorted(ontology.symmetric)
            if not following.predicates or name in following.predicates
        ),
        nothing=following.predicates == () or not following.modalities,
    )
