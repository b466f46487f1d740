"""What a clause says of others by leaving it out, and who does which of several things."""

from __future__ import annotations

import pytest

from graph.statements import Polarity
from tests.extraction.conftest import Reading

DENIED = [
    (
        "The Artemis Accords date from 2020. Japan and Peru have signed. China has not.",
        "China | partyTo | Artemis Accords",
    ),
    ("Sweden supports Ukraine. Hungary does not.", "Hungary | supports | Ukraine"),
    ("Poland has condemned Russia, Serbia has not.", "Serbia | opposes | Russia"),
    ("Finland is a member of NATO; Austria is not.", "Austria | memberOf | NATO"),
    ("Finland was admitted to NATO, Ukraine was not.", "Ukraine | memberOf | NATO"),
    ("Japan sees China as a threat. Laos does not.", "Laos | concernedBy | China"),
    ("Chile has sent troops to Haiti, but Peru has not.", "Peru | stationedIn | Haiti"),
    ("Unlike Norway, Sweden is a member of the EU.", "Norway | memberOf | European Union"),
    (
        "Sweden supports Ukraine. So does Norway. Chad does not, and neither does Mali.",
        "Mali | supports | Ukraine",
    ),
]


@pytest.mark.parametrize(("text", "fact"), DENIED)
def test_who_is_said_not_to_do_the_same_has_it_denied(read: Reading, text: str, fact: str) -> None:
    found = read(text)
    assert fact in found.facts
    polarity = {c.polarity for c in found.claims(fact.split(" | ")[1])}
    assert polarity == {Polarity.AFFIRMED, Polarity.DENIED}


def test_neither_and_nor_deny_of_others_too(read: Reading) -> None:
    found = read("Austria has not joined NATO. Neither has Ireland. Nor has Malta.")
    assert {f"{state} | memberOf | NATO" for state in ("Ireland", "Malta")} <= found.facts
    assert {c.polarity for c in found.claims("memberOf")} == {Polarity.DENIED}


def test_a_denial_is_quoted_where_it_is_said(read: Reading) -> None:
    text = "Sweden supports Ukraine. Hungary does not."
    denied = [c for c in read(text).claims("supports") if c.polarity is Polarity.DENIED]
    assert [text[c.start : c.end] for c in denied] == ["Hungary does not."]
    assert [[text[s.start : s.end] for s in c.context] for c in denied] == [
        ["Sweden supports Ukraine."]
    ]


def test_what_a_clause_of_its_own_says_is_no_echo(read: Reading) -> None:
    found = read("Sweden supports Ukraine. Hungary has not joined the Quad.").facts
    assert "Hungary | supports | Ukraine" not in found


def test_who_has_joined_joined_what_the_title_names(read: Reading) -> None:
    text = (
        "# What is the Istanbul Cooperation Initiative?\n\n"
        "It was launched by NATO leaders at their summit in Istanbul. The same summit upgraded"
        " the Mediterranean Dialogue.\n\nBahrain and Kuwait have joined. Oman has not.\n"
    )
    found = read(text).facts
    assert "Bahrain | memberOf | Istanbul Cooperation Initiative" in found
    assert "Oman | memberOf | Istanbul Cooperation Initiative" in found
    assert not [fact for fact in found if fact.startswith("Bahrain | participatesIn")]


def test_what_is_told_respectively_is_told_in_pairs(read: Reading) -> None:
    found = read("France and Britain have bases in Qatar and Bahrain respectively.").facts
    assert "France | stationedIn | Qatar" in found
    assert "United Kingdom | stationedIn | Bahrain" in found
    assert "France | stationedIn | Bahrain" not in found
