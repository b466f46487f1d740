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
    ("Chile seeks ties with Peru to tackle piracy and shared security interests.", "interests"),
    (
        "Chile and Peru want to speed growth, and support farmers.",
        "| cooperatesOn | support",
    ),
    ("Peru signed a pact with Chad, among others.", "others"),
    ("Trade will top the agenda as prices rise in Chad.", "| addresses |"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert any(fact in found for found in read(text).facts), read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not any(fact in found for found in read(text).facts)
