"""Phrases of any head, lists below labels, and whom a document is about."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # Phrases that nothing types, where the cue says what they are
    ("Oman attaches great importance to quiet waters.", "Oman | sharesInterest | quiet waters"),
    (
        "Oman and Kenya cooperate in maritime and lake policing.",
        "Kenya | cooperatesOn | maritime and lake policing",
    ),
    ("Trust presupposes fair play.", "trust | requires | fair play"),
    # "A works with B on X": B does too
    ("Kenya works with Oman on missile guidance.", "Oman | cooperatesOn | missile guidance"),
    ("Kenya teamed up with Oman to fight piracy.", "Kenya | cooperatesOn | fighting piracy"),
    # What is placed somewhere
    (
        "At the heart of Finnish policy is media freedom.",
        "Finland | sharesInterest | media freedom",
    ),
    (
        "Media freedom ranks high among Estonia's priorities.",
        "Estonia | sharesInterest | media freedom",
    ),
    # Clefts and introductions
    (
        "What unites Kenya and Oman is a belief in free trade.",
        "Kenya | sharesInterest | free trade",
    ),
    (
        "A firm believer in disarmament, Chile signed the pact.",
        "Chile | sharesInterest | disarmament",
    ),
    # Lists of phrases after a colon, and whose they are
    (
        "Kenya and Oman cooperate in three fields: hydrography, river policing and health.",
        "Oman | cooperatesOn | river policing",
    ),
    (
        "Areas of cooperation: hydrography; policing and law enforcement (Kenya–Oman memorandum)",
        "Kenya | cooperatesOn | hydrography",
    ),
    (
        "Kenya had a plan. Work is to grow in these areas of cooperation:\n\n- hydrography\n- rice",
        "Kenya | cooperatesOn | hydrography",
    ),
    # The parties of the title
    (
        "Kenya–Oman talks\n\nKenya hosted Oman. Italy saw.\n\nThe ministers value the rule of law.",
        "Oman | sharesInterest | rule of law",
    ),
]
UNSTATED = [
    # Hollow nouns are nothing sought
    ("Oman attaches great importance to the day.", "Oman | sharesInterest | day"),
    # A noun's own modifier narrows it
    ("Kenya works on port security.", "Kenya | cooperatesOn | national security"),
    # A sentence after a label is no list
    (
        "Kenya and Oman met.\n\nCommon values: Kenya sold apples, pears and plums.",
        "Kenya | sharesInterest | plums",
    ),
    # Ministers of others
    (
        "Kenya–Oman talks\n\nKenya hosted Oman.\n\nThe ministers of Italy praised free trade.",
        "Oman | sharesInterest | trade",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert any(fact in found for found in read(text).facts)


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not any(fact in found for found in read(text).facts)


def test_these_take_up_what_was_listed(read: Reading) -> None:
    text = "Kenya wants democracy, peace and multilateralism. Oman shares these values."
    assert "Oman | sharesInterest | multilateralism" in read(text).facts


def test_parts_stand_for_what_was_named_before(read: Reading) -> None:
    facts = read("The Strategic Concept is long. Three chapters deal with terrorism.").facts
    assert "NATO 2022 Strategic Concept | addresses | terrorism" in facts
