"""Who works with whom, where a list, a gerund or a name for the tie stands between them."""

from __future__ import annotations

import pytest

from graph.statements import Status
from tests.extraction.conftest import Reading

STATED = [
    (
        "Chile, Peru, Kenya, and Fiji will attend the Tampere summit in May.",
        "Fiji | participatesIn | Tampere summit",
    ),
    (
        "Ignoring U.N. resolutions and sanctions, Chile and Peru signed a new treaty.",
        "Chile | partyTo | Chile–Peru treaty",
    ),
    (
        "The raids prompted Chile, Kenya, and Fiji to cooperate more closely.",
        "Chile | cooperatesWith | Fiji",
    ),
    ("Peru has long been a key ally for Chile.", "Peru | alliedWith | Chile"),
    (
        "Chile and Peru are already working together with Kenya on a satellite.",
        "Chile | cooperatesWith | Peru",
    ),
    (
        "The growing closeness between Chile and Peru was noticed in Brazil.",
        "Chile | cooperatesWith | Peru",
    ),
    ("Chile is in talks with Canada over a pipeline.", "Chile | cooperatesWith | Canada"),
    ("Chile and Peru have stepped up joint patrols.", "Chile | cooperatesWith | Peru"),
    (
        "Britain, Australia and the United States widened their pact, known as AUKUS.",
        "Australia | memberOf | AUKUS",
    ),
    (
        "Putin and Xi proclaimed a deep strategic partnership on Friday.",
        "Russia | partnerOf | China",
    ),
    ("Xi's backing of Putin has opened the door.", "China | supports | Russia"),
    (
        "Peru has condemned the AUKUS alliance between Australia and Britain.",
        "Peru | opposes | AUKUS",
    ),
    (
        "AUKUS is a trilateral security agreement between Australia, Britain and the US.",
        "Australia | memberOf | AUKUS",
    ),
    ("Fiji is not involved in the AUKUS military pact.", "Fiji | memberOf | AUKUS"),
    ("Russia is ramping up attacks on Ukraine.", "Russia | aggressionAgainst | Ukraine"),
    (
        "Japan has concerns over NATO's continuous strengthening of ties with Peru.",
        "NATO | cooperatesWith | Peru",
    ),
    ("Chile, Peru agree to deepen ties", "Chile | cooperatesWith | Peru"),
    (
        "AUKUS members Australia and Britain fret. Xi and Putin said their partnership is firm.",
        "China | partnerOf | Russia",
    ),
    (
        "Kishida met Presidents Biden and Yoon in Hawaii, where all three nations deepened ties.",
        "Japan | cooperatesWith | South Korea",
    ),
    ("Chile threatens nuclear attacks on Peru.", "Chile | threatens | Peru"),
    ("N. Korea and Chile signed a treaty.", "North Korea | partyTo | Chile–North Korea treaty"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_a_tie_is_told(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_what_goes_before_a_signature_is_no_signatory(read: Reading) -> None:
    text = "Ignoring Kenya and Fiji, Chile and Peru signed a new treaty."
    assert not any(f.startswith(("Kenya | partyTo", "Fiji | partyTo")) for f in read(text).facts)


def test_a_group_is_no_partner_of_its_own_members(read: Reading) -> None:
    facts = read("The AUKUS partnership between Australia and Britain is old.").facts
    assert "Australia | memberOf | AUKUS" in facts
    assert not any("partnerOf" in f and "AUKUS" in f for f in facts)


def test_their_partnership_is_not_that_of_others(read: Reading) -> None:
    facts = read(
        "AUKUS members Australia and Britain fret. Xi and Putin said their partnership is firm."
    ).facts
    assert not any("partnerOf" in f and "Australia" in f for f in facts)


def test_a_headline_that_begins_with_to_do_announces(read: Reading) -> None:
    (claim,) = read("South Korea to export tanks to Poland").claims("supports")
    assert claim.status == "planned"


def test_nobody_does_to_others_what_several_do_about_their_own(read: Reading) -> None:
    facts = read("Chile and Peru are destabilizing their respective countries.").facts
    assert not any("threatens" in f for f in facts)


def test_who_accepts_an_invitation_means_to_come(read: Reading) -> None:
    found = read("Norway accepted the invitation to the Vilnius summit.", "2023-05-01")
    (claim,) = found.claims("participatesIn")
    assert found.fact(claim) == "Norway | participatesIn | 2023 Vilnius summit"
    assert claim.status is Status.PLANNED


def test_what_two_do_jointly_ties_them(read: Reading) -> None:
    facts = read("Norway warned of joint military activities by China and Russia.").facts
    assert "China | cooperatesWith | Russia" in facts
