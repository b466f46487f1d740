"""What is held dear: by what is said to be important or due, by what one goes by and works for."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # said or held to be important
    (
        "The Chilean minister said that food security is vital.",
        "Chile | sharesInterest | food security",
    ),
    (
        "Kenya and Ghana agreed that maritime security is essential.",
        "Ghana | sharesInterest | maritime security",
    ),
    (
        "Norway and Oman consider free trade as indispensable.",
        "Norway | sharesInterest | free trade",
    ),
    (
        "Freedom of navigation is vital for Malta's prosperity.",
        "Malta | sharesInterest | freedom of navigation",
    ),
    (
        "Norway has a common interest with Ghana in upholding international law.",
        "Ghana | sharesInterest | international law",
    ),
    (
        "A stable Indo-Pacific region is important to Denmark.",
        "Denmark | sharesInterest | security of the Indo-Pacific",
    ),
    # said to be due
    (
        '"Human rights must be respected," the Finnish foreign minister said.',
        "Finland | sharesInterest | human rights",
    ),
    (
        "Ghana said all countries should respect international law.",
        "Ghana | sharesInterest | international law",
    ),
    ("Peru added that democracy needs to be protected.", "Peru | sharesInterest | democracy"),
    # whose a commitment is
    (
        "The shared commitment of Kenya and Ghana to democracy was noted.",
        "Ghana | sharesInterest | democracy",
    ),
    # what one goes by
    (
        "Oman called for talks in line with international law.",
        "Oman | sharesInterest | international law",
    ),
    (
        "Both Oslo and Lima described the voyage as routine and consistent with international law.",
        "Peru | sharesInterest | international law",
    ),
    ("Malta is wholly dependent on free trade.", "Malta | sharesInterest | free trade"),
    ("Malta vows to protect freedom of navigation.", "Malta | sharesInterest | freedom of nav"),
    (
        "Respect for human rights lies at the heart of Ghana's approach.",
        "Ghana | sharesInterest | human rights",
    ),
    # what is worked for
    (
        "Energy security and climate change are at the core of the cooperation of Chile and Peru.",
        "Peru | cooperatesOn | energy security",
    ),
    (
        "Kenya and Ghana named cyber defence and space as areas of cooperation.",
        "Kenya | cooperatesOn | cybersecurity",
    ),
    (
        "Kenya and Ghana confirmed the importance of working together to promote human rights.",
        "Ghana | sharesInterest | human rights",
    ),
    (
        "Kenya will work with Ghana to help defend maritime security.",
        "Ghana | cooperatesOn | maritime security",
    ),
    (
        "NATO and Ghana deepen their ties. The flagship projects are energy and AI cooperation.",
        "Ghana | cooperatesOn | energy",
    ),
    (
        "Ghana and Kenya expand cooperation from areas such as disarmament and energy to AI.",
        "Kenya | cooperatesOn | disarmament",
    ),
    # whom a plural clause is about
    (
        "Ghana, the United States and the Netherlands, which share respect for human rights, met.",
        "Ghana | sharesInterest | human rights",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert any(found.startswith(fact) for found in read(text).facts)


NOT_STATED = [
    ("Analysts said that food security is vital.", "sharesInterest"),
    ("Chile met Peru, which values human rights.", "Chile | sharesInterest"),
    ("The talks were held, said Peru, which must be ended.", "sharesInterest"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not any(fact in found for found in read(text).facts)


def test_infinitives_of_one_list_are_one(read: Reading) -> None:
    facts = read(
        "Kenya is determined to strengthen maritime domain awareness; ensure freedom of "
        "navigation; and promote food security."
    ).facts
    assert "Kenya | cooperatesOn | food security" in facts
    assert "Kenya | cooperatesOn | freedom of navigation" in facts


SAID = [
    (
        '"I am committed to free trade," British defence secretary Grant Shapps said.',
        "United Kingdom | sharesInterest | free trade",
    ),
    (
        '"I support free trade," said Emmanuel Macron.',
        "France | sharesInterest | free trade",
    ),
]


@pytest.mark.parametrize(("text", "fact"), SAID)
def test_whoever_says_i_speaks_for_those_for_whom_he_acts(
    read: Reading, text: str, fact: str
) -> None:
    assert fact in read(text).facts


def test_i_outside_quotations_is_nobody(read: Reading) -> None:
    facts = read("I support free trade, and I met Emmanuel Macron.").facts
    assert not any("sharesInterest" in fact for fact in facts)


UNNAMED = [
    "Ghana cooperates with Kenya in the biennial RIMPAC exercise.",
    "Ghana and Kenya reaffirmed their cooperation on the elaboration of norms.",
    "Ghana and Kenya step up security cooperation in response to missile launches.",
    "Recent global developments have driven NATO to recognise the links.",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_it_is_nothing_that_is_sought(read: Reading, text: str) -> None:
    words = ("exercise", "cooperation on", "response", "developments")
    facts = [f for f in read(text).facts if "cooperatesOn" in f or "sharesInterest" in f]
    assert not any(word in fact for fact in facts for word in words)


def test_ties_grow_through_what_both_do(read: Reading) -> None:
    facts = read("Ghana is to deepen ties with Kenya through port visits and staff talks.").facts
    assert {"Ghana | cooperatesOn | port calls", "Kenya | cooperatesOn | port calls"} <= facts
