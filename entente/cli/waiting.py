"""What waits for a person, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.agenda import Agenda
from graph.candidates import Shown
from graph.statements import Fact, Refused


def as_json(found: Agenda) -> dict[str, Any]:
    """The four lists."""

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
            for each in found.refused
        ],
        "changed": [{"id": one.id, **one.as_json()} for one in found.changed],
    }


def as_text(found: Agenda) -> Iterator[str]:
    """Lines for a terminal, each item with the id to name it by."""
    yield _title("new entities", found.total["new"], len(found.new))
    for one in found.new:
        yield f"  {one.id}  {one.label} ({'/'.join(one.types)}), {one.degree} facts"
    yield _title("pairs that may be one", found.total["merges"], len(found.merges))
    for pair in found.merges:
        left, right = pair.left, pair.right
        ends = (f"{end.label} ({'/'.join(end.types)})" for end in (left, right))
        yield f"  {pair.question}  {' = '.join(ends)}? {pair.reason}"
    yield _title("claims that the ontology refused", found.total["refused"], len(found.refused))
    for each in found.refused:
        claim = each.claim
        yield f"  {_stated(found, claim)}: {claim.detail}"
        where = each.locations[0] if each.locations else each.document
        yield f"    {where} {claim.start}–{claim.end}  {_quoted(each.quote)}"
    yield _title("statements whose text changed", found.total["changed"], len(found.changed))
    for review in found.changed:
        yield f"  {review.id}  {_stated(found, review.fact)}: {_quoted(review.evidence.quote)}"


def _stated(found: Agenda, said: Fact | Refused) -> str:
    ends = (found.labels.get(end, end) for end in (said.subject, said.object))
    return f" {said.predicate} ".join(ends)


def _quoted(quote: str) -> str:
    return f"“{' '.join(quote.split())}”"


def _title(name: str, total: int, shown: int) -> str:
    return f"{name}: {total}" + (f" (the first {shown}; --limit)" if shown < total else "")
