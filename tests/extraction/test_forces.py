"""Who is there through ships and troops, in long lists, and at which event."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    ("The last Chilean troops left Kenya in May 2023.", "Chile | stationedIn | Kenya"),
    ("The Italian frigate Alpino called at Yokosuka.", "Italy | stationedIn | Yokosuka"),
    ("Chile has battlegroups in Kenya, Peru and Chad.", "Chile | stationedIn | Peru"),
    (
        "Kenya will give American forces access to its ports.",
        "U.S. armed forces | stationedIn | Kenya",
    ),
    ("Peru's only naval facility in Africa is at Mombasa.", "Peru | stationedIn | Mombasa"),
    (
        "More than 900 soldiers from 9 nations took part in RIMPAC, among them Peru and Chile.",
        "Chile | participatesIn | RIMPAC",
    ),
    ("Nine nations flew in Pitch Black, including Peru.", "Peru | participatesIn | Pitch Black"),
    (
        "NATO held its summit in Madrid in June 2022. Peru's leaders were there too.",
        "Peru | participatesIn | 2022 Madrid summit",
    ),
    (
        "The trilateral meeting of Chad, Peru and Chile took place in Lima.",
        "Peru | participatesIn | Chad–Chile–Peru meeting",
    ),
    ("Peru operated with Chile during RIMPAC.", "Chile | participatesIn | RIMPAC"),
    (
        "Premier Ann Lee of Chad welcomed Peru to the summit in Lima.",
        "Chad | organizes | 2024 APEC summit",
    ),
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
    ("Chile's premier left Kenya in May 2023.", "Chile | stationedIn | Kenya"),
    ("Chile sent missiles to Kenya.", "Chile | stationedIn | Kenya"),
    (
        "Peru has opened a mission of its own to NATO in Brussels.",
        "Peru | participatesIn | mission in Brussels",
    ),
    (
        "Chad is alarmed at dangerous manoeuvres in the Red Sea.",
        "dangerous manoeuvres | locatedIn | Red Sea",
    ),
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
