"""What texts and meetings are about, what the several who meet or speak hold and do, and lists and
dates at which a parse breaks."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

MEETING = "Report.\n\nForeign ministers of Kenya and Chad met in Nairobi. "


def both(fact: str) -> set[str]:
    return {f"{who} | {fact}" for who in ("Kenya", "Chad")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The ministers agreed to deepen trade.", both("cooperatesOn | trade")),
        ("Both ministers stressed the importance of trade.", both("sharesInterest | trade")),
        ("Participants agreed to cooperate on trade.", both("cooperatesOn | trade")),
        ("Ministers stressed the importance of trade.", both("sharesInterest | trade")),
        ("The meeting participants agreed to deepen trade.", both("cooperatesOn | trade")),
        ("The two countries are committed to peace.", both("sharesInterest | peace")),
        ('"We are committed to peace," the ministers said.', both("sharesInterest | peace")),
        ('"We are committed to peace," the statement said.', both("sharesInterest | peace")),
    ],
)
def test_those_who_met_are_taken_up(read: Reading, text: str, facts: set[str]) -> None:
    assert facts <= read(MEETING + text).facts


def test_ministers_of_nobody_are_nobody(read: Reading) -> None:
    found = read("Report.\n\nKenya's premier spoke. The ministers agreed to deepen trade.")
    assert not found.claims("cooperatesOn")


def test_a_declaration_speaks_for_its_author(read: Reading) -> None:
    found = read('"We are committed to peace," the Hague Summit Declaration said.')
    assert "NATO | sharesInterest | peace" in found.facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The pact between Chad and Mali will facilitate cooperation in areas such as trade.",
            "Chad–Mali pact | addresses | trade",
        ),
        (
            "The new Chad-Mali defence and security pact covers trade.",
            "Chad–Mali pact | addresses | trade",
        ),
        (
            "The pact between Chad and Mali includes provisions for flood relief.",
            "Chad–Mali pact | addresses | flood relief",
        ),
        (
            "Chad signed a pact with Mali on Friday, which covers trade.",
            "Chad–Mali pact | addresses | trade",
        ),
        (
            "Three states formed AUKUS. Pillar II covers areas such as cybersecurity.",
            "AUKUS Pillar II | addresses | cybersecurity",
        ),
        (
            "The foreign chiefs of the G7 highlighted the importance of trade.",
            "G7 | sharesInterest | trade",
        ),
        (
            "Chad's deployment is meant to uphold freedom of navigation.",
            "Chad | sharesInterest | freedom of navigation",
        ),
        (
            "The pact between Chad and Mali contains a mutual defence clause.",
            "Chad–Mali pact | addresses | collective defence",
        ),
        (
            "The pact between Chad and Mali would expand ties through joint training.",
            "Chad–Mali pact | addresses | joint training",
        ),
        (
            "Chad seeks close cooperation with Malian officials in the fields of trade and space.",
            "Chad | cooperatesOn | trade",
        ),
        (
            "Military cooperation between Chad and Mali is growing.",
            "Chad | cooperatesOn | military cooperation",
        ),
        (
            "Chad is negotiating a partnership with Mali, which will cover trade.",
            "Chad | cooperatesOn | trade",
        ),
        ("Chad will work with Mali to promote trade.", "Mali | cooperatesOn | trade"),
        ("Chad and Mali will cooperate in such areas as trade.", "Mali | cooperatesOn | trade"),
        (
            "Chad is committed to a free, open, and prosperous Indo-Pacific region.",
            "Chad | sharesInterest | free and open Indo-Pacific",
        ),
        (
            "Chad spends 4 per cent of GDP on defence.",
            "Chad | sharesInterest | defence spending",
        ),
        (
            "There is a convergence of interests between Chad and Mali in promoting trade.",
            "Mali | sharesInterest | trade",
        ),
        ("Chad pledged steps that would strengthen trade.", "Chad | cooperatesOn | trade"),
        (
            "Chad agreed to cooperate on securing and diversifying supply chains.",
            "Chad | cooperatesOn | supply chain resilience",
        ),
        (
            "The African Union (AU) and Chad are exploring military cooperation.",
            "Chad | cooperatesOn | military cooperation",
        ),
        (
            "The strategy of Chad stresses a rules-based order, freedom of navigation, and trade.",
            "Chad | sharesInterest | rules-based international order",
        ),
    ],
)
def test_it_is_found(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_organizers_are_no_participants(read: Reading) -> None:
    text = "Report.\n\nThe Red Cross and Oxfam hosted talks. Participants stressed trade."
    assert not read(text).claims("sharesInterest")


def test_pacts_of_several_years_are_several(read: Reading) -> None:
    facts = read("Chad signed pacts with Mali in 2021, Kenya in 2022 and Peru last year.").facts
    expected = {"Chad–Mali pact", "Chad–Kenya pact", "Chad–Peru pact"}
    assert {fact.split(" | ")[2] for fact in facts if "| partyTo |" in fact} == expected


def test_a_name_that_begins_with_its_article_owns_what_follows(read: Reading) -> None:
    facts = read("Report.\n\nThe Quad ministers met in Nairobi. They value peace.").facts
    assert "Quad | sharesInterest | peace" in facts
