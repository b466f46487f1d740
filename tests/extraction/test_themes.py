"""What is worked on or covered, told by the next sentence, by how a place is to stay, and by what
several do together; and who does not."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        (
            "Kenya and Oman concluded a pact. The document covers ten areas. Among them are cyber "
            "defence and maritime security."
        ),
        ["Kenya–Oman pact | addresses | cybersecurity", "pact | addresses | maritime security"],
    ),
    (
        (
            "Kenya and Oman agreed to work together in several fields. These range from cyber "
            "defence to energy security."
        ),
        ["Kenya | cooperatesOn | cybersecurity", "Oman | cooperatesOn | energy security"],
    ),
    (
        "Kenya named three priorities. They are food security, free trade and democracy.",
        ["Kenya | sharesInterest | food security", "Kenya | sharesInterest | free trade"],
    ),
    (
        (
            "Ministers of Kenya and Oman met in Muscat. They discussed a range of issues. One of "
            "them was food security."
        ),
        ["Kenya–Oman meeting | addresses | food security"],
    ),
    (
        "Chad wants the Indo-Pacific to remain free and open.",
        ["Chad | sharesInterest | free and open Indo-Pacific"],
    ),
    (
        "Chad and Mali want to keep the Gulf of Guinea safe and open.",
        ["Chad | sharesInterest | safe and open Gulf of Guinea"],
    ),
    (
        "Peru must make sure that the Indo-Pacific stays free and open.",
        ["Peru | sharesInterest | free and open Indo-Pacific"],
    ),
    ("Peru wants freedom of navigation to prevail.", ["Peru | sharesInterest | freedom of navi"]),
    (
        "The Republic of Korea and NATO hold in common the values of freedom and democracy.",
        ["South Korea | sharesInterest | democracy", "NATO | sharesInterest | freedom"],
    ),
    (
        "Kenya and Oman are partners in maritime security.",
        ["Kenya | cooperatesOn | maritime security", "Oman | cooperatesOn | maritime security"],
    ),
    (
        "Kenya and Oman are pooling expertise in quantum technology.",
        ["Kenya | cooperatesOn | quantum", "Oman | cooperatesOn | quantum"],
    ),
    (
        "Energy security is a further field in which Ann Lee expects Kenya and Oman to cooperate.",
        ["Kenya | cooperatesOn | energy security", "Oman | cooperatesOn | energy security"],
    ),
    (
        "Kenya and Oman met in Muscat. Energy security is a shared priority.",
        ["Kenya | sharesInterest | energy security", "Oman | sharesInterest | energy security"],
    ),
    (
        "Areas of cooperation between Kenya and Oman:\n- Food security\n- Free trade\n",
        ["Kenya | cooperatesOn | food security", "Oman | cooperatesOn | free trade"],
    ),
    (
        "Kenya and Oman held talks in Muscat. Subjects included energy security and piracy.",
        ["Kenya–Oman meeting | addresses | energy security"],
    ),
]


@pytest.mark.parametrize(("text", "facts"), STATED)
def test_themes_are_told(read: Reading, text: str, facts: list[str]) -> None:
    found = read(text).facts
    missing = [fact for fact in facts if not any(fact in stated for stated in found)]
    assert missing == []


UNSTATED = [
    ("The Republic of Chad and Mali hold in common the value of democracy.", "cooperatesOn"),
    ("Kenya and Oman agreed on several fields. They include free trade.", "planned | negated"),
    ("China said that the strait is open.", "sharesInterest"),
    ("Chad wants Peru to remain weak.", "sharesInterest"),
    ("Kenya and Oman have shared interests. They are alarmed.", "| sharesInterest | alarm"),
]


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_nothing_else_is_told(read: Reading, text: str, fact: str) -> None:
    assert [stated for stated in read(text).facts if fact in stated] == []
