"""What a mere name, a title, a range or a list beside others does not say, and what is there
whatever is planned with it."""

from __future__ import annotations

import pytest

from graph.statements import Status
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Kenya will attend the African Union summit.", "organizes"),
        ("They welcomed the invitation of Chad to the talks in Nairobi.", "Chad | organizes"),
        ("Leaders of Fiji joined G7 leaders in Rome.", "Fiji | memberOf"),
        ("G7 leaders were joined by the leaders of Fiji.", "Fiji | memberOf"),
        ("Kenya voiced support for Chad's talks on EU membership.", "Kenya | memberOf"),
        ("Kenya supports NATO membership for Georgia.", "Kenya | memberOf"),
        ("Kenya reduced its reliance on gas.", "posedBy | Kenya"),
        (
            "In this time of challenges — from inflation, to floods, to war — Kenya acts.",
            "inflation | threatens",
        ),
        ("Kenya will work with Chad to address piracy.", "meeting | addresses"),
        ("Kenya acted to meet the request of Chad.", "meeting"),
        ("Kenya wants the bloc to be the first security organization.", "international peace"),
        ("The first National Security Adviser-level talks of Kenya began.", "national security"),
        ("Chad and Mali drive a wedge in African solidarity.", "sharesInterest"),
        ("Kenya has become a leader in innovation.", "sharesInterest"),
        ("We are Kenya. Kenya supports maritime security.", "Kenya | cooperatesOn"),
        ("Kenya imposed export controls on Chad.", "sharesInterest | export"),
        ("Kenya will not tolerate piracy in our supply chains.", "sharesInterest | supply"),
        (
            "Kenya seeks to expand the Kenya–Chad Strategic Partnership.",
            "cooperatesOn | partnerships",
        ),
        ("Kenya will punish traffickers and their relatives.", "opposes | Kenya"),
        ("Kenya has a one-Chad policy based on the Mali Relations Act.", "stationedIn"),
        ("Chad's trade is large.", "Chad | sharesInterest"),
        (
            "The measures will atrophy Chad. They are restricting its trade.",
            "sharesInterest | trade",
        ),
        ("Kenya has supplies of critical minerals.", "sharesInterest"),
        ("Chad tries to change the status quo.", "sharesInterest"),
        (
            "Kenya backs the Mali Agency, based in Chad, and the Fiji Agency.",
            "Fiji Agency | locatedIn | Chad",
        ),
        ("Kenya discussed the Quad Leaders Summit.", "Kenya | participatesIn"),
        ("Kenya will confront Chad from invading Mali.", "Kenya | aggressionAgainst"),
        (
            "They raised Chad's weapons programmes and coercion by Mali.",
            "coercion | posedBy | Chad",
        ),
    ],
)
def test_it_is_not_said(read: Reading, text: str, part: str) -> None:
    assert not [fact for fact in read(text).facts if part in fact]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Kenya attended NATO's summit.", "NATO | organizes"),
        ("Finland joined NATO.", "Finland | memberOf | NATO"),
        ("Georgia applied for NATO membership.", "Georgia | memberOf | NATO"),
        ("Kenya took steps to support maritime security.", "Kenya | cooperatesOn | maritime"),
        ("Kenya supports maritime security.", "Kenya | sharesInterest | maritime"),
        ("Kenya fights for its own freedom.", "Kenya | sharesInterest | freedom"),
        (
            "Joe Biden received Olaf Scholz on his visit to Rome.",
            "Olaf Scholz | participatesIn | visit",
        ),
        ("Kenya donated vaccines.", "Kenya | cooperatesOn | vaccines"),
        (
            "They raised Chad's weapons programmes and coercion by Mali.",
            "coercion | posedBy | Mali",
        ),
        ("Kenya will confront Chad from invading Mali.", "Chad | aggressionAgainst | Mali"),
        (
            "Joint Statement by President Ruto and President von der Leyen\n\nWe support trade.",
            "European Union | sharesInterest | trade",
        ),
    ],
)
def test_it_is_said(read: Reading, text: str, fact: str) -> None:
    assert [found for found in read(text).facts if fact in found]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Kenya will continue to work with its partners, including Chad.", "partnerOf"),
        ("Kenya will expand the Chad–Kenya Strategic Partnership.", "partyTo"),
        (
            "Kenya stressed the importance of the partnership between Kenya and Chad.",
            "partnerOf",
        ),
        ("Mali stressed the importance of Kenya–Chad cooperation.", "cooperatesWith"),
    ],
)
def test_a_tie_is_there_whatever_is_planned(read: Reading, text: str, predicate: str) -> None:
    claims = read(text).claims(predicate)
    assert claims
    assert {claim.status for claim in claims} == {Status.ACTUAL}


def test_what_is_decided_is_planned(read: Reading) -> None:
    found = read("Kenya and Chad hereby decide to:\n\n- Strengthen cooperation on trade.\n")
    assert {c.status for c in found.claims("cooperatesOn")} == {Status.PLANNED}
