"""Of "X backs Y, not Z" nothing is said of Z but that it is not so."""

from __future__ import annotations

import pytest

from graph.statements import Polarity
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact", "other"),
    [
        ("Peru supports Chad, not Mali.", "Peru | supports | Chad", "Mali"),
        ("Peru supports Chad and not Mali.", "Peru | supports | Chad", "Mali"),
        ("Peru is worried about Chad, not Mali.", "Peru | concernedBy | Chad", "Mali"),
        ("Kenya, not Chad, is a member of NATO.", "Kenya | memberOf | NATO", "Chad"),
        ("It is Peru, not Kenya, that attacked Chad.", "Peru | aggressionAgainst | Chad", "Kenya"),
        (
            "Peru met with Chad, but not with Mali.",
            "Chad | participatesIn | Chad–Peru meeting",
            "Mali",
        ),
        (
            "Peru signed the pact with Chad, not with Mali.",
            "Chad | partyTo | Chad–Peru pact",
            "Mali",
        ),
        (
            "The main threat to Kenya comes from Chad, not from Mali.",
            "Chad | threatens | Kenya",
            "Mali",
        ),
    ],
)
def test_who_is_set_apart_is_in_no_list(read: Reading, text: str, fact: str, other: str) -> None:
    found = read(text)
    assert fact in found.facts
    told = [c for c in found.extraction.claims if other in found.fact(c)]
    assert all(claim.polarity is Polarity.DENIED for claim in told)


def test_not_only_sets_nobody_apart(read: Reading) -> None:
    facts = read("Kenya works not only with Chad but also with Mali.").facts
    assert {"Kenya | cooperatesWith | Chad", "Kenya | cooperatesWith | Mali"} <= facts


def test_what_is_said_to_be_untrue_is_denied(read: Reading) -> None:
    (claim,) = read("It is untrue that Peru attacked Chad.").claims("aggressionAgainst")
    assert claim.polarity is Polarity.DENIED
