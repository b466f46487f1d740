"""Who is at war, who hosts whom, and agreements that are only named for a capital."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("War broke out between Peru and Chad in 1995.", "Peru | opposes | Chad"),
        ("The conflict between Peru and Chad goes on.", "Peru | opposes | Chad"),
        ("Peru is at war with Chad.", "Peru | opposes | Chad"),
        ("Peru and Chad are rivals.", "Peru | opposes | Chad"),
        ("Fiji hosted a summit with Peru.", "Peru | participatesIn | Fiji–Peru summit"),
        ("Fiji hosted talks with Peru.", "Fiji | participatesIn | Fiji–Peru talks"),
        ("The Peru-Chad Agreement failed.", "Chad | partyTo | Chad–Peru Agreement"),
    ],
)
def test_those_are_in_it_who_are_named(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize("text", ["The Ankara Treaty failed.", "The Lima Agreement replaced it."])
def test_where_it_was_signed_is_no_party(read: Reading, text: str) -> None:
    assert not read(text).claims("partyTo")
