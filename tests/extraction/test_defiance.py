"""What is gone on with despite others, what agreements let parties do, and who is meant by it."""

from __future__ import annotations

import pytest

from graph.statements import Status
from tests.extraction.conftest import Reading

STATED = [
    # Whose opposition is defied
    ("Georgia joined NATO despite Russia's fierce objections.", "Russia | opposes | Georgia"),
    (
        "Over protests from Iran, the pact was signed by Iraq and Kuwait.",
        "Iran | opposes | Iraq",
    ),
    (
        '"We will ask our partners in Kenya," said Norwegian Prime Minister Jonas Gahr Store.',
        "Norway | partnerOf | Kenya",
    ),
    (
        "Canada reaffirmed its security commitments to both Latvia and Estonia.",
        "Canada | supports | Estonia",
    ),
    ("The visit showed the growing thaw between Chad and Libya.", "Chad | cooperatesWith | Libya"),
    (
        "Egypt has made an effort to mend strained ties with Qatar.",
        "Egypt | cooperatesWith | Qatar",
    ),
    # What an agreement lets its parties do
    (
        (
            "Chile and Peru signed an accord. It lays a legal basis that will allow Santiago and "
            "Lima to conduct joint exercises."
        ),
        "Chile–Peru accord | addresses | joint exercises",
    ),
    (
        "Chile and Peru signed an accord. The accord would allow the holding of joint exercises.",
        "Chile–Peru accord | addresses | joint exercises",
    ),
    (
        "Chile and Peru signed a Border Agreement. This includes disaster relief and patrols.",
        "Chile–Peru Border Agreement | addresses | disaster relief",
    ),
    (
        (
            "Kenya and Uganda have steadily increased the frequency and intensity of security "
            "cooperation."
        ),
        "Uganda | cooperatesOn | security cooperation",
    ),
    (
        "Kenya and Uganda announced the launch of negotiations on a Trade Agreement.",
        "Kenya | partyTo | Kenya–Uganda Trade Agreement",
    ),
    # Whose group a list of members tells
    (
        (
            "The Quad met in Delhi. The grouping of Australia, India, Japan and the United "
            "States is old."
        ),
        "India | memberOf | Quad",
    ),
    ("Kenya and Uganda have engaged in frequent clashes.", "Kenya | opposes | Uganda"),
    (
        "Kenya and Uganda will hold Lake Lion, a naval exercise.",
        "Kenya | participatesIn | Lake Lion",
    ),
    (
        "Kenya's new aid scheme was first drawn up in its 2022 Defence Strategy.",
        "Kenya | adopts | Defence Strategy",
    ),
    # Who acts with something in view
    (
        "Poland has deepened its ties with allies in Asia with a view to better countering Russia.",
        "Poland | concernedBy | Russia",
    ),
    (
        (
            "The Estonian government sees its ties with Sweden as vital in countering Russia's "
            "aggression."
        ),
        "Estonia | concernedBy | Russia",
    ),
    (
        "The tests were watched by Chad, Mali and Niger, which jointly condemned Libya.",
        "Chad | opposes | Libya",
    ),
    (
        (
            "The defence ministers of Chad and Mali agreed to share data. The defence ministers "
            "also condemned Libya."
        ),
        "Mali | opposes | Libya",
    ),
    (
        "The foreign ministers of Chad and Mali held talks. The top diplomats condemned Libya.",
        "Chad | opposes | Libya",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


UNSTATED = [
    # What is but a field of work takes place nowhere.
    (
        "Kenya and Chad discussed work in areas such as holding joint exercises.",
        "Kenya | participatesIn | joint exercises",
    ),
    ("Kenya and Chad agreed a pact on naval drills.", "Kenya | participatesIn | naval drills"),
    ("Kenya held a press conference on Monday.", "Kenya | participatesIn | press conference"),
    (
        "Chad condemned the terror incident near the port.",
        "Chad | opposes | terror incident",
    ),
    # With two that the clause's own subject signs with, neither signs with the other.
    (
        "It had signed accords with Ghana in May and Togo last year.",
        "Ghana | partyTo | Ghana–Togo accord",
    ),
    (
        "Spain wants a $3 bln frigate deal with Egypt.",
        "Spain | partyTo | Egypt–Spain bln frigate deal",
    ),
    # Nobody fears his friends, or what he does himself.
    ("Fiji faced pressure from its allies, Ghana and Togo.", "Fiji | concernedBy | Ghana"),
    ("Obama warned Moscow that Estonia is its ally.", "United States | concernedBy | Estonia"),
    ("For Chad, Libya's arms build-up is a worry.", "Libya | concernedBy | Libya's arms build-up"),
    (
        "That site has angered Russian officials because it would give US forces a base.",
        "Russia | supports | United States",
    ),
    (
        "The EU-Kenya defence partnership is a useful tool in managing piracy.",
        "Kenya | cooperatesOn | EU-Kenya defence partnership",
    ),
    (
        "France's Dassault pulled out of the project just ahead of Modi's visit to Paris.",
        "Dassault Aviation | opposes | France",
    ),
]


@pytest.mark.parametrize(("text", "fact"), UNSTATED)
def test_is_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts


@pytest.mark.parametrize(
    "text",
    [
        (
            "The ministers of Chad and Mali met in Niamey. This marked the first time the two "
            "ministers held a standalone meeting."
        ),
        (
            "The ministers of Chad and Mali met in Niamey. The meeting marked the first time the "
            "two had met for a bilateral summit."
        ),
    ],
)
def test_what_was_there_for_the_first_time_is_no_other_event(read: Reading, text: str) -> None:
    attended = {f for f in read(text).facts if "participatesIn" in f and f.startswith("Chad")}
    assert attended == {"Chad | participatesIn | Chad–Mali meeting"}


def test_a_meeting_at_a_known_place_is_the_known_one(read: Reading) -> None:
    told = read(
        "Leaders from Japan, South Korea and the United States held a historic meeting at Camp "
        "David.",
        "2023-08-22",
    )
    assert "Japan | participatesIn | 2023 Camp David summit" in told.facts
    assert "Japan | participatesIn | Japan–South Korea–United States meeting" not in told.facts


@pytest.mark.parametrize(
    "text",
    [
        "A border pact, to be signed by Kenya and Uganda in May, will ease trade.",
        "The border pact is to be signed by Kenya and Uganda.",
    ],
)
def test_what_is_to_be_done_is_planned(read: Reading, text: str) -> None:
    told = read(text)
    (fact,) = [c for c in told.extraction.claims if told.fact(c) == "Kenya | partyTo | border pact"]
    assert fact.status is Status.PLANNED


def test_the_first_pact_to_be_signed_was_signed(read: Reading) -> None:
    told = read("It is the first border pact to be signed by Kenya and Uganda.")
    found = [c.status for c in told.extraction.claims if told.fact(c).startswith("Kenya | partyTo")]
    assert Status.PLANNED not in found
