"""Who acts: whom a pronoun goes on with, and whose deed a noun makes it."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    "text",
    [
        "The ministers discussed the ties between Peru and Chile. They support Ukraine.",
        "The envoys spoke of countries such as Peru and Chile. They support Ukraine.",
        "Talks were held with Peru. It supports Ukraine.",
    ],
)
def test_a_pronoun_passes_over_whom_a_preposition_mentioned(read: Reading, text: str) -> None:
    assert not read(text).claims("supports")


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met in Lima. They support Ukraine.",
        "For countries such as Peru and Chile, drills are routine. They support Ukraine.",
        "NATO invited Peru and Chile. They support Ukraine.",
    ],
)
def test_a_pronoun_goes_on_with_what_was_brought_up(read: Reading, text: str) -> None:
    assert "Peru | supports | Ukraine" in read(text).facts


def test_who_gets_arms_so_that_it_can_is_who_can(read: Reading) -> None:
    facts = read("Peru sent guns to Ukraine so it can counter the Russian aggression.").facts
    assert "Ukraine | counters | Russian aggression" in facts
    assert "Peru | counters | Russian aggression" not in facts


@pytest.mark.parametrize(
    "text",
    [
        "Chile praised the resolve of Peru to counter economic coercion.",
        "Chile praised the U.S. resolve to counter economic coercion.",
        "Chile praised the Peruvian commitment to countering economic coercion.",
    ],
)
def test_whose_resolve_it_is_acts(read: Reading, text: str) -> None:
    facts = read(text).facts
    who = "United States" if "U.S." in text else "Peru"
    assert f"{who} | counters | economic coercion" in facts
    assert "Chile | counters | economic coercion" not in facts
