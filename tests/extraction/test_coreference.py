"""Who is meant by definite nouns and pronouns: the two countries, the bloc, its, they, both."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

MEANT = {
    # "The two countries" are those of the people who were named together
    "Olaf Scholz and Narendra Modi praised a pact. The two countries support Ukraine.": {
        "Germany | supports | Ukraine",
        "India | supports | Ukraine",
    },
    # … and those of whom one spoke after talks with the other, whatever was paired before
    "Chile and Peru signed a treaty.\n\n"
    "Germany is ready, Olaf Scholz said after talks with visiting Indian Prime Minister Narendra "
    "Modi. The two countries support Ukraine.": {
        "Germany | supports | Ukraine",
        "India | supports | Ukraine",
    },
    "Kenya signed an agreement with Canada. Brazil spoke. The two sides support Ukraine.": {
        "Kenya | supports | Ukraine",
        "Canada | supports | Ukraine",
    },
    # A man and another state's counterpart are two states
    "Narendra Modi and his German counterpart Olaf Scholz met. They support Ukraine.": {
        "India | supports | Ukraine",
        "Germany | supports | Ukraine",
    },
    # The alliance is one body, not its partners
    "NATO invited its Indo-Pacific partners. The four partners came, and the alliance supports "
    "Ukraine.": {"NATO | supports | Ukraine"},
    # Who deals with the group is not the group
    "ASEAN wrote to the Quad. ASEAN's partnership with the group is new.": {
        "ASEAN | partnerOf | Quad"
    },
    # Those brought up by their leaders
    "The president invited the leaders of Chile and Peru. They support Ukraine.": {
        "Chile | supports | Ukraine",
        "Peru | supports | Ukraine",
    },
    # A group's countries are the group
    "The Quad countries support Ukraine.": {"Quad | supports | Ukraine"},
    # Both, in their own sentence
    "Peru and NATO met. Peru has only one ally – neighbouring Chile – although both are "
    "members of the Quad.": {
        "Peru | memberOf | Quad",
        "Chile | memberOf | Quad",
    },
    # Accused of something
    "Brazil criticised Chile and Peru. It accused the two countries of aiding Russia.": {
        "Brazil | opposes | Chile",
        "Brazil | opposes | Peru",
    },
    # A headline that ends with his name does not make him the one who speaks
    "A long way for Olaf Scholz\n\nOlaf Scholz spoke. He supports Ukraine.": {
        "Germany | supports | Ukraine"
    },
    # The meeting may be the summit
    "Spain hosted the Madrid summit in June 2022. Peru attended the meeting.": {
        "Peru | participatesIn | 2022 Madrid summit"
    },
    # Whose an example is
    "Kenya is concerned about Russia, including its invasion of Ukraine.": {
        "Russia | aggressionAgainst | Ukraine"
    },
    # Whose the last of several things is
    "Kenya's exports to Chile and Russia's ties with Peru during its war in Ukraine grew.": {
        "Russia | aggressionAgainst | Ukraine"
    },
    # For whom he acts
    "Olaf Scholz said his country supports Ukraine.": {"Germany | supports | Ukraine"},
    "Olaf Scholz met Narendra Modi. They said their countries support Ukraine.": {
        "Germany | supports | Ukraine",
        "India | supports | Ukraine",
    },
    "Kenya sealed a deal with Chile on Friday. Brazil spoke. The two countries support Ukraine.": {
        "Kenya | supports | Ukraine",
        "Chile | supports | Ukraine",
    },
    # The one that lies there
    "Kenya and Chile met. Canada said the African country supports Ukraine.": {
        "Kenya | supports | Ukraine"
    },
    "Narendra Modi wrote to Chile, as the Asian country supports Ukraine.": {
        "India | supports | Ukraine"
    },
    "Kenya, Chile, Egypt and Peru met. The two African countries support Ukraine.": {
        "Kenya | supports | Ukraine",
        "Egypt | supports | Ukraine",
    },
    # Those who, by the way, met are the group's
    "NATO wrote. NATO voted. NATO left. The leaders, who met in Rome, oppose Russia.": {
        "NATO | opposes | Russia"
    },
}

NOT_MEANT = {
    # A plural is not one state, spoken of before
    "Kenya published guidelines. They support Ukraine.": "Kenya | supports | Ukraine",
    # "The governments" are not the one that the text is about
    "Kenya spoke. Kenya voted. Kenya left. The governments support Ukraine.": (
        "Kenya | supports | Ukraine"
    ),
    # Beside it, not it
    "Chile and Peru wrote. The partners from the Andes support Ukraine.": (
        "Chile | supports | Ukraine"
    ),
    # Of three that were named, two are not told
    "Chile wrote to Peru. Kenya answered. The two countries support Ukraine.": (
        "Chile | supports | Ukraine"
    ),
    # Others than it
    "Kenya spoke. The allies of Chile voted. They support Ukraine.": "Chile | supports | Ukraine",
    "Kenya wrote to Chile. A European country supports Ukraine.": (
        "European countries | supports | Ukraine"
    ),
    # A month is nobody
    "The Quad spoke. At the Quad summit this March, the group supported Ukraine.": (
        "March | supports | Ukraine"
    ),
    # After their meeting: not only his
    "Chile spoke. After their war on Peru, Kenya left.": "Kenya | aggressionAgainst | Peru",
}


@pytest.mark.parametrize("text", MEANT, ids=lambda text: text[:40])
def test_who_is_meant(read: Reading, text: str) -> None:
    assert MEANT[text] <= read(text).facts


@pytest.mark.parametrize("text", NOT_MEANT, ids=lambda text: text[:40])
def test_who_is_not_meant(read: Reading, text: str) -> None:
    assert NOT_MEANT[text] not in read(text).facts
