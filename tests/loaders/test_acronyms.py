"""Acronyms that one text defines and another uses."""

from __future__ import annotations

import pytest

from graph.statements import Entity, Extraction, Mention
from loaders.acronyms import with_acronyms

FORCES = Entity.provisional("Organization", "Coast Defence Forces")


def mentions(text: str) -> list[tuple[str, int, int]]:
    known = Mention(FORCES.id, FORCES.label, text.index(FORCES.label), 1)
    found = with_acronyms(text, Extraction((FORCES,), (known,)))
    return [(m.name, m.start, m.count) for m in found.mentions if m != known]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Coast Defence Forces (CDF) sail.", [("CDF", 26, 1)]),
        ("Coast Defence Forces (“CDF”), Coast Defence Forces (CDF)", [("CDF", 23, 2)]),
        ("Coast Defence Forces (Navy)", []),
        ("Coast Defence Forces (CDFX)", []),
        ("Coast Defence Forces and others (CDF)", []),
    ],
)
def test_what_stands_in_brackets_after_a_name(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert mentions(text) == expected


def test_names_of_the_ontology_are_left_alone() -> None:
    known = Mention(FORCES.id, FORCES.label, 0, 1)
    extraction = Extraction((), (known,))
    assert with_acronyms("Coast Defence Forces (CDF)", extraction) is extraction
