"""What is easily taken for a fact: who did it is another, or what is said is of another."""

from __future__ import annotations

import pytest

from graph.statements import Polarity, Status
from tests.extraction.conftest import Reading

NOT_STATED = [
    # Items of a list do nothing to each other
    (
        "It has these parts: respecting territorial integrity; ensuring the recovery of Mali.",
        "territorial integrity | advances |",
    ),
    (
        "It has ills, including disputes, the threat of Malian aggression, and Russian influence.",
        "Mali | concernedBy |",
    ),
    (
        "Peru has three priorities: border security, free trade and Chad's goals.",
        "Chad | sharesInterest |",
    ),
    # An alliance's allies are its members
    ("Chad had consultations with NATO’s eastern Allies.", "NATO | alliedWith | NATO members"),
    ("The United States provided Mali with humanitarian assistance.", "| sharesInterest |"),
    ("They are choking off Mali's access to semiconductors.", "| sharesInterest | semiconductors"),
    # To whom something is said somewhere is not there
    ("Speaking to Reuters in Rome, Ann Lee praised Chad.", "Reuters | locatedIn |"),
    # What others are to do, those who name it do not
    # What somebody only becomes, has, gives or votes on
    (
        "Peru and Chad signed a pact in Hiroshima, which has become a symbol of peace.",
        "| sharesInterest | peace",
    ),
    ("Peru sent Mali body armour and drones.", "| sharesInterest | unmanned systems"),
    ("Values help Kenya as it votes on Mali at the UN.", "Kenya | opposes |"),
    ("Kenya and Chad have operated submarines for decades.", "| cooperatesWith |"),
    ("Peru and Chile are exposing China's espionage.", "| threatens | China"),
    # Who is called on does it, not who calls
    (
        "NATO members call on Peru to support Kenya.",
        "NATO members | supports | Kenya",
    ),
    (
        "ASEAN urged Peru to withdraw its troops from Kenya.",
        "Peru | memberOf | ASEAN",
    ),
    # An ill is met, and nobody
    (
        "Chile and its allies make an effort to meet the Eritrea challenge.",
        "Eritrea | participatesIn |",
    ),
    # What advisers are for does nothing
    (
        "The national security advisers agreed to counter piracy.",
        "national security | counters |",
    ),
    # Where a relative clause is only set
    (
        "Fisheries and health security are fields in which our cooperation is growing.",
        "cooperation | advances |",
    ),
    # What opens a sentence beside somebody
    (
        "Alongside angry pleas against the drills, Chile has strengthened its infrastructure.",
        "angry pleas | advances |",
    ),
    # Who holds an office that several hold
    (
        "Carney thanked President Donald Tusk, as well as the presidents of Chile and Peru.",
        "Donald Tusk | affiliatedWith | Chile",
    ),
    # With whom it is done is said
    (
        "Officials from Chile and Peru met with Kenyan envoys to coordinate their response.",
        "Chile | cooperatesWith | Peru",
    ),
    ("Chile and Peru work closely with several neighbours.", "Chile | cooperatesWith | Peru"),
    # Who belongs, beyond the examples
    (
        "Members of the EU, including Malta and Spain, as well as Kenya and Peru, backed it.",
        "Kenya | memberOf | European Union",
    ),
    (
        "Chile calls on Kenya, as a member of the UN Human Rights Council, to end its attacks.",
        "Chile | memberOf |",
    ),
    # Items before "other" are partners of somebody else
    (
        "Its talks with Kenya, Peru, Chilean, and other partners went on.",
        "Kenya | partnerOf | Chile",
    ),
    # A group's own members
    (
        "Japan is one of NATO's 'Indo-Pacific Four' partners.",
        "Japan | partnerOf | NATO's Indo-Pacific partners",
    ),
    # Whose threats they are
    (
        "They fear the rise of Kenya, Chile's provocations, and Peru's assertiveness.",
        "Chilean provocations | posedBy | Kenya",
    ),
    # Beside a summit is at none of its topics
    ("Their last meeting was in Lima, on the sidelines of the G20.", "meeting | addresses | G20"),
    # Of others, or of none that the text names
    (
        "Chile and Peru met. They work with allies and partners in the Indo-Pacific.",
        "Chile | cooperatesWith | NATO's Indo-Pacific partners",
    ),
    ("Joe Biden hosted the trilateral summit in September 2021.", "Quad |"),
    # What a view holds does not agree
    (
        "The ministers held that security in the region is poor and agreed to strengthen trade.",
        "security | advances |",
    ),
    # What "these initiatives" serve
    (
        "Chile works on trade, which is critical to human rights. Peru supports these steps.",
        "Peru | cooperatesOn | human rights",
    ),
    # Who works with a body is not in it
    ("Jan Kosik will work closely with NATO.", "Jan Kosik | affiliatedWith | NATO"),
    # Who defends himself is none of those who help
    (
        "Chile will go on supporting Peru's ability to defend itself against Kenyan aggression.",
        "Kenyan aggression | threatens | Chile",
    ),
    # Whose effect it is
    ("They discussed the impact of Chile's actions on prosperity.", "Chile | cooperatesOn |"),
    # What only happens
    ("Chile's envoys reviewed developments on the ground.", "Chile | cooperatesOn |"),
    # Who tells somebody to do it does not head it
    (
        "Jan Kosik directed the World Bank to end its loans.",
        "Jan Kosik | affiliatedWith | World Bank",
    ),
    ("NATO is the foundation of Norway's security.", "NATO | affiliatedWith |"),
    # What a state does through its president, and whose support it is not
    (
        "They admire Volodymyr Zelenskyy's wish to join NATO.",
        "Volodymyr Zelenskyy | affiliatedWith | NATO",
    ),
    (
        "Volodymyr Zelenskyy will address the assembly, showing the strong support for Ukraine.",
        "Volodymyr Zelenskyy | supports | Ukraine",
    ),
    # One in a row is no special one
    (
        "Joe Biden attended the 9th ASEAN-U.S. Summit in April 2022.",
        "United States | participatesIn | U.S.–ASEAN Special Summit",
    ),
    # Words of an address
    (
        "[Chile's call](https://example.org/statement-on-maritime-security-talks/)",
        "Chile | sharesInterest |",
    ),
    # No field of work
    ("Chile will step up cooperation in regional and global fora.", "Chile | cooperatesOn |"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED, ids=[t[:50] for t, _ in NOT_STATED])
def test_no_such_thing_is_said(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert not any(fact in f if "|" in fact[:9] else f.startswith(fact) for f in facts), facts


STATED = [
    # What both their nouns are, and a name with a figure in one word
    (
        "Chad stressed its commitment to the peace of Mali and its intent to address piracy.",
        "Chad | counters | piracy",
    ),
    ("Kenya will host the P4G Nairobi Summit on May 30.", "Kenya | organizes | P4G Nairobi Summit"),
    (
        "Chile calls on Kenya, as a member of the UN Human Rights Council, to end its attacks.",
        "Kenya | memberOf | UN Human Rights Council",
    ),
    (
        "NATO met. It works closely with partners in the Indo-Pacific.",
        "NATO | cooperatesWith | NATO's Indo-Pacific partners",
    ),
    ("Chile and Peru cooperate with each other.", "Chile | cooperatesWith | Peru"),
    ("Chile and Peru work together with several neighbours.", "Chile | cooperatesWith | Peru"),
    (
        "Carney met Donald Tusk. Rain fell. It was late. The leaders agreed on the value of trade.",
        "Poland | sharesInterest | trade",
    ),
    (
        "The ministers of Chile and Peru held that the region is poor and agreed to promote trade.",
        "Peru | cooperatesOn | trade",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED, ids=[t[:50] for t, _ in STATED])
def test_it_is_said_of_another(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert fact in facts, facts


def test_people_who_met_are_the_leaders_and_no_group_beside_them(read: Reading) -> None:
    facts = read(
        "Carney met Donald Tusk in Ottawa before the G7 summit. He praised trade. "
        "The leaders agreed on the importance of solidarity."
    ).facts
    assert "G7 | sharesInterest | solidarity" not in facts


def test_what_is_not_limited_to_a_thing_goes_beyond_it(read: Reading) -> None:
    said = read("Chile and Peru agreed on work, including but not limited to fighting piracy.")
    assert all(claim.polarity is Polarity.AFFIRMED for claim in said.extraction.claims)
    assert any(" | piracy" in fact for fact in said.facts)


def test_baseless_claims_are_denied(read: Reading) -> None:
    result = read("Chile spread baseless claims that Peru was about to launch a war on Kenya.")
    assert {c.polarity for c in result.claims("aggressionAgainst")} == {Polarity.DENIED}


def test_a_meeting_that_is_anticipated_is_planned(read: Reading) -> None:
    result = read("We anticipate a meeting between Chile and Peru.")
    assert {c.status for c in result.claims("participatesIn")} == {Status.PLANNED}


def test_what_goes_on_beside_a_plan_is_so(read: Reading) -> None:
    result = read("Chile is going to help its neighbours and has the same values as Peru.")
    assert {c.status for c in result.claims("sharesInterest")} == {Status.ACTUAL}


def test_who_is_poised_to_attack_has_not_yet(read: Reading) -> None:
    result = read("Chile is positioned to attack Peru.")
    assert {c.status for c in result.claims("aggressionAgainst")} == {Status.PLANNED}
