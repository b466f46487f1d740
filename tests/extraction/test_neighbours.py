"""What a neighbour misleads about: names beside names, means beside ends, texts beside ties."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

NOT_STATED = [
    # Names beside names, each with an office of its own
    (
        "President Luis Arce of Bolivia and Chile's leader, Gabriel Boric, met in Lima.",
        "Luis Arce | affiliatedWith | Chile",
    ),
    (
        (
            "Issued at the talks between Mr Anthony Albanese, Australian Prime Minister and Mr "
            "Narendra Modi, Prime Minister of India"
        ),
        "Narendra Modi | affiliatedWith | Australia",
    ),
    (
        (
            "It gathered Narendra Modi of India and Fumio Kishida of Japan, along with Fijian "
            "Prime Minister Sitiveni Rabuka."
        ),
        "Fumio Kishida | affiliatedWith | Fiji",
    ),
    (
        (
            "Rutte and Kishida met. Building on Prime Minister Kishida's participation in the "
            "summit in 2022 for the first time as Japanese Prime Minister, the two leaders agreed."
        ),
        "Mark Rutte | affiliatedWith | Japan",
    ),
    (
        (
            "Foreign Minister Ann Lee, who has accused China of harassment of the Philippines, a "
            "treaty ally of Australia, will speak."
        ),
        "Ann Lee | affiliatedWith | Australia",
    ),
    # The like body of another state
    ("Peru's National Security Council has approved it.", "U.S. National Security Council |"),
    # Who joins states that did something joins none of them
    ("Kenya thus joined Peru, Chile and ASEAN, which had all done so.", "Kenya | memberOf |"),
    (
        "NATO received the leaders of its four Pacific partners, known as the IP4.",
        "NATO | memberOf",
    ),
    # Those met together are no partners of each other
    (
        (
            "Their ministers attended, together with envoys from Finland, Georgia and Kenya, as "
            "well as the European Union (EU) High Representative."
        ),
        "Finland | cooperatesWith | European Union",
    ),
    # Offers and backing, turned down or furthered, are not whose they are
    ("Peru and Chile rejected NATO's invitation.", "| opposes | NATO"),
    # Ties that grow are no texts of a day, and a defence pact makes no allies
    ("The growing partnership between Russia and China alarms Peru.", "| partyTo |"),
    ("Peru and the EU announced a new defence pact.", "| alliedWith |"),
    # Means are nobody's interests
    (
        "Peru and Chile opened an exercise on Monday in their latest joint drill.",
        "| sharesInterest",
    ),
    ("Peru unveiled further military support for Chad.", "| sharesInterest |"),
    ("Peru's support for Russia's defence industrial base goes on.", "Peru | sharesInterest |"),
    ("Peru agreed with Chile on joint projects.", "| sharesInterest | joint projects"),
    # Both rivals are in it, and neither poses it
    ("US-China competition shows no sign of abating.", "| posedBy |"),
    # What goes on meanwhile is no fear of who acts
    ("Peru and Chile sent ships on Tuesday, amid rising tensions.", "| concernedBy |"),
    # To call something by a name is not to call it together
    ("Peru denounced the summit in Oslo, calling it a prelude to war.", "Peru | organizes |"),
    ("China is pursuing a major military build-up.", "China | counters |"),
    # A body that sits with somebody is another's
    ("Estonia's CCDCOE ran the drill.", "CCDCOE | affiliatedWith"),
    ("Estonia's CCDCOE ran the drill.", "Centre of Excellence | affiliatedWith | Estonia"),
    # Whoever writes of a tie among others has no part in it
    (
        (
            "It hosts papers by Kenyan and Chilean experts, which discuss cooperation among "
            "Pacific allies."
        ),
        "Kenya | cooperatesWith | Chile",
    ),
    # Nobody visits his own state
    (
        "Narendra Modi, Prime Minister of India, met Mr Mark Rutte during his visit to India.",
        "Narendra Modi | participatesIn | visit to India",
    ),
    # Those who were sent do it there
    (
        (
            "Chad and Kenya agreed. Later Fiji sent instructors to Peru, where they have been "
            "training Ukrainian recruits."
        ),
        "Kenya | supports | Ukraine",
    ),
    # A group's allies are its members, and its name before a session says not who is there
    ("Pacific Partners join NATO Allies in Rome.", "NATO | alliedWith |"),
    ("Ann Lee spoke to a NATO session.", "NATO | participatesIn |"),
    ("Chile may contribute to Peru's work.", "| supports |"),
    # A programme that is an agreement is joined
    ("Canada should consider joining Pillar 2 of AUKUS.", "Canada | develops |"),
]

STATED = [
    (
        "President Luis Arce of Bolivia and Chile's leader, Gabriel Boric, met in Lima.",
        "Gabriel Boric | affiliatedWith | Chile",
    ),
    (
        "Chad condemned Iran's supply of drones to Russia for its war in Ukraine.",
        "Russia | aggressionAgainst | Ukraine",
    ),
    ("Peru fears the US-UK-Australia pact.", "Australia | partyTo | AUKUS agreement"),
    ("Canada should consider joining Pillar 2 of AUKUS.", "Canada | partyTo | AUKUS Pillar II"),
    ("Peru called an emergency meeting on piracy.", "Peru | organizes | emergency meeting"),
    ("Fiji could take part in projects of Pillar II.", "Fiji | develops | AUKUS Pillar II"),
    (
        (
            "Chad and Kenya agreed. Later Fiji sent instructors to Peru, where they have been "
            "training Ukrainian recruits."
        ),
        "Fiji | supports | Ukraine",
    ),
    (
        "Russia ratified its mutual defence treaty with North Korea.",
        "Russia | partyTo | Russia–North Korea Comprehensive Strategic Partnership Treaty",
    ),
    ("Chile has contributed shells to Ukraine.", "Chile | supports | Ukraine"),
    ("Sweden joined NATO and the EU.", "Sweden | memberOf | European Union"),
    (
        "Prime Minister Anthony Albanese of Australia and Peru's president, Dina Boluarte, spoke.",
        "Dina Boluarte | affiliatedWith | Peru",
    ),
    ("Indonesia rejected Japan's offer.", "Indonesia | opposes | Japan"),
    ("Peru pledged support for Chad's sovereignty.", "Peru | sharesInterest | sovereignty"),
]


@pytest.mark.parametrize(("text", "part"), NOT_STATED)
def test_what_is_not_stated(read: Reading, text: str, part: str) -> None:
    assert not any(part in fact for fact in read(text).facts)


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_an_accord_is_one_in_more_or_fewer_words(read: Reading) -> None:
    text = (
        "Fiji has signed a security cooperation pact with Peru. Chile criticised the security pact "
        "between Fiji and Peru. The trade pact between Fiji and Peru is another."
    )
    pacts = {claim.object for claim in read(text).claims("partyTo")}
    assert len(pacts) == 2
