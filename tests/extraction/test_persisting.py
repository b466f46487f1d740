"""How real it is what goes on already, is valued, is asked to be undone, or is only supposed."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

YES, NO = Polarity.AFFIRMED, Polarity.DENIED
NOW, LATER, MAYBE = Status.ACTUAL, Status.PLANNED, Status.POSSIBLE

SAID = [
    ("Kenya will continue to support Mali.", "supports", YES, NOW),
    ("Kenya vowed to keep supporting Mali.", "supports", YES, NOW),
    ("Kenya will not continue to support Mali.", "supports", NO, NOW),
    ("Kenya will support Mali.", "supports", YES, LATER),
    ("Kenya pledged to uphold maritime security.", "sharesInterest", YES, NOW),
    ("Peru urged Russia to withdraw its troops from Ukraine.", "stationedIn", YES, NOW),
    ("Kenya may withdraw from the African Union.", "memberOf", YES, NOW),
    ("Kenya withdrew from the African Union.", "memberOf", NO, NOW),
    ("Chad will ensure that the militia cannot threaten Kenya.", "threatens", YES, MAYBE),
    (
        "Mali spread false and baseless claims that Kenya attacked Chad.",
        "aggressionAgainst",
        NO,
        NOW,
    ),
    ("Peru built the widest possible support for peace.", "sharesInterest", YES, NOW),
    (
        "Peru stands firm, whether it be against Mali's attack on Chad.",
        "aggressionAgainst",
        YES,
        NOW,
    ),
    ("The partnership of Kenya and Mali is critical to trade.", "partnerOf", YES, NOW),
    ("Kenya and Mali discussed cyber defence.", "cooperatesOn", YES, MAYBE),
]


@pytest.mark.parametrize(("text", "predicate", "polarity", "status"), SAID)
def test_what_a_clause_leaves_of_it(
    read: Reading, text: str, predicate: str, polarity: Polarity, status: Status
) -> None:
    said = {(c.polarity, c.status) for c in read(text).claims(predicate)}
    assert said == {(polarity, status)}


def test_what_cannot_be_said_enough_is_so(read: Reading) -> None:
    text = "We cannot stress enough that Kenya is committed to regional stability."
    claims = read(text).claims("sharesInterest")
    assert {claim.polarity for claim in claims} == {YES}


def test_two_who_meet_where_others_met_have_a_meeting_of_their_own(read: Reading) -> None:
    told = read(
        "President Joe Biden met with Prime Minister Narendra Modi of India today in Tokyo.",
        "2022-05-24",
    )
    met = {told.label(c.object) for c in told.claims("participatesIn")}
    assert met == {"Joe Biden–Narendra Modi meeting"}
