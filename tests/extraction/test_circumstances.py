"""Whom another's conduct concerns by the circumstances in which it is told, whose conduct it is
beside another's, and who belongs to a group as one of its first partners."""

from __future__ import annotations

import pytest

from graph.statements.evidence import modality_of
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Chad raised its budget because of Peru's assertiveness.", "Chad | concernedBy | Peru"),
        ("Chad is arming because of an aggressive Peru.", "Chad | concernedBy | Peru"),
        ("Owing to Peru's military build-up, Chad is arming.", "Chad | concernedBy | Peru"),
        ("Peru's aggression is why Chad joined the pact.", "Chad | concernedBy | Peru"),
        ("Peru's coercion explains why Chad is arming.", "Chad | concernedBy | Peru"),
        ("An assertive Peru has persuaded Chad to arm.", "Chad | concernedBy | Peru"),
        ("Peru's war has persuaded Chad that it must arm.", "Chad | concernedBy | Peru"),
        (
            "He flew to Lima, where concern about Chad will dominate the agenda.",
            "Peru | concernedBy | Chad",
        ),
        (
            "He flew to Peru, where worries about Chad are expected to dominate the agenda.",
            "Peru | concernedBy | Chad",
        ),
    ],
)
def test_who_acts_because_of_it_is_concerned(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_who_asks_why_is_not_concerned(read: Reading) -> None:
    found = read("Peru's envoy asked why Chad is arming.")
    assert not found.claims("concernedBy")


def test_each_of_two_deeds_is_its_own_doers(read: Reading) -> None:
    found = read("Chad's coercion and Peru's invasion of Mali explain why Kenya is arming.").facts
    assert "Peru | aggressionAgainst | Mali" in found
    assert "Chad | aggressionAgainst | Mali" not in found


@pytest.mark.parametrize("kind", ["original", "founding"])
def test_first_partners_of_a_group_are_its_members(read: Reading, kind: str) -> None:
    found = read(f"Australia and the United Kingdom are the {kind} partners of AUKUS.")
    assert {"Australia | memberOf | AUKUS", "United Kingdom | memberOf | AUKUS"} <= found.facts
    assert not found.claims("partnerOf")


@pytest.mark.parametrize(
    "text",
    [
        "There is no guarantee that Chad will support Mali.",
        "He gave no assurance that Chad would support Mali.",
        "There isn't any guarantee that Chad will support Mali.",
    ],
)
def test_what_is_not_sure_is_possible(read: Reading, text: str) -> None:
    (claim,) = read(text).claims("supports")
    assert modality_of(claim.polarity, claim.status) == "possible"


def test_areas_are_those_of_the_pact_that_was_told(read: Reading) -> None:
    found = read(
        "Kenya and Chad signed a security pact in May. It covers several areas. "
        "The areas include maritime security and hybrid threats."
    )
    objects = {found.label(claim.object) for claim in found.claims("addresses")}
    assert {"maritime security", "hybrid threats"} <= objects
