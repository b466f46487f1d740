"""Datelines: a report begins after them, and nobody in them does anything."""

import pytest

from loaders.extraction.text.datelines import end_of_dateline
from tests.extraction.conftest import Reading

DATELINES = [
    "OSLO (AFP) — ",
    "OSLO, May 5 (AFP) - ",
    "Oslo, May 5, 2024 (AFP) -- ",
    "Oslo, 5 May 2024 – ",
    "Oslo, Jan 30 (EFE).- ",
    "LIMA/OSLO, Dec. 11 (Yonhap) -- ",
    "Oslo [Norway], May 5 (ANI): ",
    "KYIV. May 5 (Interfax-Ukraine) – ",
    "Oslo, Norway – 12 July 2023 – ",
    "THE HAGUE, Netherlands (AP) — ",
    "The Hague, June 25 - ",
    "Oslo, May 5 (SANA) ",
    "Washington, D.C. – ",
    "OTTAWA — ",
    "Metro Manila, Philippines - ",
    "YEREVAN, Armenia — ",
    "(Reuters) - ",
]
NONE = [
    "On July 9 – the first day – they met.",
    "The pact (Treaty) — signed in May — holds.",
    "The club — Peru and Chile — met.",
    "Norway, Peru and Chile met on May 5 - a Monday.",
    "June 28–30 the summit was held.",
    "Peru will join.",
    "Oslo, Norway – a city of peace – is in the north.",
]


@pytest.mark.parametrize("line", DATELINES)
def test_a_dateline_ends_where_the_report_begins(line: str) -> None:
    assert end_of_dateline(line + "Peru and Chile signed a pact.") == len(line)


@pytest.mark.parametrize("text", NONE)
def test_other_beginnings_are_no_datelines(text: str) -> None:
    assert end_of_dateline(text) == 0


@pytest.mark.parametrize("line", ["SEOUL, Jan 30 (Reuters) - ", "Seoul, Jan 30 (EFE).- "])
def test_the_capital_of_a_dateline_does_nothing(read: Reading, line: str) -> None:
    facts = read(f"A pact\n\n{line}Norway and Chile signed a defence pact on Monday.").facts
    assert "Norway | partyTo | Chile–Norway defence pact" in facts
    assert not any("South Korea" in fact for fact in facts)
