"""Who takes part in a mission, who commands whose forces, and which plural "they" are."""

from __future__ import annotations

import pytest

from graph.statements import Status
from tests.extraction.conftest import Reading

STATED = [
    # To the mission that the text is about
    (
        "The EU launched Operation Aspides. Chad and Peru will send warships.",
        "Peru | participatesIn | EUNAVFOR Aspides",
    ),
    (
        "NATO launched Baltic Sentry. Chile contributes troops, and Peru will join them.",
        "Peru | participatesIn | Baltic Sentry",
    ),
    (
        "NATO launched Baltic Sentry. Chile leads the mission, and Peru has offered personnel.",
        "Peru | participatesIn | Baltic Sentry",
    ),
    (
        "NATO launched Baltic Sentry. Chile leads the mission, and Peru has offered personnel.",
        "Chile | organizes | Baltic Sentry",
    ),
    (
        (
            "The United States launched Operation Prosperity Guardian. It brings together Chile and"
            " Peru."
        ),
        "Chile | participatesIn | Operation Prosperity Guardian",
    ),
    (
        "UNIFIL is to leave Lebanon. Ghana and Peru are the largest troop contributors.",
        "Ghana | participatesIn | United Nations Interim Force in Lebanon",
    ),
    # The plural that a nearer sentence is about
    (
        "Chile and Peru sent ships. The Houthis have attacked them. They support Hamas.",
        "Houthis | supports | Hamas",
    ),
    (
        "Chile and Peru met in Rome. The Houthis said on Monday that they had attacked Israel.",
        "Houthis | aggressionAgainst | Israel",
    ),
    # Whoever commands a state's forces acts for it
    (
        (
            "Admiral Ann Lee, commander of the Chilean Navy, works together with Admiral Bob Ray,"
            " who heads the Peruvian Navy."
        ),
        "Chile | cooperatesWith | Peru",
    ),
    (
        (
            "At a meeting in Lima hosted by the Chilean Naval Forces, their commander, Admiral Ann"
            " Lee, signed the orders."
        ),
        "Ann Lee | affiliatedWith | Chile",
    ),
    # Who is bound to whom
    (
        (
            "Chile and Peru signed a pact. Under it, aggression against either will be treated as"
            " aggression against both."
        ),
        "Chile | alliedWith | Peru",
    ),
    (
        "Chile and Peru signed a pact. Any attack shall be considered an attack on both.",
        "Chile | alliedWith | Peru",
    ),
    (
        "The United States is making Peru a major non-NATO ally.",
        "United States | alliedWith | Peru",
    ),
    # A name with its place, who signed "it", and whose text it is
    (
        "The Reef Stabilisation Mission in Haiti (RSMH) needs money. RSMH is led by Fiji.",
        "Fiji | organizes | Reef Stabilisation Mission in Haiti",
    ),
    (
        "With the Reef Treaty, Chile has gone far. Chile and Peru signed it in Rome.",
        "Peru | partyTo | Reef Treaty",
    ),
    (
        "NATO adopted a resolution. The text voices deep concern about piracy.",
        "NATO | concernedBy | piracy",
    ),
    (
        "Chile has duties as a member of the OAS.",
        "Chile | memberOf | Organization of American States",
    ),
    ("The Houthis attacked merchant ships.", "Houthis | threatens | shipping"),
    (
        "The E3 have honoured all their commitments under the JCPOA.",
        "E3 | partyTo | Joint Comprehensive Plan of Action",
    ),
    ("NATO remains determined to defeat Daesh.", "NATO | opposes | Islamic State"),
    ("Chile's navy mined the Peruvian coast.", "Chile | aggressionAgainst | Peru"),
]

UNSTATED = [
    # The plural that a nearer sentence is about is meant
    (
        "Chile and Peru met. The gangs control the capital. They threaten Haiti.",
        "Peru | threatens",
    ),
    (
        "Chile and Peru met. The gangs control the capital. They threaten Haiti.",
        "Chile | threatens",
    ),
    ("Chile and Peru met. What may the ships do? They will defend Haiti.", "supports"),
    (
        (
            "Chile and Peru met. Some of the mines drifted into the waters of the two countries,"
            " where they endanger shipping."
        ),
        "threatens",
    ),
    # Sent elsewhere, or to help somebody
    ("NATO launched Baltic Sentry. Chile sent troops to Peru.", "Chile | participatesIn"),
    (
        "NATO launched Baltic Sentry. Chile has sent troops to help Russia fight Ukraine.",
        "Chile | participatesIn",
    ),
    # What is between several is the doing of none of them; who is asked is not who asks
    ("Chile warns of a rivalry between Russia and China.", "Chile | concernedBy | China"),
    ("Chile urges the sheikh to join the Abraham Accords.", "partyTo"),
    # A clause is about nobody named after it
    (
        (
            "Admiral Ann Lee met Admiral Bob Ray, who commands the Chilean Navy, and Admiral"
            " Joe Kim, the commander of the Peruvian Navy."
        ),
        "Joe Kim | affiliatedWith | Chile",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_it_is_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "part"), UNSTATED)
def test_it_is_not_stated(read: Reading, text: str, part: str) -> None:
    assert not [fact for fact in read(text).facts if part in fact]


def test_what_somebody_interposed_said_would_happen_is_planned(read: Reading) -> None:
    claims = read("Chile and Peru, he said, would go on working together.").claims("cooperatesWith")
    assert [claim.status for claim in claims] == [Status.PLANNED]
