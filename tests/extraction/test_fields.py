"""Whose fields of work, interests and fears a sentence tells, where it opens or goes on otherwise
than with who acts."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "At their meeting in Nairobi, Kenya, Chad and Mali voiced concern over piracy.",
            {f"{who} | concernedBy | piracy" for who in ("Kenya", "Chad", "Mali")},
        ),
        (
            "With the war in Sudan, Chad and Niger have strengthened border security.",
            {f"{who} | cooperatesOn | border security" for who in ("Chad", "Niger")},
        ),
        (
            "In Kenya, Chad and Mali, Norway and Niger agreed to counter piracy.",
            {f"{who} | counters | piracy" for who in ("Norway", "Niger")},
        ),
    ],
)
def test_names_after_what_opens_a_sentence_act_in_it(
    read: Reading, text: str, facts: set[str]
) -> None:
    predicate = next(iter(facts)).split(" | ")[1]
    assert {fact for fact in read(text).facts if f"| {predicate} |" in fact} == facts


def test_a_name_whose_sentence_goes_on_otherwise_stays_in_its_list(read: Reading) -> None:
    found = read("After talks in Kenya, Chad and Mali, ministers condemned terrorism.").facts
    assert not {fact for fact in found if "concernedBy" in fact}


def test_what_is_no_wonder_is_so(read: Reading) -> None:
    found = read(
        "It is no wonder that Norway fears piracy. There is no doubt that Chad backs Mali."
    )
    assert {claim.polarity for claim in found.extraction.claims} == {Polarity.AFFIRMED}
    assert "Norway | concernedBy | piracy" in found.facts


def test_a_no_limits_partnership_is_one(read: Reading) -> None:
    found = read("Mali announced a no limits partnership with Chad.").claims("partnerOf")
    assert {claim.polarity for claim in found} == {Polarity.AFFIRMED}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Kenya and Chad vowed to deepen ties amid fears of Mali's growing clout.",
            "Kenya | concernedBy | Mali",
        ),
        ("Sweden and Chad plan a pact amid unease over piracy.", "Chad | concernedBy | piracy"),
        (
            "Norway and Chad announced a pact amid Mali's growing aggression.",
            "Norway | concernedBy | Mali",
        ),
    ],
)
def test_who_acts_amid_fears_has_them(read: Reading, text: str, fact: str) -> None:
    found = read(text)
    assert fact in found.facts
    assert {c.status for c in found.claims("concernedBy")} == {Status.ACTUAL}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chad cooperate in areas such as cyber defence, terrorism and disinformation.",
        "Norway and Chad will deepen cooperation in three areas: disinformation, cyber and space.",
        "Norway and Chad cooperate across fields like space, disinformation and cyber defence.",
    ],
)
def test_a_feared_example_of_a_field_is_work_against_it(read: Reading, text: str) -> None:
    assert "Chad | cooperatesOn | countering disinformation" in read(text).facts


def test_marks_around_a_word_quote_nobody(read: Reading) -> None:
    found = read("Norway says that Mali relies on “grey-zone” tactics against Chad.").facts
    assert "sub-threshold threats | posedBy | Mali" in found


def test_who_reports_does_nothing_of_it(read: Reading) -> None:
    text = "Maritime security features prominently, including joint exercises, Chad's envoy said."
    assert not {fact for fact in read(text).facts if "joint exercises" in fact}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Chad, Norway expand maritime security cooperation",
            {f"{who} | cooperatesOn | maritime security" for who in ("Chad", "Norway")},
        ),
        (
            "Kenya, Chad, Norway agree to counter piracy",
            {f"{who} | counters | piracy" for who in ("Kenya", "Chad", "Norway")},
        ),
        (
            "Chad, Norway to deepen maritime security cooperation",
            {f"{who} | cooperatesOn | maritime security" for who in ("Chad", "Norway")},
        ),
    ],
)
def test_a_headline_lists_with_commas_alone(read: Reading, text: str, facts: set[str]) -> None:
    assert facts <= read(f"{text}\n\nThe pact was signed in May.").facts


def test_what_is_owned_after_and_stands_beside_what_is_owned(read: Reading) -> None:
    found = read("Kenya is concerned about Mali's invasion of Chad and Niger's nuclear threats.")
    assert "Mali | aggressionAgainst | Niger" not in found.facts
    assert {f.split(" | ")[2] for f in found.facts if "posedBy" in f} <= {"Niger", "Mali"}


def test_what_is_condemned_may_follow_where_it_is(read: Reading) -> None:
    found = read("Chad and Norway condemned in a joint statement Mali's invasion of Niger.").facts
    assert {"Chad | opposes | Mali", "Norway | opposes | Mali"} <= found


def test_not_only_denies_nothing(read: Reading) -> None:
    found = read("Chad is not only a partner of Norway but a member of the AU.")
    assert {c.polarity for c in found.claims("partnerOf")} == {Polarity.AFFIRMED}


@pytest.mark.parametrize("text", ["Does Chad fear piracy or not", "Chad fears piracy, Mali no"])
def test_what_denies_may_end_a_text(read: Reading, text: str) -> None:
    assert read(text).text == text


def test_any_attack_would_be_possible(read: Reading) -> None:
    found = read("Ann Lee, Chad's envoy, said that an attack on Taiwan would threaten trade.")
    assert {c.status for c in found.claims("threatens")} == {Status.POSSIBLE}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Chad and Norway are partners. The scope of cooperation now extends into space.",
            "Norway | cooperatesOn | space cooperation",
        ),
        (
            "Acknowledging the growing threat of piracy, Norway and Chad signed a pact.",
            "Chad | concernedBy | piracy",
        ),
        (
            "The Chad–Norway Security Partnership will boost cooperation on maritime security.",
            "Chad–Norway Security Partnership | addresses | maritime security",
        ),
        (
            "An attack on Taiwan would have a devastating effect on international trade.",
            "conflict over Taiwan | threatens | trade",
        ),
        (
            "Chad and Norway agreed that Mali's ties with Niger pose a danger.",
            "Norway | concernedBy | Mali",
        ),
        (
            "Norway's embrace of the pact is full, reflecting deep concern about Mali's conduct.",
            "Norway | concernedBy | Mali",
        ),
        ("NATO is a tool for collective defence.", "NATO | cooperatesOn | collective defence"),
        (
            "Norway plans drills amid tension over Mali's ambitions.",
            "Norway | concernedBy | Mali",
        ),
    ],
)
def test_how_fields_and_fears_are_told(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts
