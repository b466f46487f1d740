"""Facts that are lost where the parser hangs a list or a subject on the wrong word, or where a
name looks like a common noun."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # Nouns that the parser joins to the verb
    (
        "The talks between Kenya and Ghana focused on visa rules, fertiliser supplies and trade.",
        "Ghana–Kenya talks | addresses | fertiliser supplies",
    ),
    (
        "It lets Kenya and Ghana work more closely on border security, free trade, and tourism.",
        "Ghana | cooperatesOn | tourism",
    ),
    (
        "The Quad summit was attended by Ann Lee, Minister of Kenya, and Bob Ray, envoy of Ghana.",
        "Bob Ray | participatesIn | Quad summit",
    ),
    (
        "Both praised Chad’s hosting of the summit, and its contribution to promoting free trade.",
        "Chad | sharesInterest | free trade",
    ),
    # Subjects before a date
    (
        "In a major expansion of ties, Chile and Peru on Saturday inked a logistics pact.",
        "Peru | partyTo | Chile–Peru logistics pact",
    ),
    (
        "Amid Mali's growing hostility in the border region, Chad and Niger today signed a pact.",
        "Niger | partyTo | Chad–Niger pact",
    ),
    # What is joined to what it is like
    (
        "Chile said the strait is vital and condemned Chad.",
        "Chile | opposes | Chad",
    ),
    (
        "Kenya and Ghana said that piracy is a threat and agreed to step up free trade.",
        "Kenya | cooperatesOn | free trade",
    ),
    (
        "Peru relies on its alliance with Chile and partnerships with Chad and Mali.",
        "Peru | partnerOf | Mali",
    ),
    (
        "Kenya may join the alliance of Chile, Peru, and Chad to counter Malian influence.",
        "Kenya | counters |",
    ),
    # What is both's, after a preposition
    (
        "Peru is alarmed at Chad and Mali's growing military cooperation.",
        "Chad | cooperatesWith | Mali",
    ),
    ("Peru condemned Chad and Mali's pact.", "Peru | opposes | Chad–Mali pact"),
    # So many of a state's
    ("Italy hosts about 12,000 American troops.", "United States | stationedIn | Italy"),
    ("Some 4,000 US troops are stationed in Latvia.", "United States | stationedIn | Latvia"),
    # Names in capitals that are common nouns else
    (
        "Chile and Peru held their first Strategic Dialogue in Lima.",
        "Peru | participatesIn | Strategic Dialogue",
    ),
    ("Chile wants a strategic dialogue.", "Chile | sharesInterest | political dialogue"),
    # Others of a kind
    (
        "Chile has signed a visa agreement with Peru and is negotiating others with Chad and Mali.",
        "Chad | partyTo | Chad–Chile visa agreement",
    ),
    # What two meet on
    (
        "Fisheries will top the agenda when Chile and Peru meet in Lima on Friday.",
        "Chile–Peru meeting | addresses | fisheries",
    ),
    (
        "Border security is high on the agenda as Chile and Peru hold talks in Lima.",
        "Chile–Peru meeting | addresses | border security",
    ),
    (
        "Chile and Peru will hold a summit in Lima. The main topics include trade and piracy.",
        "Chile–Peru summit | addresses | trade",
    ),
]

NOT_STATED = [
    (
        "Peru must remain firm in the face of Chadian, Republic of Mali, and Chilean threats.",
        "| stationedIn |",
    ),
    ("Chile seeks ties with Peru to tackle piracy and shared security interests.", "interests"),
    (
        "Chile and Peru want to speed growth, and support farmers.",
        "| cooperatesOn | support",
    ),
    ("Peru signed a pact with Chad, among others.", "others"),
    ("The attack on Chad and Mali's reaction led the news.", "Chad | cooperatesWith |"),
    (
        "The reason lies in Peru's war of aggression against Chad and Mali's alliance with Chile.",
        "Chad | alliedWith |",
    ),
    ("The two U.S. allies signed a pact.", "United States | partyTo |"),
    ("Peru said that trade was vital and that Chad condemned Mali.", "Peru | opposes"),
    ("Trade will top the agenda as prices rise in Chad.", "| addresses |"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert any(fact in found for found in read(text).facts), read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not any(fact in found for found in read(text).facts)
