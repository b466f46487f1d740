"""Names that a text introduces and calls again."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

_AGAIN = [
    (
        (
            "Chad took part in Northern Thunder, a large exercise held in Peru. Fiji also joined "
            "Northern Thunder."
        ),
        "Fiji | participatesIn | Northern Thunder",
    ),
    (
        (
            "Chad took part in the Northern Thunder exercise in Peru. Fiji also joined Northern "
            "Thunder."
        ),
        "Fiji | participatesIn | Northern Thunder exercise",
    ),
    (
        (
            "Chad took part in a large exercise called Northern Thunder. Northern Thunder was "
            "hosted by Peru."
        ),
        "Peru | organizes | Northern Thunder",
    ),
    (
        "Operation Northern Thunder began in Peru. Chad joined Northern Thunder.",
        "Chad | participatesIn | Operation Northern Thunder",
    ),
    (
        "Northern Thunder is an annual naval drill hosted by Peru. Chad left Northern Thunder.",
        "Peru | organizes | Northern Thunder",
    ),
    (
        (
            "Zentex, a Chadian maker of drones, signed an agreement with Peru. Kenya works with "
            "Zentex."
        ),
        "Kenya | cooperatesWith | Zentex",
    ),
    (
        "Zentex is a firm that makes drones for Peru. Kenya works with Zentex.",
        "Kenya | cooperatesWith | Zentex",
    ),
    (
        "Peru is building the Hornet missile. Chad also wants to build the Hornet.",
        "Chad | develops | Hornet missile",
    ),
]

_TEXTS = [
    (
        "Peru and Chad signed the Tiwa Accord on Monday. Tiwa covers maritime security.",
        "Tiwa Accord | addresses | maritime security",
    ),
    (
        "Peru and Chad signed the Tiwa Accord on Monday. Fiji wants to join Tiwa.",
        "Fiji | partyTo | Tiwa Accord",
    ),
]

_YEARS = [
    (
        "Chad took part in Northern Thunder 2024, a large naval exercise held in Peru.",
        "Chad | participatesIn | Northern Thunder 2024",
    ),
    (
        (
            "In September, Chad contributed 300 soldiers and three warships to Zapal 2022, an "
            "exercise held in Peru, in which Fiji took part."
        ),
        "Fiji | participatesIn | Zapal 2022",
    ),
]

_NONE = [
    # A centre keeps its noun, and nobody is introduced.
    ("Peru opened the Horizon Centre in Lima. Chad joined Horizon.", "Chad | memberOf"),
    ("Peru signed the Defence Accord. Fiji joined Defence.", "Fiji | partyTo"),
    ("Chad joined Northern Thunder.", "Chad | participatesIn"),
    ("Zentex is no firm. Kenya works with Zentex.", "Kenya | cooperatesWith"),
]


@pytest.mark.parametrize(("text", "fact"), _AGAIN + _TEXTS + _YEARS)
def test_a_name_that_was_introduced_is_read(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), _NONE)
def test_a_name_that_was_not_is_nothing(read: Reading, text: str, fact: str) -> None:
    assert not any(told.startswith(fact) for told in read(text).facts)
