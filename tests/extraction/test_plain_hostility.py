"""Plain sentences of who fights, supports and threatens whom, of what was spoken of before, and
of sentences in which nobody does."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

TOLD = [
    # "It" is the threat and not whom it threatens, where it is fought.
    (
        "Piracy threatens Chad. Peru fights it.",
        "Peru | counters | piracy",
        "Peru | aggressionAgainst | Chad",
    ),
    ("Piracy threatens Chad. Peru helps Chad to fight it.", "Peru | counters | piracy", ""),
    ("Piracy threatens Chad. Peru's efforts against it grew.", "Peru | counters | piracy", ""),
    ("Piracy threatens Chad. Peru supports it.", "Peru | supports | Chad", "counters"),
    ("Piracy threatens Chad. Peru fights the threat.", "Peru | counters | piracy", ""),
    ("Cyberattacks hit Chad in May. They came from Peru.", "cyberattacks | posedBy | Peru", ""),
    (
        "Cyberattacks hit Chad in May. The attacks came from Peru.",
        "cyberattacks | posedBy | Peru",
        "",
    ),
    ("Cyberattacks hit Chad in May. It asked Peru for help.", "", "posedBy"),
    # Who does something to it, or has it, is not meant.
    ("Chad is an island state. Peru is hostile to it.", "Peru | opposes | Chad", ""),
    ("Chad is an island state. Peru's support for it continues.", "Peru | supports | Chad", ""),
    ("Peru is a large state. Chad is threatened by it.", "Peru | threatens | Chad", ""),
    # Verbs that look like nouns, and places told by "there"
    ("Peru counters cyberattacks.", "Peru | counters | cyberattacks", ""),
    ("Peru aids Chad.", "Peru | supports | Chad", ""),
    ("Peru funds Chad's army.", "Peru | supports | Chad", ""),
    (
        "Peru's invasion of Chad shocked Togo.",
        "Peru | aggressionAgainst | Chad",
        "Peru | aggressionAgainst | Togo",
    ),
    (
        "Peru's use of cyberattacks worries Chad.",
        "cyberattacks | posedBy | Peru",
        "Peru | concernedBy | Chad",
    ),
    ("Chad is an island state. Peru's base there is old.", "Peru | stationedIn | Chad", ""),
    ("Peru sent 500 troops abroad. They are based in Chad.", "Peru | stationedIn | Chad", ""),
    # Nouns and phrases
    ("The Lima Treaty is old. Its critics include Peru.", "Peru | opposes | Lima Treaty", ""),
    ("Critics of AUKUS include Peru.", "Peru | opposes | AUKUS", ""),
    ("The Lima Treaty is old. Opponents include Peru.", "Peru | opposes | Lima Treaty", ""),
    ("Chad received Peruvian aid.", "Peru | supports | Chad", ""),
    ("Chad has Peru's support.", "Peru | supports | Chad", ""),
    ("Peru launched cyberattacks.", "cyberattacks | posedBy | Peru", ""),
    ("Peru is the source of the cyberattacks.", "cyberattacks | posedBy | Peru", ""),
    ("Chad is under threat from Peru.", "Peru | threatens | Chad", ""),
    ("The Lima Institute has its seat in Chad.", "Lima Institute | locatedIn | Chad", ""),
    ("A strong NATO is in Japan's interest too.", "", "locatedIn"),
    ("Peru attacked Chad over its policy.", "", "aggressionAgainst"),
    ("Terrorism hit Chad. Peru condemned it.", "", "Peru | opposes | Chad"),
    ("Terrorism hit Chad. Peru backs it.", "Peru | supports | Chad", ""),
    ("Peru launched an incursion across the border.", "", "posedBy"),
    ("NATO moved to Chad's defence.", "", "locatedIn"),
]


@pytest.mark.parametrize(("text", "told", "never"), TOLD)
def test_plain_sentence_is_told(read: Reading, text: str, told: str, never: str) -> None:
    """What a plain sentence tells is read, and nothing that it does not tell."""
    found = "\n".join(sorted(read(text).facts))
    assert told in found
    assert not never or never not in found
