"""What a load tells of the claims that the ontology refused."""

from __future__ import annotations

from graph.statements import Claim, EntityId, Refusal, RefusalReason
from loaders.report import EXAMPLES, Loaded, Outcome, Report

CLAIM = Claim(EntityId("a"), "memberOf", EntityId("b"), 0, 1)


def loaded(evidence: int, *reasons: RefusalReason) -> Loaded:
    refusals = tuple(
        Refusal(CLAIM, reason, f"no {number}") for number, reason in enumerate(reasons)
    )
    return Loaded("/docs/a.txt", Outcome.LOADED, evidence=evidence, refusals=refusals)


def test_refusals_are_shares_of_all_candidates_by_reason() -> None:
    report = Report()
    report.add(loaded(12, RefusalReason.DOMAIN, RefusalReason.RANGE, RefusalReason.RANGE))
    report.add(loaded(4, RefusalReason.SELF))
    said = report.as_json()
    assert said["candidates"] == 20
    assert said["refusedForType"] == {"count": 3, "share": 0.15}
    assert said["refusedClaims"] == {
        "object-not-in-range": {
            "count": 2, "share": 0.1, "examples": ["a.txt: no 1", "a.txt: no 2"],
        },
        "subject-is-object": {"count": 1, "share": 0.05, "examples": ["a.txt: no 0"]},
        "subject-not-in-domain": {"count": 1, "share": 0.05, "examples": ["a.txt: no 0"]},
    }  # fmt: skip


def test_a_report_tells_of_some_refusals_and_counts_all() -> None:
    report = Report()
    report.add(loaded(0, *[RefusalReason.RANGE] * 50))
    (said,) = report.as_json()["refusedClaims"].values()  # type: ignore[attr-defined]
    assert (said["count"], len(said["examples"])) == (50, EXAMPLES)


def test_a_load_without_claims_has_no_shares() -> None:
    assert Report().as_json()["refusedForType"] == {"count": 0, "share": 0.0}
