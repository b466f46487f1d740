"""What is not said: facts that readers of real documents called wrong, by what misled."""

from __future__ import annotations

import pytest

from graph.statements import Status
from tests.extraction.conftest import Reading


def test_what_is_said_to_be_so_is_not_also_planned(read: Reading) -> None:
    claims = read("Peru and Chile first announced their own Arctic guidelines.").claims("adopts")
    assert {claim.status for claim in claims} == {Status.ACTUAL}


def test_an_ill_is_there_whatever_is_planned_against_it(read: Reading) -> None:
    result = read("Peru and Chile will confront a range of cyberattacks from Russia.")
    for predicate in ("concernedBy", "posedBy"):
        assert {claim.status for claim in result.claims(predicate)} == {Status.ACTUAL}
    assert {claim.status for claim in result.claims("counters")} == {Status.PLANNED}


@pytest.mark.parametrize(
    "text",
    [
        "The envoys discussed the alliance between Japan and the United States.",
        "Ministers may discuss Japan's alliance with the United States.",
    ],
)
def test_a_tie_that_reference_facts_know_is_there(read: Reading, text: str) -> None:
    assert {claim.status for claim in read(text).claims("alliedWith")} == {Status.ACTUAL}


def test_who_is_to_join_has_not_joined(read: Reading) -> None:
    claims = read("Sweden will become a member of NATO.").claims("memberOf")
    assert {claim.status for claim in claims} == {Status.PLANNED}


def test_sanctions_with_somebody_are_not_against_them(read: Reading) -> None:
    text = "Japan is tightening its sanctions in close coordination with Chile."
    assert not read(text).claims("opposes")


def test_what_is_described_as_doing_something_does_it(read: Reading) -> None:
    text = "Chile adopted a paper that describes Peru as posing challenges to regional security."
    facts = read(text).facts
    assert "Peru | threatens | regional security" in facts
    assert "Chile | threatens | regional security" not in facts


@pytest.mark.parametrize(
    "title",
    [
        "ASEAN unveils new drills amid concerns over Chile's posture",
        "ASEAN vows to counter Chile",
        "ASEAN agrees on Chile",
    ],
)
def test_whom_a_title_is_on_is_no_party(read: Reading, title: str) -> None:
    text = f"{title}\n\nASEAN met. Chile was not there.\n\nThe leaders condemned terrorism."
    assert "Chile | concernedBy | terrorism" not in read(text).facts


def test_a_handful_is_no_party_beside_who_may_join_it(read: Reading) -> None:
    text = (
        "Peru weighs joining AUKUS\n\nThe leaders of Peru and Chile met in Lima. "
        "AUKUS is a pact.\n\nBoth leaders condemned terrorism. Peru is no member."
    )
    assert "AUKUS | concernedBy | terrorism" not in read(text).facts


def test_so_many_are_the_group_that_the_text_is_about(read: Reading) -> None:
    text = (
        "Territory there is claimed by Peru, Chile, Brazil and Kenya.\n\n"
        "The Quad met in Lima. The Quad has grown. The Quad will stay.\n\n"
        "The four countries will improve interoperability."
    )
    facts = read(text).facts
    assert "Quad | cooperatesOn | interoperability" in facts
    assert "Peru | cooperatesOn | interoperability" not in facts


def test_one_deed_is_no_subject_of_a_plural_verb(read: Reading) -> None:
    text = (
        "Faced with threats, foremost among which is Russia's aggression against Ukraine, "
        "the Republic of Korea and the United States are united in their resolve."
    )
    facts = read(text).facts
    assert "Russia | aggressionAgainst | Ukraine" in facts
    assert "Russia | aggressionAgainst | United States" not in facts


def test_nobody_opposes_what_both_have(read: Reading) -> None:
    text = "Peru and Chile condemned the situation they face."
    assert not read(text).claims("opposes")


def test_an_item_with_a_word_of_its_own_shares_no_head(read: Reading) -> None:
    text = "Peru is working on cyber defence and emerging technologies."
    assert not any("defence research" in fact for fact in read(text).facts)


def test_who_acts_for_a_state_has_its_ties(read: Reading) -> None:
    facts = read("Peru's Prime Minister Ann Lee reaffirmed the close ties with Kenya.").facts
    assert "Kenya | cooperatesWith | Peru" in facts or "Peru | cooperatesWith | Kenya" in facts
    assert not any("Ann Lee | cooperatesWith" in fact for fact in facts)


def test_whose_it_is_as_well_is_not_done_to_them(read: Reading) -> None:
    text = "Chile feared Russia's invasion of Ukraine as well as Kenya's growing influence there."
    facts = read(text).facts
    assert "Russia | aggressionAgainst | Ukraine" in facts
    assert "Russia | aggressionAgainst | Kenya" not in facts


def test_one_ally_is_one_of_a_list(read: Reading) -> None:
    text = "Concerned over the growth of the US ally Peru, Kenya and North Korea urged vigilance."
    facts = read(text).facts
    assert not any("alliedWith" in fact and "Kenya" in fact for fact in facts)
    assert not any("alliedWith" in fact and "North Korea" in fact for fact in facts)


def test_a_day_is_no_name(read: Reading) -> None:
    facts = read("Fumio Kishida joined Ann Lee for a Lima press conference Tuesday.").facts
    assert not any("Tuesday" in fact for fact in facts)


@pytest.mark.parametrize(
    "text",
    [
        "Peru tried to pressure Kenya's allies.",
        "Peru is targeting the suppliers of Kenya's war effort.",
    ],
)
def test_who_is_with_somebody_is_somebody_else(read: Reading, text: str) -> None:
    assert "Peru | threatens | Kenya" not in read(text).facts


def test_who_meets_challenges_is_none(read: Reading) -> None:
    facts = read("Peru and Chile committed to meet challenges to the rules-based order.").facts
    assert not any("| threatens |" in fact for fact in facts)


def test_who_somebody_is_is_not_planned(read: Reading) -> None:
    claims = read("Peru will supply NATO member Romania with howitzers.").claims("memberOf")
    assert {claim.status for claim in claims} == {Status.ACTUAL}
