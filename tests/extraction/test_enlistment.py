"""Who belongs, who does likewise, and who is whose ally: texts with the facts that they say."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Read, Reading


def how(read: Read, fact: str) -> list[tuple[Polarity, Status]]:
    """How real the text says a membership is."""
    return [(c.polarity, c.status) for c in read.claims("memberOf") if read.fact(c) == fact]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Hungary is at odds with its fellow EU members.",
            {"Hungary | memberOf | European Union"},
        ),
        ("Austria urged fellow EU states to wait.", {"Austria | memberOf | European Union"}),
        ("Like other NATO members, Poland spends more.", {"Poland | memberOf | NATO"}),
        ("Sweden, alongside other NATO members, sent jets.", {"Sweden | memberOf | NATO"}),
    ],
)
def test_fellows_are_members_too(read: Reading, text: str, facts: set[str]) -> None:
    assert facts <= read(text).facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Britain, France and Germany, the E3, wrote a letter.",
            {
                "United Kingdom | memberOf | E3",
                "France | memberOf | E3",
                "Germany | memberOf | E3",
            },
        ),
        (
            "Britain, France and Germany (the E3) wrote a letter.",
            {"United Kingdom | memberOf | E3", "Germany | memberOf | E3"},
        ),
        (
            (
                "The Joint Expeditionary Force met. Its members are mostly Nordic: Denmark, Iceland"
                " and Norway. The Netherlands and Latvia complete the list."
            ),
            {
                "Denmark | memberOf | Joint Expeditionary Force",
                "Norway | memberOf | Joint Expeditionary Force",
                "Netherlands | memberOf | Joint Expeditionary Force",
                "Latvia | memberOf | Joint Expeditionary Force",
            },
        ),
    ],
)
def test_a_group_sums_up_a_list(read: Reading, text: str, facts: set[str]) -> None:
    assert facts <= read(text).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Serbia is a candidate for EU membership.", "Serbia | memberOf | European Union"),
        ("Georgia is on a long path to NATO membership.", "Georgia | memberOf | NATO"),
        (
            "Montenegro left the group in May. Moldova is expected to join the EU.",
            "Moldova | memberOf | European Union",
        ),
    ],
)
def test_who_is_on_the_way_is_planned(read: Reading, text: str, fact: str) -> None:
    assert how(read(text), fact) == [(Polarity.AFFIRMED, Status.PLANNED)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ireland belongs to the EU but not to NATO.", "Ireland | memberOf | NATO"),
        ("Britain, a former EU member, agreed.", "United Kingdom | memberOf | European Union"),
        ("South Korea remains outside the Quad.", "South Korea | memberOf | Quad"),
        (
            "Chad's membership of the African Union was suspended.",
            "Chad | memberOf | African Union",
        ),
        ("Qatar left OPEC in 2019; Angola followed in 2024.", "Angola | memberOf | OPEC"),
    ],
)
def test_who_does_not_belong_is_denied(read: Reading, text: str, fact: str) -> None:
    found = how(read(text), fact)
    assert found
    assert all(polarity is Polarity.DENIED for polarity, _ in found)


def test_who_is_to_follow_has_it_planned(read: Reading) -> None:
    said = read("Japan joined the Quad last year, and Peru is expected to follow.")
    assert how(said, "Peru | memberOf | Quad") == [(Polarity.AFFIRMED, Status.PLANNED)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ukraine joined NATO in condemning the strike.", "Ukraine | memberOf | NATO"),
        (
            "ASEAN's dialogue partners include Australia and Canada.",
            "Australia | memberOf | ASEAN",
        ),
        (
            "Thailand and India have become partner nations of the Kenmare Centre.",
            "Thailand | partnerOf | India",
        ),
        (
            "Mali and Niger formed the Alliance of Sahel States.",
            "Mali | alliedWith | Niger",
        ),
    ],
)
def test_what_only_looks_like_belonging(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Bolivia joined the trade bloc Mercosur in 2024.",
            {"Bolivia | memberOf | Mercosur"},
        ),
        (
            "Georgia is a member of the Kenmare Council.",
            {"Georgia | memberOf | Kenmare Council"},
        ),
        (
            "Peru has joined the Kenmare Partnership for Harbours.",
            {"Peru | memberOf | Kenmare Partnership for Harbours"},
        ),
        (
            "Fiji will be Australia's third ally, after New Zealand and the United States.",
            {
                "Australia | alliedWith | New Zealand",
                "Australia | alliedWith | United States",
            },
        ),
        (
            "Chad and Mali signed a mutual defence agreement.",
            {"Chad | alliedWith | Mali"},
        ),
    ],
)
def test_bodies_and_allies_by_what_they_are_called(
    read: Reading, text: str, facts: set[str]
) -> None:
    assert facts <= read(text).facts
