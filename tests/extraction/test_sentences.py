"""Sentences as news has them, by what in them is easily read wrong."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

STATED = [
    # A verb that looks like a noun after a name
    (
        "Peru and the U.S. plan to hold Calm Sea, a naval exercise.",
        "Peru | participatesIn | Calm Sea",
    ),
    (
        "Chile and the U.K. aim to conclude a defence pact.",
        "United Kingdom | partyTo | Chile–United Kingdom defence pact",
    ),
    # What covers something is the pact, not its parties
    (
        (
            "Peru and Chile signed the Reef Treaty, the first framework between the two sides that "
            "will cover maritime security and fisheries."
        ),
        "Reef Treaty | addresses | maritime security",
    ),
    # Names through "of"
    (
        "Kenya and Chile are in talks on a Status of Forces Agreement.",
        "Kenya | partyTo | Chile–Kenya Status of Forces Agreement",
    ),
    # The most important of several
    (
        "Kenya is far and away the most important of America's allies in Africa.",
        "Kenya | alliedWith | United States",
    ),
    # What somebody makes and others dread
    (
        "Pyongyang's advancing nuclear and missile programmes worry Peru.",
        "North Korea | develops | nuclear weapons programmes",
    ),
    # A strategy of a year is its issuer's
    (
        "Japan set it out in its 2022 National Security Strategy.",
        "Japan | adopts | Japan's 2022 National Security Strategy",
    ),
    # Who is warned over something
    ("Russia warned Peru, Chile and Kenya over their coming drills.", "Russia | opposes | Kenya"),
    # An office that a known person holds, in a text without a date
    ("Secretary General Mark Rutte praised Chile.", "Mark Rutte | affiliatedWith | NATO"),
    # A known programme, told by who is in it
    (
        "Japan is developing a fighter with the United Kingdom and Italy.",
        "Italy | develops | Global Combat Air Programme",
    ),
    # Who does what a list includes
    (
        (
            "Peru and Chile have built ties since the crisis began, including signing a fisheries "
            "agreement."
        ),
        "Peru | partyTo | Chile–Peru fisheries agreement",
    ),
]
NOT_STATED = [
    # Who raises fears has none
    ("Russia answered with missile launches, raising fears of escalation.", "Russia | concernedBy"),
    # What is set against an order does not value it
    (
        "Russia and Belarus hold joint patrols as a counter to the rules-based order.",
        "Belarus | sharesInterest | rules-based international order",
    ),
    # To deepen ties in a field is not to make it worse
    (
        (
            "They signed the Reef Treaty, a framework that will deepen ties in maritime security "
            "and cyber threats."
        ),
        "Reef Treaty | raisesRiskOf |",
    ),
    # Nobody is a deed
    (
        "It cites the past experience with Viktor Orban, Russia's invasion of Ukraine and more.",
        "Viktor Orban | affiliatedWith |",
    ),
    # What information is about helps nobody
    ("A Chilean envoy will share information on Kenyan troops.", "Kenya | supports | Chile"),
    # Whom an effect is on
    (
        "Consider the effect of the war in Ukraine on the Horn of Africa.",
        "Russia–Ukraine war | locatedIn | Horn of Africa",
    ),
    # Partners are no members
    (
        "NATO's African partner countries — Kenya and Ghana — met in Rome.",
        "Kenya | memberOf | NATO",
    ),
    # Who welcomes a proposal
    ("Chile was receptive to the treaty.", "Chile | opposes |"),
    # Who backs a text is no party to it
    ("Peru and Chile reaffirm their support for the Abraham Accords.", "Peru | partyTo |"),
    # What comes after something is no dread of it
    (
        "Chile and Peru revived their pact in the wake of Kenya's sale of arms.",
        "Chile | concernedBy | Kenya",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_a_sentence_states(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_a_sentence_does_not_state(read: Reading, text: str, fact: str) -> None:
    assert not any(f"{known} ".startswith(fact) for known in read(text).facts)


def test_who_cancels_is_away(read: Reading) -> None:
    text = "The NATO summit was held in The Hague. Chile's premier cancelled at the last minute."
    claims = [c for c in read(text).claims("participatesIn") if "chile" in c.subject]
    assert {claim.polarity for claim in claims} == {Polarity.DENIED}


def test_an_event_is_also_called_by_its_place(read: Reading) -> None:
    result = read("Leaders from Chile and Peru got together at a ceremony held in Nairobi.")
    assert "ceremony in Nairobi" in {mention.name for mention in result.extraction.mentions}


def test_what_is_negotiated_is_planned(read: Reading) -> None:
    claims = read("Kenya and Chile are in talks on a Status of Forces Agreement.").claims("partyTo")
    assert {claim.status for claim in claims} == {Status.PLANNED}


def test_who_held_another_office_before_still_holds_his(read: Reading) -> None:
    text = (
        "Shigeru Ishiba, a former defence minister, is prime minister. "
        "On 9 April Ishiba received Mark Rutte in Tokyo."
    )
    assert any(f.startswith("Japan | participatesIn |") for f in read(text, "2025-07-09").facts)


def test_a_word_to_the_reader_is_nobodys(read: Reading) -> None:
    assert read("The premier told governors that your countries need help.").extraction


def test_what_one_looks_forward_to_is_planned(read: Reading) -> None:
    text = "Chile's premier looks forward to his meeting with Narendra Modi."
    assert {c.status for c in read(text).claims("participatesIn")} == {Status.PLANNED}
