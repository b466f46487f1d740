"""Who is at an event in whose company, ships that stand for somebody, and bodies within bodies."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # Names that hyphens join before an event
    ("The Kenya–EU summit in Nairobi ended.", "Kenya | participatesIn | Kenya-EU summit"),
    (
        "The Chile-Peru defence ministers' meeting was held in Lima.",
        "Peru | participatesIn | Chile-Peru defence ministers' meeting",
    ),
    (
        "The first Chile–Peru–Ecuador trilateral dialogue took place in Quito.",
        "Ecuador | participatesIn | Chile-Peru-Ecuador trilateral dialogue",
    ),
    (
        "The Rutte–Carney meeting in Ottawa was brief.",
        "Canada | participatesIn | Rutte-Carney meeting",
    ),
    # Talks that somebody has in a clause of something else
    (
        "Mark Carney wrapped up his visit to Warsaw with talks with Donald Tusk.",
        "Canada | participatesIn | Donald Tusk–Mark Carney talks",
    ),
    (
        "After a meeting with Donald Tusk, Carney said that trade would grow.",
        "Canada | participatesIn | Donald Tusk–Mark Carney meeting",
    ),
    (
        "At the Vilnius summit, Norway highlighted the plight of fishermen.",
        "Norway | participatesIn | 2023 Vilnius summit",
    ),
    (
        "Carney hosted his counterparts from three countries, Chile, Peru and Kenya, in Ottawa.",
        "Peru | participatesIn | Canada–Chile–Kenya–Peru meeting",
    ),
    # Ships
    ("The Chilean frigate Condell joined the RIMPAC drills.", "Chile | participatesIn | RIMPAC"),
    ("HMCS Regina took part in RIMPAC.", "Canada | participatesIn | RIMPAC"),
    ("HMNZS Te Mana is deployed to the Gulf of Aden.", "New Zealand | stationedIn | Gulf of Aden"),
    # Bodies
    (
        "NATO's Allied Maritime Command published the list.",
        "Allied Maritime Command | partOf | NATO",
    ),
    # Groups and partners
    (
        "The AUKUS grouping that includes Britain and Australia met in Perth.",
        "United Kingdom | memberOf | AUKUS",
    ),
    ("NATO has identified Chile and Peru as key partners.", "NATO | partnerOf | Peru"),
]


@pytest.mark.parametrize(("text", "fact"), STATED, ids=[t[:50] for t, _ in STATED])
def test_company(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert fact in facts, facts


NOT_STATED = [
    ("Kenya deepens ties with Peru, alarming Chile and Brazil.", "Kenya | cooperatesWith | Chile"),
    ("Carney ruled out talks with Donald Tusk.", "Poland | participatesIn |"),
    ("The UN Security Council met.", "UN Security Council | partOf |"),
    ("USS fares in Chile have risen.", "United States |"),
    ("The Indo-Pacific summit in Lima ended.", "Indo-Pacific | participatesIn |"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED, ids=[t[:50] for t, _ in NOT_STATED])
def test_no_company(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert not any(f.startswith(fact) for f in facts), facts


def test_a_list_goes_on_with_what_is_done(read: Reading) -> None:
    facts = read("Chile and Peru share priorities: upholding the law, cyber defence.").facts
    assert any("cyber" in f for f in facts), facts


HOLDERS = [
    ("Polish premier Jan Kosik and Foreign Minister Ewa Wilk left.", "Ewa Wilk", "Poland"),
    ("The chair of the Lowy Institute, General Tom Ashby, agreed.", "Tom Ashby", "Lowy Institute"),
    ("NATO's Assistant Secretary General for Operations, Tom Ashby, agreed.", "Tom Ashby", "NATO"),
    ("Kenyan Chief of Defence Staff General Otieno Mwangi agreed.", "Otieno Mwangi", "Kenya"),
    ("Peru's PM Rosa Quispe agreed.", "Rosa Quispe", "Peru"),
]


@pytest.mark.parametrize(("text", "person", "whose"), HOLDERS, ids=[p for _, p, _ in HOLDERS])
def test_whose_the_office_is(read: Reading, text: str, person: str, whose: str) -> None:
    facts = read(text).facts
    assert f"{person} | affiliatedWith | {whose}" in facts, facts


MEMBERS = [
    ("Kenya joined the Kondor Blanco exercise.", "Kenya | participatesIn | Kondor Blanco exercise"),
    ("Peru is building up a brigade in Fiji.", "Peru | stationedIn | Fiji"),
    ("Kenyan frigates escorted it through the Red Sea.", "Kenya | stationedIn | Red Sea"),
    ("ASEAN has ten members, including Laos and Brunei.", "Laos | memberOf | ASEAN"),
    (
        "The EU was founded in 1993. The bloc now has 27 members: Malta, Spain, and Italy.",
        "Malta | memberOf | European Union",
    ),
    ("Kenya and two other partners of NATO will attend.", "Kenya | partnerOf | NATO"),
    ("Chile and Peru signed it. The two allies were pleased.", "Chile | alliedWith | Peru"),
]


@pytest.mark.parametrize(("text", "fact"), MEMBERS, ids=[t[:50] for t, _ in MEMBERS])
def test_who_belongs(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert fact in facts, facts


NOT_SAID = [
    (
        "Tom Ashby, a Canberra-based analyst with the Lowy Institute, agreed.",
        "Tom Ashby | affiliatedWith | Australia",
    ),
    ("Kenya and two other partners of NATO will attend.", "Kenya | memberOf | NATO"),
    ("Members of the China-focused AUKUS pact met.", "China | memberOf | AUKUS"),
    ("A Chilean delegation arrived in Lima.", "Chile | stationedIn |"),
    ("Chatham House is a body based in London.", "Chatham House | stationedIn |"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_SAID, ids=[t[:50] for t, _ in NOT_SAID])
def test_who_does_not(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert not any(f.startswith(fact) for f in facts), facts


def test_participating_nations_are_at_what_was_spoken_of(read: Reading) -> None:
    facts = read("Peru joined RIMPAC, and participating nations include Fiji and Chile.").facts
    assert "Fiji | participatesIn | RIMPAC" in facts, facts
