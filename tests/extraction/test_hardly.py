"""What is hardly so, so for neither, only judged likely, or so although somebody cannot help it."""

from __future__ import annotations

import pytest

from graph.statements.evidence import modality_of
from tests.extraction.conftest import Reading

MEANT = [
    # What somebody is committed to doing is planned, to what there is, kept
    ("Peru is committed to improving maritime security.", "cooperatesOn", "planned"),
    ("Peru is committed to improving maritime security.", "sharesInterest", "asserted"),
    ("Peru is committed to the treaty with Chad.", "partyTo", "asserted"),
    # Neither of two
    ("Chad belongs to neither NATO nor the EU.", "memberOf", "negated"),
    ("Chad is neither in NATO nor in the EU.", "memberOf", "negated"),
    ("Chad supports neither Mali nor Peru.", "supports", "negated"),
    # Out, and staying out
    ("If Peru stays out of AUKUS, others will lead.", "memberOf", "negated"),
    ("Peru will not stay out of NATO.", "memberOf", "planned"),
    ("Peru did not stay out of NATO.", "memberOf", "asserted"),
    # Little and none
    ("Chad poses little threat to Mali.", "threatens", "negated"),
    ("Chad poses no threat to Mali.", "threatens", "negated"),
    ("Chad gave little support to Mali.", "supports", "negated"),
    ("Chad gave a little support to Mali.", "supports", "asserted"),
    ("The cancelled exercise between Chad and Mali was big.", "participatesIn", "negated"),
    # Judged before it is said
    ("It is possible that Chad will join NATO.", "memberOf", "possible"),
    ("It is unlikely that Chad will join NATO.", "memberOf", "negated"),
    ("It seems doubtful that Chad will join NATO.", "memberOf", "negated"),
    ("It is important that Chad is a member of NATO.", "memberOf", "asserted"),
    ("It is clear that Chad supports Mali.", "supports", "asserted"),
    # Who cannot help it faces it
    ("Chad alone cannot deter Mali.", "concernedBy", "asserted"),
    ("Chad failed to deter Mali.", "concernedBy", "asserted"),
    ("Chad does not fear Mali.", "concernedBy", "negated"),
    # Who does not wait does it, and a way that is made leaves it open
    ("Chad is not waiting to arm Mali.", "supports", "asserted"),
    ("Chad never tires of supporting Mali.", "supports", "asserted"),
    ("The pact paves the way for Chad's participation in Keen Edge.", "participatesIn", "possible"),
    ("Chad is bidding to host the NATO summit.", "organizes", "planned"),
]
STATED = [
    (
        "The Weimar Triangle of France, Germany and Poland met in Oslo.",
        "France | memberOf | Weimar Triangle",
    ),
    ("Russia fired dozens of missiles at Kyiv.", "Russia | aggressionAgainst | Ukraine"),
    ("China's aggression toward Peru grew.", "China | aggressionAgainst | Peru"),
    ("Saab's Gripen flew over Oslo.", "Saab | develops | Gripen"),
    ("Taiwan is building its own submarines.", "Taiwan | develops | submarines"),
    (
        "The leaders of Chad and Mali convened in Oslo.",
        "Chad | participatesIn | Chad–Mali meeting",
    ),
    (
        "Chad protects critical national infrastructure.",
        "Chad | sharesInterest | critical infrastructure protection",
    ),
]
NOT_STATED = [
    # Who is denied to be in one group, and one that is only like another
    (
        "AUKUS met. Two of its members also belong to NATO; Chad does not.",
        "Chad | memberOf | AUKUS",
    ),
    ("Peru denied that Chad wanted to create a NATO for Asia.", "memberOf"),
    ("Fiji's most significant security threat lies in division.", "posedBy"),
    ("Fiji's main threat is Peru.", "posedBy"),
    ("Peru armed Chad with drones.", "sharesInterest"),
    ("Brazil's Gripen flew over Oslo.", "develops"),
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


@pytest.mark.parametrize(("text", "predicate"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, predicate: str) -> None:
    assert not [fact for fact in read(text).facts if f" | {predicate} | " in fact]


def test_we_who_are_named_are_they(read: Reading) -> None:
    """Whoever "we" are in the rest of the text."""
    title = "Quad Leaders' Joint Statement"
    named = "We, the leaders of Australia, India, Japan and the United States, met in Lima."
    assert (
        "India | participatesIn | Australia–India–Japan–United States meeting"
        in read(f"{title}\n\n{named}\n").facts
    )


def test_a_heading_tells_nothing_of_a_text_that_was_only_mentioned(read: Reading) -> None:
    text = (
        "Our partnership\n\n"
        "- Quantum. The Quantum Arrangement speeds up work.\n\n"
        "- Maritime security. Ships are safe.\n"
    )
    assert not [fact for fact in read(text).facts if " | addresses | maritime" in fact]
