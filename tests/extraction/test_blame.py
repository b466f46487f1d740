"""Whose deed it is: the doer is not taken for whom it is done to, nor a pronoun for its clause's
subject."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    ("NATO condemned Vladimir Putin's invasion of Ukraine.", "NATO | opposes | Russia"),
    (
        "Washington objected to China's actions toward Taiwan, which undermine democracy.",
        "China | threatens | democracy",
    ),
    (
        "The G7 imposed sanctions on Russia over its invasion of Ukraine.",
        "Russia | aggressionAgainst | Ukraine",
    ),
    (
        "Japan supports Ukraine as they defend themselves from Russian attacks.",
        "Ukraine | concernedBy | Russia",
    ),
    (
        "The G7 leaders tightened sanctions on Russia.",
        "G7 | opposes | Russia",
    ),
    ("Japan would make Moscow pay.", "Japan | opposes | Russia"),
    ("NATO branded China a decisive enabler of the war.", "NATO | opposes | China"),
    (
        "NATO declared China a threat to the rules-based international order.",
        "China | threatens | rules-based international order",
    ),
    ("Moscow condemned what it called a NATO provocation.", "Russia | opposes | NATO"),
    ("Iran and North Korea keep Moscow supplied with shells.", "Iran | supports | Russia"),
    (
        "A joint effort of the United Kingdom, Japan and Italy to build the Tempest goes on.",
        "Italy | develops | Global Combat Air Programme",
    ),
    ("Vladimir Putin sent his army into Ukraine.", "Russia | aggressionAgainst | Ukraine"),
    (
        "Since Russia's full-scale invasion much has changed.",
        "Russia | aggressionAgainst | Ukraine",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_a_deed_is_its_doers(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


NOT_STATED = [
    ("NATO condemned Vladimir Putin's invasion of Ukraine.", "NATO | opposes | Ukraine"),
    ("The G7 repeated its condemnation of Russia's war against Ukraine.", "G7 | opposes | Ukraine"),
    (
        "Washington objected to China's actions toward Taiwan, which undermine democracy.",
        "Taiwan | threatens | democracy",
    ),
    (
        "The G7 imposed sanctions on Russia over its invasion of Ukraine.",
        "G7 | aggressionAgainst | Ukraine",
    ),
    (
        "Japan supports Ukraine as they defend themselves from Russian attacks.",
        "Japan | concernedBy | Russia",
    ),
    ("Tokyo hit Moscow with tariffs.", "Japan | aggressionAgainst | Russia"),
    (
        "Planners prepare in the event of a Russian invasion.",
        "Russia | aggressionAgainst | Ukraine",
    ),
    ("Washington leaned on Turkey.", "Turkey | supports | United States"),
    ("North Korea launched a ballistic missile.", "North Korea | develops | ballistic missile"),
    ("President Biden welcomed ASEAN leaders to Washington.", "United States | supports | ASEAN"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_who_suffers_or_is_named_beside_does_not_do_it(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts


IDLE = [
    "NATO sent a clear message to Russia.",
    "Japan gave China a warning.",
    "Germany and France defended themselves.",
]


@pytest.mark.parametrize("text", IDLE)
def test_what_is_but_said_helps_nobody(read: Reading, text: str) -> None:
    assert not [fact for fact in read(text).facts if "supports" in fact]
