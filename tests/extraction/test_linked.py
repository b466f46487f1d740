"""A list stays one where adverbs, prepositions or participles stand between its names."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    "several",
    [
        "Japan and also Canada",
        "Japan and, more recently, Canada",
        "Japan as well as Canada",
        "Japan but also Canada",
        "The governments of Japan and of Canada",
        "The leaders of Japan and perhaps Canada",
        "Japan, followed by Canada,",
        "Japan, joined by Canada,",
    ],
)
def test_who_acts(read: Reading, several: str) -> None:
    found = read(f"{several} joined the Oslo Pact.").facts
    assert {"Japan | partyTo | Oslo Pact", "Canada | partyTo | Oslo Pact"} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "Germany threatens Japan and more recently Canada.",
        "Germany threatens Japan, but also Canada.",
        "Germany is a threat to the security of Japan and of Canada.",
    ],
)
def test_who_is_acted_on(read: Reading, text: str) -> None:
    found = set(read(text).facts)
    assert {"Germany | threatens | Japan", "Germany | threatens | Canada"} <= found


def test_whose_they_are_who_are_joined(read: Reading) -> None:
    found = set(read("The leaders of Japan, joined by Canada, condemned Germany.").facts)
    assert {"Japan | opposes | Germany", "Canada | opposes | Germany"} <= found


@pytest.mark.parametrize(
    ("text", "other"),
    [
        # each has something of his own
        ("Germany backs Japan and soon Canada with ships.", "Canada | supports | Germany"),
        ("The talks were held in Japan and Canada joined them.", "Canada | locatedIn | Japan"),
        ("Threats to Japan and threats to Canada grew.", "Japan | threatens | Canada"),
    ],
)
def test_others_are_let_alone(read: Reading, text: str, other: str) -> None:
    assert other not in read(text).facts
