"""Cues fill their slots in every grammatical frame, over lists and across clauses."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    ("Japan supports Ukraine.", "Japan | supports | Ukraine"),
    ("Ukraine is supported by Japan.", "Japan | supports | Ukraine"),
    ("Japan's support for Ukraine is growing.", "Japan | supports | Ukraine"),
    ("The support offered by Japan to Ukraine is growing.", "Japan | supports | Ukraine"),
    ("Japan sent Ukraine helmets.", "Japan | supports | Ukraine"),
    ("Moscow's invasion of Ukraine goes on.", "Russia | aggressionAgainst | Ukraine"),
    ("Norway, a member of NATO, agreed.", "Norway | memberOf | NATO"),
    ("Indonesia and Malaysia are ASEAN countries.", "Malaysia | memberOf | ASEAN"),
    (
        "The leaders of Japan and Australia attended the Vilnius summit.",
        "Australia | participatesIn | 2023 Vilnius summit",
    ),
    ("They met Ukraine's Dmytro Kuleba.", "Dmytro Kuleba | affiliatedWith | Ukraine"),
    ("Secretary of State Antony Blinken spoke.", "Antony Blinken | affiliatedWith | United States"),
    ("Chinese and Russian disinformation is rising.", "disinformation | posedBy | Russia"),
    ("Japan sees China as a threat.", "Japan | concernedBy | China"),
    ("Malaysia voiced concern that AUKUS may fail.", "Malaysia | concernedBy | AUKUS"),
    (
        "The Philippines has a mutual defence treaty with the United States.",
        "Philippines | alliedWith | United States",
    ),
    (
        "Officials in Manila welcome closer cooperation with Japan.",
        "Japan | cooperatesWith | Philippines",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_a_frame_states_its_fact(read: Reading, text: str, fact: str) -> None:
    subject, predicate, target = fact.split(" | ")
    facts = read(text).facts
    turned = f"{target} | {predicate} | {subject}"
    assert fact in facts or (predicate in ("alliedWith", "cooperatesWith") and turned in facts)


@pytest.mark.parametrize("mark", ["NATO has four partners: ", "NATO and its four partners — "])
def test_a_list_is_read_whole(read: Reading, mark: str) -> None:
    facts = read(f"{mark}Australia, Japan, South Korea and New Zealand.").facts
    for partner in ("Australia", "Japan", "South Korea", "New Zealand"):
        assert f"NATO | partnerOf | {partner}" in facts


def test_a_group_names_its_members_in_brackets(read: Reading) -> None:
    facts = read("The Quad (Australia, India, Japan and the United States) met.").facts
    assert {
        f"{s} | memberOf | Quad" for s in ("Australia", "India", "Japan", "United States")
    } <= facts


def test_a_report_begins_after_its_dateline(read: Reading) -> None:
    claims = read("WASHINGTON (AP) — Japan supports Ukraine.").claims("supports")
    assert [claim.start for claim in claims] == [len("WASHINGTON (AP) — ")]


def test_everyday_text_states_nothing(read: Reading) -> None:
    text = "The baker closed early. Her oven needs a new door, and rain is expected on Sunday."
    assert read(text).facts == set()


def test_names_that_fit_no_cue_of_their_verb_are_claimed_for_the_ontology_to_refuse(
    read: Reading,
) -> None:
    said = read("Cyberattacks joined NATO.")
    (claim,) = said.extraction.claims
    assert (said.label(claim.subject), said.label(claim.object)) == ("cyberattacks", "NATO")


def test_who_acts_on_an_interest_seeks_it_where_no_cue_says_more(read: Reading) -> None:
    facts = read("Canada has rewritten its rulebook with maritime security in mind.").facts
    assert facts == {"Canada | sharesInterest | maritime security"}


def test_who_acts_against_an_interest_does_not_seek_it(read: Reading) -> None:
    assert not read("Russia keeps undermining maritime security.").claims("sharesInterest")
    assert not read("Russia moves against maritime security.").claims("sharesInterest")


def test_a_hyphen_joins_a_place_to_who_is_based_there(read: Reading) -> None:
    facts = read("Oslo-based Kongsberg builds the missile.").facts
    assert "Kongsberg Defence & Aerospace | locatedIn | Oslo" in facts


def test_whose_a_noun_is_may_be_said_by_an_adjective_of_it(read: Reading) -> None:
    facts = read("Ukraine's homegrown Neptune missile hit the ship.").facts
    assert facts == {"Ukraine | develops | Neptune missile"}


def test_the_capital_of_a_state_is_the_city_where_a_place_is_meant(read: Reading) -> None:
    facts = read("The NATO summit in the Lithuanian capital ended on Friday.").facts
    assert "2023 Vilnius summit | locatedIn | Vilnius" in facts


def test_of_whom_the_same_is_said_before_a_sentence_begins(read: Reading) -> None:
    facts = read("Like Finland, Sweden is a member of NATO.").facts
    assert facts == {"Finland | memberOf | NATO", "Sweden | memberOf | NATO"}


def test_some_of_a_number_are_listed_after_a_dash(read: Reading) -> None:
    facts = read("Two of the three Baltic states – Estonia and Latvia – are members of NATO.").facts
    assert {"Estonia | memberOf | NATO", "Latvia | memberOf | NATO"} <= facts


def test_who_comes_beside_other_members_is_one(read: Reading) -> None:
    assert "Italy | memberOf | G7" in read("Italy and other G7 members met in Rome.").facts


def test_who_does_something_jointly_works_together(read: Reading) -> None:
    assert "Chile | cooperatesWith | Peru" in read("Chile and Peru jointly patrol the coast.").facts


def test_who_ranks_among_partners_is_one(read: Reading) -> None:
    facts = read("Vietnam ranks among India's closest partners.").facts
    assert facts == {"India | partnerOf | Vietnam"}


def test_a_tie_that_was_ended_does_not_stand(read: Reading) -> None:
    (claim,) = read("Georgia suspended its partnership with Japan.").claims("partnerOf")
    assert claim.polarity == "denied"
