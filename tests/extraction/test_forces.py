"""Who is there through ships and troops, in long lists, and at which event."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "Portugal will send two ships to Asia. The vessels will take part in RIMPAC.",
        "Portugal | participatesIn | RIMPAC",
    ),
    (
        "Norway deployed a task group to the Pacific. The group will join Pitch Black.",
        "Norway | participatesIn | Pitch Black",
    ),
    (
        "Chile sent 300 soldiers to Kenya. The troops were deployed to Mombasa.",
        "Chile | stationedIn | Mombasa",
    ),
    (
        "Peru, Chile, the Republic of Korea, Tonga Samoa, Mexico and Canada took part in RIMPAC.",
        "Mexico | participatesIn | RIMPAC",
    ),
    ("Peru, Chile, Tonga hold talks on trade.", "Tonga | participatesIn | talks on trade"),
    (
        "The foreign ministers of Peru, Chile, and Tonga held talks in Oslo.",
        "Tonga | participatesIn | Chile–Peru–Tonga meeting",
    ),
    (
        "They agreed to it at an August 2023 summit at Camp David between Joe Biden and Yoon.",
        "Yoon Suk Yeol | participatesIn | 2023 Camp David summit",
    ),
    ("The Kamandag naval exercises began in Cebu.", "Kamandag | locatedIn | Cebu"),
    (
        "The Halifax International Security Forum security gathering opened in Halifax.",
        "Halifax International Security Forum | locatedIn | Halifax",
    ),
    (
        "The NATO summit in Madrid begins on Tuesday. Chile will attend the NATO summit.",
        "Chile | participatesIn | 2022 Madrid summit",
    ),
    (
        "Cobra Gold opened in Thailand. There will be observers from Peru and Chile.",
        "Peru | participatesIn | Cobra Gold",
    ),
    (
        "Cobra Gold opened in Thailand. Troops from Peru will join the drills.",
        "Peru | participatesIn | Cobra Gold",
    ),
    (
        "Defence Minister Wladyslaw Kosiniak-Kamysz spoke.",
        "Władysław Kosiniak-Kamysz | affiliatedWith | Poland",
    ),
    (
        "Defence Minister Boris Pistorius met with Chilean counterpart Ana Rojas.",
        "Ana Rojas | affiliatedWith | Chile",
    ),
]
UNSTATED = [
    (
        "Portugal will send two ships to Asia. Peru's vessels will take part in RIMPAC.",
        "Portugal | participatesIn | RIMPAC",
    ),
    (
        "The NATO summit in Madrid ended. Chile will attend the next NATO summit.",
        "Chile | participatesIn | 2022 Madrid summit",
    ),
    (
        "Peru met Chile in Lima. The last meeting was held in Quito. Peru will attend the meeting.",
        "Peru | participatesIn | meeting in Quito",
    ),
    (
        "Peru and Chile will meet when they gather in Oslo for the Nordic Seabed Summit.",
        "Peru | organizes | Nordic Seabed Summit",
    ),
    (
        "Peru said that a meeting with Donald Trump was unlikely.",
        "United States | participatesIn | 2025 Quad foreign ministers' meeting",
    ),
    ("Peru and Chile sign defence pact.", "Peru | partyTo | AUKUS agreement"),
    (
        "NATO and Peru met. A strike group sailed to Asia. The strike group joined Pitch Black.",
        "NATO | participatesIn | Pitch Black",
    ),
    (
        "At talks in Oslo, Norway, Minister Ana Rojas and Minister Juan Vela spoke.",
        "Oslo | participatesIn | talks in Oslo",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_what_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
