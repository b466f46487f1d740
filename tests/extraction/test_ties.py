"""Ties: who belongs to what, is at what, party to what, of what country; and what names no tie."""

from __future__ import annotations

import pytest

from graph.statements import Polarity
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Germany's Boris Pistorius and Australia's Richard Marles spoke.",
            {
                "Boris Pistorius | affiliatedWith | Germany",
                "Richard Marles | affiliatedWith | Australia",
            },
        ),
        (
            "The premier of Peru, Scott Morrison, and the premier of Japan, Kishida Fumio, met.",
            {
                "Scott Morrison | affiliatedWith | Peru",
                "Fumio Kishida | affiliatedWith | Japan",
            },
        ),
        ("Jane Brown (Canada) chaired it.", {"Jane Brown | affiliatedWith | Canada"}),
    ],
)
def test_each_person_is_of_one_country(read: Reading, text: str, facts: set[str]) -> None:
    found = {f for f in read(text).facts if "| affiliatedWith |" in f}
    assert facts <= found
    crossed = {f for f in found if f.split(" | ")[0] in {x.split(" | ")[0] for x in facts}}
    assert crossed == facts


def test_a_chair_about_a_state_is_of_the_body_that_has_it(read: Reading) -> None:
    facts = read("Kenneth Weinstein, Japan Chair at the Hudson Institute, agreed.").facts
    assert "Kenneth Weinstein | affiliatedWith | Hudson Institute" in facts
    assert "Kenneth Weinstein | affiliatedWith | Japan" not in facts


@pytest.mark.parametrize(
    ("text", "fact", "polarity"),
    [
        ("New Zealand is not in AUKUS.", "New Zealand | memberOf | AUKUS", Polarity.DENIED),
        (
            "Japan and Peru are partners of NATO. None of the two countries belongs to NATO.",
            "Peru | memberOf | NATO",
            Polarity.DENIED,
        ),
        (
            "Australia, Britain and the United States marked a year of their AUKUS pact.",
            "Australia | memberOf | AUKUS",
            Polarity.AFFIRMED,
        ),
        (
            "They met the leaders of the Quad – Narendra Modi of India and Japan's Fumio Kishida.",
            "India | memberOf | Quad",
            Polarity.AFFIRMED,
        ),
        (
            "AUKUS, with the United Kingdom and the United States, is expensive.",
            "United Kingdom | memberOf | AUKUS",
            Polarity.AFFIRMED,
        ),
    ],
)
def test_membership_in_passing(read: Reading, text: str, fact: str, polarity: Polarity) -> None:
    document = read(text)
    sides = {c.polarity for c in document.claims("memberOf") if document.fact(c) == fact}
    assert sides == {polarity}


def test_but_not_of_is_no_membership(read: Reading) -> None:
    document = read("Norway is a member of NATO but not of the European Union.")
    sides = {document.fact(c): c.polarity for c in document.claims("memberOf")}
    assert sides == {
        "Norway | memberOf | NATO": Polarity.AFFIRMED,
        "Norway | memberOf | European Union": Polarity.DENIED,
    }


def test_solidarity_is_no_membership(read: Reading) -> None:
    facts = read("The G7 has stood in solidarity with Ukraine.").facts
    assert not {f for f in facts if "| memberOf |" in f}


def test_known_parties_beside_their_agreement(read: Reading) -> None:
    text = "Australia's treaty alliance is with the United States, under the ANZUS Treaty."
    facts = read(text).facts
    assert "Australia | partyTo | ANZUS Treaty" in facts
    assert "United States | partyTo | ANZUS Treaty" in facts


def test_who_is_no_known_party_is_none_by_a_noun(read: Reading) -> None:
    facts = read("NATO's Washington Treaty of 1949 stands.").facts
    assert not {f for f in facts if "| partyTo |" in f}


def test_a_plural_agreement_in_capitals_is_one_with_each(read: Reading) -> None:
    facts = read("Chad concluded Security and Defence Partnerships with Peru and Fiji.").facts
    assert "Peru | partyTo | Chad–Peru Security and Defence Partnership" in facts
    assert "Fiji | partyTo | Chad–Fiji Security and Defence Partnership" in facts


@pytest.mark.parametrize(
    "text",
    [
        "The interagency Ukraine Deal Team met in March.",
        "They announced the following arrangements.",
        "Delegates joined 600 business-to-government meetings in Fiji and Peru.",
        "We welcome the session of the UN Framework Convention on Climate Change.",
    ],
)
def test_cut_names_are_none(read: Reading, text: str) -> None:
    ties = ("| partyTo |", "| adopts |", "| locatedIn |")
    assert not {f for f in read(text).facts if any(t in f for t in ties)}


def test_events_of_several_places_and_of_their_names(read: Reading) -> None:
    facts = read("Anthony Albanese attended the summits in Madrid and Vilnius.").facts
    assert "Anthony Albanese | participatesIn | 2022 Madrid summit" in facts
    assert "Anthony Albanese | participatesIn | 2023 Vilnius summit" in facts
    assert "2023 Vilnius summit | locatedIn | Vilnius" in read("The Vilnius summit ended.").facts


def test_whom_a_trip_of_this_week_leads_to_a_summit(read: Reading) -> None:
    text = "The leaders of Japan and New Zealand are heading for Washington this week."
    assert "Japan | participatesIn | 2024 Washington summit" in read(text, "2024-07-09").facts
    assert not {f for f in read(text, "2024-09-01").facts if "participatesIn" in f}


def test_an_invitation_is_to_the_event_spoken_of(read: Reading) -> None:
    text = "NATO's Hague summit closed on Wednesday. Anthony Albanese declined the invitation."
    document = read(text, "2025-06-26")
    denied = {
        document.fact(c) for c in document.claims("participatesIn") if c.polarity is Polarity.DENIED
    }
    assert "Australia | participatesIn | 2025 Hague summit" in denied


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "South Korea's navy has escorted ships as part of Operation Atalanta.",
            "South Korea | participatesIn | EU NAVFOR Operation Atalanta",
        ),
        (
            "Beijing denounced naval exercises staged last week by Fiji and Peru.",
            "Peru | participatesIn | naval exercises",
        ),
        (
            "French, German and Dutch warships have sailed to the Indo-Pacific.",
            "Germany | stationedIn | Indo-Pacific",
        ),
    ],
)
def test_who_takes_part_and_who_is_there(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_a_label_says_where_forces_are(read: Reading) -> None:
    facts = read("Battle groups\n\n- Latvia: led by Canada.\n- Estonia: led by Denmark.").facts
    assert "Canada | stationedIn | Latvia" in facts


def test_leaders_received_somewhere_place_no_body(read: Reading) -> None:
    facts = read("President Biden will host the leaders of ASEAN in Washington.").facts
    assert "ASEAN | locatedIn | Washington, D.C." not in facts
    welcomed = read("President Biden welcomed President Zelenskyy's effort to secure peace.")
    assert not {f for f in welcomed.facts if "| organizes |" in f}


def test_a_summit_is_the_one_at_the_place_that_its_sentence_names(read: Reading) -> None:
    text = "Jacinda Ardern attended a NATO summit, sitting down in Madrid with Japan's leaders."
    facts = read(text).facts
    assert "Jacinda Ardern | participatesIn | 2022 Madrid summit" in facts
    assert "Japan | participatesIn | 2022 Madrid summit" in facts


def test_a_capital_is_no_event_of_its_state(read: Reading) -> None:
    facts = read("The ministers of Japan and the Philippines meet in Manila this month.").facts
    assert not {f for f in facts if "trilateral summit" in f}


def test_who_talks_take_place_between(read: Reading) -> None:
    facts = read("The talks between Prime Minister Shigeru Ishiba and Mark Rutte ended.").facts
    assert "Mark Rutte | participatesIn | Mark Rutte–Shigeru Ishiba talks" in facts


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The U.S. forces in Poland were reinforced.", "U.S. armed forces | locatedIn | Poland"),
        ("They met at the Crimea Platform Summit.", "Crimea Platform Summit | locatedIn | Crimea"),
        (
            "Jens Stoltenberg, NATO's Secretary-General, arrived in South Korea.",
            "Jens Stoltenberg | affiliatedWith | South Korea",
        ),
        (
            "Japan and Peru reiterated their agreement that war must be avoided.",
            "Japan | partyTo | Japan–Peru agreement",
        ),
    ],
)
def test_what_is_no_place_office_or_text(read: Reading, text: str, wrong: str) -> None:
    assert wrong not in read(text).facts


def test_a_plural_that_is_known_still_says_whose_partners_they_are(read: Reading) -> None:
    facts = read("Japan and Fiji, NATO's two other partners in the Indo-Pacific, agreed.").facts
    assert "NATO | partnerOf | Japan" in facts
    assert not read("Japan acts through the Partners in the Blue Pacific.").facts


def test_what_a_group_is_to_its_members_is_no_tie_between_it_and_them(read: Reading) -> None:
    facts = read("The Quad is a partnership between Australia, India and Japan.").facts
    assert "Australia | partnerOf | India" in facts
    assert "Australia | memberOf | Quad" in facts
    assert not {f for f in facts if "| partnerOf |" in f and "Quad" in f}


def test_whose_programme_it_is_the_sentence_tells_before_the_text(read: Reading) -> None:
    text = (
        "Japan spoke with NATO. Japan spoke again. Japan hopes for more.\n\n"
        "New Zealand's foreign minister said that the programme would cover climate change."
    )
    text = text.replace("the programme", "the ITPP")
    facts = read(text, "2023-06-01").facts
    assert not any(f.startswith("NATO–Japan ITPP | addresses") for f in facts)
