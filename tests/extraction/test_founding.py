"""Who founds, leaves or joins a body, what is sent where, who can make what, and what somebody does
by himself."""

from __future__ import annotations

import pytest

from graph.statements.evidence import modality_of
from tests.extraction.conftest import Reading

STATED = [
    # Founders are members, and the body does what it is founded for
    ("ASEAN was founded in 1967 by Indonesia and Malaysia.", "Malaysia | memberOf | ASEAN"),
    ("Indonesia, Malaysia and Thailand founded ASEAN.", "Thailand | memberOf | ASEAN"),
    ("ASEAN was set up by Indonesia and Malaysia to fight piracy.", "ASEAN | counters | piracy"),
    ("ASEAN was set up by Indonesia and Malaysia to fight piracy.", "Malaysia | counters | piracy"),
    ("Iran was granted full membership of BRICS.", "Iran | memberOf | BRICS"),
    ("The nations of Mali and Niger withdrew from ECOWAS.", "Niger | memberOf | ECOWAS"),
    # Troops in the passive, and in great numbers
    ("Chadian soldiers were sent to Mali.", "Chad | stationedIn | Mali"),
    ("Chad has sent thousands of its military to Mali.", "Chad | stationedIn | Mali"),
    ("Attacks were launched on Israel by Hamas.", "Hamas | aggressionAgainst | Israel"),
    # Ties by turns of their own
    ("Chad and Mali are allied.", "Chad | alliedWith | Mali"),
    (
        "Chad and Mali undertake to provide each other with military assistance.",
        "Chad | alliedWith | Mali",
    ),
    ("Xi Jinping's China wants to trade.", "Xi Jinping | affiliatedWith | China"),
    # Who begins a list
    (
        "Among those who attacked Israel are Hezbollah and Hamas.",
        "Hamas | aggressionAgainst | Israel",
    ),
    ("Among the countries backing Ukraine is Poland.", "Poland | supports | Ukraine"),
    # Pressure against a pact
    ("Chad faced pressure not to join AUKUS from Australia.", "Australia | opposes | AUKUS"),
    ("Calls by Peru not to join AUKUS went unheeded.", "Peru | opposes | AUKUS"),
    # Services of two countries are theirs
    (
        "Chad and Mali discussed cooperation between the Army and Navy of the two countries.",
        "Chad | cooperatesWith | Mali",
    ),
    ("Chad conducted naval drills with Mali.", "Chad | cooperatesOn | military exercises"),
]

NOT_STATED = [
    ("Chad has been increasing maritime patrols.", "Chad | cooperatesOn"),
    ("Chad conducted military drills on Monday.", "Chad | cooperatesOn"),
    ("Only three nations, Chad, Mali and Peru, can make jet engines.", "Chad | cooperatesWith"),
    ("Leaders of Chad and Peru met their allied counterparts.", "Chad | alliedWith"),
    ("The relationship between Chad and Mali has become complex.", "Chad | cooperatesWith"),
    ("Ties between Chad and Mali have soured.", "Chad | cooperatesWith"),
    ("The SCO met. It is no alliance, like NATO. The group held drills.", "NATO | organizes"),
    (
        "The Air Force and Coast Guard of Chad and Mali agreed on cooperation.",
        "Chad | cooperatesWith | Air Force",
    ),
    ("The group meets for a summit on September 15th and 16th.", "summit"),
]

MEANT = [
    ("Only Chad can make jet engines.", "develops", "asserted"),
    ("Chad cannot make jet engines.", "develops", "negated"),
    ("Chad could make jet engines.", "develops", "possible"),
    ("Chad and Mali set up a defence pact.", "partyTo", "asserted"),
    ("No limits will constrain the partnership of Chad and Mali.", "partnerOf", "asserted"),
    ("Chad did not announce a partnership with Mali.", "partnerOf", "negated"),
    (
        "Chad and Mali met to discuss trade, with a focus on fighting piracy.",
        "counters",
        "asserted",
    ),
    ("Mali officially left ECOWAS in January.", "memberOf", "negated"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not [f for f in read(text).facts if f.startswith(fact)]


@pytest.mark.parametrize(("text", "predicate", "modality"), MEANT)
def test_how_it_is_meant(read: Reading, text: str, predicate: str, modality: str) -> None:
    found = {
        modality_of(claim.polarity, claim.status).value for claim in read(text).claims(predicate)
    }
    assert found == {modality}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Peru bought Sweden's Gripen.", "Sweden | develops | Gripen"),
        ("Iranian Shahed drones hit Kyiv.", "Iran | develops | Shahed drones"),
        ("China's Xi Jinping left.", "Xi Jinping | affiliatedWith | China"),
    ],
)
def test_what_reference_facts_vouch_for(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_who_only_has_a_make_does_not_make_it(read: Reading) -> None:
    assert not read("Ukraine's Gripen fighters flew.").claims("develops")


def test_bare_deals_are_no_pact(read: Reading) -> None:
    assert not read("Chad, Mali announce deals\n\nThe two met.").claims("partyTo")
