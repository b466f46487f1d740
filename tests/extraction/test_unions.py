"""Ties whose ends the parse or a longer name puts out of the way."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "An ironclad alliance binds Manila and Washington.",
            "Philippines | alliedWith | United States",
        ),
        (
            "The EU is linked to Norway by a security partnership.",
            "European Union | partnerOf | Norway",
        ),
        (
            "The partnership of the United States, Japan and South Korea was sealed.",
            "Japan | partnerOf | South Korea",
        ),
        (
            "Pakistan, once a major ally of Washington, has drifted away.",
            "Pakistan | alliedWith | United States",
        ),
        (
            "The Philippines mended ties with Washington, its only treaty ally.",
            "Philippines | alliedWith | United States",
        ),
        (
            "The Swedish coast guard cooperates with its Polish counterpart.",
            "Poland | cooperatesWith | Sweden",
        ),
        (
            "The Nordic-Baltic Eight bring together, among others, Estonia and Norway.",
            "Norway | memberOf | Nordic-Baltic Eight",
        ),
        (
            "AUKUS, the partnership on submarines that Australia formed with others, stands.",
            "Australia | memberOf | AUKUS",
        ),
        (
            "The deal that Serbia struck with Kosovo is dead.",
            "Serbia | partyTo | Kosovo–Serbia deal",
        ),
        (
            "American bases in Japan are being enlarged.",
            "United States | stationedIn | Japan",
        ),
        (
            "Zentex, a Latvian defence firm, has three rooms.",
            "Zentex | affiliatedWith | Latvia",
        ),
    ],
)
def test_both_ends_of_a_tie_are_found(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    subject, predicate, target = fact.split(" | ")
    assert {fact, f"{target} | {predicate} | {subject}"} & facts


@pytest.mark.parametrize(
    "text",
    [
        "Australia is a partner of NATO, not a member.",
        "New Zealand, a NATO partner but not a member, sent two frigates.",
        "Not a member of NATO, Japan was invited as a partner.",
    ],
)
def test_what_is_denied_beside_what_is_said_is_denied(read: Reading, text: str) -> None:
    result = read(text)
    (member,) = {(c.object, c.polarity) for c in result.claims("memberOf")}
    assert (result.label(member[0]), member[1]) == ("NATO", "denied")
    assert result.claims("partnerOf")


def test_a_list_of_partners_is_not_their_alliance(read: Reading) -> None:
    facts = read("All were invited as partners of the alliance: Australia, Japan and Kenya.").facts
    assert "Australia | partnerOf | Japan" not in facts


TOGETHER = [
    "Australia, India, Japan and the United States, collectively known as the Quad, met.",
    "Peru backs Australia, India, Japan and the United States, a loose grouping known as the Quad.",
    "The Quad, made up of Australia, India, Japan and the United States, met.",
    "The Quad — Australia, India, Japan and the United States — met.",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_who_is_named_together_belongs_together(read: Reading, text: str) -> None:
    members = {fact for fact in read(text).facts if "memberOf" in fact}
    assert members == {
        f"{state} | memberOf | Quad" for state in ("Australia", "India", "Japan", "United States")
    }
