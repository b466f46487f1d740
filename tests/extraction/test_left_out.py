"""Whose a pact, office or weapon is where a sentence leaves it out or says it in passing."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Chad signed a defence pact with Mali. A treaty with Peru was concluded in March.",
            {"Chad | partyTo | Chad–Peru treaty", "Peru | partyTo | Chad–Peru treaty"},
        ),
        (
            "Chad has defence pacts with Mali and Niger. Another with Peru was signed in May.",
            {"Chad | partyTo | Chad–Peru defence pact", "Peru | partyTo | Chad–Peru defence pact"},
        ),
        (
            "Chad has had a defence pact with Mali since 1999 and one with Peru since 2012.",
            {"Chad | partyTo | Chad–Mali defence pact", "Chad | partyTo | Chad–Peru defence pact"},
        ),
        (
            "Chad has visiting forces agreements with Mali and Niger.",
            {"Chad | partyTo | Chad–Mali visiting forces agreement"},
        ),
        (
            "The accord that Chad reached with Peru is new.",
            {"Chad | partyTo | Chad–Peru accord", "Peru | partyTo | Chad–Peru accord"},
        ),
        (
            "The treaty that is in force between Chad and Peru is old.",
            {"Chad | partyTo | Chad–Peru treaty"},
        ),
    ],
)
def test_pacts_of_one_party_go_on(read: Reading, text: str, facts: set[str]) -> None:
    assert facts <= read(text).facts


@pytest.mark.parametrize(
    ("text", "pact", "status"),
    [
        (
            "Chad signed a pact with Mali. One with Peru is under negotiation.",
            "Chad–Peru",
            "planned",
        ),
        ("Chad and Peru are close to sealing a pact.", "Chad–Peru pact", "planned"),
        ("A pact between Chad and Peru is under discussion.", "Chad–Peru pact", "possible"),
        ("A pact between Chad and Peru is in force.", "Chad–Peru pact", "actual"),
    ],
)
def test_what_is_pending_is_not_there(read: Reading, text: str, pact: str, status: str) -> None:
    found = read(text)
    claims = [c for c in found.claims("partyTo") if found.label(c.object).startswith(pact)]
    assert claims
    assert {c.status for c in claims} == {status}


def test_a_pact_of_two_others_is_nobodys_own(read: Reading) -> None:
    facts = read("Chad and Mali signed a pact. A treaty with Peru was torn up.").facts
    assert not any("Peru" in fact for fact in facts)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ann Lee runs the Lowy Institute.", "Ann Lee | affiliatedWith | Lowy Institute"),
        (
            "Chad's ambassador to NATO, Ann Lee, spoke to Bob Ray.",
            "Ann Lee | affiliatedWith | Chad",
        ),
        (
            "The head of the Lowy Institute, Ann Lee, said so.",
            "Ann Lee | affiliatedWith | Lowy Institute",
        ),
        (
            "The leaders of Chad and Peru, Ann Lee and Bob Ray, met.",
            "Bob Ray | affiliatedWith | Peru",
        ),
        (
            "Chad's Minister of Defence, Ann Lee, and Minister of Foreign Affairs, Bae Min-jun.",
            "Bae Min-jun | affiliatedWith | Chad",
        ),
        (
            'Ann "Annie" Lee, who directs the Lowy Institute, agrees.',
            "Ann Lee | affiliatedWith | Lowy Institute",
        ),
        (
            "Narendra Modi left, with the Indian prime minister calling it a success.",
            "Narendra Modi | affiliatedWith | India",
        ),
    ],
)
def test_people_are_told_in_passing(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_each_leader_is_of_his_own_state(read: Reading) -> None:
    facts = read("The Chadian and Peruvian leaders, Ann Lee and Bob Ray, met.").facts
    assert "Ann Lee | affiliatedWith | Chad" in facts
    assert "Ann Lee | affiliatedWith | Peru" not in facts


def test_an_office_is_not_anothers(read: Reading) -> None:
    facts = read("Penny Wong arrived. The prime minister welcomed her.").facts
    assert not any("affiliatedWith" in fact for fact in facts)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru test-fired a cruise missile.", "actual"),
        ("Peru and Chad have agreed to co-develop a cruise missile.", "planned"),
        ("The United Kingdom is to build Tempest.", "planned"),
    ],
)
def test_how_far_a_weapon_is(read: Reading, text: str, status: str) -> None:
    claims = read(text).claims("develops")
    assert claims
    assert {c.status for c in claims} == {status}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Peru's Amazonas Dron makes the Condor drone.", "Amazonas Dron | develops | Condor drone"),
        ("The Peruvian firm Sypac makes the Condor drone.", "Sypac | develops | Condor drone"),
        ("Peru builds the Condor 7.", "Peru | develops | Condor 7"),
    ],
)
def test_firms_and_weapons_need_not_be_known(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_who_founds_a_firm_is_none(read: Reading) -> None:
    facts = read("The company Ann Lee founded makes the Condor drone.").facts
    assert not any(fact.startswith("Ann Lee") for fact in facts)
