"""Whom somebody fears by what he fears, who stirs it, and what is called a threat."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # Whose the threat is
    ("Finland is worried about Russian cyberattacks.", "Finland | concernedBy | Russia"),
    ("Vietnam fears China's maritime coercion.", "Vietnam | concernedBy | China"),
    ("Moldova warned of disinformation from Russia.", "Moldova | concernedBy | Russia"),
    ("Russian aggression threatens Moldova.", "Russia | threatens | Moldova"),
    ("Iran is concerned about NATO's advance.", "Iran | concernedBy | NATO"),
    ("India fears Pakistan's growing nuclear missile arsenal.", "India | concernedBy | Pakistan"),
    ("Canada is wary of Trump's tariff threats.", "Canada | concernedBy | United States"),
    # Who stirs it
    ("The deal between Iran and Russia alarmed Israel.", "Israel | concernedBy | Iran"),
    ("Russia's drills have raised fears in Vilnius.", "Lithuania | concernedBy | Russia"),
    (
        "The sale has raised concerns in Athens about Turkish ambitions.",
        "Greece | concernedBy | Türkiye",
    ),
    (
        "The visit raised concern in New Delhi that China could move in.",
        "India | concernedBy | China",
    ),
    ("Poland opened an office amid fears Russia was moving in.", "Poland | concernedBy | Russia"),
    # What surrounds an act
    (
        "Norway and Finland vowed to strengthen ties in the face of Russian aggression.",
        "Norway | concernedBy | Russia",
    ),
    ("Norway watches the drill, wary of Russia's reach.", "Norway | concernedBy | Russia"),
    ("Norway issued a statement condemning Russia's conduct.", "Norway | opposes | Russia"),
    # What is called so
    ("India's annual report cites Pakistan and China as threats.", "India | concernedBy | China"),
    (
        "India described China's regular deployment of ships as the country's greatest challenge.",
        "India | concernedBy | China",
    ),
    ("Russia's activities are of grave concern to Norway.", "Norway | concernedBy | Russia"),
    ("Russia's conduct is a matter of concern for Norway.", "Norway | concernedBy | Russia"),
    ("Russia is not the only threat that Norway faces.", "Norway | concernedBy | Russia"),
    ("Norway warned of what it sees as Russia's advance.", "Norway | concernedBy | Russia"),
    # Whom one acts against
    ("Norway will counter Russia's growing influence.", "Norway | concernedBy | Russia"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_is_feared_is_somebodys(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


NOT_STATED = [
    ("Finland is worried about Taiwan's security.", "Finland | concernedBy | Taiwan"),
    ("Finland fears a Taiwan crisis.", "Finland | concernedBy | Taiwan"),
    ("Finland condemned the brutal invasion of Ukraine.", "Finland | concernedBy | Ukraine"),
    (
        "India described China's rise as India's main challenge.",
        "security challenges | posedBy | India",
    ),
    ("India is opposed to Iran's support of Russia.", "Iran | supports | India"),
    (
        "Norway took aim at Beijing, condemning its support for Russia.",
        "Norway | supports | Russia",
    ),
    ("Talks dealt with US security concerns.", "security challenges | posedBy | United States"),
    ("Norway united in defence of Ukraine.", "Norway | concernedBy | Ukraine"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_who_suffers_is_not_feared(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts


def test_whoever_seeks_to_harm_threatens_already(read: Reading) -> None:
    (claim,) = read("Russia is trying to undermine Moldova.").claims("threatens")
    assert claim.status == "actual"
