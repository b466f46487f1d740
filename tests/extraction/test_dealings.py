"""What is done about rivals and dangers, what talks are about, and subjects that a preposition
before them swallows."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # Whom one deals with
    ("Peru is buying ships in order to tackle Chile.", "Peru | concernedBy | Chile"),
    ("Oman aims to address Iran's growing assertiveness.", "Oman | concernedBy | Iran"),
    (
        "The Quad was formed in response to Russia and its rise.",
        "Quad | concernedBy | Russia",
    ),
    (
        "The Quad was revived in reaction to Russia's assertiveness.",
        "Quad | concernedBy | Russia",
    ),
    (
        "Norway and its allies remain watchful amid an increasingly assertive Russia.",
        "Norway | concernedBy | Russia",
    ),
    ("Peru has told Chile to abandon its plans.", "Peru | opposes | Chile"),
    ("The remarks by Peru drew sharp criticism from Chile.", "Chile | opposes | Peru"),
    ("Peru said that Chile should refrain from interference.", "Peru | opposes | Chile"),
    (
        "Iran and Russia are pushing back against the rules-based order.",
        "Iran | threatens | rules-based international order",
    ),
    ("Iranian action against Oman must end.", "Iran | threatens | Oman"),
    (
        "Chilean troops crossed the hills, violating Peru's claim line.",
        "Chile | threatens | Peru",
    ),
    # Talks
    ("Peru initiated talks with Chile on piracy.", "Chile | participatesIn | Chile–Peru meeting"),
    ("Chad and Mali met in Oslo. They discussed piracy.", "Chad–Mali meeting | addresses | piracy"),
    (
        "Chad and Mali met in Oslo. The ministers reviewed piracy.",
        "Chad–Mali meeting | addresses | piracy",
    ),
    (
        "The ministers of Chad and Mali met in Oslo, joined by Kenya's president.",
        "Kenya | participatesIn | Chad–Kenya–Mali meeting",
    ),
    (
        "Chad and Mali met in Oslo. Kenya's premier was also present.",
        "Kenya | participatesIn | Chad–Mali meeting",
    ),
    # Subjects that stand after a preposition
    (
        (
            "In a rebuke of Iran's aggressive posture, the ministers of Oman, Kenya, and India"
            " reaffirmed their commitment to freedom of navigation."
        ),
        "Oman | sharesInterest | freedom of navigation",
    ),
    (
        (
            "In the annual Quad summit hosted by outgoing President Joe Biden at his home state of"
            " Delaware, the leaders, without directly naming Iran, expressed concern over piracy."
        ),
        "Quad | concernedBy | piracy",
    ),
    (
        "Besides Chad and Mali, the first in-person summit on Monday was attended by Kenya.",
        "Kenya | participatesIn | in-person summit",
    ),
    (
        "The pledge followed a virtual meeting on Monday among Kenya, Chad, and Mali.",
        "Mali | participatesIn | virtual meeting",
    ),
    (
        (
            "This comes after Kenyan President Ann Lee, Chadian Premier Abe Mori, and Malian PM"
            " Jo Day revealed, at a Quad summit in Oslo, their plan."
        ),
        "Kenya | participatesIn | Quad summit",
    ),
    (
        (
            "The summit at Camp David between President Ann Lee of Kenya, Premier Abe Mori of"
            " Chad, and President Jo Day of Mali, marks a new stage."
        ),
        "Jo Day | participatesIn | Abe Mori–Ann Lee–Jo Day summit",
    ),
    (
        "The joint declaration was signed at the Oslo Meeting by Chad, Kenya and Mali.",
        "Kenya | partyTo | joint declaration",
    ),
    (
        "Peru raised concerns over Iran's assertiveness, its ties to Russia and its drills.",
        "Peru | concernedBy | Iran",
    ),
    (
        '"We all support freedom," said PM Modi during his visit.',
        "India | sharesInterest | freedom",
    ),
    ("ASEAN groups the Philippines, Brunei and Vietnam.", "Brunei | memberOf | ASEAN"),
    # Who "we" are
    (
        '"As leaders of Chad, Kenya and Mali, we are committed to freedom," read a statement.',
        "Kenya | sharesInterest | freedom",
    ),
    ("NATO will defend its values.", "NATO | sharesInterest | shared values"),
    # What else is said of rivals and friends
    ("Peru and Chile expressed unity with Kenya.", "Chile | supports | Kenya"),
    (
        "The pact between Peru and Chile strengthens deterrence against Iran.",
        "Chile | concernedBy | Iran",
    ),
    ("Iran is ramping up military activity around Oman.", "Iran | threatens | Oman"),
    (
        "ASEAN ministers agreed to solve challenges such as piracy.",
        "ASEAN | counters | piracy",
    ),
    (
        "The talks topped the agenda of a meeting of ministers from ASEAN.",
        "ASEAN | participatesIn | ASEAN meeting",
    ),
    ("Peru took part in the drill alongside Kenya.", "Kenya | participatesIn | Kenya–Peru drill"),
    # What one issues says what one holds
    (
        (
            "Chad and Mali released a statement that condemned piracy and reaffirmed the value of"
            " freedom of navigation."
        ),
        "Mali | sharesInterest | freedom of navigation",
    ),
    (
        "Iran's policy aims to change the international order.",
        "Iran | threatens | rules-based international order",
    ),
    ("The Philippines took delivery of India's missiles.", "India | supports | Philippines"),
]
NOT_STATED = [
    # A list says what they are among
    ("NATO lists Chad among its concerns about Mali.", "Chad | concernedBy |"),
    # What is done about something at home
    ("Peru fights Somali pirates.", "Peru | concernedBy | Somalia"),
    # Others than those who met discuss it
    ("Chad and Mali met in Oslo. Kenya discussed piracy.", "Chad–Mali meeting | addresses |"),
    ("Iran held drills with Oman near Kenya.", "Iran | threatens |"),
    ("Chad helps Kenya in its war against Mali.", "Chad | concernedBy | Mali"),
    ("Chad read a report that warned of piracy.", "Chad | concernedBy |"),
    ("As supporters of Chad, we value freedom.", "Chad | sharesInterest |"),
    ("As partners, we support freedom.", "partners | sharesInterest |"),
    ("An assertive China has published a paper.", "China | concernedBy |"),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert not [f for f in read(text).facts if f.startswith(fact)]
