"""Polarity and status of what is said."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

SAID = [
    ("Japan supports Ukraine.", Polarity.AFFIRMED, Status.ACTUAL),
    ("Japan will support Ukraine.", Polarity.AFFIRMED, Status.PLANNED),
    ("Japan may support Ukraine.", Polarity.AFFIRMED, Status.POSSIBLE),
    ("Japan should support Ukraine.", Polarity.AFFIRMED, Status.RECOMMENDED),
    ("Japan does not support Ukraine.", Polarity.DENIED, Status.ACTUAL),
    ("Japan did not attend but supports Ukraine.", Polarity.AFFIRMED, Status.ACTUAL),
    ("Japan has not decided whether to support Ukraine.", Polarity.AFFIRMED, Status.POSSIBLE),
]


@pytest.mark.parametrize(("text", "polarity", "status"), SAID)
def test_what_governs_a_claim_decides_its_manner(
    read: Reading, text: str, polarity: Polarity, status: Status
) -> None:
    (claim,) = read(text).claims("supports")
    assert (claim.polarity, claim.status) == (polarity, status)


def test_membership_is_denied_in_a_relative_clause(read: Reading) -> None:
    text = "Leaders from Japan and Australia — which are not NATO members — attended."
    claims = read(text).claims("memberOf")
    assert {claim.polarity for claim in claims} == {Polarity.DENIED}
    assert len(claims) == 2


def test_what_was_never_stronger_is(read: Reading) -> None:
    (claim,) = read(
        "The alliance between Japan and the United States has never been stronger."
    ).claims("alliedWith")
    assert claim.polarity == "affirmed"
