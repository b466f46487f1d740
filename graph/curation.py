"""Curated evidence outlives re-extraction: what of it goes with which document.

Once for all stores. A document put again keeps what people entered on it. One
that leaves its location to another text hands on what is quoted there still,
at the same place; the rest goes to review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from graph.review import Review
from graph.statements import DocumentId, Evidence, EvidenceKind, Fact, Statements
from graph.store import Change

Stored = Callable[[DocumentId], Statements | None]
"""What a document states that has curated evidence; None for any other."""


def carried(change: Change, stored: Stored) -> tuple[list[Statements], list[Review]]:
    """What to put for `change`, and what to keep for review."""
    puts = {s.document.id: s for s in change.put}
    dropped = {id_: stored(id_) for id_ in change.drop if id_ not in puts}
    reviews: list[Review] = []
    for old in dropped.values():
        if old is not None:
            for id_, put in puts.items():
                puts[id_], lost = _handed_on(old, put)
                reviews += lost
    kept = [put if id_ in change.drop else _kept(stored(id_), put) for id_, put in puts.items()]
    return kept, reviews


def _by_hand(statements: Statements) -> list[Evidence]:
    return [e for e in statements.evidence if e.kind is EvidenceKind.CURATED]


def _with(put: Statements, facts: Iterable[Fact], evidence: list[Evidence]) -> Statements:
    of = {e.fact for e in evidence}
    return replace(
        put,
        facts=(*put.facts, *(fact for fact in facts if fact.id in of)),
        evidence=(*evidence, *put.evidence),
    )


def _kept(old: Statements | None, put: Statements) -> Statements:
    return _with(put, old.facts, _by_hand(old)) if old is not None else put


def _handed_on(old: Statements, put: Statements) -> tuple[Statements, list[Review]]:
    places = {x.uri for x in old.document.locations} & {x.uri for x in put.document.locations}
    if not places:
        return put, []
    facts = {fact.id: fact for fact in old.facts}
    text = put.document.text
    standing, lost = [], []
    for evidence in _by_hand(old):
        if text[evidence.start : evidence.end] == evidence.quote:
            standing.append(replace(evidence, document=put.document.id))
        else:
            lost.append(Review(facts[evidence.fact], evidence, tuple(sorted(places))))
    return _with(put, old.facts, standing), lost
