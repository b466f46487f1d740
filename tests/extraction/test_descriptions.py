"""Who acts: definite descriptions, bodies, statements, and whose a pronoun makes something."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estonia met Peru. The Baltic state supports Ukraine.", "Estonia"),
        ("Finland and Peru met. Sweden left. The NATO member supports Ukraine.", "Sweden"),
        ("Finland and Sweden left. Both Nordic countries support Ukraine.", "Finland"),
        ("Peru and Chile left. Both newcomers support Ukraine.", "Chile"),
        ("Germany is calm. The Federal Government supports Ukraine.", "Germany"),
        ("ASEAN met. Member states support Ukraine.", "ASEAN"),
        ("A Peruvian carrier group sailed. NATO left. The group supports Ukraine.", "Peru"),
        ("All four – Peru, Chile, Kenya and Japan – support Ukraine.", "Kenya"),
        ("Peru, together with Chile, supports Ukraine.", "Chile"),
        ("It was Peru that supported Ukraine.", "Peru"),
        ("Among those who supported Ukraine were Peru and Chile.", "Chile"),
    ],
)
def test_descriptions_find_whom_they_mean(read: Reading, text: str, expected: str) -> None:
    assert f"{expected} | supports | Ukraine" in read(text).facts


@pytest.mark.parametrize(
    "text",
    [
        "Peru is calm. A Baltic state supports Ukraine.",
        "Peru and Chile met. The Alliance supports Ukraine.",
        "Peru is calm. Indo-Pacific partners support Ukraine.",
    ],
)
def test_a_group_needs_to_be_named(read: Reading, text: str) -> None:
    found = read(text)
    assert not found.claims("supports")


@pytest.mark.parametrize(
    "text",
    [
        "The joint statement by Peru and Chile condemned Russia.",
        "A meeting of Peru and Chile condemned Russia.",
    ],
)
def test_a_statement_speaks_for_its_authors(read: Reading, text: str) -> None:
    assert "Chile | opposes | Russia" in read(text).facts


@pytest.mark.parametrize(
    "text",
    [
        "In Tallinn, the news fuelled concern about piracy.",
        "In Tallinn, there is growing concern about piracy.",
        "Views\n\nEstonia: grave concern over piracy",
    ],
)
def test_a_feeling_is_theirs_whose_capital_or_name_is_set_before(read: Reading, text: str) -> None:
    assert "Estonia | concernedBy | piracy" in read(text).facts


def test_what_somebody_is_told_to_do_is_done_with_his_own(read: Reading) -> None:
    facts = read("Peru told Chile to end its support for Russia.").facts
    assert "Peru | supports | Russia" not in facts
    facts = read("Peru is bound by the UN Charter. It told Chile to withdraw its troops.").facts
    assert not {f for f in facts if "partyTo | UN Charter" in f and f.startswith("Chile")}


def test_a_deed_wants_nothing(read: Reading) -> None:
    facts = read("Russia's war has shown the need to invest in missile defence.").facts
    assert not {f for f in facts if f.startswith(("Russia | shares", "Russia | cooperatesOn"))}


def test_a_state_is_not_with_its_own_parliament(read: Reading) -> None:
    facts = read("Working with Congress, the United States supports Ukraine.").facts
    assert "United States | cooperatesWith | U.S. Congress" not in facts


def test_this_programme_is_the_unknown_one_just_named(read: Reading) -> None:
    text = (
        "Peru signed the Enhanced Defense Cooperation Agreement. Chile is opening SPARK, a new "
        "training programme. This programme will promote the rule of law."
    )
    assert not read(text).claims("advances")
