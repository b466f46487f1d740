"""What waits for a person, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.agenda import Agenda, Declined
from graph.candidates import Shown
from graph.statements import EntityId, Fact, Refused
from graph.store import Store


def as_json(found: Agenda, refused: Iterable[Declined]) -> dict[str, Any]:
    """The four lists; `refused` are the refused claims with their words."""

    def entity(one: Shown) -> dict[str, Any]:
        return {"id": one.id, "label": one.label, "types": one.types, "degree": one.degree}

    return {
        "total": found.total,
        "new": [{**entity(one), "names": one.names} for one in found.new],
        "merges": [
            {
                "id": c.question,
                "left": entity(c.left),
                "right": entity(c.right),
                "reason": c.reason,
            }
            for c in found.merges
        ],
        "refused": [
            {
                "document": each.document,
                "locations": each.locations,
                "quote": each.quote,
                **each.claim._asdict(),
            }
            for each in refused
        ],
        "changed": [{"id": one.id, **one.as_json()} for one in found.changed],
    }


def as_text(
    found: Agenda, refused: Iterable[Declined], called: Mapping[EntityId, str]
) -> Iterator[str]:
    """Lines for a terminal, each item with the id to name it by. `refused` are the refused claims
    with their words, `called` what entities are called, as far as that is known."""
    yield _title("new entities", found.total["new"], len(found.new))
    for one in found.new:
        yield f"  {one.id}  {one.label} ({'/'.join(one.types)}), {one.degree} facts"
    yield _title("pairs that may be one", found.total["merges"], len(found.merges))
    for pair in found.merges:
        left, right = pair.left, pair.right
        ends = (f"{end.label} ({'/'.join(end.types)})" for end in (left, right))
        yield f"  {pair.question}  {' = '.join(ends)}? {pair.reason}"
    yield _title("claims that the ontology refused", found.total["refused"], len(found.refused))
    for each in refused:
        claim = each.claim
        yield f"  {_stated(called, claim)}: {claim.detail}"
        where = each.locations[0] if each.locations else each.document
        yield f"    {where} {claim.start}–{claim.end}  {_quoted(each.quote)}"
    yield _title("statements whose text changed", found.total["changed"], len(found.changed))
    for review in found.changed:
        yield f"  {review.id}  {_stated(called, review.fact)}: {_quoted(review.evidence.quote)}"


def labels(store: Store, found: Agenda) -> dict[EntityId, str]:
    """What the ends of refused claims and changed statements are called, as far as it is known."""
    said: list[Refused | Fact] = [claim for _, claim in found.refused]
    said += [each.fact for each in found.changed]
    ends = sorted({end for each in said for end in (each.subject, each.object)})
    return {id_: entity.label for id_, entity in store.entities(ends).items()}


def _stated(called: Mapping[EntityId, str], said: Fact | Refused) -> str:
    ends = (called.get(end, end) for end in (said.subject, said.object))
    return f" {said.predicate} ".join(ends)


def _quoted(quote: str) -> str:
    return f"“{' '.join(quote.split())}”"


def _title(name: str, total: int, shown: int) -> str:
    return f"{name}: {total}" + (f" (the first {shown}; --limit)" if shown < total else "")
