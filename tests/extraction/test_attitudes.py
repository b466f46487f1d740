"""Stances and dangers told through chains of nouns, views, answers and help."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

AGAINST = [
    ("China condemned the creation of AUKUS.", "China | opposes | AUKUS"),
    ("Moscow opposed the entry of Sweden into NATO.", "Russia | opposes | Sweden"),
    ("China regards AUKUS with suspicion.", "China | opposes | AUKUS"),
    ("India takes a dim view of AUKUS.", "India | opposes | AUKUS"),
    ("Manila has stood up to China's claims.", "Philippines | opposes | China"),
    ("In Beijing's eyes the Quad is a clique.", "China | opposes | Quad"),
    ("For Beijing, AUKUS is a provocation.", "China | opposes | AUKUS"),
    ("Beijing argues that AUKUS undermines peace in Asia.", "China | opposes | AUKUS"),
    ("China demanded that Japan withdraw its ships.", "China | opposes | Japan"),
    (
        "Japan adopted a new package of sweeping sanctions against Russia.",
        "Japan | opposes | Russia",
    ),
]
FEARED = [
    (
        "Japan voiced serious concern over the situation in the South China Sea.",
        "Japan | concernedBy | situation in the South China Sea",
    ),
    (
        "Japan restated its opposition to any coercive attempt to alter the status quo.",
        "Japan | concernedBy | unilateral changes to the status quo",
    ),
    ("Japan will compare notes on China's growing arsenal.", "Japan | concernedBy | China"),
    ("Worried about China, Japan has turned to NATO.", "Japan | concernedBy | China"),
    ("India and Japan, wary of China, will be watching.", "India | concernedBy | China"),
    ("Fear of China drives Japan into the arms of NATO.", "Japan | concernedBy | China"),
    ("China's build-up causes Japan deep concern.", "Japan | concernedBy | China"),
    ("NATO is considered a threat by Russia.", "Russia | concernedBy | NATO"),
    ("Germany spoke of China as a threat.", "Germany | concernedBy | China"),
    ("Japan sees in China's navy a threat.", "Japan | concernedBy | China"),
    ("NATO is alarmed at the ties between Moscow and Minsk.", "NATO | concernedBy | Russia"),
    ("The greatest threat Japan has ever faced is China.", "Japan | concernedBy | China"),
    ("Cyberattacks are a concern common to NATO and Japan.", "Japan | concernedBy | cyberattacks"),
    ("What worries Japan is China's army.", "Japan | concernedBy | China"),
]
HELPED = [
    ("The help that Iran gives Russia's war effort grows.", "Iran | supports | Russia"),
    ("The weapons that Iran has sent Russia are drones.", "Iran | supports | Russia"),
    ("With North Korean help, Russia has held on.", "North Korea | supports | Russia"),
    ("Thanks to American weapons, Ukraine has held on.", "United States | supports | Ukraine"),
    ("Ukraine thanked Japan for its generous support.", "Japan | supports | Ukraine"),
]
DANGERS = [
    ("AUKUS makes a nuclear arms race more likely.", "AUKUS agreement | raisesRiskOf | arms race"),
    (
        "China would put an end to freedom of navigation.",
        "China | threatens | freedom of navigation",
    ),
    (
        "Russia has shaken the foundations of the international order.",
        "Russia | threatens | rules-based international order",
    ),
    ("Japan blamed the cyberattacks on North Korea.", "cyberattacks | posedBy | North Korea"),
    ("China resorts to economic coercion.", "economic coercion | posedBy | China"),
    ("NATO helps its partners to fend off cyberattacks.", "NATO | counters | cyberattacks"),
    ("NATO answers disinformation with facts.", "NATO | counters | disinformation"),
]
OTHERS = [
    ("Japan condemns the invasion of Ukraine.", "Japan | opposes | Ukraine"),
    ("Japan condemned Russia's aggression against Ukraine.", "Japan | opposes | Ukraine"),
    ("Japan opposes the use of nuclear weapons in Ukraine.", "Japan | opposes | Ukraine"),
    ("Japan thanked Australia for hosting the meeting.", "Australia | supports | Japan"),
    ("The Philippines stood up to China.", "Philippines | supports | China"),
    ("What worries Japan most is the rise of China.", "China | concernedBy | Japan"),
    ("Japan and South Korea are worried.", "Japan | concernedBy | South Korea"),
]


@pytest.mark.parametrize(("text", "fact"), [*AGAINST, *FEARED, *HELPED, *DANGERS])
def test_it_is_read(read: Reading, text: str, fact: str) -> None:
    assert fact in read(f"Notes\n\n{text}").facts


@pytest.mark.parametrize(("text", "fact"), OTHERS)
def test_who_suffers_or_shares_it_is_not_meant(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(f"Notes\n\n{text}").facts


def test_the_parties_of_an_apposition_are_all_meant(read: Reading) -> None:
    facts = read(
        "Notes\n\nChina and Russia, two powers that undermine the international order, met."
    ).facts
    assert {
        "China | threatens | rules-based international order",
        "Russia | threatens | rules-based international order",
    } <= facts


def test_what_somebody_owns_counts_beside_what_is_known(read: Reading) -> None:
    facts = read("China's policies challenged Norway's interests, security and values.").facts
    assert "China | threatens | Norway" in facts


def test_who_reports_helps_nobody(read: Reading) -> None:
    text = "According to Norwegian intelligence, some 500 Chilean soldiers were fighting in Mali."
    assert not any(" | supports | " in fact for fact in read(text).facts)


def test_a_minister_wants_what_the_state_wants(read: Reading) -> None:
    facts = read("Norwegian Foreign Minister Ann Lund is committed to maritime security.").facts
    assert "Norway | sharesInterest | maritime security" in facts
    assert not any(fact.startswith("Ann Lund | sharesInterest") for fact in facts)
