"""Who a fact is about: words of number, companions, repeated verbs, offices and rivals."""

from __future__ import annotations

import pytest

from loaders.extraction.parse.branches import move
from tests.extraction.conftest import Reading

PAIR = "Peru and Chile signed the accord. "


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (PAIR + "None of the two is a member of NATO.", ["Peru", "Chile"]),
        (PAIR + "Neither is a member of NATO.", ["Peru", "Chile"]),
        ("Peru counts on Chile. Neither is a member of NATO.", ["Peru", "Chile"]),
    ],
)
def test_words_of_number_deny_it_of_each(read: Reading, text: str, facts: list[str]) -> None:
    claims = read(text).claims("memberOf")
    assert {c.polarity.value for c in claims} == {"denied"}
    assert {read(text).label(c.subject) for c in claims} == set(facts)


@pytest.mark.parametrize(
    "text",
    [
        PAIR + "Both condemned Russia.",
        PAIR + "Each of them condemned Russia.",
        PAIR + "The pair condemned Russia.",
        "Peru condemned Russia, as did Chile.",
        "Peru condemned Russia, and so did Chile.",
        "Peru condemned Russia in May; Chile did so in June.",
        "Peru, like Chile, condemned Russia.",
        "Like Chile, Peru condemned Russia.",
        "Alongside Chile, Peru condemned Russia.",
        "Peru condemned Russia together with Chile.",
    ],
)
def test_who_else_does_it(read: Reading, text: str) -> None:
    assert {"Peru | opposes | Russia", "Chile | opposes | Russia"} <= read(text).facts
    assert "Peru | opposes | Chile" not in read(text).facts


def test_with_whom_one_works_is_no_doer(read: Reading) -> None:
    facts = read("Peru stood together with Chile and condemned Russia.").facts
    assert "Chile | opposes | Russia" not in facts


def test_two_of_a_kind_are_not_those_before(read: Reading) -> None:
    facts = read(PAIR + "Two companies condemned Russia. The other two condemned China.").facts
    assert not any("opposes" in fact for fact in facts)


def test_companies_are_no_alliances(read: Reading) -> None:
    text = "Boeing and Airbus signed a contract. NATO and the EU met. The two firms condemned Iran."
    facts = read(text).facts
    assert "Boeing | opposes | Iran" in facts
    assert not any(fact.startswith("NATO | opposes") for fact in facts)


def test_the_president_is_the_one_in_office(read: Reading) -> None:
    text = "Joe Biden met Fumio Kishida. The president condemned Russia."
    assert "Joe Biden | opposes | Russia" in read(text, "2023-01-13").facts
    rivals = "Joe Biden met Emmanuel Macron. The president condemned Russia."
    assert not any("opposes" in fact for fact in read(rivals, "2023-01-13").facts)


def test_another_of_the_name_is_not_passed_over(read: Reading) -> None:
    text = "NATO met. Both lauded the Polish-Danish Alliance. The Alliance condemned Iran."
    assert "NATO | opposes | Iran" not in read(text).facts


def test_they_are_not_those_whom_unknown_people_speak_of(read: Reading) -> None:
    text = "The advisers condemned Iran and Syria. They reject terrorism."
    assert not any(fact.startswith(("Iran |", "Syria |")) for fact in read(text).facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "President of Chile Ann Lee and Foreign Minister of Norway Ola Berg met.",
            {"Ann Lee | affiliatedWith | Chile", "Ola Berg | affiliatedWith | Norway"},
        ),
        (
            "Prime Minister of Norway, Ola Berg, and Secretary General of NATO, Ann Lee, met.",
            {"Ola Berg | affiliatedWith | Norway", "Ann Lee | affiliatedWith | NATO"},
        ),
        (
            "Premier of Peru, Ann Lee, and President of the African Union (AU), Jan BERG, met.",
            {"Ann Lee | affiliatedWith | Peru", "Jan BERG | affiliatedWith | African Union"},
        ),
        (
            "Minister of Defence of Norway Ola Berg spoke.",
            {"Ola Berg | affiliatedWith | Norway"},
        ),
        (
            "Ola Berg, Norway's defence minister, and Josep Borrell shared the chair.",
            {"Ola Berg | affiliatedWith | Norway"},
        ),
    ],
)
def test_an_office_of_a_state_or_body_stands_before_the_name(
    read: Reading, text: str, facts: set[str]
) -> None:
    assert {f for f in read(text).facts if "affiliatedWith" in f} == facts


@pytest.mark.parametrize("courtesy", ["Mr", "Mr.", "Ms", "Dr.", "H.E."])
def test_a_courtesy_is_no_part_of_a_name(read: Reading, courtesy: str) -> None:
    text = f"A visit\n\n{courtesy} Ola Berg, Minister of Defence of Norway, came."
    assert "Ola Berg | affiliatedWith | Norway" in read(text).facts
    known = read(f"A visit\n\nOn Monday {courtesy} Stoltenberg condemned Russia.").facts
    assert "NATO | opposes | Russia" in known or "Jens Stoltenberg | opposes | Russia" in known


@pytest.mark.parametrize(
    "text",
    [
        (
            "Norwegian Assistant Secretary for Mental Health and Substance Use Dr. Miriam E. "
            "Dahl-Rittmon spoke in Oslo."
        ),
        (
            "Today, Trade Policy Director Dr. Ola Berg, Domestic Council Advisor Nina Tandberg, "
            "U.S. Assistant Secretary for Health Ann Lee, and U.S. Assistant Secretary for "
            "Mental Health and Substance Use Dr. Miriam E. Dahl-Rittmon hosted a meeting."
        ),
    ],
)
def test_a_title_that_the_parse_tangles_is_read_to_its_end(read: Reading, text: str) -> None:
    """Its words once hung on each other in a circle, and the reading never ended."""
    assert "Chile | opposes | Peru" in read(f"{text} Chile condemned Peru.").facts


class _Chain:
    """Three words, each hung on the one before."""

    def __init__(self) -> None:
        self.words = self.lower = self.tags = ["a", "b", "c"]
        self.deps, self.heads = ["ROOT", "conj", "conj"], [0, 0, 1]
        self.children = [[1], [2], []]

    def up(self, index: int) -> list[int]:
        return [1, 0] if index == 2 else [0][:index]


def test_what_a_branch_is_hung_on_takes_its_place_if_it_was_below() -> None:
    tree = _Chain()
    move(tree, 0, 2)
    assert (tree.heads, tree.deps[2], tree.children) == ([2, 0, 2], "ROOT", [[1], [], [0]])
