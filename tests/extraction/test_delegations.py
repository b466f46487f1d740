"""Ministers of two sides who meet, events named for them, and people who share a known surname."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

MET = (
    "Kenya's Defence Minister Ann Lee and Foreign Minister Bob Ray met Chile's Foreign Minister Eva"
    " Cruz and Defence Minister Tom Rey in Lima on Thursday. "
)
STATED = [
    # "The ministers" and "they" are those of both sides
    (MET + "The ministers backed ASEAN centrality.", "Chile | sharesInterest | ASEAN centrality"),
    (MET + "The ministers backed ASEAN centrality.", "Kenya | sharesInterest | ASEAN centrality"),
    (MET + "They backed ASEAN centrality.", "Chile | sharesInterest | ASEAN centrality"),
    # The whole name of what ministers or leaders hold
    (
        "Narendra Modi attended the Quad Leaders' Summit.",
        "India | participatesIn | Quad Leaders' Summit",
    ),
    (
        "ASEAN hosted the ASEAN Defence Ministers' Meeting.",
        "ASEAN | organizes | ASEAN Defence Ministers' Meeting",
    ),
    (
        "First Chile-Peru Defence Ministers' Meeting: Joint Statement",
        "Peru | participatesIn | Chile-Peru Defence Ministers' Meeting",
    ),
    # A meeting of several of each side is named for the sides
    (
        "Richard Marles and Penny Wong met with Fumio Kishida and Yoko Kamikawa in Lima.",
        "Yoko Kamikawa | participatesIn | Australia–Japan meeting",
    ),
    # Who speaks at an event is there
    ("Remarks by Fumio Kishida at the Reef Summit", "Fumio Kishida | participatesIn | Reef Summit"),
    ("Remarks by Fumio Kishida at the Reef Summit", "Japan | participatesIn | Reef Summit"),
    # A namesake of somebody known speaks for his own
    (
        'Kenyan Minister Bob Kishida met Ann Lee.\n\nKishida said so. "We value disarmament."',
        "Kenya | sharesInterest | disarmament",
    ),
]
NOT_STATED = [
    (
        'Kenyan Minister Bob Marles met Ann Lee.\n\nMarles said so. "We value disarmament."',
        "Australia | sharesInterest | disarmament",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
