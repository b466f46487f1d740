"""Meetings that a title names are those of which the text then says that the two met."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

MET = "Foreign Minister Ann Lee of Kenya received Peru's Foreign Minister Juan Paz in Nairobi."


@pytest.mark.parametrize(
    "title",
    [
        "Kenya–Peru 2+2 Foreign and Defence Ministers' Meeting",
        "The Third Kenya-Peru 2+2 Ministerial Dialogue",
        "Kenya-Peru Defence Dialogue",
    ],
)
def test_those_of_its_name_meet_at_it(read: Reading, title: str) -> None:
    facts = read(f"{title}\n\n{MET}").facts
    events = {f.split(" | ")[2] for f in facts if " | participatesIn | " in f}
    assert len(events) == 1
    (event,) = events
    assert event in {title.removeprefix("The "), title.replace("–", "-")}
    assert {f"Kenya | organizes | {event}", f"{event} | locatedIn | Nairobi"} <= set(facts)


@pytest.mark.parametrize("title", ["Chad-Peru Defence Dialogue", "What Kenya and Peru share"])
def test_others_meet_at_their_own(read: Reading, title: str) -> None:
    facts = read(f"{title}\n\n{MET}").facts
    assert "Kenya | organizes | Kenya–Peru meeting" in facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Kenya and Peru will hold a 2+2 Ministerial Dialogue in Nairobi.",
            "Peru | participatesIn | 2+2 Ministerial Dialogue",
        ),
        ("Kenya and Peru held a 2+2 meeting in Nairobi.", "Peru | participatesIn | Two-Plus-Two"),
    ],
)
def test_numbers_belong_to_a_name(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts
