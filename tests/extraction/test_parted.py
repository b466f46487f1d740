"""People and ties that an "and" parts, whoever comes "along with" others, and what is left open."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "Kenyan Foreign Minister Ann Lee and EU foreign policy chief Bob Ray told reporters so.",
        "Bob Ray | affiliatedWith | European Union",
    ),
    (
        "Japan has doubled down on its alliance with Chile and security ties with Peru.",
        "Japan | cooperatesWith | Peru",
    ),
    (
        "Sweden joined the Joint Expeditionary Force.",
        "Sweden | memberOf | Joint Expeditionary Force",
    ),
]
NOT_STATED = [
    (
        "Kenyan Foreign Minister Ann Lee and EU foreign policy chief Bob Ray told reporters so.",
        "Bob Ray | affiliatedWith | Kenya",
    ),
    (
        "It was signed by Josep Borrell, along with the Norwegian Foreign Minister.",
        "Josep Borrell | affiliatedWith | Norway",
    ),
    (
        "Japan has doubled down on its alliance with Chile and security ties with Peru.",
        "Chile | cooperatesWith | Peru",
    ),
]
MEANT = [
    ("Finland was reluctant to join NATO.", "possible"),
    ("Finland had been reserved about joining NATO.", "possible"),
    ("Finland is keen on joining NATO.", "planned"),
    ("The war has prompted Finland to apply to join NATO.", "planned"),
    ("It will act as soon as Finland joins NATO.", "planned"),
    ("Finland was wary of joining NATO.", "possible"),
    ("It acted as soon as Finland joined NATO.", "actual"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts


@pytest.mark.parametrize(("text", "status"), MEANT)
def test_what_is_left_open_is_not_asserted(read: Reading, text: str, status: str) -> None:
    (claim,) = read(text).claims("memberOf")
    assert claim.status == status
