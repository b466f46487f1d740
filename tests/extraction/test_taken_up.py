"""Who and what is meant over sentences: who does the same, "his country", "it" and "both"."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

SAID = [
    ("Sweden joined the JEF in 2017; Iceland followed in 2021.", "Iceland | memberOf | JEF"),
    ("Peru has joined ISAF. Chile followed suit a year later.", "Chile | participatesIn | ISAF"),
    ("Finland joined NATO. Sweden followed it in 2024.", "Sweden | memberOf | NATO"),
    ("Norway arms Ukraine. Spain did so too.", "Spain | supports | Ukraine"),
    ("Chile has accused Peru of spying. Brazil says the same.", "Brazil | opposes | Peru"),
    ("Fiji became a partner of Chile. Niue did likewise.", "Chile | partnerOf | Niue"),
    (
        "Vietnam upgraded its ties with the United States. Then it did the same with Japan.",
        "Vietnam | partnerOf | Japan",
    ),
    ("The Polish minister said his country backs Ukraine.", "Poland | supports | Ukraine"),
    ("Peru's envoy left. He condemned Chile.", "Peru | opposes | Chile"),
    ("NATO was founded in 1949. Sweden joined it in 2024.", "Sweden | memberOf | NATO"),
    (
        "Tokyo has grown bolder. Wary of China, it backs the Philippines.",
        "Japan | supports | Philippines",
    ),
    (
        "Jakarta does not see Beijing as Canberra does, and it has criticised AUKUS.",
        "Indonesia | opposes | AUKUS",
    ),
    (
        "Slovakia's Fico saw Moscow, and Hungary's Orbán went there too. Both oppose Ukraine.",
        "Hungary | opposes | Ukraine",
    ),
    (
        "Kosovo hosts a base. Serbia opposes its bid to join the Council of Europe.",
        "Kosovo | memberOf | Council of Europe",
    ),
    ("Thirty countries support Ukraine, including Japan.", "Japan | supports | Ukraine"),
    ("Forty states took part in Balikatan, among them Peru.", "Peru | participatesIn | Balikatan"),
    (
        "Taiwan buys American arms. China held drills around the island.",
        "China | threatens | Taiwan",
    ),
    (
        "Tonga and Fiji signed a pact. It shows that the kingdom sees China as a threat.",
        "Tonga | concernedBy | China",
    ),
    (
        "Russia arms Niger. Sergei Lavrov visited Mali for talks with its president, Assimi Goïta.",
        "Assimi Goïta | affiliatedWith | Mali",
    ),
    ("What NATO does\n\n- Supports Ukraine with medical equipment\n", "NATO | supports | Ukraine"),
    (
        "Fiji\n\n- Hosts the summit of the Quad\n- Supports Tonga with arms\n",
        "Fiji | supports | Tonga",
    ),
    (
        "Georgia and NATO: a chronology\n\n2009: Deploys troops to Afghanistan.\n",
        "Georgia | stationedIn | Afghanistan",
    ),
]


@pytest.mark.parametrize(("text", "fact"), SAID)
def test_what_is_said_of_whom_a_word_takes_up(read: Reading, text: str, fact: str) -> None:
    subject, predicate, target = fact.split(" | ")
    names = {"JEF": "Joint Expeditionary Force", "ISAF": "International Security Assistance Force"}
    assert f"{subject} | {predicate} | {names.get(target, target)}" in read(text).facts


SILENT = [
    ("Poland backs Ukraine. Hungary refused to do so.", "Hungary | supports"),
    ("Poland backs Ukraine. France followed it with unease.", "France | supports"),
    ("Chile signed a treaty with Peru. It did the same with Fiji.", "Fiji | partyTo | Chile–Peru"),
    ("The base would let Peru fly drones. It angers Chile.", "Peru | "),
    ("Chad makes it easier for Peru to help. It opposes the Quad.", "Peru | opposes"),
    ("Many states arm Ukraine's partners, including Chad.", "Chad | supports"),
    ("Allies must stand together, above all for Ukraine.", "Ukraine | "),
    ("Kosovo hosts a base. Serbia opposes its bid to join NATO.", "Serbia | memberOf"),
    ("The White House spoke. China sees Taiwan as part of its territory.", "Taiwan | memberOf"),
    ("Spain and Peru agreed. Forces are stationed in the kingdom.", "Peru | "),
    ("Kishida came. The Chinese envoy protested. He condemned Japan.", "Japan | opposes"),
]


@pytest.mark.parametrize(("text", "facts"), SILENT)
def test_nothing_is_said_of_others(read: Reading, text: str, facts: str) -> None:
    assert not [fact for fact in read(text).facts if fact.startswith(facts)]
