"""Short sentences of a kind that the parse, or the manner of a word, used to fail."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Corruption undermines stability in Kenya.", "corruption | threatens | stability"),
        ("Disinformation undermines democracy.", "disinformation | threatens | democracy"),
        ("Peru's army shelled villages in Chad.", "Peru | aggressionAgainst | Chad"),
        ("Peruvian jets struck a depot inside Chad.", "Peru | aggressionAgainst | Chad"),
        ("Peru is against Ukraine's accession.", "Peru | opposes | Ukraine"),
        ("We must not forget the threat that Peru poses to Chad.", "Peru | threatens | Chad"),
        ("We should not overlook Peru's support for Chad.", "Peru | supports | Chad"),
    ],
)
def test_they_are_read(read: Reading, text: str, fact: str) -> None:
    found = read(text)
    told = [c for c in found.extraction.claims if found.fact(c) == fact]
    assert {(c.polarity, c.status) for c in told} == {(Polarity.AFFIRMED, Status.ACTUAL)}


@pytest.mark.parametrize(
    "text",
    [
        "Human rights violations.",
        "Peru's army shelled villages in winter.",
        "The motion against Chad was Peru's.",
    ],
)
def test_others_say_nothing(read: Reading, text: str) -> None:
    assert not read(text).facts


def test_who_a_label_names_elsewhere_has_no_words_in_its_items(read: Reading) -> None:
    text = "Kenya and Peru met.\n\nShared priorities: cyber resilience and energy security"
    held = read(text).claims("sharesInterest")
    assert held
    assert not any(q.name == "subjectAs" for c in held for q in c.qualifiers)


def test_values_that_two_hold_are_no_work_of_theirs(read: Reading) -> None:
    facts = read("Kenya and Peru hold the same values: freedom and the rule of law.").facts
    assert "Kenya | sharesInterest | freedom" in facts
    assert "Kenya | cooperatesOn | freedom" not in facts
    held = read("Kenya and Peru will hold more military drills together.").facts
    assert "Kenya | cooperatesOn | military exercises" in held
