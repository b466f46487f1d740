"""Bonds: who is bound to whom, told by what becomes of somebody, by names in asides, by texts."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Finland and Estonia co-hosted the Vilnius summit.",
            {
                "Finland | organizes | 2023 Vilnius summit",
                "Estonia | organizes | 2023 Vilnius summit",
            },
        ),
        ("Japan re-established ties with North Korea.", {"Japan | cooperatesWith | North Korea"}),
        ("Co-operation between Japan and NATO has grown.", {"Japan | cooperatesWith | NATO"}),
    ],
)
def test_a_bound_prefix_belongs_to_its_word(read: Reading, text: str, facts: set[str]) -> None:
    assert facts <= read(text).facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "New Zealand is part of the quartet known as the IP4.",
            {"New Zealand | memberOf | NATO's Indo-Pacific partners"},
        ),
        (
            "Canada belongs to Five Eyes alongside Britain and Australia.",
            {
                "Canada | memberOf | Five Eyes",
                "United Kingdom | memberOf | Five Eyes",
                "Australia | memberOf | Five Eyes",
            },
        ),
        (
            "Nauru, Kiribati and Fiji, all members of the Pacific Islands Forum, objected.",
            {
                "Nauru | memberOf | Pacific Islands Forum",
                "Kiribati | memberOf | Pacific Islands Forum",
                "Fiji | memberOf | Pacific Islands Forum",
            },
        ),
        (
            "Australia, with Japan and New Zealand, is one of NATO's partners.",
            {"Australia | partnerOf | NATO", "Japan | partnerOf | NATO"},
        ),
        (
            "Japan, along with Australia, is one of NATO's partners.",
            {"Japan | partnerOf | NATO", "Australia | partnerOf | NATO"},
        ),
        (
            "Seoul was invited to the summit as a partner of NATO, as were Australia and Japan.",
            {
                "NATO | partnerOf | South Korea",
                "Australia | partnerOf | NATO",
                "Japan | partnerOf | NATO",
            },
        ),
        (
            "NATO has 40 partners, the three from afar among them: Australia, Japan and Peru.",
            {"NATO | partnerOf | Japan", "NATO | partnerOf | Australia"},
        ),
        ("The visit turned Vietnam into an ally of Peru.", {"Peru | alliedWith | Vietnam"}),
        ("Japan's only ally remains the United States.", {"Japan | alliedWith | United States"}),
        ("Dutch frigates sail with those of Japan.", {"Japan | cooperatesWith | Netherlands"}),
        (
            "Around the pact Japan has woven a web of ties with Peru.",
            {"Japan | cooperatesWith | Peru"},
        ),
        (
            "The EU concluded Security and Defence Partnerships with Canada and Norway.",
            {"European Union | partnerOf | Canada", "European Union | partnerOf | Norway"},
        ),
    ],
)
def test_who_is_named_in_passing_has_the_tie_too(read: Reading, text: str, facts: set[str]) -> None:
    def unordered(fact: str) -> frozenset[str]:
        return frozenset(fact.split(" | "))

    assert {unordered(f) for f in facts} <= {unordered(f) for f in read(text).facts}


def test_colleagues_from_elsewhere_are_of_there(read: Reading) -> None:
    facts = read(
        "Prime Minister Kishida came to the summit in Vilnius together with his colleagues from "
        "Australia and New Zealand."
    ).facts
    assert "Australia | participatesIn | 2023 Vilnius summit" in facts
    assert "New Zealand | participatesIn | 2023 Vilnius summit" in facts


def test_a_second_relative_clause_is_about_the_same(read: Reading) -> None:
    facts = read(
        "It was announced at the Vilnius summit, which Lithuania hosted and which Japan attended."
    ).facts
    assert "Lithuania | organizes | 2023 Vilnius summit" in facts
    assert "Japan | participatesIn | 2023 Vilnius summit" in facts


def test_a_text_adopted_by_nobody_named_is_its_makers(read: Reading) -> None:
    facts = read("Peru praised the 2022 Strategic Concept, adopted in Madrid.").facts
    assert "NATO | adopts | NATO 2022 Strategic Concept" in facts


def test_of_several_partners_the_one_that_acts_has_none(read: Reading) -> None:
    facts = read("Of the four Indo-Pacific partners, only New Zealand sent its premier.").facts
    assert not [f for f in facts if "New Zealand" in f and "partnerOf" in f]


def test_belonging_together_is_no_work_in_common(read: Reading) -> None:
    facts = read("Peru belongs to Five Eyes, together with Canada.").facts
    assert not [f for f in facts if "cooperatesWith" in f]
