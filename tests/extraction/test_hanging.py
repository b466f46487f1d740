"""How topics hang on texts, meetings, ties and plans."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "On 14 May Norway signed a pact with Fiji.",
        "Norway | partyTo | Fiji–Norway pact",
    ),
    (
        "The ministry said that on 9 April Norway condemned Eritrea.",
        "Norway | opposes | Eritrea",
    ),
    (
        "The Lagos Convention, a text about data protection, entered into force.",
        "Lagos Convention | addresses | data protection",
    ),
    (
        "Norway has rolled out a framework for preventing violent extremism.",
        "framework for preventing violent extremism | addresses | countering violent extremism",
    ),
    (
        "Leaders discussed hybrid threats at the Tampere summit.",
        "Tampere summit | addresses | hybrid threats",
    ),
    (
        "The Tampere Declaration makes no mention of Taiwan.",
        "Tampere Declaration | addresses | Taiwan",
    ),
    (
        "Two chapters of the Tampere Strategy are about drones; one is devoted to cyber defence.",
        "Tampere Strategy | addresses | unmanned systems",
    ),
    (
        "Exchanges between Norway and Fiji on cyber defence are rare.",
        "Norway | cooperatesOn | cybersecurity",
    ),
    (
        "Norway and Fiji cooperate on cyber defence and disinformation.",
        "Fiji | cooperatesOn | countering disinformation",
    ),
    (
        "Norway's collaboration with Fiji on vaccine delivery has grown.",
        "Norway | cooperatesOn | vaccine delivery",
    ),
    (
        "Norway and Fiji launched a joint initiative to counter cyber threats.",
        "Norway | cooperatesOn | countering cyber threats",
    ),
    (
        "Fiji is involved in NATO's work on climate change.",
        "Fiji | cooperatesOn | climate change",
    ),
    (
        "Ties in the field of satellite navigation connect Oslo and Suva.",
        "Norway | cooperatesOn | satellite navigation",
    ),
    (
        "Canada reaffirmed its commitment to a secure and prosperous Ukraine.",
        "Canada | sharesInterest | secure and prosperous Ukraine",
    ),
    (
        "Freedom of navigation, a principle dear to Oslo, was absent from the text.",
        "Norway | sharesInterest | freedom of navigation",
    ),
    (
        "For both Norway and Fiji, a rules-based order is essential.",
        "Fiji | sharesInterest | rules-based international order",
    ),
    (
        "Fiji and Norway signed a pact. The pact, which rests on respect for democracy, is new.",
        "Fiji | sharesInterest | democracy",
    ),
    ("Germany is building a new frigate, the Sachsen.", "Germany | develops | Sachsen"),
    ("Poland makes howitzers.", "Poland | develops | howitzers"),
    (
        "Better transparency would go a long way towards mutual trust.",
        "transparency | advances | trust",
    ),
    (
        "Hybrid threats range from sabotage to disinformation.",
        "disinformation | subIssueOf | hybrid threats",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_a_topic_is_read_where_it_hangs(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


MISTAKEN = [
    (
        "Japan champions nuclear disarmament from the podium.",
        "Japan | sharesInterest | disarmament",
    ),
    (
        "Stability in the Sahel matters to Algeria more than to others.",
        "Algeria | sharesInterest | stability in the Sahel",
    ),
    (
        "The ministers underscored the importance that Chile and New Zealand place on free trade.",
        "Chile | sharesInterest | free trade",
    ),
]


@pytest.mark.parametrize(("text", "fact"), MISTAKEN)
def test_verbs_taken_for_nouns_are_read_as_verbs(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_what_paves_the_way_for_calm_raises_no_risk_of_it(read: Reading) -> None:
    facts = read("The hotline agreement paved the way for calm along the Line of Control.").facts
    assert "hotline agreement | advances | calm" in facts
    assert "hotline agreement | raisesRiskOf | calm" not in facts


def test_a_range_of_cooperation_is_no_part_of_it(read: Reading) -> None:
    facts = read("Their exchange of views ranged from trade to security.").facts
    assert not any("subIssueOf" in fact for fact in facts)
