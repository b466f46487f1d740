"""Texts on other subjects: what general English says there, and what it does not."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    ("The law authorizes the Coast Guard to fight piracy.", "Coast Guard | counters | piracy"),
    (
        "Kenya has made historic investments in clean energy.",
        "Kenya | sharesInterest | investments in clean energy",
    ),
    ("Peru hopes to attract foreign investment.", "Peru | sharesInterest | investment"),
    (
        "Ann Moss Bauer is a diplomat and an advocate for clean energy.",
        "Ann Moss Bauer | sharesInterest | clean energy",
    ),
    ("Kenya will build public trust.", "Kenya | cooperatesOn | public trust"),
    ("Chile is concerned about biological threats.", "Chile | concernedBy | biological threats"),
    ("Support provided by Chile to Kenya grew.", "Chile | supports | Kenya"),
]

UNSTATED = [
    # Who is authorized or appointed acts, not who says so.
    ("The President of Kenya authorizes the Coast Guard to fight piracy.", "Kenya | counters"),
    ("Kenya will nominate Ann Lee to serve as a member of the Export Board.", "memberOf"),
    # Money is for something.
    ("The plan is an investment in our children, and Kenya adopted it.", "| investment"),
    ("These investments will create jobs in Kenya. Kenya will continue them.", "| investment"),
    # Somebody else of the same name.
    ("Ann Moss Bauer is a diplomat. Bauer is an advocate for clean energy.", "NATO"),
    ("Paul Turk taught in Ohio. Earlier, Turk worked on cybersecurity.", "Türkiye"),
    ("Joe Biden met Kenyans. Mark Hill served as counsel. He chaired the Law Board.", "Law Board"),
    # What is endangered is fought by nobody.
    ("Chile will counter threats to the foreign policy of Kenya.", "foreign policy"),
    ("Chile will counter threats to the foreign policy of Kenya.", "| concernedBy | Kenya"),
    # Whose a genocide or a famine is suffers it.
    ("Thus began the Rwandan genocide.", "posedBy"),
    ("Kenya's hunger initiative grew.", "posedBy"),
    # A condition, and what is given, are nobody's doing.
    ("The two envoys will meet in Lima, provided Russia does not attack.", "supports"),
    ("Russia is on the defensive, given our own transparency.", "transparency"),
    # No company, no state, no member.
    (
        "The Ministry of Health paid Vexalor. The company said it expects to develop vaccines.",
        "Ministry of Health",
    ),
    ("Many Afghan nationals helped Kenya.", "Afghanistan | supports"),
    ("Kenya will be joined by Chile, other partners and private companies.", "memberOf"),
    ("Congress should pass a bill to support the United States.", "supports"),
    ("Ohio Senate leader Ann Lee spoke.", "U.S. Senate"),
    ("Ann Lee was confirmed by the U.S. Senate as deputy director.", "U.S. Senate"),
    ("Joe Biden directed the Secretary of Commerce to act.", "Biden | affiliatedWith | U.S. Dep"),
    ("The secretary of trade and Kenya will protect its waters.", "trade | "),
    ("# White House talks\n\nWhite House Participants\n\n- Rural Union\n- Ann Lee", "memberOf"),
]


@pytest.mark.parametrize(("text", "fact"), STATED, ids=[t[:50] for t, _ in STATED])
def test_what_is_said_elsewhere(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert fact in facts, facts


@pytest.mark.parametrize(("text", "part"), UNSTATED, ids=[t[:50] for t, _ in UNSTATED])
def test_what_is_not_said_elsewhere(read: Reading, text: str, part: str) -> None:
    assert not [fact for fact in read(text).facts if part in fact]


def test_a_name_keeps_what_is_new_of_it(read: Reading) -> None:
    facts = read("Joe Biden Approves New Jersey Emergency Declaration").facts
    assert not any("| Jersey" in fact for fact in facts)
