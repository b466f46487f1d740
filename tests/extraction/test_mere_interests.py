"""What is sought but not worked on, what is only a trait of something else, whose part it is, and
which of several events is meant."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

TOLD = [
    # An interest in doing something is no work on it yet.
    (
        "Chile and Fiji share an interest in protecting undersea cables.",
        "Fiji | sharesInterest | undersea cables",
        "Fiji | cooperatesOn | undersea cables",
    ),
    (
        "Kenya has a stake in securing critical minerals.",
        "",
        "Kenya | cooperatesOn | critical minerals",
    ),
    ("Kenya is working to secure critical minerals.", "Kenya | cooperatesOn | critical min", ""),
    # A trait is nothing sought without what has it, where the text tells it.
    (
        "Chile and Peru will improve transparency, diversity and quality in their supply chains.",
        "Peru | cooperatesOn | transparency in supply chains",
        "Peru | cooperatesOn | diversity|",
    ),
    ("Chile and Peru are committed to transparency.", "Peru | sharesInterest | transparency", ""),
    (
        "Norway and Ghana agreed to reform the World Bank by increasing its transparency.",
        "",
        "Ghana | cooperatesOn | transparency",
    ),
    ("Ukraine defends its independence.", "Ukraine | sharesInterest | independence", ""),
    (
        "Chile is committed to advancing reforms for better, bigger and more effective new banks.",
        "",
        "Chile | sharesInterest | reforms",
    ),
    # Who plays a part in something does it, not who speaks of it.
    (
        "The leaders of Kenya and Ghana stressed the importance of NATO in countering terrorism.",
        "NATO | counters | terrorism",
        "Kenya | counters | terrorism",
    ),
    (
        "Canada praised the role of the United Nations in fighting piracy.",
        "United Nations | counters | piracy",
        "Canada | counters | piracy",
    ),
    # Key allies are a third's.
    (
        "Denmark hopes for cooperation between Japan and Chile. These two key allies will meet.",
        "",
        "Chile | alliedWith | Japan",
    ),
    (
        "Japan and the United States met. The two allies signed a plan.",
        "Japan | alliedWith | United States",
        "",
    ),
    # Names of their own.
    (
        "Fiji and Niue promote fair competition by enforcing anti-money laundering rules.",
        "",
        "Fiji | sharesInterest | countering terrorist financing",
    ),
    (
        "Chile plans to establish a rotational presence of two frigates at Darwin.",
        "",
        "Chile | cooperatesOn | reciprocal access",
    ),
    # One value is no shared values.
    (
        "Germany attaches great value to free trade.",
        "Germany | sharesInterest | free trade",
        "Germany | sharesInterest | shared values",
    ),
    # A noun that begins a name is no topic.
    (
        "Fiji has partnerships such as the Sea Fund and its Infrastructure for Calm Atolls plan.",
        "",
        "infrastructure | subIssueOf",
    ),
    # A group in the name of what is begun is not what is joined.
    (
        "Canada launched the Canada-ASEAN Ports Initiative.",
        "",
        "Canada | memberOf | ASEAN",
    ),
    ("Kenya created the Quad Vaccine Initiative.", "", "Kenya | memberOf | Quad|"),
    (
        "Australia and the United Kingdom launched the AUKUS partnership.",
        "Australia | memberOf | AUKUS",
        "",
    ),
    # A dialogue that is held is an event and no field.
    (
        "The European Union will hold a strategic dialogue with Japan.",
        "European Union | cooperatesWith | Japan",
        "European Union | sharesInterest | ",
    ),
    ("Kenya wants a strategic dialogue.", "Kenya | sharesInterest | political dialogue", ""),
    ("Canada is committed to dialogue.", "Canada | sharesInterest | dialogue", ""),
    # Of what somebody is asked to do, and how much of something there is, nobody holds anything.
    (
        "Trade between Chile and Peru is large: their trade amounted to three billion dollars.",
        "",
        "Chile | sharesInterest | trade",
    ),
    (
        "Canada called on its private sector to take bold measures to align its cybersecurity.",
        "",
        "private sector | sharesInterest | cybersecurity",
    ),
    # Plans against a threat do not make it their owner's.
    (
        "Japan welcomed the Danish terrorism strategy.",
        "",
        "terrorism | posedBy | Denmark",
    ),
    ("Danish disinformation worries Chile.", "disinformation | posedBy | Denmark", ""),
    # Who is in a group's countries is no member.
    (
        "Many American students are in ASEAN countries.",
        "",
        "United States | memberOf | ASEAN",
    ),
    ("Australia is in AUKUS.", "Australia | memberOf | AUKUS", ""),
]


@pytest.mark.parametrize(("text", "stated", "unstated"), TOLD)
def test_it_says_no_more(read: Reading, text: str, stated: str, unstated: str) -> None:
    facts = {f"{fact}|" for fact in read(text).facts}
    assert not stated or any(fact.startswith(stated) for fact in facts)
    assert not unstated or not any(fact.startswith(unstated) for fact in facts)


def test_the_summit_is_that_of_the_texts_own_time(read: Reading) -> None:
    text = (
        "The 2023 G7 summit in Hiroshima has ended. Much was promised at the 2022 G7 summit in "
        "Germany. At the Summit, the leaders of Brazil and Vietnam joined the others."
    )
    facts = read(text, "2023-05-22").facts
    assert "Brazil | participatesIn | 2023 G7 summit" in facts
    assert "Brazil | participatesIn | 2022 G7 summit" not in facts


def test_an_event_of_another_month_is_not_meant(read: Reading) -> None:
    text = "Chile will speak at the NATO summit in {} to its leaders."
    fact, day = "Chile | participatesIn | 2023 Vilnius summit", "2023-05-22"
    assert fact in read(text.format("July"), day).facts
    assert fact not in read(text.format("October"), day).facts


def test_bilateral_talks_with_several_are_no_meeting_of_all(read: Reading) -> None:
    facts = read("Ann Lee hosted the presidents of Chile, Peru and Fiji for bilateral talks.").facts
    assert not any("Chile–Fiji" in fact for fact in facts)
