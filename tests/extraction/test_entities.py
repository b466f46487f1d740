"""Agreements by their parties, titles, events with their places, members, and who builds what."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # An agreement named by its kind only is the two parties' own, in whatever order.
    ("Italy and India signed a logistics pact.", "India | partyTo | India–Italy logistics pact"),
    ("India signed a logistics pact with Italy.", "Italy | partyTo | India–Italy logistics pact"),
    ("Italy's logistics pact with India works.", "Italy | partyTo | India–Italy logistics pact"),
    (
        "Canada has logistics pacts with Italy and India.",
        "India | partyTo | Canada–India logistics pact",
    ),
    (
        "Italy signed a logistics pact with India and is negotiating one with Norway.",
        "Norway | partyTo | Italy–Norway logistics pact",
    ),
    (
        "Manila has a reciprocal access agreement with Tokyo.",
        "Japan | partyTo | Japan–Philippines Reciprocal Access Agreement",
    ),
    (
        "New Zealand has an Individually Tailored Partnership Programme. Japan has theirs too.",
        "Japan | partyTo | NATO–Japan ITPP",
    ),
    # Titles
    (
        "The envoy met Ann Lee and Lloyd Austin, then the Pentagon's secretary.",
        "Lloyd Austin | affiliatedWith | U.S. Department of Defense",
    ),
    # Events
    (
        "Norway held the Cold Response drill near Bodø.",
        "Cold Response | locatedIn | Bodø",
    ),
    (
        "The navies met for Malabar in May, hosted by India off Visakhapatnam.",
        "India | organizes | Malabar exercise",
    ),
    (
        "The Philippines holds Balikatan with the United States.",
        "United States | participatesIn | Balikatan",
    ),
    # Members
    (
        "Finland became the 31st member of NATO.",
        "Finland | memberOf | NATO",
    ),
    # Programmes and forces
    (
        "The Redback is the vehicle that Hanwha wants to build.",
        "Hanwha Aerospace | develops | Redback infantry fighting vehicle",
    ),
    (
        "They flew to HMAS Stirling, where American submarines are to rotate.",
        "United States | stationedIn | HMAS Stirling",
    ),
    ("Norway hosts Canadian soldiers.", "Canada | stationedIn | Norway"),
]
NOT_STATED = [
    # The group is not what its name stands beside.
    ("We count on the G7, Australia and ASEAN.", "Australia | memberOf | G7"),
    # What is launched must be the group itself.
    (
        "The Ukraine Defense Contact Group met again. Russia launched its war in 2022.",
        "Russia | memberOf | Ukraine Defense Contact Group",
    ),
    # The agreement spoken of before is not the reader's own.
    ("Kosovo and Serbia must act. We urge that Japan conclude the deal.", "Japan | partyTo | deal"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts


def test_a_denial_inside_the_clause_leaves_who_announced_it(read: Reading) -> None:
    said = read("AUKUS, announced by Scott Morrison and Joe Biden, is not a treaty.")
    members = {said.label(c.subject): str(c.polarity) for c in said.claims("memberOf")}
    assert members == {"Australia": "affirmed", "United States": "affirmed"}


def test_a_word_written_for_one_thing_is_not_derived_for_another(read: Reading) -> None:
    facts = read("Japan supports democracy.").facts
    assert "Japan | supports | democracies" not in facts
