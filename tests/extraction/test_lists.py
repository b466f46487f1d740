"""Lists of actors are read whole, however they are joined to what is said of them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

PARTNERS = [
    "Japan is one of NATO's partners in the region, together with Australia and South Korea.",
    "Among NATO's partners are Australia, Japan and South Korea.",
    "NATO's partner countries — Australia, Japan and South Korea — agreed.",
    "NATO's partners in Asia (Japan, South Korea and Australia) agreed.",
    "NATO's three partners, Australia, Japan and South Korea, agreed.",
    "NATO's partners, among them Japan, Australia and South Korea, agreed.",
]


@pytest.mark.parametrize("text", PARTNERS)
def test_partners_are_listed(read: Reading, text: str) -> None:
    partners = {f"NATO | partnerOf | {name}" for name in ("Australia", "Japan", "South Korea")}
    assert partners <= read(text).facts


MEMBERS = [
    "AUKUS is a pact featuring Australia, the United Kingdom and the United States.",
    "AUKUS is a pact of three allies, i.e., Australia, the United Kingdom and the United States.",
    "Both back the Australia-United Kingdom-United States (AUKUS) security pact.",
    "AUKUS, a pact between Australia, the United Kingdom and the United States, grew.",
    "The AUKUS partners Australia, the United Kingdom and the United States met.",
    "The talks drew AUKUS - Australia, the United Kingdom and the United States - closer.",
    "Australia, with the United States and the United Kingdom, its partners in AUKUS, agreed.",
]


@pytest.mark.parametrize("text", MEMBERS)
def test_members_are_listed(read: Reading, text: str) -> None:
    names = ("Australia", "United Kingdom", "United States")
    assert {f"{name} | memberOf | AUKUS" for name in names} <= read(text).facts


def test_a_sentence_after_a_colon_lists_nobody(read: Reading) -> None:
    text = "Japan would not become a member of AUKUS: Australian Prime Minister Albanese said so."
    facts = read(text).facts
    assert "Japan | memberOf | AUKUS" in facts
    assert "Australia | memberOf | AUKUS" not in facts


def test_a_plural_has_no_members(read: Reading) -> None:
    facts = read("Democracies such as Japan and Australia met.").facts
    assert not [fact for fact in facts if "memberOf" in fact]


def test_allies_stand_right_after_the_noun(read: Reading) -> None:
    facts = read("US allies Japan and South Korea agreed. NATO member Norway stayed.").facts
    assert "United States | alliedWith | Japan" in facts
    assert "United States | alliedWith | South Korea" in facts
    assert "Norway | memberOf | NATO" in facts


def test_an_alliance_is_no_newspaper(read: Reading) -> None:
    facts = read("The New York Times reported it. The alliance cooperates with Japan.").facts
    assert not [fact for fact in facts if "New York Times" in fact]
