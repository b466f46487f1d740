"""Lists with an adverbial before their last item: "A and, for the first time, B"."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "The exercise included Chile, Kenya, and, for the first time, Peru.",
        "Peru | participatesIn | Chile–Kenya–Peru exercise",
    ),
    (
        "Chile, Kenya and, for the first time, Peru joined the Talisman Sabre exercise.",
        "Kenya | participatesIn | Talisman Sabre",
    ),
    ("Japan and, to a lesser extent, Chile support Ukraine.", "Chile | supports | Ukraine"),
    (
        "The defence pact covers cyber security and, above all, maritime security.",
        "defence pact | addresses | maritime security",
    ),
]
NOT_STATED = [
    ("Chile backs Kenya and, in turn, Kenya backs Peru.", "Chile | supports | Peru"),
    ("Chile met Peru and, in May, Kenya backed Ghana.", "Chile | supports | Ghana"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_the_last_is_one_of_them(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_another_clause_is_none(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
