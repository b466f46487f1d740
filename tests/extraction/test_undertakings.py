"""What projects, schemes and dated texts take up, what a list's company makes of its items, and
whose work a heading or an agenda tells."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

GROUP = "The Quad has no treaty. The Quad has no seat. The Quad meets every year. It rained. "
STATED = [
    # What the noun takes up: the last that was named, else the group that the text is about
    (
        "The Tempest programme began in 2018. Sweden left the scheme. Peru opposes the venture.",
        "Peru | opposes | Global Combat Air Programme",
    ),
    (
        GROUP + "Nobody knew. Nobody cared. Then it snowed. China opposes the initiative.",
        "China | opposes | Quad",
    ),
    # Of which year a text was
    (
        (
            "In 2014 Chad and Peru signed the Lagoon Accord. In 2020 they signed the Reef Treaty."
            " Kenya opposes the 2014 accord."
        ),
        "Kenya | opposes | Lagoon Accord",
    ),
    (
        (
            "Timeline\n\n2014: Japan and NATO sign an Individual Partnership and Cooperation"
            " Programme.\n\nMay 2023: An Individually Tailored Partnership Programme takes the"
            " place of the 2014 document."
        ),
        "NATO–Japan ITPP | replaces | NATO–Japan IPCP",
    ),
    # Announced by its makers
    (
        "Chile, Peru and Kenya stunned the world with a security pact known as the Reef Charter.",
        "Kenya | partyTo | Reef Charter",
    ),
    (
        "Italy, Japan and Sweden caught analysts off guard with a joint project known as Tempest.",
        "Sweden | develops | Global Combat Air Programme",
    ),
    ("Chile and Peru signed a naval pact called the Reef Accord.", "Peru | partyTo | Reef Accord"),
    (
        "Norway and Germany are building a submarine, the Type 212CD.",
        "Norway | develops | Type 212CD submarine",
    ),
    (
        "A new design, the Sea Arrow, is being built by Chile and Peru.",
        "Peru | develops | Sea Arrow",
    ),
    (
        "A security and defence partnership between the EU and Norway, concluded in 2024, helps.",
        "Norway | partyTo | EU–Norway Security and Defence Partnership",
    ),
    # Dates that the parser takes for more of a name
    ("In May 2021 Peru, Chad and Mali signed a treaty.", "Peru | partyTo | Chad–Mali–Peru treaty"),
    (
        "In 2012 New Zealand and Peru signed a treaty.",
        "New Zealand | partyTo | New Zealand–Peru treaty",
    ),
    # Who does it as well
    ("The Quad has been condemned by China and by Russia.", "Russia | opposes | Quad"),
    # What stands among fields is one
    (
        "The pact between Chad and Peru covers seabed mining, hatcheries and fisheries.",
        "Chad–Peru pact | addresses | hatcheries",
    ),
    (
        "Chile and Kenya agreed on cooperation in cyber security, arms control and reef repair.",
        "Kenya | cooperatesOn | reef repair",
    ),
    # Whose projects they are
    (
        (
            "NATO agreed on projects with Chile, Peru and Kenya. The projects deal with maritime"
            " security and arms control."
        ),
        "Peru | cooperatesOn | arms control",
    ),
    (
        "What is the Quad?\n\n" + GROUP + "\n\nWhat does it do?\n\nThe agenda ranges from vaccines"
        " to undersea cables.",
        "Quad | cooperatesOn | undersea cables",
    ),
    # Whose fear it is
    ("Russian hackers are the main worry of Estonia.", "Estonia | concernedBy | Russia"),
]
NOT_STATED = [
    ("Russian hackers are the main worry of Estonia.", "Russia | concernedBy | Estonia"),
    ("Estonian and Latvian hackers are the worry of Peru and Chile.", "Peru | concernedBy | Chile"),
    (
        (
            "Peru joined the Quad. Chad praised the health initiative. China opposes the health"
            " initiative."
        ),
        "China | opposes | Quad",
    ),
    (
        'Peru calls the Quad an "Asian NATO". Chad signed a pact. The alliance seeks disarmament.',
        "Asian NATO | sharesInterest | disarmament",
    ),
    (
        "Italy, Japan and Sweden launched a joint project known as Tempest.",
        "Italy | sharesInterest | joint projects",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_it_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
