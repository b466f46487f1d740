"""Plans that are kept: made while a store holds nothing, they are as good when it is large."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from graph.neo4j.connection import Rows, Writing
from graph.registry import open_store
from graph.statements import EntityId, Judgement, Verdict
from graph.store import Change
from tests.contract.world import SCHEMA, first, reference, second
from tests.neo4j_server import WIPE, Server

KEPT = "CYPHER replan=skip "
SCANNED = ("j:Judgement", "x:Merged", "MERGED_INTO", "f:Fact", "x:Entity")
"""What is read as a whole where it is: judgements and merges by each write, facts and entities
by an ontology that derives otherwise."""
WHOLE = ("RETURN COLLECT { MATCH (f:Fact)", "MATCH (j:Judgement)", "COLLECT { MATCH (j:Judgement)")


def operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each operator's name and details."""
    yield plan["operatorType"], str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from operators(child)


def test_kept_plans_look_up_what_they_need(
    neo4j_url: str, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, Mapping[str, Any]] = {}
    query = Writing.query

    def noting(writing: Writing, text: str, parameters: Mapping[str, Any]) -> Rows:
        if text.startswith(KEPT):
            kept[text] = parameters
        return query(writing, text, parameters)

    monkeypatch.setattr(Writing, "query", noting)
    with open_store(neo4j_url) as store:
        store.adopt(SCHEMA, [reference()])
        store.apply(Change(put=(first(), second())))
        store.apply(Change(put=(first(),)))
        one, other = sorted({fact.subject for fact in first().facts})[:2]
        same = Judgement(
            EntityId(one), EntityId(other), Verdict.SAME, "analyst", "2026-01-01T00:00:00Z"
        )
        store.apply(Change(judge=(same,)))
        store.apply(Change(drop=(first().document.id, second().document.id)))
    assert len(kept) > 15
    with neo4j_server.session() as session:
        session.run(WIPE).consume()
        for text, parameters in kept.items():
            statement = text.removeprefix(KEPT)
            plan = session.run(
                f"CYPHER replan=force EXPLAIN {statement}", dict(parameters)
            ).consume().plan  # fmt: skip
            assert plan is not None
            scans = {(n, d) for n, d in operators(plan) if "Scan" in n}
            if any(part in statement for part in WHOLE):
                scans = {(n, d) for n, d in scans if not any(part in d for part in SCANNED)}
            assert not scans, statement
