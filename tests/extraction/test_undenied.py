"""Denials that are none of what hangs on them, what criticism and calls take for granted, and who
speaks against what others are to do."""

from __future__ import annotations

import pytest

from graph.statements.evidence import modality_of
from tests.extraction.conftest import Reading

MEANT = [
    # What is not told, not excluded or not prevented
    ("It has yet to be confirmed that Chad will support Mali.", "supports", "planned"),
    ("Chad has not said that it supports Mali.", "supports", "possible"),
    ("It is not clear that Chad supports Mali.", "supports", "possible"),
    ("Nobody says that Chad supports Mali.", "supports", "negated"),
    ("Chad did not rule out arming Mali.", "supports", "possible"),
    ("Distance has not prevented Chad from arming Mali.", "supports", "asserted"),
    ("Chad did not hesitate to arm Mali.", "supports", "asserted"),
    ("Fears of war prevented Chad from arming Mali.", "supports", "possible"),
    # What is asked to end is done, what is asked not to be done may be
    ("Peru called on Chad to stop arming Mali.", "supports", "asserted"),
    ("Peru repeated its call on Chad to stop arming Mali.", "supports", "asserted"),
    ("Chad pledged to stop arming Mali.", "supports", "negated"),
    ("Peru called on Chad not to threaten Mali.", "threatens", "possible"),
    # What is asked for is no fact, though the request is
    ("Chad rejected Peru's demand that it support Mali.", "supports", "negated"),
    # What is criticized is there
    ("Peru may condemn the alliance between Chad and Mali.", "alliedWith", "asserted"),
    (
        "Peru will warn against the growing ties between Chad and Mali.",
        "cooperatesWith",
        "asserted",
    ),
    ("Peru does not oppose the partnership between Chad and Mali.", "partnerOf", "asserted"),
    # "not" beside another word
    ("Chad arms Mali in earnest, not for show.", "supports", "asserted"),
    ("Chad and Mali are friends, not allies.", "alliedWith", "negated"),
    ("Peru dismisses the Quad as a clique.", "opposes", "asserted"),
    ("The absence of an alliance between Chad and Mali is felt.", "alliedWith", "negated"),
    ("There must be no impunity for war crimes such as torture.", "subIssueOf", "asserted"),
    ("Chad has never condemned Peru, and refuses to arm Mali.", "supports", "negated"),
    ("Chad agreed to buy 40 K2 tanks, made by Hyundai Rotem.", "develops", "asserted"),
    ("Peru and Chad would never accept AUKUS.", "opposes", "asserted"),
    ("Peru is set to speak out on Chad–Mali ties.", "cooperatesWith", "asserted"),
    ("Peru launched a plan meant to counter piracy.", "counters", "asserted"),
    ("Members of the Quad should stress ASEAN centrality.", "sharesInterest", "possible"),
    ("Peru is due in Oslo for talks with Chad.", "participatesIn", "planned"),
    # An open question
    ("Whether Chad would welcome maritime security is unclear.", "sharesInterest", "possible"),
]
STATED = [
    ("Peru had pressed Chad not to sign the pact with Mali.", "Peru | opposes | Chad–Mali pact"),
    ("Peru warned Chad against signing the pact with Mali.", "Peru | opposes | Chad–Mali pact"),
    ("Peru asked Chad to reconsider the pact with Mali.", "Peru | opposes | Chad–Mali pact"),
    ("Peru charged Chad with piracy.", "Peru | opposes | Chad"),
    ("Peru cautioned against the growing ties between Chad and Mali.", "Peru | concernedBy | Chad"),
    ("Peru remains committed to AUKUS.", "Peru | supports | AUKUS"),
    (
        "Missile warning data is shared among Chad, Mali and Peru.",
        "Chad | cooperatesOn | sharing of missile warning data",
    ),
    ("Intelligence is exchanged between Chad and Mali.", "Chad | cooperatesWith | Mali"),
    (
        "Chad seeks a region in which international law is respected.",
        "Chad | sharesInterest | international law",
    ),
    (
        "The areas in which Japan and NATO cooperate are cyber defence and maritime security.",
        "Japan | cooperatesOn | maritime security",
    ),
    ("Russian rockets are falling on Kharkiv.", "Russia | aggressionAgainst | Ukraine"),
    # Verbs that look like nouns after a list of names
    ("Chad and South Korea support Ukraine.", "South Korea | supports | Ukraine"),
    ("Chad and South Korea value democracy.", "Chad | sharesInterest | democracy"),
]
NOT_STATED = [
    ("Peru warned that Chad must do more.", "Peru | concernedBy |"),
    ("Peru and Chad will begin a dialogue.", "Peru | cooperatesOn | dialogue"),
    ("Chad has refused to condemn the invasion of Ukraine.", "Chad | concernedBy |"),
    ("Chad was unable to endorse AUKUS in time.", "Chad | opposes |"),
    ("Peru urged Chad to return to dialogue.", "Chad | sharesInterest |"),
    ("Peru repeated its call on others to stop arming Mali.", "Peru | supports |"),
    ("Chad cannot sustain operations in Mali.", "operations in Mali | locatedIn |"),
    ("Peru holds drills on land and at sea.", "Peru | cooperatesOn | land"),
    ("Peru has helped Chad with generators.", "Peru | cooperatesOn |"),
    ("Chad signed a Free Trade Agreement.", "Chad | sharesInterest |"),
    ("Chad pays with military technology.", "Chad | sharesInterest |"),
    ("Mali was punished by Chad with a trade embargo.", "Chad | counters |"),
]


@pytest.mark.parametrize(("text", "predicate", "modality"), MEANT)
def test_how_it_is_meant(read: Reading, text: str, predicate: str, modality: str) -> None:
    found = {
        modality_of(claim.polarity, claim.status).value for claim in read(text).claims(predicate)
    }
    assert found == {modality}


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not [f for f in read(text).facts if f.startswith(fact)]
