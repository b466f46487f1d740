"""Parts that a sentence leaves to the one before: the event, the pact, the group, who is helped,
where "there" is, and who "it" is beside a subject of its own."""

from __future__ import annotations

import pytest

from graph.statements import Polarity
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # whose summit it is that somebody hosts or attends
        ("Leaders met at the Lima summit in 2021. Peru was the host.", "organizes"),
        ("Leaders met at the Lima summit in 2021. The host was Peru.", "organizes"),
        ("Leaders met at the Lima summit in 2021. As host, Peru welcomed Chad.", "organizes"),
        ("Leaders met at the Lima summit in 2021. Peru took part for the first time.", "takes"),
        ("Leaders met at the Lima summit in 2021. Peru was among the guests.", "takes"),
        ("Leaders met at the Lima summit in 2021. Peru was there.", "takes"),
    ],
)
def test_of_an_event(read: Reading, text: str, fact: str) -> None:
    predicate = {"takes": "participatesIn"}.get(fact, fact)
    assert any(f.startswith(f"Peru | {predicate} | Lima summit") for f in read(text).facts)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Lima Treaty is old. Its signatories are Peru and Chad.", "partyTo | Lima Treaty"),
        ("The Lima Treaty is old. Its parties include Peru.", "partyTo | Lima Treaty"),
        ("The Lima Treaty is old. Peru is a party.", "partyTo | Lima Treaty"),
        ("The Lima Group is an alliance. Its members are Peru and Chad.", "memberOf | Lima Group"),
        ("The Lima Group is an alliance. Members are Peru and Chad.", "memberOf | Lima Group"),
        ("Chad is an island state. Peru is its main backer.", "supports | Chad"),
        ("Chad is an island state. Its main backer is Peru.", "supports | Chad"),
        ("Chad is an island state. Peru has sent weapons.", "supports | Chad"),
        ("Chad is an island state. Peru has troops there.", "stationedIn | Chad"),
        ("Chad is an island state. Peru's troops are stationed there.", "stationedIn | Chad"),
        ("Peru sent ships to Chad and built a base there.", "stationedIn | Chad"),
    ],
)
def test_of_what_was_spoken_of(read: Reading, text: str, fact: str) -> None:
    assert f"Peru | {fact}" in read(text).facts


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Chad is an island state. Peru is its ally.", "alliedWith"),
        ("Chad is an island state. Peru works with it.", "cooperatesWith"),
        ("Chad is an island state. Peru has close ties with it.", "cooperatesWith"),
    ],
)
def test_who_it_is_beside_a_subject(read: Reading, text: str, tie: str) -> None:
    either = {f"Chad | {tie} | Peru", f"Peru | {tie} | Chad"}
    assert not either.isdisjoint(read(text).facts)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Lima Group is an alliance. Peru left in 2020.", "Peru | memberOf | Lima Group"),
        ("The Lima Group is an alliance. Peru was expelled.", "Peru | memberOf | Lima Group"),
        ("The Lima Treaty is old. Peru withdrew in 2021.", "Peru | partyTo | Lima Treaty"),
    ],
)
def test_who_has_left(read: Reading, text: str, fact: str) -> None:
    found = read(text)
    told = [c for c in found.extraction.claims if found.fact(c) == fact]
    assert told
    assert all(c.polarity is Polarity.DENIED for c in told)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        # another is named where it went
        ("Chad is an island state. Peru sent weapons to Mali.", "Peru | supports | Chad"),
        # they help each other
        ("Chad is an island state. Peru and Mali give each other aid.", "Peru | supports | Chad"),
        # no more is known than that something is there
        ("Ministers met in Tallinn. NATO has a centre there.", "NATO | participatesIn"),
        # its own
        ("Chad is an island state. The plan brings risks with it.", "cooperatesWith"),
    ],
)
def test_what_is_not_said(read: Reading, text: str, other: str) -> None:
    assert not any(other in fact for fact in read(text).facts)


@pytest.mark.parametrize("title", ["Dr", "Prof", "Mr", "Capt."])
def test_a_title_is_no_part_of_a_known_name(read: Reading, title: str) -> None:
    found = read(f"{title} Ng Eng Hen, Singapore's Minister for Defence, was the host.").facts
    assert "Ng Eng Hen | affiliatedWith | Singapore" in found
