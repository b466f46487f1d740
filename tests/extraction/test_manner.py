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


GRANTED = [
    ("Let me thank Canada for the strong support for Moldova.", "supports", Status.ACTUAL),
    ("The ministers discussed Norwegian support for Kenya.", "supports", Status.ACTUAL),
    ("The ministers discussed further Norwegian support for Kenya.", "supports", Status.POSSIBLE),
    ("The ministers requested Norwegian support for Kenya.", "supports", Status.RECOMMENDED),
    (
        "Norway hopes that Ukraine will save the Minsk agreements.",
        "partyTo",
        Status.ACTUAL,
    ),
    ("Norway resolved to align implementation of the Paris Agreement.", "partyTo", Status.ACTUAL),
    (
        "They stressed the importance of deepening ties among Japan and Peru.",
        "cooperatesWith",
        Status.ACTUAL,
    ),
    (
        "They agreed to expand existing cooperation between Chile and Peru.",
        "cooperatesWith",
        Status.ACTUAL,
    ),
    ("Norway's commitment to supporting Kenya is marked by projects.", "supports", Status.ACTUAL),
    ("Norway is committed to supporting Kenya.", "supports", Status.PLANNED),
    ("A further Russian invasion of Ukraine would fail.", "aggressionAgainst", Status.POSSIBLE),
    ("Norway condemned the Russian invasion of Ukraine.", "aggressionAgainst", Status.ACTUAL),
    ("Norway will establish a Maritime Dialogue that covers piracy.", "addresses", Status.PLANNED),
    ("Norway will join the Maritime Dialogue, which covers piracy.", "addresses", Status.ACTUAL),
    ("Norway will focus its efforts on climate change.", "cooperatesOn", Status.PLANNED),
    ("Norway will increase its efforts on climate change.", "cooperatesOn", Status.ACTUAL),
    (
        "Chad would respond with force, join the fight and support Kenya.",
        "supports",
        Status.POSSIBLE,
    ),
    ("Norway upholds its right to join NATO.", "memberOf", Status.POSSIBLE),
    ("Norway is launching a process to join NATO.", "memberOf", Status.PLANNED),
    (
        "The Norwegian premier is coming to meet the president of Chad.",
        "participatesIn",
        Status.PLANNED,
    ),
    ("The Norwegian premier flies to Kenya for talks with Chad.", "participatesIn", Status.PLANNED),
    ("The Norwegian premier came to meet the president of Chad.", "participatesIn", Status.ACTUAL),
    (
        "The Norwegian premier is meeting the president of Chad tomorrow.",
        "participatesIn",
        Status.PLANNED,
    ),
    (
        "The Norwegian premier looks forward to the opportunity to meet the president of Chad.",
        "participatesIn",
        Status.PLANNED,
    ),
]


@pytest.mark.parametrize(("text", "predicate", "status"), GRANTED)
def test_what_there_must_be_is_told_from_what_is_brought_about(
    read: Reading, text: str, predicate: str, status: Status
) -> None:
    assert {claim.status for claim in read(text).claims(predicate)} == {status}


DENIED = [
    ("Norway's unwillingness to support Kenya is known.", "supports", Polarity.DENIED),
    ("Norway's failure to join NATO is known.", "memberOf", Polarity.DENIED),
    ("Norway's willingness to support Kenya is known.", "supports", Polarity.AFFIRMED),
    (
        "It shows in a vote which in no way respects rules, and Russia's intimidation of Chad.",
        "threatens",
        Polarity.AFFIRMED,
    ),
    ("Norway's failure to protect Kenya from terrorism is known.", "threatens", Polarity.AFFIRMED),
    ("Norway's failure to protect Kenya from terrorism is known.", "supports", Polarity.DENIED),
    ("Terrorism is unable to threaten Kenya.", "threatens", Polarity.DENIED),
    ("In no way does Norway support Kenya.", "supports", Polarity.DENIED),
]


@pytest.mark.parametrize(("text", "predicate", "polarity"), DENIED)
def test_a_denial_reaches_what_it_is_said_of(
    read: Reading, text: str, predicate: str, polarity: Polarity
) -> None:
    assert {claim.polarity for claim in read(text).claims(predicate)} == {polarity}
