"""Who "we" are where people speak in turn, and who are told by a number or by a treaty."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

TURNS = """Press conference of Richard Marles and Gen Nakatani

MARLES: Japan is our closest partner in Asia. We are worried by China's manoeuvres.

NAKATANI: We support Ukraine.

PRIME MINISTER ANDERSSON: We support Mali.

Q: Will you arm Peru?

MARLES: We support Chad.
"""
ANSWERS = """Interview

Journalist: Minister, what was agreed?

Mr Marles: We support Ukraine.

Journalist: And what do we do for Peru?

Mr Marles: We will support Peru.
"""
STATED = [
    # A verb that looks like a noun, after a number or one name
    ("Japan, Peru and Chad met. The three work together on trade.", "Chad | cooperatesOn | trade"),
    ("Japan, Peru, Mali and Chad met. The four support Ukraine.", "Mali | supports | Ukraine"),
    ("Japan, Peru and Chad met. All three back Ukraine.", "Japan | supports | Ukraine"),
    ("North Korea sides with Russia.", "North Korea | supports | Russia"),
    # An agreement that is told as a certain one by those who sign it
    (
        "Peru and Chad signed the treaty that ends their dispute.",
        "Chad | partyTo | Chad–Peru treaty",
    ),
    # What a list says before its last item, the parse making it modify that
    (
        "Peru and Chad signed a pact. It covers maritime security, cyber and hybrid threats.",
        "Chad–Peru pact | addresses | maritime security",
    ),
    # Whom bases are opened to, and whom somebody is charged with
    ("The Philippines opened nine bases to American forces.", "United States | stationedIn |"),
    ("Peru charges Chad with sending weapons to Mali.", "Chad | supports | Mali"),
]
NOT_STATED = [
    ("The Philippines opened nine bases to American forces.", "Philippines | stationedIn |"),
    ("Peru charges Chad with sending weapons to Mali.", "Peru | supports |"),
    ("Lithuania took the case to the World Trade Organization.", "Lithuania | opposes |"),
    ("The two state solution failed.", "cooperates"),
]


def test_we_are_those_for_whom_whoever_has_the_turn_speaks(read: Reading) -> None:
    facts = read(TURNS).facts
    assert "Australia | partnerOf | Japan" in facts
    assert "Australia | concernedBy | China" in facts
    assert "Japan | supports | Ukraine" in facts
    assert "Australia | supports | Chad" in facts
    # Nobody knows whose premier that is.
    assert not [fact for fact in facts if "Mali" in fact]
    assert not [
        fact for fact in facts if "Peru" in fact or fact == "Australia | supports | Ukraine"
    ]


def test_whoever_asks_is_nobody(read: Reading) -> None:
    claims = read(ANSWERS).claims("supports")
    assert {str(claim.subject).rsplit("/", 1)[-1] for claim in claims} == {"australia"}


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert [told for told in read(text).facts if told.startswith(fact)]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not [told for told in read(text).facts if fact in told]
