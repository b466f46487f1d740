"""What a cue makes of words that name nothing known, and whose words stand for their owner."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    ("Ghana is wary of cattle theft.", "Ghana | concernedBy | cattle theft"),
    ("Togo is afraid of roadside ambushes and floods.", "Togo | concernedBy | roadside ambushes"),
    ("Alarm is growing in Manila over sand dredging.", "Philippines | concernedBy | sand dredging"),
    (
        "Rising salt water imperils the rice harvest.",
        "salt water | threatens | rice harvest",
    ),
    ("Malta cracked down on passport fraud.", "Malta | counters | passport fraud"),
    ("A shipping lull raises the risk of hoarding.", "shipping lull | raisesRiskOf | hoarding"),
    ("Greece rejected Turkey's counteroffer.", "Greece | opposes | Türkiye"),
    ("Sweden endorsed Armenia's bid.", "Sweden | supports | Armenia"),
    ("Pakistan shelled Indian positions overnight.", "Pakistan | aggressionAgainst | India"),
    (
        "Moscow's veto endangers the United Nations.",
        "Russia | threatens | United Nations",
    ),
]
FRAMES = [
    ("Latvia, wary of Russia, has built a fence.", "Latvia | concernedBy | Russia"),
    ("A vocal critic of AUKUS, Fiji felt vindicated.", "Fiji | opposes | AUKUS"),
    ("Turkish troops massing near Kobani threaten Syria.", "Türkiye | threatens | Syria"),
    ("India came to the rescue of Sri Lanka.", "India | supports | Sri Lanka"),
    ("Russia's bullying of Moldova has grown.", "Russia | threatens | Moldova"),
    ("Canada took up arms against terrorism.", "Canada | counters | terrorism"),
    ("Ottawa withdrew its objection to AUKUS.", "Canada | opposes | AUKUS"),
    ("Russia's navy put the small and weak Malta in danger.", "Russia | threatens | Malta"),
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


@pytest.mark.parametrize(("text", "fact"), FRAMES)
def test_who_does_what_in_frames_that_the_parse_hides(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "predicate"), UNSTATED)
def test_words_that_say_too_little_are_nothing(read: Reading, text: str, predicate: str) -> None:
    assert not read(text).claims(predicate)
