"""Who takes whose side and who turns on whom: what is handed over or hits, wars that are waged and
fought, regions that are endangered, and what "it" is in the clause after."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Peru wired $20 million to Chad.", "Peru | supports | Chad"),
        ("Peru has put rifles into Chad's hands.", "Peru | supports | Chad"),
        ("Peru will gift Chad five radars.", "Peru | supports | Chad"),
        ("Instructors from Peru teach Chadian soldiers to swim.", "Peru | supports | Chad"),
        ("Peruvian soldiers fight beside Chadian forces.", "Peru | supports | Chad"),
        ("Chad's soldiers were trained in Peru.", "Peru | supports | Chad"),
        ("Some 30 million in Peruvian aid has gone to Chad.", "Peru | supports | Chad"),
        ("Peruvian howitzers have reached Chad.", "Peru | supports | Chad"),
    ],
)
def test_who_gives_or_sends_it_supports(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Peru sent six Chadian diplomats home.", "Peru | opposes | Chad"),
        ("Peru's sanctions hit Chad.", "Peru | opposes | Chad"),
        ("Peru's tariffs target Chad.", "Peru | opposes | Chad"),
        ("Peru approved sanctions over Chad's war.", "Peru | opposes | Chad"),
        ("Peru lodged stern representations with Chad.", "Peru | opposes | Chad"),
        ("Peru has put the blame on Chad.", "Peru | opposes | Chad"),
        ("Peru condemned the war in Ukraine.", "Peru | opposes | Russia"),
    ],
)
def test_who_keeps_out_or_blames_opposes(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The war that Peru unleashed on Chad goes on.", "Peru | aggressionAgainst | Chad"),
        ("Peru sent soldiers to fight Chad.", "Peru | aggressionAgainst | Chad"),
        ("Peruvian soldiers are being used against Chad.", "Peru | aggressionAgainst | Chad"),
        ("Peru joined Mali's war against Chad.", "Peru | aggressionAgainst | Chad"),
        ("Peru's missiles slammed into Chad.", "Peru | aggressionAgainst | Chad"),
        ("In April Peru attacked Chad.", "Peru | aggressionAgainst | Chad"),
    ],
)
def test_who_strikes_is_the_aggressor(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_who_is_known_to_be_attacked_attacks_nobody_by_fighting(read: Reading) -> None:
    found = read("Ukrainian soldiers fight Russian forces near the town.")
    assert not found.claims("aggressionAgainst")


def test_an_attack_on_another_is_not_suffered_by_who_fears_it(read: Reading) -> None:
    found = read("Mali fears an attack by Peru on Chad.").facts
    assert "Peru | aggressionAgainst | Mali" not in found


def test_missiles_that_reach_somebody_help_nobody(read: Reading) -> None:
    assert not read("Peru's missiles can reach Chad.").claims("supports")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Peru's conduct has destabilised Europe.", "Peru | threatens | European security"),
        ("Peru is a danger to all of Europe.", "Peru | threatens | European security"),
        ("Peru's arsenal endangers the region.", "Peru | threatens | regional stability"),
    ],
)
def test_a_region_stands_for_its_security(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_it_is_what_the_clause_before_is_done_to(read: Reading) -> None:
    found = read("Chad sent weapons to Peru, and Mali has supplied it with drones.").facts
    assert "Mali | supports | Peru" in found
    assert "Mali | supports | Chad" not in found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Selling missiles leads to escalation.", "selling missiles | raisesRiskOf | escalation"),
        (
            "Reliance on drones leads to escalation.",
            "reliance on drones | raisesRiskOf | escalation",
        ),
    ],
)
def test_what_opens_a_sentence_is_a_noun(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_nobody_fears_what_another_is_called(read: Reading) -> None:
    found = read("Peru calls Chad the greatest strategic challenge it has ever faced.")
    assert {str(c) for c in found.facts if "concernedBy" in c} == {"Peru | concernedBy | Chad"}
