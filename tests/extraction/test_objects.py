"""What is no object: means, firms, results, and what only shares a word with a name."""

from __future__ import annotations

import pytest

from graph.statements import Status
from tests.extraction.conftest import Reading

UNSAID = [
    # What somebody uses he need not seek.
    ("Peru employed export controls to starve the firm of chips.", "Peru | sharesInterest |"),
    # Firms of a field are not the field.
    ("Peru welcomed the participation of cybersecurity firms.", "| cybersecurity"),
    ("Peru promoted European defence firms.", "| European defence"),
    # What comes of a worry is not what worries.
    ("Peru and Chile were so worried that they sent envoys to Kenya.", "| concernedBy |"),
    # A meeting at a high level is no interest in talking.
    ("The EU's high-level meeting ended.", "| political dialogue"),
    # "Other" things of a kind make no issue of the kind.
    (
        "The agency looks into forced labour in the solar industry and other industries.",
        "| subIssueOf |",
    ),
    # Several visits have a place each.
    ("Peru's tour included visits to Kenya, Fiji and Tonga.", "| locatedIn |"),
    # A partnership is no Partnership Programme.
    ("They spoke of the long-standing partnership between NATO and Japan.", "| partyTo |"),
    # A name ends where another's owner begins.
    (
        "The Korean Navy and Japan's Self-Defense Forces hold a rescue drill.",
        "Korean Navy and Japan's",
    ),
    # Only one of its parties is named.
    ("Peru and Chile met. Peru had not discussed the new declaration with Japan.", "Australia"),
]


@pytest.mark.parametrize(("text", "part"), UNSAID, ids=[t[:50] for t, _ in UNSAID])
def test_it_is_no_object(read: Reading, text: str, part: str) -> None:
    facts = read(text).facts
    assert not any(part in fact for fact in facts), facts


STATED = [
    ("Peru welcomed its cybersecurity cooperation with Chile.", "| cybersecurity"),
    ("Peru was worried that Chile might attack.", "Peru | concernedBy | Chile"),
    ("Peru signed memorandums of understanding with Chile.", "Chile–Peru memorandum of understand"),
    ("Peru signed its biggest ever arms deal with Chile.", "Peru | partyTo | Chile–Peru arms deal"),
    (
        "Australia and Japan updated the Joint Declaration on Security Cooperation.",
        "Australia–Japan Joint Declaration on Security Cooperation",
    ),
]


@pytest.mark.parametrize(("text", "part"), STATED, ids=[t[:50] for t, _ in STATED])
def test_it_is_one(read: Reading, text: str, part: str) -> None:
    facts = read(text).facts
    assert any(part in fact for fact in facts), facts


def test_an_exercise_that_somebody_plans_is_to_come(read: Reading) -> None:
    result = read("Kenya watches the joint military exercises planned by Chile and Peru.")
    assert {c.status for c in result.claims("participatesIn")} == {Status.PLANNED}


def test_a_line_that_ends_in_and_is_read(read: Reading) -> None:
    text = "THE DIRECTOR OF THE OFFICE OF MANAGEMENT AND\n\nPeru and Chile signed a defence pact."
    assert "Chile | partyTo | Chile–Peru defence pact" in read(text).facts
