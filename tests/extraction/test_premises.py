"""Bodies, sites and meetings that are told by where they are."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The embassy in Tirana was evacuated.",
            "embassy in Tirana | locatedIn | Tirana",
        ),
        (
            "The city opened a consulate in Nuuk.",
            "consulate in Nuuk | locatedIn | Nuuk",
        ),
        (
            "The embassy that Qatar is building in Astana is late.",
            "embassy in Astana | locatedIn | Astana",
        ),
        (
            "Rain spoiled the parade in Paris.",
            "parade in Paris | locatedIn | Paris",
        ),
        (
            "The ministers met in Rome last week.",
            "meeting in Rome | locatedIn | Rome",
        ),
        (
            "The pact was announced in Madrid at a meeting of the Quad.",
            "Quad meeting | locatedIn | Madrid",
        ),
        (
            "HMAS Watson, the naval base in Queensland, is being enlarged.",
            "HMAS Watson | locatedIn | Queensland",
        ),
        (
            "Baltic Guard, a charity in Riga, has three rooms.",
            "Baltic Guard | locatedIn | Riga",
        ),
    ],
)
def test_what_stands_somewhere_is_told_by_its_place(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(
    "text",
    [
        "Any embassy in Tirana may ask for it.",
        "Zentex, the largest plant in Latvia, was sold.",
        "Iran was condemned in Vienna for the drills.",
    ],
)
def test_what_is_only_described_stands_nowhere(read: Reading, text: str) -> None:
    assert not [f for f in read(text).facts if "in Tirana" in f or "plant in" in f or "drill" in f]


def test_an_event_is_where_its_clause_says_others_met(read: Reading) -> None:
    facts = read(
        "It was settled at the NATO summit in Vilnius, where Turkey and Sweden agreed."
    ).facts
    assert {
        "Sweden | participatesIn | 2023 Vilnius summit",
        "Türkiye | participatesIn | 2023 Vilnius summit",
    } <= facts
