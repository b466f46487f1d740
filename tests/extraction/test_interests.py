"""Who holds, works on or needs what, where the sentence does not put it as subject and object."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    (
        "Norway and South Korea met. Cooperation is growing in areas including human security.",
        "Norway | cooperatesOn | human security",
    ),
    (
        "Finland and Japan met. Cooperation has been expanded to cover cyber defence.",
        "Finland | cooperatesOn | cybersecurity",
    ),
    (
        "Cooperation between Norway, Denmark and Sweden on air defence goes on.",
        "Sweden | cooperatesOn | air defence",
    ),
    (
        "With the European Union, the biggest of its partners in all of Europe, Japan works on AI.",
        "Japan | cooperatesWith | European Union",
    ),
    (
        "The joint development of a missile by Japan and the United States began.",
        "Japan | cooperatesWith | United States",
    ),
    (
        "Japan has long been committed to freedom of navigation.",
        "Japan | sharesInterest | freedom of navigation",
    ),
    (
        "They recalled Canada's commitment to democracy, to multilateralism and to human rights.",
        "Canada | sharesInterest | human rights",
    ),
    (
        "Freedom of navigation is in the interest of Vietnam.",
        "Vietnam | sharesInterest | freedom of navigation",
    ),
    ("Seoul places a premium on interoperability.", "South Korea | sharesInterest | interopera"),
    ("Interoperability is not possible without trust.", "interoperability | requires | trust"),
    ("Localisation requires trust.", "localisation of production | requires | trust"),
    (
        "The success of joint arms production depends on interoperability.",
        "joint arms production | requires | interoperability",
    ),
    ("AUKUS serves as a deterrent to aggression.", "AUKUS | counters | aggression"),
    ("The aim of the ANZUS Treaty is to preserve peace.", "ANZUS Treaty | advances | peace"),
    (
        "Sharing sensitive technology increases the danger of espionage.",
        "technology transfer | raisesRiskOf | espionage",
    ),
    ("Hybrid threats include sabotage.", "sabotage | subIssueOf | hybrid threats"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert any(stated.startswith(fact) for stated in read(text).facts)


def test_one_is_set_against_all_others_of_a_list(read: Reading) -> None:
    facts = read("Cooperation between NATO and partners such as Japan and Canada matters.").facts
    assert {"NATO | cooperatesWith | Japan", "NATO | cooperatesWith | Canada"} <= facts
    assert "Japan | cooperatesWith | Canada" not in facts


def test_what_is_upheld_furthers_nothing_that_is_named_beside_it(read: Reading) -> None:
    done = read("Conducting joint exercises, enhancing interoperability.").facts
    held = read("Upholding the rules-based order, enhancing interoperability.").facts
    assert any("| advances |" in fact for fact in done)
    assert not any("| advances |" in fact for fact in held)


def test_a_name_with_and_is_one_item(read: Reading) -> None:
    facts = read("Japan and Canada cooperate on women, peace and security.").facts
    assert {fact for fact in facts if fact.startswith("Japan | cooperatesOn")} == {
        "Japan | cooperatesOn | women, peace and security"
    }


def test_cooperation_that_is_somebodys_is_not_that_of_those_named_before(read: Reading) -> None:
    facts = read(
        "Egypt and Iraq met. Cooperation between Norway and Denmark on energy security grows."
    ).facts
    assert "Norway | cooperatesOn | energy security" in facts
    assert not any(fact.startswith(("Egypt", "Iraq")) for fact in facts if "cooperatesOn" in fact)


def test_the_two_sides_are_those_for_whom_people_met(read: Reading) -> None:
    said = read(
        "Anthony Albanese and Christopher Luxon met in Sydney. The two sides work on AI.",
        "2024-07-01",
    )
    facts = said.facts
    assert {
        "Australia | cooperatesOn | artificial intelligence",
        "New Zealand | cooperatesOn | artificial intelligence",
    } <= facts


def test_whom_a_clause_sets_apart_its_pronoun_does_not_mean(read: Reading) -> None:
    facts = read("Canada wants partners. With India, it values maritime security.").facts
    assert "Canada | sharesInterest | maritime security" in facts
    assert "India | sharesInterest | maritime security" not in facts


def test_those_taken_up_together_work_with_each_other(read: Reading) -> None:
    facts = read("Italy and Japan met. The two countries deepened their cooperation.").facts
    assert facts & {"Italy | cooperatesWith | Japan", "Japan | cooperatesWith | Italy"}


def test_their_efforts_need_not_be_common(read: Reading) -> None:
    facts = read("Norway and Sweden were fined for their efforts to sell weapons.").facts
    assert not any("cooperatesWith" in fact for fact in facts)


def test_a_noun_spans_what_it_ranges_over(read: Reading) -> None:
    facts = read(
        "Japan and Canada work on issues ranging from maritime security to cyber defence."
    ).facts
    assert {
        "Japan | cooperatesOn | maritime security",
        "Canada | cooperatesOn | cybersecurity",
    } <= facts


def test_what_a_passive_furthers_is_in_the_interest_of_whom_the_text_was_about(
    read: Reading,
) -> None:
    text = "The European Union met in Tallinn. Maritime security will be stepped up."
    assert "European Union | sharesInterest | maritime security" in read(text).facts
    told = "The European Union met in Tallinn. Maritime security will be stepped up by Norway."
    assert "European Union | sharesInterest | maritime security" not in read(told).facts


def test_what_a_proper_name_is_made_of_is_no_interest_by_itself(read: Reading) -> None:
    text = "Norway seeks resilience by the Northern Cybersecurity Partnership with Iceland."
    facts = read(text).facts
    assert "Norway | sharesInterest | resilience" in facts
    assert not any(fact.endswith("| cybersecurity") for fact in facts)
