"""Claims that are said to be false are denied."""

from __future__ import annotations

import pytest

from graph.statements import Polarity
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The claim that Peru joined NATO is false.", "memberOf"),
        ("The report that Chad attacked Mali is untrue.", "aggressionAgainst"),
        ("Claims that Peru attacked Chad are baseless.", "aggressionAgainst"),
    ],
)
def test_what_is_said_to_be_false_is_denied(read: Reading, text: str, predicate: str) -> None:
    (claim,) = read(text).claims(predicate)
    assert claim.polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The claim that Peru joined NATO is not false.", "memberOf"),
        ("The news that Chad supports Mali is important.", "supports"),
    ],
)
def test_other_judgements_deny_nothing(read: Reading, text: str, predicate: str) -> None:
    claims = read(text).claims(predicate)
    assert all(claim.polarity is Polarity.AFFIRMED for claim in claims)
