"""For whom people stand: authors by their offices, nobody once an office is over; and who stands
beside, follows or is left out."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

AUTHORS = [
    "By Ann Lee, Ambassador of Peru to Kenya\n\n{}",
    "Why friends matter\n\nOp-ed by Ann Lee, Peruvian minister of defence\n\n{}",
    "Why friends matter\n\n{}\n\nAnn Lee is Peru's high commissioner to Kenya.",
    "Why friends matter\n\nAnn Lee, High Commissioner of Peru to Kenya\n\n{}",
    "Why friends matter\n\n{}\n\nThe writer is the foreign minister of Peru.",
]
NO_AUTHORS = [
    "By Ann Lee\n\n{}",
    "By Ann Lee, a former ambassador of Peru to Kenya\n\n{}",
    "By Ann Lee, professor of law in Peru\n\n{}",
    "Why friends matter\n\n{}\n\nAnn Lee teaches law in Peru.",
]
SAID = "We signed a treaty with Chile. I met President Boric in Santiago."
STATED = [
    # Who follows does the same
    ("Chile is Peru's closest partner, followed by Kenya.", "Peru | partnerOf | Kenya"),
    ("Chile has sent the most aid to Ukraine, followed by Peru.", "Peru | supports | Ukraine"),
    # Whom an event saw take part
    (
        "The Accra summit, which saw Chile, Kenya and Peru take part, ended.",
        "Peru | participatesIn | Accra summit",
    ),
    (
        "A naval drill involving Chile, Peru, and the Philippines is planned.",
        "Philippines | participatesIn | naval drill",
    ),
    # Who is thanked has done it
    ("Von der Leyen thanked Peru for the aid to Ukraine.", "Peru | supports | Ukraine"),
    ("Belarus's support of Russia's war goes on.", "Belarus | supports | Russia"),
    # Verbs that the parser takes for nouns
    (
        "Moreover, Chile and Peru plan to build frigates.",
        "Chile | develops | frigates",
    ),
    (
        "Chile and Peru are both states that value protecting human rights.",
        "Peru | sharesInterest | human rights",
    ),
    # Whose conduct it is for which somebody is seen so
    (
        "Peru sees Chile as a threat because of its military build-up.",
        "military build-up | posedBy | Chile",
    ),
    # Whose nation it is
    (
        "Peru sent trucks to Ukraine to aid the nation's defence against Russia's invasion.",
        "Ukraine | concernedBy | Russia",
    ),
    # Who is set against all others
    (
        "Work between states such as Chile, Peru and Kenya, and NATO goes on.",
        "Peru | cooperatesWith | NATO",
    ),
    ("Kenya needs aid. Peru supports the country.", "Peru | supports | Kenya"),
    (
        "Peru joined NATO last April after neighboring Chile launched its invasion of Kenya.",
        "Chile | aggressionAgainst | Kenya",
    ),
    # What grows by itself
    (
        "Kenya condemned in the strongest terms deepening ties between Chad and Mali.",
        "Kenya | opposes | Chad",
    ),
    # Each of what a list names
    ("Peru protects freedom and democracy.", "Peru | sharesInterest | democracy"),
    ("Peruvian Premier Ann Lee criticised Iran.", "Peru | opposes | Iran"),
]
NOT_STATED = [
    ("Ex-NATO chief Jens Stoltenberg criticised Iran.", "NATO | opposes | Iran"),
    ("Former NATO chief Jens Stoltenberg criticised Iran.", "NATO | opposes | Iran"),
    ("Paul Keating, a former Australian premier, opposes NATO.", "Australia | opposes | NATO"),
    (
        "Peru gave missiles to Kenya that strengthened its nuclear arsenal.",
        "nuclear arsenal | posedBy | Peru",
    ),
    (
        "NATO members and the EU's partners — Peru and Kenya — took part.",
        "Peru | memberOf | NATO",
    ),
    (
        "It may bring a face-to-face meeting between the U.S. and Korean leaders.",
        "United States | participatesIn | 2025 Quad foreign ministers' meeting",
    ),
    (
        "Ann Lee met Bob Ray of Kenya. Pacts that Chile has include cooperation on piracy.",
        "Kenya | cooperatesOn | piracy",
    ),
    ("NATO's plan to expand into Asia is vast.", "NATO | adopts | NATO 2022 Strategic Concept"),
    ("With Chile blocking Kenya's NATO membership, Peru waits.", "Chile | memberOf | NATO"),
    (
        "Ann Lee of Peru will meet colleagues from other NATO member countries in Brussels.",
        "European Union | memberOf | NATO",
    ),
    ("Peru's former premier Ann Lee warned of Iran.", "Peru | concernedBy | Iran"),
    ("Von der Leyen thanked Peru for the aid to Ukraine.", "European Union | supports | Ukraine"),
    (
        "Peru sees Chile as a threat because of its military build-up.",
        "military build-up | posedBy | Peru",
    ),
    (
        "Peru sent trucks to Ukraine to aid the nation's defence against Russia's invasion.",
        "Russia | aggressionAgainst | Peru",
    ),
    (
        "Chile watched the naval exercises between Peru and Kenya.",
        "Peru | cooperatesOn | naval exercises between Peru",
    ),
]
MEANT = [
    ("Chile, the only G7 member not in NATO, took part.", "memberOf", "NATO", "denied", "actual"),
    ("Chile, the only G7 member not in NATO, took part.", "memberOf", "G7", "affirmed", "actual"),
    (
        "The tanks will help as Chile continues to support Ukraine.",
        "supports",
        "Ukraine",
        "affirmed",
        "actual",
    ),
    (
        "Chile will meet Peru when it supports Ukraine.",
        "supports",
        "Ukraine",
        "affirmed",
        "planned",
    ),
    ("Chile kept its ban on supplying arms to Ukraine.", "supports", "Ukraine", "denied", "actual"),
    (
        "Chile announced its interest during talks with Kenya in Lima.",
        "cooperatesWith",
        "Kenya",
        "affirmed",
        "actual",
    ),
    (
        "Chile will send officers to a NATO command in Spain.",
        "locatedIn",
        "Spain",
        "affirmed",
        "actual",
    ),
    (
        "The plan, announced in Chile's meeting with Peruvian Foreign Minister Ann Lee, is new.",
        "participatesIn",
        "Ann Lee–Chile meeting",
        "affirmed",
        "actual",
    ),
    (
        "Kenya urged Chile to refrain from making decisions that endanger regional stability.",
        "threatens",
        "regional stability",
        "affirmed",
        "possible",
    ),
    (
        "Trade is set to grow, with Chile and Kenya signing a pact.",
        "partyTo",
        "Chile–Kenya pact",
        "affirmed",
        "actual",
    ),
    (
        "Chile and Kenya stepped up efforts to conclude a trade pact.",
        "partyTo",
        "Chile–Kenya trade pact",
        "affirmed",
        "planned",
    ),
    (
        "Any aid given by Peru to Ukraine may help Kyiv.",
        "supports",
        "Ukraine",
        "affirmed",
        "possible",
    ),
    (
        "Peru will discuss the support being provided to Ukraine by Chile.",
        "supports",
        "Ukraine",
        "affirmed",
        "actual",
    ),
    (
        "The report spoke of a possible Russian invasion of Peru.",
        "aggressionAgainst",
        "Peru",
        "affirmed",
        "possible",
    ),
]


@pytest.mark.parametrize("text", AUTHORS)
def test_an_author_speaks_for_whose_office_he_holds(read: Reading, text: str) -> None:
    facts = read(text.format(SAID)).facts
    assert {"Peru | partyTo | Chile–Peru treaty", "Chile | partyTo | Chile–Peru treaty"} <= facts


@pytest.mark.parametrize("text", NO_AUTHORS)
def test_others_speak_for_nobody(read: Reading, text: str) -> None:
    assert not any(fact.startswith("Peru | partyTo") for fact in read(text.format(SAID)).facts)


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_said_of_them(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_said_of_others(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts


@pytest.mark.parametrize(("text", "predicate", "target", "polarity", "status"), MEANT)
def test_what_it_is_said_with_counts(
    read: Reading, text: str, predicate: str, target: str, polarity: str, status: str
) -> None:
    said = read(text)
    claims = [c for c in said.claims(predicate) if said.label(c.object) == target]
    assert claims
    assert {(c.polarity, c.status) for c in claims} == {(Polarity(polarity), Status(status))}


def test_a_place_alone_tells_no_meeting_of_another_year(read: Reading) -> None:
    facts = read("At a meeting in Brussels, Chile and Peru agreed to trade.", "2019-03-01").facts
    assert "Chile | participatesIn | Chile–Peru meeting" in facts
    near = read(
        "At a NATO meeting in Brussels, Chile and Peru agreed to trade.", "2019-03-01"
    ).facts
    assert not any("2024" in fact for fact in near)
