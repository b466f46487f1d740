"""Groups of which examples are given, and what is said of them together."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # The group does it, and so do its examples
    ("ASEAN members, including Vietnam, condemned Russia.", "ASEAN | opposes | Russia"),
    ("ASEAN members, including Vietnam, condemned Russia.", "Vietnam | opposes | Russia"),
    (
        "NATO's Indo-Pacific partners, including South Korea, condemned Russia.",
        "NATO's Indo-Pacific partners | opposes | Russia",
    ),
    (
        "NATO and its Indo-Pacific partners, including South Korea, will meet in Washington.",
        "NATO's Indo-Pacific partners | participatesIn | NATO–NATO's Indo-Pacific partners meeting",
    ),
    ("Countries such as Japan support Ukraine.", "Japan | supports | Ukraine"),
    # A headline that opens with a name in the plural
    ("Philippines, US, Japan announce formal partnership", "Philippines | partnerOf | Japan"),
    # Bound by treaties, each to a third
    (
        "Kenya and Peru, both bound by separate defense treaties with Chile, are far away.",
        "Kenya | alliedWith | Chile",
    ),
    ("The Russian attack was carried out with drones from Iran.", "Iran | supports | Russia"),
]
NOT_STATED = [
    (
        "Quad countries, such as India, will hold drills.",
        "India | cooperatesWith | Quad",
    ),
    (
        "Kenya and Peru, both bound by separate defense treaties with Chile, are far away.",
        "Kenya | alliedWith | Peru",
    ),
    (
        "As part of the NATO-led International Security Assistance Force, Kenya led a team.",
        "Kenya | memberOf | NATO",
    ),
    (
        "Chile agreed to advance defence cooperation based on progress between Kenya and Peru.",
        "Chile | aggressionAgainst | Kenya",
    ),
    (
        "The Russian attack was carried out with drones from Iran.",
        "Russia | aggressionAgainst | Iran",
    ),
    (
        "Ann Lee argued that European governments ought to help manage events.",
        "Ann Lee | opposes | European countries",
    ),
    ("Kenya's constitution has restricted arms exports.", "Kenya | threatens | arms exports"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
