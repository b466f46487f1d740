"""Items that go on with the words above them, labels of one's memberships and allies, and whose
"we" an interview is."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

_AGREED = "# News\n\nPeru and Chad agreed:\n\n- to support Fiji;\n- to join NATO.\n"
_IN_2020 = "# News\n\nIn 2020 Peru:\n\n- joined NATO;\n- sent weapons to Chad.\n"
_IT = "# Peru\n\nPeru does much for peace. It:\n\n- supports Chad;\n- has troops in Mali.\n"
_TEXT = "# News\n\nPeru signed the Lima Treaty. The agreement:\n\n- covers cyber defence.\n"
_AREAS = "# News\n\nPeru and NATO work on the following areas:\n\n- enhanced maritime security;\n"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (_AGREED, ["Peru | supports | Fiji", "Chad | memberOf | NATO"]),
        (_IN_2020, ["Peru | memberOf | NATO", "Peru | supports | Chad"]),
        (_IT, ["Peru | supports | Chad", "Peru | stationedIn | Mali"]),
        (_TEXT, ["Lima Treaty | addresses | cybersecurity"]),
        (_AREAS, ["Peru | cooperatesOn | maritime security"]),
    ],
)
def test_items_that_go_on(read: Reading, text: str, facts: list[str]) -> None:
    assert set(facts) <= read(text).facts


@pytest.mark.parametrize(
    ("label", "facts"),
    [
        ("Member of: NATO", ["Peru | memberOf | NATO"]),
        ("Threats: terrorism, cyberattacks", ["Peru | concernedBy | cyberattacks"]),
    ],
)
def test_labels(read: Reading, label: str, facts: list[str]) -> None:
    assert set(facts) <= set(read(f"Peru at a glance\n\n{label}\n").facts)


_ASKED = "\n\nIs it safe?\n\nYes.\n\nWhat do you do?\n\nWe support Chad.\n"


@pytest.mark.parametrize(
    "opening",
    [
        "# Interview with Ann Lee, Peru's defence minister",
        "# Interview: Peru's defence minister, Ann Lee",
        "# In conversation with the Peruvian defence minister",
        "# Peru's defence minister talks to us\n\nAnn Lee, Defence Minister of Peru, answers.",
    ],
)
def test_who_is_asked_speaks(read: Reading, opening: str) -> None:
    assert "Peru | supports | Chad" in read(opening + _ASKED).facts


@pytest.mark.parametrize(
    "opening",
    [
        "# Interview with Ann Lee, a former defence minister of Peru",
        "# Interview with Ann Lee on Peru",
    ],
)
def test_who_speaks_for_nobody(read: Reading, opening: str) -> None:
    assert "Peru | supports | Chad" not in read(opening + _ASKED).facts


def test_areas_of_a_text_are_its_parties(read: Reading) -> None:
    found = read(
        "Peru and Chad conclude a Security Partnership\n\n"
        "Peru and Chad signed a Security Partnership in Lima. It was signed by ministers.\n\n"
        "It was concluded in a time of war, which Togo is waging against Mali. It deals with"
        " new strategic areas:\n\n- cyber defence\n- maritime security\n"
    ).facts
    assert "Peru | cooperatesOn | maritime security" in found
    assert not {f"{who} | cooperatesOn | maritime security" for who in ("Togo", "Mali")} & found
