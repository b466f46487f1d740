"""What is said of topics through lists, ties and others, and what nobody is said to hold."""

from __future__ import annotations

import pytest

from graph.statements import Polarity
from tests.extraction.conftest import Reading

STATED = [
    (
        "Italy and Oman cooperate in many fields, from cyber defence and space to energy security.",
        ["Italy | cooperatesOn | cybersecurity", "Oman | cooperatesOn | energy security"],
    ),
    (
        "Oman and Mali cooperate on everything from space to AI.",
        ["Mali | cooperatesOn | artificial"],
    ),
    (
        "The Quad works on an agenda that includes health security and space security.",
        ["Quad | cooperatesOn | health security", "Quad | cooperatesOn | space security"],
    ),
    (
        "Air defence and energy security are fields in which Kenya and Oman work together.",
        ["Kenya | cooperatesOn | air defence", "Oman | cooperatesOn | energy security"],
    ),
    (
        "Cyber defence is one of the areas where Kenya and Oman work together.",
        ["Kenya | cooperatesOn | cybersecurity"],
    ),
    (
        "The partnership between Kenya and Oman rests on a common commitment to democracy.",
        ["Kenya | sharesInterest | democracy", "Oman | sharesInterest | democracy"],
    ),
    (
        "Kenya and Oman have built a relationship which has cyber defence at its core.",
        ["Kenya | cooperatesOn | cybersecurity", "Oman | cooperatesOn | cybersecurity"],
    ),
    (
        "Kenya contributes to Oman's goal of strengthening energy security.",
        ["Kenya | sharesInterest | energy security", "Oman | sharesInterest | energy security"],
    ),
    (
        "Kenya and Oman will work on building ships and on making supply chains more robust.",
        ["Kenya | cooperatesOn | supply chain resilience"],
    ),
    (
        "Kenya and Oman have formed a working group dedicated to cyber defence.",
        ["Oman | cooperatesOn | cybersecurity"],
    ),
    ("Oman considers clean energy essential to reaching net zero.", ["| requires | clean energy"]),
    ("Hybrid threats combine sabotage and piracy.", ["sabotage | subIssueOf | hybrid threats"]),
]


@pytest.mark.parametrize(("text", "facts"), STATED)
def test_topics_are_told(read: Reading, text: str, facts: list[str]) -> None:
    found = read(text).facts
    missing = [fact for fact in facts if not any(fact in stated for stated in found)]
    assert missing == []


NOT_STATED = [
    ("Kenya and Oman have signed a defence cooperation agreement.", "sharesInterest"),
    ("Oman said that it is a question of human rights.", "sharesInterest"),
    ("Oman met officials of the Department of Trade in Washington.", "trade"),
    ("Much has changed since Kenya won its independence.", "sovereignty"),
    ("Kenya's war on Oman has shaken democracy.", "Kenya | sharesInterest"),
]


@pytest.mark.parametrize(("text", "part"), NOT_STATED)
def test_what_is_only_named_is_nobodys_interest(read: Reading, text: str, part: str) -> None:
    assert not [stated for stated in read(text).facts if part in stated]


def test_what_nothing_is_possible_without_is_needed(read: Reading) -> None:
    (claim,) = read("No economic growth is possible without energy security.").claims("requires")
    assert claim.polarity == Polarity.AFFIRMED
