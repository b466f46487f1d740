"""Events without a name, agreements told by their parties, texts and what they are about."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

DATE = "2024-02-01"
STATED = [
    # meetings that a verb tells
    (
        "Prime Minister Fumio Kishida met Giorgia Meloni in Rome in January.",
        "Fumio Kishida | participatesIn | Fumio Kishida–Giorgia Meloni meeting",
    ),
    (
        "Prime Minister Fumio Kishida met Giorgia Meloni in Rome in January.",
        "Fumio Kishida–Giorgia Meloni meeting | locatedIn | Rome",
    ),
    (
        "The foreign ministers of Japan and Italy held talks in Rome.",
        "Japan | participatesIn | Italy–Japan meeting",
    ),
    # the known event of those who come together
    (
        "Joe Biden met Fumio Kishida and Yoon Suk Yeol at Camp David in August 2023.",
        "Yoon Suk Yeol | participatesIn | 2023 Camp David summit",
    ),
    (
        "NATO's summit in Vilnius was long. The presence of South Korea at Vilnius was noted.",
        "South Korea | participatesIn | 2023 Vilnius summit",
    ),
    (
        "Norway sat in as an observer at NATO's summit last July.",
        "Norway | participatesIn | 2023 Vilnius summit",
    ),
    (
        "At its summit in Vilnius, NATO hosted the leaders of Japan and New Zealand.",
        "Japan | participatesIn | 2023 Vilnius summit",
    ),
    (
        "They met on the margins of the NATO summit in Vilnius.\n\nNATO's summit in Vilnius ended.",
        "NATO | organizes | 2023 Vilnius summit",
    ),
    ("The Australian-led Talisman Sabre exercise ended.", "Australia | organizes | Talisman Sabre"),
    # agreements told by their parties
    (
        "Norway, Denmark and Sweden signed a letter of intent.",
        "Denmark | partyTo | Denmark–Norway–Sweden letter of intent",
    ),
    (
        "Germany and Fiji signed a joint declaration on fisheries.",
        "Fiji | partyTo | Fiji–Germany joint declaration",
    ),
    (
        "Last year Tokyo signed a treaty with Fiji and Tonga.",
        "Tonga | partyTo | Fiji–Japan–Tonga treaty",
    ),
    (
        "Japan signed a Reciprocal Access Agreement with the Philippines.",
        "Philippines | partyTo | Japan–Philippines Reciprocal Access Agreement",
    ),
    # classes of programmes, by the partner who was named last
    (
        "NATO and Japan are close. The Individually Tailored Partnership Programme covers space.",
        "NATO–Japan ITPP | addresses | space cooperation",
    ),
    ("Hanwha Ocean builds the XSS-III submarines.", "Hanwha Ocean | develops | XSS-III submarines"),
    ("Malaysia opposes an Asian NATO.", "Malaysia | opposes | Asian NATO"),
    (
        "NATO wants to open a liaison office in Tokyo.",
        "NATO liaison office in Tokyo | locatedIn | Tokyo",
    ),
]

UNSTATED = [
    ("Norway and NATO deepen ties to meet shared challenges.", "meeting"),
    ("Quad leaders discussed Norway's pact with Iceland.", "Quad | partyTo"),
    ("Japan and South Korea joined NATO counterparts for dinner.", "Japan | memberOf | NATO"),
    (
        "The NATO 2022 Strategic Concept describes NATO as defensive.",
        "NATO 2022 Strategic Concept | addresses | NATO",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text, date=DATE).facts


@pytest.mark.parametrize(("text", "words"), UNSTATED)
def test_it_is_not_stated(read: Reading, text: str, words: str) -> None:
    assert not [fact for fact in read(text, date=DATE).facts if words in fact]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway joins the NATO summit in Washington.", Status.PLANNED),
        ("Norway joined the NATO summit in Vilnius.", Status.ACTUAL),
        ("Norway said that it would join the NATO summit in Vilnius.", Status.PLANNED),
    ],
)
def test_an_event_to_come_is_planned(read: Reading, text: str, status: Status) -> None:
    claims = read(text, date=DATE).claims("participatesIn")
    assert {claim.status for claim in claims} == {status}


def test_what_is_told_for_when_they_meet_is_to_come(read: Reading) -> None:
    claims = read("Japan and Italy will discuss it when they meet.").claims("participatesIn")
    assert {claim.status for claim in claims} == {Status.PLANNED}


def test_who_was_the_first_to_do_it_has_done_it(read: Reading) -> None:
    claims = read("France was the first state to publish an Arctic strategy.").claims("adopts")
    assert {claim.status for claim in claims} == {Status.ACTUAL}


def test_a_heading_tells_when_and_where_the_event_under_it_was(read: Reading) -> None:
    text = (
        "Four meetings\n\nLithuania spoke first.\n\nWashington, 9–11 July 2024\n\n"
        "The United States hosted the summit in the alliance's 75th year."
    )
    assert "United States | organizes | 2024 Washington summit" in read(text, "2025-06-01").facts


def test_who_stays_away_is_away_himself(read: Reading) -> None:
    text = "The leaders met at the Vilnius summit. Anthony Albanese stayed at home."
    (claim,) = [c for c in read(text).claims("participatesIn") if c.polarity is Polarity.DENIED]
    assert claim.subject.endswith("anthony-albanese")


def test_whose_president_one_meets_tells_no_known_meeting(read: Reading) -> None:
    text = "A trip\n\nJapan's prime minister hoped for a meeting with US President Donald Trump."
    facts = read(text, "2025-06-24").facts
    assert not any("Quad" in fact for fact in facts)
