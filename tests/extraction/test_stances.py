"""Who is for and against whom, who arms whom, whom they fear, and whose it is."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

STATED = [
    (
        "Anthony Albanese has termed the idea of an Asian NATO a fantasy.",
        "Australia | opposes | Asian NATO",
    ),
    ("Moscow described AUKUS as destabilising.", "Russia | opposes | AUKUS"),
    ("Vietnam has been hardly receptive to an Asian NATO.", "Vietnam | opposes | Asian NATO"),
    ("Indonesia voiced scepticism about AUKUS.", "Indonesia | opposes | AUKUS"),
    ("Paris is against AUKUS.", "France | opposes | AUKUS"),
    (
        "France opposes the plan to open a NATO liaison office.",
        "France | opposes | NATO liaison office in Tokyo",
    ),
    ("Beijing summoned the Japanese ambassador.", "China | opposes | Japan"),
    (
        "Washington has provided $61 billion in security assistance to Ukraine.",
        "United States | supports | Ukraine",
    ),
    ("Britain promised Ukraine £3 billion.", "United Kingdom | supports | Ukraine"),
    ("Poland, which has given Ukraine military aid, protests.", "Poland | supports | Ukraine"),
    ("Kyiv depends on American weapons.", "United States | supports | Ukraine"),
    (
        "American military assistance to Malaysia has doubled.",
        "United States | supports | Malaysia",
    ),
    ("NATO showed its resolve against Moscow and backing for Kyiv.", "NATO | supports | Ukraine"),
    ("Russia is waging war against Ukraine.", "Russia | aggressionAgainst | Ukraine"),
    ("Russian missiles struck Ukrainian cities.", "Russia | aggressionAgainst | Ukraine"),
    ("Iran helps Russia in its war against Ukraine.", "Russia | aggressionAgainst | Ukraine"),
    ("Japan faces threats from China.", "China | threatens | Japan"),
    (
        "Japan has rearmed, citing the threat from its neighbours China and Russia.",
        "Japan | concernedBy | Russia",
    ),
    ("Poland and Japan list China among their concerns.", "Poland | concernedBy | China"),
    ("Japan considers China its greatest challenge.", "Japan | concernedBy | China"),
    ("NATO calls Russia a threat to Poland.", "Russia | threatens | Poland"),
    ("NATO accused China of cyberattacks.", "cyberattacks | posedBy | China"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_a_stance_is_read_in_its_construction(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


CHARGED = [
    ("Washington accused Beijing of supporting Russia.", "China | supports | Russia"),
    ("Kyiv thanked Poland for training Ukrainian soldiers.", "Poland | supports | Ukraine"),
    ("NATO singled out China as undermining democracy.", "China | threatens | democracy"),
    ("Poland must deter Russia from attacking Japan.", "Russia | aggressionAgainst | Japan"),
]


@pytest.mark.parametrize(("text", "fact"), CHARGED)
def test_the_object_does_what_it_is_accused_of(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_what_is_coordinated_shares_its_owner_and_its_relative_clause(read: Reading) -> None:
    text = "Japan fears Chinese spying and disinformation, which it sees as a threat to democracy."
    found = read(text).facts
    assert {"disinformation | posedBy | China", "disinformation | threatens | democracy"} <= found


def test_a_colon_ends_what_is_asked(read: Reading) -> None:
    assert "France | opposes | AUKUS" in read("France's opposition to AUKUS: a mistake?").facts


def test_they_are_people(read: Reading) -> None:
    text = "NATO leaders met. China's ambitions are a challenge. They condemned AUKUS."
    found = read(text).facts
    assert "NATO | opposes | AUKUS" in found
    assert "China | opposes | AUKUS" not in found


NOT_STATED = [
    ("Japan and Poland named their security challenges.", "posedBy"),
    ("Iran helps Russia in its war against Ukraine.", "Iran | aggressionAgainst"),
    ("NATO calls Russia a threat to Poland.", "NATO | threatens"),
    ("Japan, alarmed by China's rise, rearms.", "China | concernedBy"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_what_is_near_is_not_taken_for_who_does_it(read: Reading, text: str, fact: str) -> None:
    assert not [found for found in read(text).facts if fact in found]


@pytest.mark.parametrize("noun", ["plan", "proposal", "idea", "office"])
def test_a_proposal_is_taken_up(read: Reading, noun: str) -> None:
    text = f"NATO plans to open a liaison office in Tokyo. France opposes the {noun}."
    assert "France | opposes | NATO liaison office in Tokyo" in read(text).facts


def test_where_an_event_was_is_not_taken_up(read: Reading) -> None:
    text = "At the summit of ASEAN in Laos, its leaders criticised AUKUS."
    assert "Laos | opposes | AUKUS" not in read(text).facts


MEANT = [
    ("Germany has stopped sending arms to Israel.", Polarity.DENIED, Status.ACTUAL),
    ("Germany no longer supplies arms to Israel.", Polarity.DENIED, Status.ACTUAL),
    ("Seoul ruled out sending weapons to Ukraine.", Polarity.DENIED, Status.ACTUAL),
    ("Washington halted military aid to Ukraine.", Polarity.DENIED, Status.ACTUAL),
    ("Moscow warned Seoul against arming Ukraine.", Polarity.AFFIRMED, Status.POSSIBLE),
    ("Tokyo called for NATO to support Ukraine.", Polarity.AFFIRMED, Status.RECOMMENDED),
    ("Japan ought to support Ukraine.", Polarity.AFFIRMED, Status.RECOMMENDED),
    ("Kyiv said that Japan would support Ukraine.", Polarity.AFFIRMED, Status.PLANNED),
    ("Instead of talking to Russia, Japan supports Ukraine.", Polarity.AFFIRMED, Status.ACTUAL),
    ("Japan voted without supporting Ukraine.", Polarity.DENIED, Status.ACTUAL),
]


@pytest.mark.parametrize(("text", "polarity", "status"), MEANT)
def test_what_governs_support_decides_its_manner(
    read: Reading, text: str, polarity: Polarity, status: Status
) -> None:
    claims = read(text).claims("supports")
    assert {(claim.polarity, claim.status) for claim in claims} == {(polarity, status)}


def test_an_attack_that_would_have_effects_is_only_possible(read: Reading) -> None:
    claims = read("A Chinese attack on Taiwan would involve Japan.").claims("aggressionAgainst")
    assert {claim.status for claim in claims} == {Status.POSSIBLE}
