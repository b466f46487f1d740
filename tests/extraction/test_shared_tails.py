"""What completes all of a list, what is told by nothing, and what somebody is only ready to do."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "Italy and Spain will improve the efficiency and effectiveness of export controls.",
        "Italy | cooperatesOn | efficiency of export controls",
    ),
    (
        "Canada opposes any destruction or desecration of churches.",
        "Canada | opposes | destruction of churches",
    ),
    (
        "Canada opposes any destruction or desecration of churches.",
        "Canada | opposes | desecration of churches",
    ),
    (
        "Russia is blocking the functioning of normal debt-relief mechanisms.",
        "Russia | opposes | functioning of normal debt-relief mechanisms",
    ),
    (
        "Peru and Chile support the transparency, resilience and diversity of supply chains.",
        "Peru | sharesInterest | transparency of supply chains",
    ),
    (
        "Peru and Chile support trade, innovation and freedom of navigation.",
        "Peru | sharesInterest | trade",
    ),
    ("NATO will improve the readiness of its forces.", "NATO | cooperatesOn | readiness"),
]
UNSTATED = [
    (
        "Peru and Chile support trade, innovation and freedom of navigation.",
        "Peru | sharesInterest | trade of navigation",
    ),
    (
        "Leaders of Italy and Spain welcomed Ukraine's readiness for a just peace.",
        "Italy | sharesInterest | readiness",
    ),
    (
        "NATO underscored the readiness of Poland to defend against any threat.",
        "NATO | sharesInterest | readiness",
    ),
    ("Norway and Peru are concerned about this incident.", "Norway | concernedBy | incident"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_a_list_is_of_is_said_of_all_of_it(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_what_says_too_little_is_no_topic(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
