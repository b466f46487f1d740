"""Who "both leaders", "they" and "he" are, and which meeting was theirs."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

MEANT = {
    # The two people who were named, each by himself, and not two states named together
    "Olaf Scholz spoke. Kenya signed a treaty with Peru. Narendra Modi thanked Scholz. "
    "Both leaders support Ukraine.": {
        "Germany | supports | Ukraine",
        "India | supports | Ukraine",
    },
    # Those who were called so before
    "Olaf Scholz and Narendra Modi met. The leaders left. Kenya wrote to Peru. It was late. "
    "It rained. Chile and Peru signed a treaty. The hall was full. The leaders support Ukraine.": {
        "Germany | supports | Ukraine",
        "India | supports | Ukraine",
    },
    # An office-holder who acts for an organization, and one who acts for a state
    "NATO Secretary General Jens Stoltenberg and Olaf Scholz met. Both leaders left. They "
    "agreed to strengthen military cooperation.": {
        "Germany | cooperatesOn | military cooperation",
        "NATO | cooperatesOn | military cooperation",
    },
    # A body that "they" follow at once
    "Russian forces entered Kharkiv. They attacked Ukraine.": {
        "Russian armed forces | aggressionAgainst | Ukraine"
    },
    # The one who holds the office
    "Olaf Scholz spoke to Narendra Modi. The chancellor left. He supports Ukraine.": {
        "Germany | supports | Ukraine"
    },
}

NOT_MEANT = {
    # Ministers of one government are not the two leaders
    "Antony Blinken wrote. Lloyd Austin wrote. The two leaders support Ukraine.": (
        "United States | supports | Ukraine"
    ),
    # Whoever urges both is neither
    "Kenya wrote to Chile. Joe Biden urged both leaders to support Ukraine.": (
        "United States | supports | Ukraine"
    ),
    # A plural has come between
    "NATO named three banks, and their owners support Ukraine.": "NATO | supports | Ukraine",
    "NATO spoke. It named three firms. They attacked Ukraine.": (
        "NATO | aggressionAgainst | Ukraine"
    ),
    # "They" are not those who are "we"
    "We, the leaders of Chile and Peru, met. We stand with the Kenyan people. They attacked "
    "Ukraine.": "Chile | aggressionAgainst | Ukraine",
    # He who holds an office that the one named before does not hold
    "Karine Jean-Pierre spoke. The president left for London. He met Narendra Modi.": (
        "Karine Jean-Pierre | participatesIn | Karine Jean-Pierre–Narendra Modi meeting"
    ),
    # Whoever is told is not who tells
    "Peruvian President Luis Soto met Norwegian Foreign Minister Ida Berg. "
    '"We support Ukraine," she told the Peruvian leader.': "Peru | supports | Ukraine",
    # What only says when another meeting was
    "Olaf Scholz and Narendra Modi met on the margins of the 2022 Madrid summit. The meeting "
    "addresses maritime security.": "2022 Madrid summit | addresses | maritime security",
    # All of them were there, or it was another meeting
    "Olaf Scholz and Fumio Kishida spoke. During their meeting, Scholz praised Chile.": (
        "Germany | participatesIn | 2024 Quad foreign ministers' meeting"
    ),
    # Any such meeting, of any year
    "Germany will host a Quad meeting.": (
        "Germany | organizes | 2024 Quad foreign ministers' meeting"
    ),
}


@pytest.mark.parametrize("text", MEANT, ids=lambda text: text[:40])
def test_who_is_meant(read: Reading, text: str) -> None:
    assert MEANT[text] <= read(text).facts


@pytest.mark.parametrize("text", NOT_MEANT, ids=lambda text: text[:40])
def test_who_is_not_meant(read: Reading, text: str) -> None:
    assert NOT_MEANT[text] not in read(text).facts


def test_what_is_beside_another_is_still_taken_up_by_its_noun(read: Reading) -> None:
    facts = read(
        "Ahead of the NATO summit in Vilnius, Olaf Scholz met Narendra Modi. The summit "
        "addresses maritime security."
    ).facts
    assert "2023 Vilnius summit | addresses | maritime security" in facts
