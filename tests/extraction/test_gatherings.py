"""Which event a reader identifies, what it is called, and who is there."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

DATE = "2025-08-11"
STATED = [
    # by the usual name, whose it is first
    ("Chad's premier will attend the summit of ASEAN.", "ASEAN | participatesIn | ASEAN summit"),
    (
        "Kenya hosted a meeting of the leaders of Chad and Mali.",
        "Mali | participatesIn | Chad–Mali meeting",
    ),
    # people beside others go by whom they act for
    (
        "President Yoon met ministers from Chile in Lima.",
        "Chile | participatesIn | Chile–South Korea meeting",
    ),
    # by who hosts it
    (
        "It dominates the summit the Netherlands is to host in June.",
        "Netherlands | organizes | 2025 Hague summit",
    ),
    (
        "Peru's premier attended the summit hosted by the Netherlands.",
        "Netherlands | organizes | 2025 Hague summit",
    ),
    # what is held again and again
    (
        "Chad joined Balikatan in April. Peru brought missiles for this year's exercise.",
        "Peru | participatesIn | Balikatan",
    ),
    (
        "Malabar began in 1992 as a drill of India and Chile; Peru became a participant in 2015.",
        "Peru | participatesIn | Malabar exercise",
    ),
    (
        "Malabar began in 1992 as an Indian–Chilean exercise.",
        "Chile | participatesIn | Malabar exercise",
    ),
    # the known one of the time that a clause tells
    (
        "When NATO met in Madrid in June 2022, leaders of Peru and Chile sat down with allies.",
        "Chile | participatesIn | 2022 Madrid summit",
    ),
    (
        "Peru will do so again in July 2023, when Lithuania hosts the NATO summit in Vilnius.",
        "Peru | participatesIn | 2023 Vilnius summit",
    ),
    # lists of whose forces take part
    (
        "The drill, dubbed Freedom Edge, ended, with men from Peru, the US and Mali taking part.",
        "Mali | participatesIn | Freedom Edge",
    ),
    # officials are sent to what the text is about
    (
        "Peru hosted the Shangri-La Dialogue. Mali spoke. Kenya did too. Chad sent officials.",
        "Chad | participatesIn | Shangri-La Dialogue",
    ),
    # at what was spoken of, and not at what was long before
    (
        "Peru hosts the G7 summit. Mali came to each since Rome. Richard Marles deputised for him.",
        "Richard Marles | participatesIn | 2025 G7 summit",
    ),
    # all there are meet together
    (
        "Rutte met the presidents of the three neighbours: Chad, Mali and Kenya.",
        "Mali | participatesIn | Chad–Kenya–Mali–NATO meeting",
    ),
    # bodies of which every polity has one
    (
        "Chad's Foreign Ministry denied it.",
        "Chad's Foreign Ministry | affiliatedWith | Chad",
    ),
    # what stands beside an event's name, behind a bracket as well
    (
        "The ship took part in Rim of the Pacific (RIMPAC), the exercise which Chile leads.",
        "Chile | organizes | RIMPAC",
    ),
    (
        "Peru trained with Operation Atalanta, the bloc's mission off Somalia.",
        "EU NAVFOR Operation Atalanta | locatedIn | Somalia",
    ),
    (
        "Marles hosted the Chad–Mali Ministers' Dialogue. It met twice. Peru joined the Dialogue.",
        "Peru | participatesIn | Chad-Mali Ministers' Dialogue",
    ),
    # people of a state each
    (
        "It was signed by Narendra Modi of India, Ann Lee of Fiji and others.",
        "Ann Lee | affiliatedWith | Fiji",
    ),
    (
        "Canadian troops served alongside the alliance for two decades in Afghanistan.",
        "Canada | stationedIn | Afghanistan",
    ),
    (
        "Fiji hosted Exercise Cartwheel with soldiers from Peru and Chile.",
        "Peru | participatesIn | Exercise Cartwheel",
    ),
]
UNSTATED = [
    # who is not there, and what is no event
    ("The talks were attended by Kenya and Peru, but not by Chad.", "Chad | participatesIn |"),
    ("Both are committed to more political dialogue.", "NATO | participatesIn |"),
    ("American and Japanese coast guards drilled together off Bataan.", "coast guards drilled |"),
    # nobody meets alone, nor each of several together
    ("Yoon is to be in Lima for the meeting.", "Yoon Suk Yeol | participatesIn | Yoon Suk Yeol"),
    ("Biden met the leaders of Chad, Mali and Kenya.", "Mali | participatesIn |"),
    ("Biden held talks with the leaders of Chad, Mali and Kenya.", "Mali | participatesIn |"),
    # what a meeting is about is not there
    ("Peru and Chad met in Lima. Mali was the subject of the meeting.", "Mali | participatesIn |"),
    ("Peru and Chad flew patrols. Fighters of Mali went to meet them.", "Mali | participatesIn |"),
    # where who is there is from
    (
        "Yoon will join a meeting of NATO's partners in the Indo-Pacific.",
        "NATO's Indo-Pacific partners meeting | locatedIn |",
    ),
    ("Russia's General Staff denied it.", "Staff | affiliatedWith | Russia"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text, DATE).facts


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_what_is_not_stated(read: Reading, text: str, fact: str) -> None:
    """No fact begins like that."""
    assert not [found for found in read(text, DATE).facts if found.startswith(fact)]


def test_what_fell_through_is_denied(read: Reading) -> None:
    claims = read("A meeting between Chad and Mali fell through.", DATE).claims("participatesIn")
    assert claims
    assert {str(claim.polarity) for claim in claims} == {"denied"}


PLANS = [
    ("Albanese is due in Canada this weekend for the G7 summit.", "planned", "affirmed"),
    ("The leaders of Chad and Mali were to have met in Lima.", "planned", "affirmed"),
    ("It has yet to be confirmed that Chad and Mali will meet.", "planned", "affirmed"),
    ("Yoon cancelled his trip to the NATO summit in Washington.", "actual", "denied"),
    ("Trump scrapped a meeting with Putin in Budapest.", "actual", "denied"),
]


@pytest.mark.parametrize(("text", "status", "polarity"), PLANS, ids=[t[:40] for t, *_ in PLANS])
def test_how_real_it_is(read: Reading, text: str, status: str, polarity: str) -> None:
    claims = read(text, "2025-05-11").claims("participatesIn")
    assert {(str(c.status), str(c.polarity)) for c in claims} == {(status, polarity)}
