"""Who acts: nobody whom the sentence only names beside him."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "fact", "never"),
    [
        # Whose "his" is in a list of what is praised.
        (
            "President Diaz praised President Okoro's work on health and his fight against piracy.",
            "Okoro | counters | piracy",
            "Diaz | counters | piracy",
        ),
        (
            "Chad's premier thanked Peru's president for her support and her fight against piracy.",
            "Peru | counters | piracy",
            "Chad | counters | piracy",
        ),
        (
            "Kenya welcomed Peru's decision to join NATO and its efforts to secure sea lanes.",
            "Peru | sharesInterest | sea lane security",
            "Kenya | sharesInterest | sea lane security",
        ),
        # What is made fit to do something does it.
        (
            "Chad voiced support for the plan to adapt NATO to counter cyber threats.",
            "NATO | counters | cyber threats",
            "Chad | counters | cyber threats",
        ),
        # What one fights is what threatens.
        (
            "Kenya exposes Peru's aggression and acts to counter it, as it poses a threat to Chad.",
            "Peru | threatens | Chad",
            "Kenya | threatens | Chad",
        ),
        # What is pointed out of what opens the sentence is no subject.
        (
            "In line with the UN Charter, in particular the Preamble, Chad must counter piracy.",
            "Chad | counters | piracy",
            "UN Charter | counters | piracy",
        ),
        # Where one works with partners is none of them.
        (
            "Kenya is working with partners, including at the United Nations, to combat piracy.",
            "Kenya | counters | piracy",
            "Kenya | cooperatesWith | United Nations",
        ),
        (
            "Kenya is working with partners, including the United Nations, to combat piracy.",
            "Kenya | cooperatesWith | United Nations",
            "Kenya | opposes | United Nations",
        ),
        # A name inside a text's is not meant.
        (
            "Chad endorsed the G7 Principles on Critical Minerals.",
            "Chad | adopts | G7 Principles on Critical Minerals",
            "Chad | supports | G7",
        ),
    ],
)
def test_who_acts_is_no_bystander(read: Reading, text: str, fact: str, never: str) -> None:
    facts = read(text).facts
    assert fact in facts
    assert never not in facts


@pytest.mark.parametrize(
    ("text", "facts", "never"),
    [
        (
            "Chad will sign the Oslo Pact. Kenya opposes it. Both expect it to cover trade.",
            {"Oslo Pact | addresses | trade"},
            "Kenya | cooperatesOn | trade",
        ),
        (
            "Chad signed the Oslo Pact. Kenya did not. It commits the parties to peace.",
            {"Oslo Pact | addresses | peace"},
            "Kenya | sharesInterest | peace",
        ),
        (
            "Kenya took part. It committed its navy to the drill. It fears piracy.",
            {"Kenya | concernedBy | piracy"},
            "Kenya | threatens | piracy",
        ),
    ],
)
def test_it_is_a_text_where_only_texts_do_so(
    read: Reading, text: str, facts: set[str], never: str
) -> None:
    found = read(text).facts
    assert facts <= found
    assert never not in found


def test_whose_something_is_is_who_was_named_last(read: Reading) -> None:
    text = "The UN Charter binds all states. Chad announced its plan to help Kenya."
    assert not {f for f in read(text).facts if f.startswith("UN Charter | addresses | Kenya")}


def test_both_are_those_of_the_clauses_after_a_colon(read: Reading) -> None:
    text = (
        "Peru and Bolivia are on the march. The partners are not alike: Chad fears Peru above all, "
        "whereas Kenya's main concern is Bolivia. Both fear piracy."
    )
    fearing = {f for f in read(text).facts if f.endswith("concernedBy | piracy")}
    assert fearing == {"Chad | concernedBy | piracy", "Kenya | concernedBy | piracy"}


@pytest.mark.parametrize(
    ("said", "who"),
    [("our four countries", "Quad"), ("our two countries", ""), ("our four ships", "")],
)
def test_we_are_the_group_of_the_title_whose_members_are_ours(
    read: Reading, said: str, who: str
) -> None:
    text = f"Fact Sheet: Quad Leaders' Summit\n\nThis is good for {said}.\n\nWe value democracy."
    valuing = {f for f in read(text).facts if f.endswith("sharesInterest | democracy")}
    assert valuing == ({f"{who} | sharesInterest | democracy"} if who else set())


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Xi Jinping met Vladimir Putin. Putin thanked him for his support.",
            "China | supports | Russia",
        ),
        (
            "Biden met Kishida. Kishida thanked him for the help.",
            "United States | supports | Japan",
        ),
    ],
)
def test_of_two_who_met_the_other_is_he(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_of_three_nobody_is_the_other(read: Reading) -> None:
    text = "Joe Biden met Fumio Kishida. Emmanuel Macron thanked him for the help."
    assert not read(text).claims("supports")
