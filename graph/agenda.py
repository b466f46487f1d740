"""What waits for a person: new entities, weak merges, refused claims, changed texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from graph.candidates import Candidate, Shown, candidates
from graph.plan import Compare, Field, Find, Kind, Operator, Order
from graph.review import Review
from graph.rulings import Rulings
from graph.statements import DocumentId, EntityId, Judgement, Origin, Refused, Verdict
from graph.store import Store


class Declined(NamedTuple):
    """A claim that the ontology refused, with where it was read and in which words."""

    document: DocumentId
    claim: Refused
    quote: str
    locations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The four lists, cut to a limit; `total` tells how long each is, by its name."""

    new: Sequence[Shown]
    merges: Sequence[Candidate]
    refused: Sequence[tuple[DocumentId, Refused]]
    changed: Sequence[Review]
    total: dict[str, int]


def agenda(store: Store, limit: int = 50) -> Agenda:
    """What waits in `store`, the entities with the most facts first."""
    judgements = store.judgements()
    new, how_many = _new(store, judgements, limit)
    weak = candidates(store)
    refused = store.refusals(limit + 1)
    retracted = Rulings.of(judgements).retracted
    changed = [review for review in store.reviews() if review.id not in retracted]
    total = {
        "new": how_many,
        "merges": len(weak),
        "refused": len(refused),
        "changed": len(changed),
    }
    return Agenda(new, weak[:limit], refused[:limit], changed[:limit], total)


def declined(store: Store, refused: Iterable[tuple[DocumentId, Refused]]) -> Iterator[Declined]:
    """Refused claims with their words, for which the texts are read."""
    for id_, claims in groupby(refused, key=itemgetter(0)):
        document = store.document(id_)
        paths = tuple(location.uri for location in document.locations)
        for _, claim in claims:
            yield Declined(id_, claim, document.text[claim.start : claim.end], paths)


def _new(store: Store, judgements: Sequence[Judgement], limit: int) -> tuple[list[Shown], int]:
    seen = {j.left for j in judgements if j.verdict in (Verdict.ACCEPTED, Verdict.REJECTED)}
    names = ("id", "label", "types", "origin", "alternative", "degree")
    found = store.run(
        Find(
            Kind.ENTITY,
            tuple(map(Field, names)),
            Compare("origin", Operator.EQ, Origin.PROVISIONAL.value),
            (Order("degree", descending=True), Order("id")),
            limit + len(seen),
            total=True,
        )
    )
    rows = [_shown(row) for row in found.rows if row[0] not in seen]
    among = Compare("id", Operator.IN, tuple(sorted(seen)))
    there = store.run(Find(Kind.ENTITY, (Field("id"),), among, limit=len(seen))).rows
    return rows[:limit], (found.total or 0) - len(there)


def _shown(row: list[Any]) -> Shown:
    id_, label, types, origin, alternative, degree = row
    return Shown(EntityId(id_), label, tuple(types), origin, (label, *alternative), degree)
