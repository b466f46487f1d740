"""What a fact's object is called: by all the words that say what it is, and by no other notion; who
worries, and short clauses whose verb looks like a noun."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

CALLED = [
    # A head after a known name says something else than the name
    ("drone production", "drone production"),
    ("aviation safety", "aviation safety"),
    ("technology security", "technology security"),
    ("semiconductor research", "semiconductor research"),
    # A modifier before a weak name is a part of what it says
    ("maritime technology", "maritime technology"),
    ("AI infrastructure", "AI infrastructure"),
    # A vague word that begins a known name is a part of it
    ("critical minerals processing", "critical minerals processing"),
    # What shares a field with another is itself
    ("space security", "space security"),
    ("security in outer space", "space security"),
    ("space technology", "space technology"),
    ("the peaceful uses of outer space", "peaceful uses of outer space"),
    ("defence technology", "defence technology"),
    ("Arctic cooperation", "Arctic cooperation"),
    ("space", "space cooperation"),
    ("technology", "technology cooperation"),
]


@pytest.mark.parametrize(("words", "name"), CALLED)
def test_fields_of_work_are_called_by_what_they_say(read: Reading, words: str, name: str) -> None:
    claims = read(f"Peru and Chad will cooperate on {words}.")
    assert f"Peru | cooperatesOn | {name}" in claims.facts
    assert len(claims.claims("cooperatesOn")) == 2


@pytest.mark.parametrize(
    "words", ["cyber diplomacy", "economic policy", "regional trade", "nuclear posture"]
)
def test_what_is_only_of_a_field_is_no_threat(read: Reading, words: str) -> None:
    assert not read(f"Peru and Chad will cooperate on {words}.").claims("counters")


STATED = [
    # Verbs that look like nouns
    ("South Korea arms Peru.", "South Korea | supports | Peru"),
    (
        "Iran arms Chad and South Africa supplies Mali with shells.",
        "South Africa | supports | Mali",
    ),
    ("Iran arms Chad, and Mali resents it.", "Iran | supports | Chad"),
    ("Rabat's presence in the Canary Islands troubles Madrid.", "Spain | concernedBy | Morocco"),
    ("Japan funds Peru's cables and arms the Chad Defence Force.", "Japan | supports | Chad"),
    ("Iran's dispatch of troops to Chad alarmed Cairo.", "Egypt | concernedBy | Iran"),
    # Who worries
    (
        "Officials in Cairo say piracy is growing. Smuggling is a further worry.",
        "Egypt | concernedBy | smuggling",
    ),
    (
        "Ministers in Lima have warned of floods. Another concern is piracy.",
        "Peru | concernedBy | piracy",
    ),
    ("Chief among Lima's fears is a blockade.", "Peru | concernedBy | blockade"),
    ("With Chad in mind, Mali signed a pact with Kenya.", "Mali | concernedBy | Chad"),
    # Troops sent, and force held out
    ("Iran's dispatch of troops to Chad was denounced.", "Iran | supports | Chad"),
    ("Chad has never renounced the use of force against Mali.", "Chad | threatens | Mali"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_read(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


NOT_STATED = [
    ("With Chad in mind, Mali signed a pact with Kenya.", "Mali | cooperatesWith | Chad"),
    ("Piracy tops Peru's list of worries.", "Peru | sharesInterest |"),
    ("Peru fears riots at home.", "Peru | concernedBy | home"),
    ("Peru owes Chad a third of its income.", "Peru | supports | Chad"),
    ("The Quad leaders Modi and Kishida met.", "India | supports |"),
    ("Chad has renounced the use of force against Mali.", "Chad | threatens | Mali"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_read(read: Reading, text: str, fact: str) -> None:
    assert not any(found.startswith(fact) for found in read(text).facts)
