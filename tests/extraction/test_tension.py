"""Whom others' doings trouble: what they act amid, answer, see coming, warn of and stand up to."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # What one acts amid
    (
        "Poland and Romania signed the accord amid Russia's assertive moves in the Black Sea.",
        "Romania | concernedBy | Russia",
    ),
    (
        "Estonia moved closer to Finland in the face of Russian military activities.",
        "Estonia | concernedBy | Russia",
    ),
    (
        "Ties between Greece and Israel have strengthened in response to Iran's missile tests.",
        "Greece | concernedBy | Iran",
    ),
    ("Iran urged caution in the face of NATO's expansion.", "Iran | concernedBy | NATO"),
    # What may come
    (
        "Georgia is worried that Russia could send more troops.",
        "Georgia | concernedBy | Russia",
    ),
    (
        "Moldova warned it would not stand by if Moscow moved its forces.",
        "Moldova | concernedBy | Russia",
    ),
    (
        "Chile and Peru agreed that the security environment is growing severe.",
        "Peru | concernedBy | security environment",
    ),
    (
        "Norway faces its most challenging strategic circumstances in decades.",
        "Norway | concernedBy | challenging strategic circumstances",
    ),
    # What is answered
    (
        "India sees the Quad as a counterweight to China's influence.",
        "India | concernedBy | China",
    ),
    ("Canada and Norway formed the Quad to counter Russia.", "Quad | concernedBy | Russia"),
    (
        "Spain called for deeper cooperation to counter attempts by Russia to divide Europe.",
        "Spain | concernedBy | Russia",
    ),
    (
        "The collaboration among Canada, Norway and Denmark is aimed at deterring Russia.",
        "Denmark | concernedBy | Russia",
    ),
    (
        "Finland wants to uphold the rules-based order against the threat of Russia's ambitions.",
        "Finland | concernedBy | Russia",
    ),
    (
        "Piracy and terrorism are threats that India and Oman share.",
        "Oman | concernedBy | piracy",
    ),
    (
        "The challenge posed by Iran has brought Israel and Bahrain closer.",
        "Bahrain | concernedBy | Iran",
    ),
    ("Iran's ties with Russia worry Israel.", "Israel | concernedBy | Russia"),
    # Who is told off
    ("Norway issued a stern critique of Iran.", "Norway | opposes | Iran"),
    ("Canada warned Iran against arming Russia.", "Canada | opposes | Iran"),
    ("Latvia would not bow to Russia's pressure.", "Latvia | opposes | Russia"),
    # What endangers
    (
        "Russia and Iran are leading a pushback against the rules-based order.",
        "Iran | threatens | rules-based international order",
    ),
    ("Russia has stepped up its drills around Finland.", "Russia | threatens | Finland"),
    ("Russian aircraft have circled Norwegian airspace.", "Russia | threatens | Norway"),
    ("Russian ships chased a Norwegian vessel.", "Russia | threatens | Norway"),
    ("Iran has interfered in Iraq's internal affairs.", "Iran | threatens | Iraq"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_tension_is_read(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


NOT_STATED = [
    ("Poland signed the accord amid Romania's efforts to join.", "Poland | concernedBy | Romania"),
    ("Poland welcomed the help of Romania against Russia.", "Poland | concernedBy | Romania"),
    ("Iran criticized attempts to deter Russia.", "Iran | concernedBy | Russia"),
    ("Norway bowed to Russia's pressure.", "Norway | opposes | Russia"),
    ("Canada warned Norway of cyberattacks.", "Canada | opposes | Norway"),
    ("Norway is pleased that Russia could withdraw.", "Norway | concernedBy | Russia"),
    (
        "Spain spoke of the rise of Iran, Russia's provocations and Syria's war.",
        "provocations | posedBy | Iran",
    ),
    (
        "Spain warned of Iran's assertiveness and other global threats.",
        "transnational threats | posedBy | Iran",
    ),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_who_only_stands_by_is_not_feared(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
