"""Events that nobody names, told by their place and those who are there; texts given up."""

from __future__ import annotations

import pytest

from graph.statements import Claim
from tests.extraction.conftest import Reading

DATE = "2024-08-11"
STATED = [
    # by those whose they are, who act, or who are in the clause
    (
        "Belgium and Latvia took part in talks in Geneva.",
        "Latvia | participatesIn | Belgium–Latvia talks",
    ),
    (
        "Swiss diplomats mediated talks between Georgia and Russia.",
        "Switzerland | organizes | Georgia–Russia talks",
    ),
    (
        "Spain and Italy sent men to the drills, which also involve Greek and Maltese frigates.",
        "Malta | participatesIn | Italy–Spain drills",
    ),
    # by their place
    ("Poland is sending troops to the mission in Mali.", "mission in Mali | locatedIn | Mali"),
    ("The fair in Kielce was opened by Poland.", "fair in Kielce | locatedIn | Kielce"),
    (
        "The ASEAN summit in the Hungarian capital will draw Poland.",
        "ASEAN summit | locatedIn | Budapest",
    ),
    # by what they are called
    ("Uganda joined the exercise, dubbed Sea Lion.", "Uganda | participatesIn | Sea Lion"),
    ("Uganda joined exercise Sea Lion.", "Uganda | participatesIn | Sea Lion"),
    # by the verb alone
    (
        "Vessels from India and France exercised together off Colombo.",
        "France–India exercise | locatedIn | Colombo",
    ),
    (
        "ASEAN foreign ministers gathered in Jakarta.",
        "ASEAN | participatesIn | ASEAN meeting in Jakarta",
    ),
    (
        "Kenya and Chad met in Nairobi. Uganda hosted the meeting.",
        "Uganda | organizes | Chad–Kenya meeting",
    ),
    # who is behind them
    (
        "Libya and Chad opened talks in Tunis under the auspices of the United Nations.",
        "United Nations | organizes | Chad–Libya meeting",
    ),
    ("It fell to Norway to chair the cyber summit.", "Norway | organizes | cyber summit"),
    # those who are meant by their number
    (
        "Japan and Peru depend on Washington, and the three countries held a naval drill.",
        "United States | participatesIn | naval drill",
    ),
    # agreements of the kind named before, and those whose clause has a counterpart
    (
        "The Japan–France RAA is new. Tokyo has similar agreements with Australia and Manila.",
        "Australia | partyTo | Japan–Australia Reciprocal Access Agreement",
    ),
    (
        "Peru praised the water pact it had negotiated with Chile.",
        "Chile | partyTo | Chile–Peru water pact",
    ),
    # statements in which, and texts for which, something is said
    (
        "In a joint statement, Kenya and Rwanda condemned the coup.",
        "Rwanda | adopts | joint statement",
    ),
    (
        "Ghana has rolled out a framework for preventing extremism.",
        "Ghana | adopts | framework for preventing extremism",
    ),
]
DENIED = [
    (
        "Kenya ripped up its defence pact with Uganda.",
        "Uganda | partyTo | Kenya–Uganda defence pact",
    ),
    (
        "Kenya and Uganda's naval exercise was called off.",
        "Kenya | participatesIn | naval exercise",
    ),
    ("Denmark has no Arctic strategy.", "Denmark | adopts | arctic strategy"),
    (
        "Serbia stopped short of signing the energy pact with Croatia.",
        "Serbia | partyTo | Croatia–Serbia energy pact",
    ),
]
NOT_STATED = [
    # a state's name before a text says what it is about
    ("Germany shelved its China strategy.", "China | adopts | China strategy"),
    # an event is where reference facts say that it was
    (
        "Sweden attended the 2022 Madrid summit in Vilnius.",
        "2022 Madrid summit | locatedIn | Vilnius",
    ),
    # another event of the kind
    (
        "The NATO summit in Vilnius was long. Kenya will host the next summit.",
        "Kenya | organizes | 2023 Vilnius summit",
    ),
    ("Kenya would never join such a patrol.", "Kenya | participatesIn | Kenya patrol"),
    # a month begins no list of places
    ("A naval drill, held in April, Manila, Tokyo and Lima.", "naval drill | locatedIn | Tokyo"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text, date=DATE).facts


@pytest.mark.parametrize(("text", "fact"), DENIED)
def test_it_is_denied(read: Reading, text: str, fact: str) -> None:
    assert {claim.polarity for claim in _claims(read, text, fact)} == {"denied"}


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text, date=DATE).facts


def test_where_a_certain_event_is_stands_whatever_is_said_of_it(read: Reading) -> None:
    text = "Finland may stay away from the naval drill in Lima."
    (claim,) = _claims(read, text, "naval drill | locatedIn | Lima")
    assert (claim.polarity, claim.status) == ("affirmed", "actual")


def test_who_has_yet_to_say_whether_it_will_is_not_said_not_to(read: Reading) -> None:
    text = "Ireland has yet to say whether it will attend the Cork summit."
    (claim,) = _claims(read, text, "Ireland | participatesIn | Cork summit")
    assert (claim.polarity, claim.status) == ("affirmed", "possible")


def _claims(read: Reading, text: str, fact: str) -> list[Claim]:
    found = read(text, date=DATE)
    return [claim for claim in found.extraction.claims if found.fact(claim) == fact]


def test_a_name_that_ends_in_an_event_is_an_event(read: Reading) -> None:
    facts = read("Norway and Chile held the second Norway-Chile Security Dialogue in Oslo.").facts
    assert {
        f"{s} | participatesIn | Norway-Chile Security Dialogue" for s in ("Norway", "Chile")
    } <= facts
    assert not any("political dialogue" in fact for fact in facts)
