"""Polarity and status of what is said."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

SAID = [
    ("Japan supports Ukraine.", Polarity.AFFIRMED, Status.ACTUAL),
    ("Japan will support Ukraine.", Polarity.AFFIRMED, Status.PLANNED),
    ("Japan may support Ukraine.", Polarity.AFFIRMED, Status.POSSIBLE),
    ("Japan should support Ukraine.", Polarity.AFFIRMED, Status.RECOMMENDED),
    ("Japan does not support Ukraine.", Polarity.DENIED, Status.ACTUAL),
    ("Japan did not attend but supports Ukraine.", Polarity.AFFIRMED, Status.ACTUAL),
    ("Japan has not decided whether to support Ukraine.", Polarity.AFFIRMED, Status.POSSIBLE),
]


@pytest.mark.parametrize(("text", "polarity", "status"), SAID)
def test_what_governs_a_claim_decides_its_manner(
    read: Reading, text: str, polarity: Polarity, status: Status
) -> None:
    (claim,) = read(text).claims("supports")
    assert (claim.polarity, claim.status) == (polarity, status)


def test_membership_is_denied_in_a_relative_clause(read: Reading) -> None:
    text = "Leaders from Japan and Australia — which are not NATO members — attended."
    claims = read(text).claims("memberOf")
    assert {claim.polarity for claim in claims} == {Polarity.DENIED}
    assert len(claims) == 2


def test_what_was_never_stronger_is(read: Reading) -> None:
    (claim,) = read(
        "The alliance between Japan and the United States has never been stronger."
    ).claims("alliedWith")
    assert claim.polarity == "affirmed"


HOW = [
    ("Japan's efforts to support Ukraine go on.", "supports", Status.ACTUAL),
    ("NATO was able to support Ukraine.", "supports", Status.ACTUAL),
    ("NATO discussed ways to support Ukraine.", "supports", Status.POSSIBLE),
    ("Japan reviewed ways to counter piracy.", "counters", Status.POSSIBLE),
    ("NATO's mission is to counter piracy.", "counters", Status.ACTUAL),
    ("Japan would note that NATO supports Ukraine.", "supports", Status.ACTUAL),
    ("Japan is working to counter piracy.", "counters", Status.ACTUAL),
    ("Should Russia attack Japan, NATO will respond.", "aggressionAgainst", Status.POSSIBLE),
    ("Peru said Japan would play its role, and condemned Russia.", "opposes", Status.ACTUAL),
    ("NATO Headquarters in Brussels will grow.", "locatedIn", Status.ACTUAL),
    ("Japan hosts the upcoming talks with Canada.", "organizes", Status.PLANNED),
    ("Japan stressed the importance of maritime security.", "sharesInterest", Status.ACTUAL),
]


@pytest.mark.parametrize(("text", "predicate", "status"), HOW)
def test_efforts_and_abilities_are_told_from_plans(
    read: Reading, text: str, predicate: str, status: Status
) -> None:
    claims = read(text).claims(predicate)
    assert {claim.status for claim in claims} == {status}
