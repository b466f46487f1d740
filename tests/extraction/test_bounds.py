"""What is not read: how far a word reaches, and whose an interest, a deed or a preposition is."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

NOT_STATED = [
    ("The Kenyan national security adviser Omar Roe spoke.", "Kenya | sharesInterest"),
    ("Brazil announced a package for Japanese drones.", "Brazil | sharesInterest | unmanned"),
    ("Kenya supplied Norway with drones.", "Kenya | sharesInterest | unmanned"),
    ("Kenya had no part in counter-terrorism.", "Kenya | sharesInterest"),
    ("Canada opposed the American invasion of Iraq.", "Canada | concernedBy"),
    ("Canada opposed the American invasion of Iraq.", "invasion | posedBy"),
    ("Norway sent troops to Estonia in response to Russia's moves.", "stationedIn | Russia"),
    (
        "Japan, Kenya, Ghana and Fiji discussed several plans, among them projects in space.",
        "Japan | cooperatesWith",
    ),
    ("With the support of Japan, Kenya opened a school.", "Kenya | supports | Japan"),
    ("Italy worries Japan.", "Italy | concernedBy"),
    (
        "Winston Peters described both as a threat to Ukraine's territorial integrity.",
        "Winston Peters | threatens",
    ),
    (
        "Kenya is large. The College opened. It strengthens maritime security.",
        "Kenya | cooperatesOn",
    ),
    ("The close partnership between Kenya and Ghana grows.", "cooperatesOn | partnerships"),
    ("THE HAGUE – Officials discussed maritime security.", "Netherlands |"),
]


@pytest.mark.parametrize(("text", "part"), NOT_STATED)
def test_a_word_reaches_no_farther_than_its_phrase(read: Reading, text: str, part: str) -> None:
    assert not [fact for fact in read(text).facts if part in fact]


STATED = [
    ("NATO and its partners, namely Kenya and Ghana, agreed.", "NATO | partnerOf | Kenya"),
    (
        "The members of the African Union, Kenya among them, spoke.",
        "Kenya | memberOf | African Union",
    ),
    (
        "Fiji is part of Pillar Two of Aukus, the pact between Australia and the United Kingdom.",
        "Australia | memberOf | AUKUS",
    ),
    ("France has begun to patrol the South China Sea.", "France | stationedIn | South China Sea"),
    ("Kenya promised frigates for the Red Sea.", "Kenya | stationedIn | Red Sea"),
    ("Kenya sent money in support of Ukraine.", "Kenya | supports | Ukraine"),
    ("Kenya and Ghana agreed to launch a forum.", "Kenya | cooperatesWith | Ghana"),
    (
        "Cybersecurity is a field in which Kenya takes an interest.",
        "Kenya | sharesInterest | cybersecurity",
    ),
    (
        "Gilberto Teodoro Jr, Secretary of National Defense of the Philippines",
        "Gilberto Teodoro | affiliatedWith | Philippines",
    ),
    ("NATO's Operation Ocean Shield ended.", "NATO | organizes | Operation Ocean Shield"),
    ("The University of Lisbon supports Kenya.", "University of Lisbon | supports | Kenya"),
    ("The Kenya Trade Bank supports Ghana.", "Kenya Trade Bank | supports | Ghana"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_a_longer_phrase_states_is_read(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts
