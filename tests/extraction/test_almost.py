"""What almost happened, is about to happen or came close did not happen."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Peru almost joined NATO in 2019.", "memberOf"),
        ("Chad nearly attacked Peru in 2019.", "aggressionAgainst"),
        ("Peru came close to joining NATO.", "memberOf"),
    ],
)
def test_what_almost_was_is_denied(read: Reading, text: str, predicate: str) -> None:
    (claim,) = read(text).claims(predicate)
    assert claim.polarity is Polarity.DENIED


@pytest.mark.parametrize("text", ["Peru is about to join NATO.", "Peru was about to join NATO."])
def test_what_one_is_about_to_do_is_planned(read: Reading, text: str) -> None:
    (claim,) = read(text).claims("memberOf")
    assert claim.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Peru nearly doubled its aid to Chad.", "supports"),
        ("Peru has almost always supported Chad.", "supports"),
        ("Almost ten years ago Peru joined NATO.", "memberOf"),
        ("Peru almost certainly attacked Chad.", "aggressionAgainst"),
    ],
)
def test_how_far_is_no_denial(read: Reading, text: str, predicate: str) -> None:
    claims = read(text).claims(predicate)
    assert claims
    assert all(claim.polarity is Polarity.AFFIRMED for claim in claims)
