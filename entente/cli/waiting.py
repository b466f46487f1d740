"""What waits for a person, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.agenda import Agenda
from graph.candidates import Shown


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
        "refused": [{"document": id_, **one._asdict()} for id_, one in found.refused],
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
    for id_, claim in found.refused:
        where = f"{id_} {claim.start} {claim.end}"
        yield f"  {where}  {claim.subject} {claim.predicate} {claim.object}: {claim.detail}"
    yield _title("statements whose text changed", found.total["changed"], len(found.changed))
    for each in found.changed:
        quote = " ".join(each.evidence.quote.split())
        fact = each.fact
        yield f"  {each.id}  {fact.subject} {fact.predicate} {fact.object}: “{quote}”"


def _title(name: str, total: int, shown: int) -> str:
    return f"{name}: {total}" + (f" (the first {shown}; --limit)" if shown < total else "")
