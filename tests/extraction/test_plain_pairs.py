"""Plain sentences of which the second leaves to the first whose text, meeting or office it is."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STRATEGY = "Peru adopted its Ocean Strategy in 2019. "
SUMMIT = "The summit was held in Lima on 5 May 2021. "
TREATY = "The Lima Treaty was signed in 1990. "
ISLAND = "Peru is an island state. "

TOLD = [
    # A text or undertaking that somebody publishes or begins is taken up by its noun and by "it".
    (STRATEGY + "It covers cyber defence.", "Ocean Strategy | addresses | cybersecurity", ""),
    (STRATEGY + "The strategy mentions Chad.", "Ocean Strategy | addresses | Chad", ""),
    (STRATEGY + "The strategy calls Chad a threat.", "Ocean Strategy | addresses | Chad", ""),
    (STRATEGY + "It supports Togo.", "Peru | supports | Togo", "Ocean Strategy | "),
    (
        "Peru launched the Shark Programme. The programme depends on cyber defence.",
        "Shark Programme | requires | cybersecurity",
        "Peru | requires",
    ),
    # What was discussed where the sentence before met.
    (SUMMIT + "Piracy was discussed.", "summit in Lima | addresses | piracy", ""),
    (SUMMIT + "On the agenda was piracy.", "summit in Lima | addresses | piracy", ""),
    (SUMMIT + "Piracy topped the agenda.", "summit in Lima | addresses | piracy", ""),
    (
        SUMMIT + "Peru carried on with the initiatives they discussed, including trade.",
        "",
        "summit in Lima | addresses",
    ),
    (TREATY + "Cyber defence is covered.", "Lima Treaty | addresses | cybersecurity", ""),
    ("Cyber defence falls under the Lima Treaty.", "Lima Treaty | addresses | cybersec", ""),
    # Whose successor and predecessor.
    (TREATY + "Its successor is the Ocean Treaty.", "Ocean Treaty | replaces | Lima Treaty", ""),
    (TREATY + "Its predecessor was the Ocean Treaty.", "Lima Treaty | replaces | Ocean T", ""),
    (TREATY + "The successor is the Ocean Treaty.", "Ocean Treaty | replaces | Lima Tr", ""),
    # Whose president.
    (ISLAND + "Ann Lee is president.", "Ann Lee | affiliatedWith | Peru", ""),
    (ISLAND + "The president is Ann Lee.", "Ann Lee | affiliatedWith | Peru", ""),
    (
        ISLAND + "Ann Lee is president of Chad.",
        "Ann Lee | affiliatedWith | Chad",
        "Ann Lee | affiliatedWith | Peru",
    ),
    (ISLAND + "Ann Lee, the former prime minister, spoke.", "", "Ann Lee | affiliatedWith"),
    # Nothing is its own priority.
    (ISLAND + "Maritime security is its priority.", "Peru | sharesInterest | maritime sec", ""),
    # What one undertaking is to another.
    (
        "The Shark Programme belongs to the Ocean Programme.",
        "Shark Programme | partOf | Ocean Programme",
        "",
    ),
    (
        "The Ocean Programme includes the Shark Programme.",
        "Shark Programme | partOf | Ocean Programme",
        "",
    ),
    ("The Lima Treaty is a step towards stability.", "Lima Treaty | advances | stability", ""),
]


@pytest.mark.parametrize(("text", "stated", "unstated"), TOLD)
def test_it_is_left_to_the_sentence_before(
    read: Reading, text: str, stated: str, unstated: str
) -> None:
    facts = {f"{fact}|" for fact in read(text).facts}
    assert not stated or any(fact.startswith(stated) for fact in facts)
    assert not unstated or not any(fact.startswith(unstated) for fact in facts)
