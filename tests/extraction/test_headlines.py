"""Headlines in title case are read as the sentences that they are; names keep their capitals."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

BODY = "\n\nOfficials said the pact had been forged in haste. Ministers were to sign it.\n"

STATED = [
    ("Chile And Peru Forge New Defence Partnership", "Chile | partnerOf | Peru"),
    ("Brazil Seeks Closer Security Ties With Canada", "Brazil | cooperatesWith | Canada"),
    ("Kenya's Backing of Ukraine Draws Protest From Russia", "Kenya | supports | Ukraine"),
    ("Norway and Fiji Sign Landmark Fisheries Accord", "Norway | cooperatesWith | Fiji"),
]


@pytest.mark.parametrize(("line", "fact"), STATED)
def test_a_headline_says_what_its_sentence_would(read: Reading, line: str, fact: str) -> None:
    assert fact in read(line + BODY).facts


def test_what_is_but_a_name_keeps_its_capitals(read: Reading) -> None:
    text = "Joint Statement on the Norway-Fiji Ocean Partnership" + BODY
    assert all("joint Statement" not in fact for fact in read(text).facts)


def test_a_person_after_an_office_stays_a_name(read: Reading) -> None:
    text = "Norwegian Foreign Minister Kari Nordmann Meets Fijian Counterpart" + BODY
    assert "Kari Nordmann | affiliatedWith | Norway" in read(text).facts
