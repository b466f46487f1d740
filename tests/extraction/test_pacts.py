"""Who is in which agreement, alliance or group, and what agreements are for."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Beijing dislikes the new alliance between Canada, the UK and the US (AUKUS).",
            ("Canada | memberOf | AUKUS", "United States | memberOf | AUKUS"),
        ),
        (
            "The security partnership of Canada, Kenya and Chad known as AUKUS has a fund.",
            ("Kenya | memberOf | AUKUS", "Chad | memberOf | AUKUS"),
        ),
        (
            "Ottawa has joined Kenya and Chad in the AUKUS pact.",
            ("Canada | memberOf | AUKUS", "Kenya | memberOf | AUKUS"),
        ),
        (
            "NATO signed programmes with Chad, Kenya and Mali, a grouping known as the Quad.",
            ("Chad | memberOf | Quad", "Mali | memberOf | Quad"),
        ),
        (
            "NATO is an alliance of Norway, Canada, and 28 other countries.",
            ("Norway | memberOf | NATO", "Canada | memberOf | NATO"),
        ),
        (
            "The Quad consists of Chad, Mali, the Republic of Korea (South Korea), and Peru.",
            ("Mali | memberOf | Quad", "South Korea | memberOf | Quad", "Peru | memberOf | Quad"),
        ),
        (
            "Georgia and Moldova applied for NATO membership in May.",
            ("Georgia | memberOf | NATO", "Moldova | memberOf | NATO"),
        ),
        (
            "Kenya is one of NATO's 'Indo-Pacific Four' partners.",
            ("Kenya | memberOf | NATO's Indo-Pacific partners", "NATO | partnerOf | Kenya"),
        ),
    ],
)
def test_members_are_told_beside_the_groups_name(
    read: Reading, text: str, facts: tuple[str, ...]
) -> None:
    assert set(facts) <= set(read(text).facts)


@pytest.mark.parametrize(
    "text",
    [
        "The IP4 countries cooperate with Kenya.",
        "The leaders of the IP4 nations met and agreed to cooperate with Kenya.",
    ],
)
def test_a_groups_countries_are_the_group(read: Reading, text: str) -> None:
    assert "NATO's Indo-Pacific partners | cooperatesWith | Kenya" in read(text).facts


def test_some_of_a_groups_countries_are_not_the_group(read: Reading) -> None:
    facts = read("Two IP4 countries cooperate with Kenya.").facts
    assert "NATO's Indo-Pacific partners | cooperatesWith | Kenya" not in facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("NATO regards Kenya as its partner country.", "NATO | partnerOf | Kenya"),
        ("The Franco-Kenyan strategic partnership is old.", "France | partnerOf | Kenya"),
        (
            "He hailed the deep and broad U.S.-Kenyan partnership.",
            "United States | partnerOf | Kenya",
        ),
        (
            "He hailed U.S.-Kenya-Chad trilateral cooperation.",
            "United States | cooperatesWith | Chad",
        ),
        ("He hailed Chad-Republic of Korea cooperation.", "Chad | cooperatesWith | South Korea"),
        (
            "Washington's allies in Nairobi and Lima are worried.",
            "United States | alliedWith | Peru",
        ),
        (
            "Washington's closest allies, Kenya and Peru, were there.",
            "United States | alliedWith | Peru",
        ),
        (
            "President Ruto of Kenya spoke after talks with visiting Polish President Duda.",
            "Poland | participatesIn | Andrzej Duda–Ruto talks",
        ),
    ],
)
def test_ties_are_told_around_names(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_those_called_partners_are_not_each_others(read: Reading) -> None:
    facts = read("She named Kenya, Chad and Mali as key partners.").facts
    assert not any("partnerOf" in fact for fact in facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Kenya and Chad signed a memorandum of understanding that will deepen cyber security.",
            ("Chad–Kenya memorandum of understanding | advances | cybersecurity",),
        ),
        (
            "Kenya and Chad signed a letter of intent on air defence.",
            ("Chad–Kenya letter of intent | addresses | air defence",),
        ),
        (
            "Kenya and Chad signed a pact. The pact is aimed at maintaining regional stability.",
            ("Chad–Kenya pact | addresses | regional stability",),
        ),
        (
            "Kenya and Chad signed a treaty. The treaty seeks to eliminate nuclear weapons.",
            ("Chad–Kenya treaty | addresses | eliminating nuclear weapons",),
        ),
        ("Kenya's 2008 Basic Water Law set a frame.", ("Kenya | adopts | Basic Water Law",)),
        (
            "They welcomed the adoption of the Kenya-EU Security and Defence Partnership.",
            (
                "European Union | partyTo | European Union–Kenya Security and Defence Partnership",
                "Kenya | partnerOf | European Union",
            ),
        ),
    ],
)
def test_agreements_are_for_something(read: Reading, text: str, facts: tuple[str, ...]) -> None:
    assert set(facts) <= set(read(text).facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Kenya signed an agreement on defence cooperation with Chad.",
            ("Chad | partyTo | Chad–Kenya agreement",),
        ),
        (
            "Kenya ratified an accord concerning crisis management with Chad.",
            (
                "Chad | partyTo | Chad–Kenya accord",
                "Chad–Kenya accord | addresses | crisis management",
            ),
        ),
        (
            "The EU and Kenya signed a bilateral Security and Defence Partnership.",
            ("European Union | partnerOf | Kenya",),
        ),
        (
            "Kenya's defence minister Ann Lee and her Chadian counterpart signed a pact.",
            ("Chad | partyTo | Chad–Kenya pact",),
        ),
        (
            "Kenya released a joint statement with Chad.",
            ("Chad | adopts | joint statement", "Kenya | cooperatesWith | Chad"),
        ),
        (
            "Ruto, Kenya's president, spoke after talks with visiting Polish President Duda.",
            ("Kenya | cooperatesWith | Poland",),
        ),
        ("Chad's AUKUS partners agree.", ("Chad | memberOf | AUKUS",)),
    ],
)
def test_partners_are_told_after_what_they_agree_on(
    read: Reading, text: str, facts: tuple[str, ...]
) -> None:
    assert set(facts) <= set(read(text).facts)


def test_a_ministrys_word_is_no_text_of_its_own(read: Reading) -> None:
    facts = read("According to a UK Government statement, ships will sail.").facts
    assert not any("adopts" in fact for fact in facts)


def test_who_is_called_on_is_what_follows_as(read: Reading) -> None:
    facts = read('NATO said: "We call on Kenya, as a member of the G7, to help."').facts
    assert "Kenya | memberOf | G7" in facts
    assert "NATO | memberOf | G7" not in facts
