"""Who is named beside an office without an owner, and groups that are told by a plural."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    ("The defence minister, Lee Jong-sup, supports Ukraine.", "South Korea | supports | Ukraine"),
    (
        "The Minister of National Defense, Lee Jong-sup, met Richard Marles. They left.",
        "South Korea | participatesIn | Lee Jong-sup–Richard Marles meeting",
    ),
    # The members of a group, where only states will do
    (
        "Finland and Sweden met. Russian aircraft often fly near the Baltic states.",
        "Russia | stationedIn | Estonia",
    ),
]
NOT_STATED = [
    (
        "Finland and Sweden met. Russian aircraft often fly near the Baltic states.",
        "Russia | stationedIn | Finland",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
