"""What a cue makes of words that name nothing known, and whose words stand for their owner."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    ("Ghana is wary of cattle theft.", "Ghana | concernedBy | cattle theft"),
    ("Togo fears roadside ambushes and floods.", "Togo | concernedBy | roadside ambushes"),
    ("Alarm is growing in Manila over sand dredging.", "Philippines | concernedBy | sand dredging"),
    (
        "Rising salt levels imperil the rice harvest.",
        "rising salt levels | threatens | rice harvest",
    ),
    ("Malta cracked down on passport fraud.", "Malta | counters | passport fraud"),
    ("A shipping lull raises the risk of hoarding.", "shipping lull | raisesRiskOf | hoarding"),
    ("Greece rejected Turkey's counteroffer.", "Greece | opposes | Türkiye"),
    ("Sweden endorsed Armenia's bid.", "Sweden | supports | Armenia"),
    ("Pakistan shelled Indian positions overnight.", "Pakistan | aggressionAgainst | India"),
    (
        "Moscow's veto holds hostage the Security Council.",
        "Russia | threatens | UN Security Council",
    ),
]
UNSTATED = [
    ("Ghana fears the future.", "concernedBy"),
    ("Japan is worried about its schools.", "concernedBy"),
    ("France denounced the murder of Mali's envoy.", "opposes"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_words_that_name_nothing_known_are_read_by_their_cue(
    read: Reading, text: str, fact: str
) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "predicate"), UNSTATED)
def test_words_that_say_too_little_are_nothing(read: Reading, text: str, predicate: str) -> None:
    assert not read(text).claims(predicate)
