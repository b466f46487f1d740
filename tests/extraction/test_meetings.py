"""Who is at a meeting or drill, who holds it, where it is and what is spoken of there."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

DATE = "2024-06-15"
STATED = [
    # what takes up an event that was named
    (
        "Chad hosts the NATO summit in Washington. Kenya took part in the meeting.",
        "Kenya | participatesIn | 2024 Washington summit",
    ),
    (
        "Kenya held a forum in Nairobi. Peru and Chile were represented at the forum.",
        "Peru | participatesIn | forum in Nairobi",
    ),
    # who is asked, and who sends somebody, without a word for whither
    (
        "NATO invited them to this defence ministers' meeting.",
        "NATO | organizes | defence ministers' meeting",
    ),
    (
        "Kakadu is a drill held by Australia. Italy also sent two frigates.",
        "Italy | participatesIn | Exercise Kakadu",
    ),
    # whose the preposition is after a list and after an object
    (
        "Peru joined Chile, Kenya, and Mexico for naval drills in the Gulf of Guinea.",
        "Peru | participatesIn | naval drills",
    ),
    (
        "The chairman opened the meeting among Peru, Chile and Kenya.",
        "Chile | participatesIn | Chile–Kenya–Peru meeting",
    ),
    (
        "Peru held a naval exercise near Hawaii, called Blue Anchor.",
        "Peru | participatesIn | Blue Anchor",
    ),
    (
        "A session with NATO's Indo-Pacific partners took place in Rome.",
        "NATO's Indo-Pacific partners | participatesIn | session in Rome",
    ),
    # several that the parse takes for one
    (
        "A Dutch destroyer, an Italian corvette, and ships from Kenya take part in the drill.",
        "Italy | participatesIn | Italy–Kenya–Netherlands drill",
    ),
    (
        "President Ana Rojas, Secretary Bob Ray and many of their aides are set to go to the fair.",
        "Ana Rojas | participatesIn | Ana Rojas–Bob Ray fair",
    ),
    (
        "The Defence Ministers of Chile, Peru and Kenya met in Lima.",
        "Kenya | participatesIn | Chile–Kenya–Peru meeting",
    ),
    (
        "The Evertsen, a Dutch frigate, is taking part in the joint drill.",
        "Netherlands | participatesIn | joint drill",
    ),
    # honours beside a name
    (
        "Minister Ana Rojas held a meeting with the Hon. Ann Lee, Minister for Trade of Kenya.",
        "Ann Lee | participatesIn | Ana Rojas–Ann Lee meeting",
    ),
    # where
    (
        "Peru and Chile carried out a joint exercise in the waters off Dakar.",
        "joint exercise | locatedIn | Dakar",
    ),
    ("Minister Ana Rojas made a visit to Kenya.", "visit to Kenya | locatedIn | Kenya"),
    ("Minister Ana Rojas made a visit to Kenya.", "Ana Rojas | participatesIn | visit to Kenya"),
    ("Italy's presence in the Indo-Pacific is growing.", "Italy | stationedIn | Indo-Pacific"),
    ("Italian warships made transits of the Taiwan Strait.", "Italy | stationedIn | Taiwan Strait"),
    (
        "Ministers from Peru flew to Lima to attend the Amber Sea Forum.",
        "Amber Sea Forum | locatedIn | Lima",
    ),
    (
        "Minister Ana Rojas later made a two-day visit to Kenya.",
        "visit to Kenya | locatedIn | Kenya",
    ),
    (
        "Minister Ana Rojas later made a two-day visit to Kenya.",
        "Ana Rojas | participatesIn | visit to Kenya",
    ),
    (
        "Minister Bob Ray is in Kenya for the Amber Sea Forum.",
        "Amber Sea Forum | locatedIn | Kenya",
    ),
    (
        "Minister Bob Ray is in Kenya for the Amber Sea Forum.",
        "Bob Ray | participatesIn | Amber Sea Forum",
    ),
    # with whom
    (
        "Chile will participate in Exercise Kakadu with Peru, Kenya, and Italy.",
        "Kenya | participatesIn | Exercise Kakadu",
    ),
    (
        "President Ana von der Lund and Secretary Bob Ray met in Lima.",
        "Ana von der Lund | participatesIn | Ana von der Lund–Bob Ray meeting",
    ),
    # what is spoken of
    ("Peru and Chile met in Lima to discuss piracy.", "Chile–Peru meeting | addresses | piracy"),
    (
        "Peru and Chile met in Lima. The meeting also highlighted concerns about China.",
        "Chile–Peru meeting | addresses | China",
    ),
]
UNSTATED = [
    # who comes on a visit meets those there
    (
        "Peru's premier will meet President Ann Lee for an official visit.",
        "Peru | participatesIn | official visit",
    ),
    # a summit of three is not one of four
    (
        "Leaders hailed the landmark trilateral summit in Washington DC.",
        "2021 Quad Leaders Summit | locatedIn | Washington DC",
    ),
    # a summit that is held is no other meeting
    ("Peru held a summit with Chile in Lima.", "Peru | participatesIn | Chile–Peru meeting"),
    (
        "The Quad summit in Tokyo ended. Minister Ana Rojas of Peru took part in Monday's call.",
        "Peru | participatesIn | 2022 Quad Leaders Summit",
    ),
    (
        "Kakadu is a drill held by Australia. Italy also sent two frigates to the Gulf of Guinea.",
        "Italy | participatesIn | Exercise Kakadu",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text, DATE).facts


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_what_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text, DATE).facts
