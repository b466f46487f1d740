"""Who works with whom, where a list, a gerund or a name for the tie stands between them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "Chile, Peru, Kenya, and Fiji will attend the Tampere summit in May.",
        "Fiji | participatesIn | Tampere summit",
    ),
    (
        "Ignoring U.N. resolutions and sanctions, Chile and Peru signed a new treaty.",
        "Chile | partyTo | Chile–Peru treaty",
    ),
    (
        "The raids prompted Chile, Kenya, and Fiji to cooperate more closely.",
        "Chile | cooperatesWith | Fiji",
    ),
    ("Peru has long been a key ally for Chile.", "Peru | alliedWith | Chile"),
    (
        "Chile and Peru are already working together with Kenya on a satellite.",
        "Chile | cooperatesWith | Peru",
    ),
    (
        "The growing closeness between Chile and Peru was noticed in Brazil.",
        "Chile | cooperatesWith | Peru",
    ),
    ("Chile is in talks with Canada over a pipeline.", "Chile | cooperatesWith | Canada"),
    ("Chile and Peru have stepped up joint patrols.", "Chile | cooperatesWith | Peru"),
    (
        "Britain, Australia and the United States widened their pact, known as AUKUS.",
        "Australia | memberOf | AUKUS",
    ),
    ("N. Korea and Chile signed a treaty.", "North Korea | partyTo | Chile–North Korea treaty"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_a_tie_is_told(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_what_goes_before_a_signature_is_no_signatory(read: Reading) -> None:
    text = "Ignoring Kenya and Fiji, Chile and Peru signed a new treaty."
    assert not any(f.startswith(("Kenya | partyTo", "Fiji | partyTo")) for f in read(text).facts)
