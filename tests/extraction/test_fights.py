"""Who stands against what, who fights whose deeds, and whose side somebody takes."""

from __future__ import annotations

import pytest

from graph.statements import Status
from tests.extraction.conftest import Reading

STATED = [
    # What is condemned may be called anything.
    ("Beijing condemned the transit of a frigate.", "China | opposes | transit"),
    ("Egypt objects to the filling of the dam.", "Egypt | opposes | filling of the dam"),
    ("Malaysia has misgivings about the naval reactors.", "Malaysia | opposes | naval reactors"),
    # Who fights a deed of somebody suffers it.
    ("Kyiv relies on aid in its fight against Russian aggression.", "Russia | threatens | Ukraine"),
    ("Ukraine fends off Russian attacks.", "Russia | aggressionAgainst | Ukraine"),
    # The tagger takes these verbs for nouns.
    ("The war that Russia wages against Ukraine goes on.", "Russia | aggressionAgainst | Ukraine"),
    ("Seoul equips the Peruvian navy.", "South Korea | supports | Peru"),
    ("Japan is on Palau's side.", "Japan | supports | Palau"),
    ("Finland joined NATO out of fear of Russia.", "Finland | concernedBy | Russia"),
    ("Rwandan backing for the M23 rebels is known.", "Rwanda | supports | M23"),
    # A preposition that the parse hangs on "is".
    ("Non-proliferation is conditional on inspections.", "non-proliferation | requires"),
    # Nobody acts on himself by a plain pronoun.
    ("Russia is at war. Iran has supplied it with drones.", "Iran | supports | Russia"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_who_stands_where_is_read_in_its_construction(read: Reading, text: str, fact: str) -> None:
    assert any(found.startswith(fact) for found in read(text).facts)


NOT_STATED = [
    ("Ukraine asked for aid in its war against Russian aggression.", "Ukraine | aggression"),
    ("Japan condemned Putin's invasion of Ukraine.", "Japan | opposes | Ukraine"),
    ("Japan condemned violence, and pressed for peace, the release of goods.", "opposes | release"),
    ("As opposed to Ireland, Denmark is a member of NATO.", "opposes"),
    ("Japan condemned the attack.", "Japan | opposes"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_what_is_only_near_is_not_opposed(read: Reading, text: str, fact: str) -> None:
    assert not [found for found in read(text).facts if fact in found]


def test_a_deed_that_others_will_be_helped_against_is_done(read: Reading) -> None:
    text = "The package will help Ukraine defend itself against Russian aggression."
    claims = read(text).claims("aggressionAgainst")
    assert {claim.status for claim in claims} == {Status.ACTUAL}


def test_what_was_not_done_is_not_said_to_be_done(read: Reading) -> None:
    claims = read("India abstained rather than condemning Russia.").claims("opposes")
    assert not [claim for claim in claims if claim.polarity.value == "affirmed"]
