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
        "The host, Peru, was content. It supports Ukraine.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Peru wants to help Kenya, which fights terrorism, and to counter piracy.",
        "Peru agreed to act on challenges posed by Kenya and to counter piracy.",
    ],
)
def test_what_one_is_to_do_goes_on_after_a_clause_about_others(read: Reading, text: str) -> None:
    facts = read(text).facts
    assert "Peru | counters | piracy" in facts
    assert "Kenya | counters | piracy" not in facts


def test_whose_war_it_is_has_not_what_is_named_beside_it(read: Reading) -> None:
    text = "Ministers spoke of Russia's war and the importance of strengthening maritime security."
    assert "Russia | sharesInterest | maritime security" not in read(text).facts


def test_a_firm_is_not_the_state(read: Reading) -> None:
    assert not read("A Chilean company supports Ukraine.").claims("supports")
    assert not read("Two large Chilean companies said they support Ukraine.").claims("supports")
    assert "Chile | supports | Ukraine" in read("Chilean companies support Ukraine.").facts


def test_an_administration_is_the_states(read: Reading) -> None:
    facts = read("The Biden-Harris administration is countering disinformation.", "2023-05").facts
    assert "United States | counters | disinformation" in facts
    assert "Joe Biden | counters | disinformation" not in facts


def test_where_a_summit_is_held_is_no_party(read: Reading) -> None:
    text = (
        "Joint Statement of Chile and Peru at the Summit in Nairobi, Kenya\n\nWe support Ukraine."
    )
    supporters = {f.split(" | ")[0] for f in read(text).facts if "supports" in f}
    assert supporters == {"Chile", "Peru"}


def test_what_one_does_with_a_group_is_no_list_of_members(read: Reading) -> None:
    assert not read("Chile will work with the G7, including on Kenya.").claims("memberOf")


def test_to_whom_a_mission_is_sent_does_not_speak(read: Reading) -> None:
    text = "Peru was content. Its mission to NATO said it supports Ukraine."
    assert "NATO | supports | Ukraine" not in read(text).facts
