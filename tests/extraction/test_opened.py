"""What opens a sentence, and who is meant after it; whose designs are fought, and by whom."""

from __future__ import annotations

import pytest

from graph.statements import Polarity
from tests.extraction.conftest import Reading

_FURIOUS = (
    "Kenya had a pact with France. When it was cancelled the French were furious, and their "
    "foreign minister, Luc Ray, spoke of betrayal."
)

STATED = [
    # Who is named in what "it" undergoes is not "it"
    (
        "Chile announced a plan. Worried by Chinese pressure on Peru, it has backed Kenya.",
        "Chile | supports | Kenya",
    ),
    (
        _FURIOUS,
        "Luc Ray | affiliatedWith | France",
    ),
    # Headlines
    ("Chile and Peru sign trade pact as tensions grow", "Chile | partyTo | Chile–Peru trade pact"),
    # Whose designs are fought
    ("Peru is ready to challenge Chinese ambitions.", "Peru | opposes | China"),
    # Whom a state turns to
    ("Kenya switched recognition from Taiwan to China.", "Kenya | cooperatesWith | China"),
    ("Peru fell ill. Its old friends, Chile and Kenya, helped.", "Peru | partnerOf | Chile"),
    # Who presides over a group
    ("India, which chairs the Quad, is making plans.", "India | memberOf | Quad"),
]

NOT_STATED = [
    (
        "Chile announced a plan. Worried by Chinese pressure on Peru, it has backed Kenya.",
        "Peru | supports |",
    ),
    (
        _FURIOUS,
        "Luc Ray | affiliatedWith | Kenya",
    ),
    ("Chinese tensions grow.", "tensions | posedBy | China"),
    ("A Chilean ballistic missile submarine sailed.", "ballistic missiles | posedBy |"),
    ("Ann Lee has ruled out a Chinese base.", "Ann Lee | affiliatedWith | China"),
    ("Peru challenged China's claims.", "Peru | threatens | China"),
    ("Kenya and Chad cut their ties with Peru and turned to China.", "Kenya | opposes | China"),
    (
        "Chile warned that it would respond if a military presence were established.",
        "Chile | sharesInterest | military presence",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not [found for found in read(text).facts if fact in found]


@pytest.mark.parametrize(
    "text",
    [
        "It shows how unwilling Chile is to abide by international law.",
        "Chile will not comply with international law.",
    ],
)
def test_who_will_not_abide_by_it_does_not_value_it(read: Reading, text: str) -> None:
    assert {c.polarity for c in read(text).claims("sharesInterest")} <= {Polarity.DENIED}
