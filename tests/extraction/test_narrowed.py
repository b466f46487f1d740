"""What a known topic stands for, what all its words call, and what is too little to be one."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "Japan and Norway will cooperate on agricultural innovation.",
        "Japan | cooperatesOn | agricultural innovation",
    ),
    (
        "Canada and Italy will cooperate on regional maritime security.",
        "Canada | cooperatesOn | maritime security",
    ),
    (
        "Japan and Norway will cooperate on the transition to clean energy.",
        "Japan | cooperatesOn | transition to clean energy",
    ),
    (
        "Japan and Norway are committed to workers' rights.",
        "Japan | sharesInterest | labour rights",
    ),
    ("Canada and Italy promote collective security.", "Italy | cooperatesOn | collective security"),
    (
        "Norway and Canada are committed to peace and stability in Central Asia.",
        "Norway | sharesInterest | peace and stability in Central Asia",
    ),
    (
        "Japan and Norway underlined solidarity with Ukraine.",
        "Japan | sharesInterest | solidarity with Ukraine",
    ),
    (
        "Japan will work on indoor air quality with individual schools.",
        "Japan | cooperatesOn | indoor air quality",
    ),
    ("Japan is strengthening its cyber resilience.", "Japan | cooperatesOn | cyber resilience"),
    (
        "India will cooperate with Oman on semi-conductors.",
        "India | cooperatesOn | semi-conductors",
    ),
    (
        "Norway and Denmark seek independence from Russian gas.",
        "Norway | sharesInterest | independence from Russian gas",
    ),
    (
        "Japan and Canada are concerned over the situation in the East and South China Seas.",
        "Japan | concernedBy | situation in the East and South China Seas",
    ),
]
UNSTATED = [
    (
        "Japan and Norway will cooperate on agricultural innovation.",
        "Japan | cooperatesOn | technological innovation",
    ),
    (
        "Sweden provided much-needed support to Ukraine's neighbours.",
        "Sweden | cooperatesOn | support for Ukraine",
    ),
    ("Japan pledged to curb the harms they cause.", "Japan | counters | harms"),
    (
        "Canada is working with Japan Bank for International Cooperation on loans.",
        "Canada | sharesInterest | international cooperation",
    ),
    (
        "Norway opened an Office for Maritime Security in Oslo.",
        "Norway | sharesInterest | maritime security",
    ),
    (
        "The session was hosted by the White House Office of Science and the Red Cross.",
        "White House |",
    ),
    ("Canada reaffirmed its readiness to impose costs.", "Canada | sharesInterest | readiness"),
    ("Iran damaged Ukraine's critical infrastructure.", "Ukraine | sharesInterest | critical"),
    ("Norway and Denmark supported Poland's self-defence.", "Poland | sharesInterest | national"),
    (
        "China's claims are inconsistent with international law.",
        "China | sharesInterest | international law",
    ),
    ("Japan and Norway will strengthen U.S. ties.", "Japan | cooperatesOn | U.S. ties"),
    ("Japan and Norway will cooperate on access.", "Japan | cooperatesOn | access"),
    ("Japan is committed to common principles.", "Japan | sharesInterest | common principles"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_called_what_the_text_says(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_it_is_not_taken_for_another(read: Reading, text: str, fact: str) -> None:
    assert not any(found.startswith(fact) for found in read(text).facts)


SHARED = [
    (
        "Canada will work with Norway on cyber defence and disinformation.",
        "countering disinformation",
    ),
    ("Canada and Norway will cooperate on energy and food security.", "energy security"),
    ("Canada will work on food, energy and economic security with Norway.", "food security"),
]


@pytest.mark.parametrize(("text", "topic"), SHARED)
def test_names_may_share_a_head(read: Reading, text: str, topic: str) -> None:
    assert f"Canada | cooperatesOn | {topic}" in read(text).facts


ITEMS = [
    (
        "The Mediterranean Dialogue has helped to combat piracy and weapons proliferation.",
        "Mediterranean Dialogue | counters | piracy",
    ),
    (
        "Kenya is concerned about coercive manoeuvres and the dangerous use of force.",
        "Kenya | concernedBy | coercive manoeuvres",
    ),
]


@pytest.mark.parametrize(("text", "fact"), ITEMS)
def test_each_item_of_a_list_is_read(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


WORKED_ON = [
    ("Kenya and Oman will share intelligence.", "Oman | cooperatesOn | intelligence sharing"),
    ("The crews of Kenya and Oman train together.", "Kenya | cooperatesOn | joint training"),
    ("Deterrence is NATO's business.", "NATO | cooperatesOn | deterrence and defence"),
    (
        "For Tokyo the draw is the protection of critical infrastructure.",
        "Japan | sharesInterest | critical infrastructure protection",
    ),
    (
        "Kenya and Oman agreed to do more together on cyber defence.",
        "Kenya | cooperatesOn | cybersecurity",
    ),
    (
        "Closer cooperation on maritime security would benefit Kenya and Oman.",
        "Oman | cooperatesOn | maritime security",
    ),
    (
        "Kenya signed an accord with Oman, covering maritime security and space.",
        "Kenya\u2013Oman accord | addresses | maritime security",
    ),
    (
        "Mark Rutte called for a quantum leap in collective defence.",
        "Mark Rutte | sharesInterest | collective defence",
    ),
    (
        "Kenya fears hybrid threats (cyberattacks, disinformation and sabotage).",
        "disinformation | subIssueOf | hybrid threats",
    ),
]


@pytest.mark.parametrize(("text", "fact"), WORKED_ON)
def test_a_field_of_work_is_read(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_what_is_shared_as_a_field_is_no_value(read: Reading) -> None:
    facts = read("Kenya and Oman will share intelligence.").facts
    assert "Kenya | sharesInterest | intelligence sharing" not in facts
