"""What a definite noun takes up by its own word, and whose an event is."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

_JEF = "United Kingdom | memberOf | Joint Expeditionary Force"
STATED = [
    # The last word of a thing's name.
    (
        "Suspicion fell on the shadow fleet. The fleet threatens undersea cables.",
        "shadow fleet | threatens | undersea cables",
    ),
    (
        "Poland buys K2 tanks. Hyundai Rotem will build 117 of the tanks.",
        "Hyundai Rotem | develops | K2 tank",
    ),
    # An initiative is no alliance, and nothing is its own forum.
    (
        "NATO set up the Mediterranean Dialogue. Egypt wants closer ties with the alliance.",
        "Egypt | cooperatesWith | NATO",
    ),
    (
        "NATO leaders praised the Mediterranean Dialogue, the alliance's forum with Egypt.",
        "NATO | cooperatesWith | Egypt",
    ),
    (
        "ASEAN leaders signed the pact at their Jakarta summit.",
        "ASEAN | organizes | Jakarta summit",
    ),
    # Partners by what they are called.
    (
        "NATO's four Indo-Pacific partners, known as the IP4, were invited.",
        "NATO | partnerOf | NATO's Indo-Pacific partners",
    ),
    # What an operation is for.
    ("Baltic Sentry keeps watch on the shadow fleet.", "Baltic Sentry | addresses | shadow fleet"),
    (
        "NATO launched Baltic Sentry, an operation to protect undersea cables.",
        "Baltic Sentry | addresses | undersea cables",
    ),
    # Packages of sanctions, and what takes them up.
    (
        "The EU adopted its 14th package of sanctions. Hungary opposed the package.",
        "Hungary | opposes | 14th sanctions package",
    ),
    ("The Joint Expeditionary Force, a group of ten states led by Britain, met.", _JEF),
    ("The Saudi-led Gulf Cooperation Council met.", "Saudi Arabia | memberOf | Gulf Cooperation"),
    # A clause set off by commas does not say which one it is.
    (
        "Moldova was there. The country, which lies on the Prut, does not seek to join NATO.",
        "Moldova | memberOf | NATO",
    ),
    ("Germany reiterated its support for Ukraine's sovereignty.", "Germany | supports | Ukraine"),
    # Who is one's neighbour is another.
    ("Poland bought arms after Russia's invasion of its neighbour.", "Russia | aggressionAgainst"),
    ("The United States backs Japan's right to defend its coast.", "United States | supports | J"),
    (
        "Japan and Chad will cooperate on issues ranging from piracy to countering hybrid threats.",
        "Chad | cooperatesOn | countering hybrid threats",
    ),
    # Wars, and who suffers what he fights.
    ("Russia is still at war against Ukraine.", "Russia | aggressionAgainst | Ukraine"),
    (
        "They back Ukraine's fight for freedom against Russian aggression.",
        "Russia | aggressionAgainst | Ukraine",
    ),
    (
        "The Future Combat Air System was initiated by France and Germany in 2017.",
        "Germany | develops | Future Combat Air System",
    ),
    (
        "Finland will work with Sweden to deter aggression.",
        "Finland | cooperatesOn | deterring aggression",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_what_is_taken_up_is_read(read: Reading, text: str, fact: str) -> None:
    assert any(found.startswith(fact) for found in read(text).facts)


NOT_STATED = [
    # The fleet is not the navy of who speaks of it.
    (
        "Suspicion fell on the shadow fleet. Finland says the fleet threatens undersea cables.",
        "Finland | threatens",
    ),
    ("Chad's minister stood in for the president of Peru.", "supports"),
    ("NATO's four partners, known as the IP4, were invited.", "NATO | memberOf"),
    ("Poland ordered tanks after Russia's invasion of its neighbour.", "Poland | aggression"),
    ("The United States backs Japan's right to defend its coast.", "Japan | supports"),
    ("Germany reiterated its support for Ukraine's sovereignty.", "sharesInterest | support"),
    ("The treaty covers issues ranging from maritime security to disinformation.", "subIssueOf"),
    ("Matters that range from mining to countering hybrid threats were raised.", "counters"),
    ("Dassault, France's champion, insists on it.", "Dassault Aviation | supports"),
    ("Three of the Baltic states came. Chad will arm two of the states.", "Chad | supports"),
]


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_what_only_looks_alike_is_not(read: Reading, text: str, fact: str) -> None:
    assert not [found for found in read(text).facts if fact in found]
