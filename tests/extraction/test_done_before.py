"""What somebody did is his also where a later sentence only says "the invasion" or "the move"."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Chad invaded Mali. Peru condemned the invasion.", "Peru | opposes | Chad"),
        ("Chad attacked Mali. Peru denounced the attack.", "Peru | opposes | Chad"),
        ("Mali was attacked by Chad. Peru denounced the attack.", "Peru | opposes | Chad"),
        ("Chad's attack on Mali went on. Peru condemned the attack.", "Peru | opposes | Chad"),
        ("Chad invaded Mali. Peru has condemned the war.", "Peru | opposes | Chad"),
        ("Chad wants to deploy missiles. Peru opposes the deployment.", "Peru | opposes | Chad"),
        ("Chad expelled a diplomat of Mali. Mali condemned the move.", "Mali | opposes | Chad"),
        ("Togo said Chad would buy bombs. Peru criticised the plan.", "Peru | opposes | Chad"),
    ],
)
def test_who_did_it(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(
    ("text", "other"),
    [
        # who only speaks does nothing
        ("Togo said Chad would buy bombs. Peru criticised the plan.", "Peru | opposes | Togo"),
        # who suffers it
        ("Mali was attacked by Chad. Peru denounced the attack.", "Peru | opposes | Mali"),
        # another's, by the words of the noun
        ("Chad attacked Mali. Peru denounced the terrorist attack in Fiji.", "| opposes | Chad"),
        # two who did different things
        ("Chad left and Togo bought bombs. Peru criticised the move.", "Peru | opposes | Chad"),
    ],
)
def test_and_who_did_not(read: Reading, text: str, other: str) -> None:
    assert not any(other in fact for fact in read(text).facts)
