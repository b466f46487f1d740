"""People are known by title, office, apposition and what they are said to do."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

AFFILIATED = [
    ("US President Donald J Trump spoke.", "Donald Trump", "United States"),
    ("South Korean President Yoon Suk-yeol spoke.", "Yoon Suk Yeol", "South Korea"),
    ("Prime Minister KISHIDA Fumio spoke.", "Fumio Kishida", "Japan"),
    ("Foreign Minister Lavrov Sergey spoke.", "Sergey Lavrov", "Russia"),
    ("So said Chen Mei-ling of the Institute for Ports.", "Chen Mei-ling", "Institute for Ports"),
    (
        "It fell, said Peter Hansen, who teaches at Aalborg University.",
        "Peter Hansen",
        "Aalborg University",
    ),
    (
        "Maria Lopez, a lecturer at the University of Lisbon, spoke.",
        "Maria Lopez",
        "University of Lisbon",
    ),
    ("Former US national security adviser Ann Berg agreed.", "Ann Berg", "United States"),
    (
        "Admiral Jan de Vries of the Royal Navy, who chairs the NATO Military Committee, spoke.",
        "Jan de Vries",
        "NATO Military Committee",
    ),
    ("Anna Kovacs is a senior fellow at the Budapest Centre.", "Anna Kovacs", "Budapest Centre"),
    ("EU Defence Commissioner Ann Berg signed.", "Ann Berg", "European Union"),
]


@pytest.mark.parametrize(("text", "person", "body"), AFFILIATED)
def test_a_person_is_affiliated(read: Reading, text: str, person: str, body: str) -> None:
    assert f"{person} | affiliatedWith | {body}" in read(text).facts


def test_an_ambassador_belongs_to_who_sent_him(read: Reading) -> None:
    facts = read("Ann Berg, Washington's ambassador to Japan, spoke.").facts
    assert "Ann Berg | affiliatedWith | United States" in facts
    assert "Ann Berg | affiliatedWith | Japan" not in facts


def test_a_bracket_after_an_office_is_no_person(read: Reading) -> None:
    facts = read("The UK's Director General (Security Policy) attended.").facts
    assert not [fact for fact in facts if "affiliatedWith" in fact]


def test_it_is_not_who_stands_with_it(read: Reading) -> None:
    facts = read("The United States met Japan. With India, it will build engines.").facts
    assert not [fact for fact in facts if "India | develops" in fact]


def test_an_office_after_two_names_is_the_nearer_ones(read: Reading) -> None:
    facts = read("Kaja Kallas and Mark Rutte, NATO's secretary general, met.").facts
    assert "Mark Rutte | affiliatedWith | NATO" in facts
    assert "Kaja Kallas | affiliatedWith | NATO" not in facts


def test_who_is_of_a_known_body_is_a_person(read: Reading) -> None:
    facts = read("According to Ann Yeo of the Brookings Institution, the plan is naive.").facts
    assert "Ann Yeo | affiliatedWith | Brookings Institution" in facts


def test_a_body_is_no_part_of_the_name_of_who_holds_its_office(read: Reading) -> None:
    text = "Jake Sullivan met in Oslo with Vice President of the European Commission Mara Solis."
    assert any(f.startswith("Mara Solis | participatesIn") for f in read(text).facts)


LISTED = {
    "Canadian Minister of National Defence Ann Lund, French Minister of the Armed Forces Karl Berg"
    ", and Italian Minister of Defence Eva Holm met in Oslo.": "Canada France Italy",
    "Norway's Foreign Minister Ann Lund, Sweden's Minister for Foreign Affairs Karl Berg, and "
    "Denmark's Secretary of State Eva Holm will meet in Oslo.": "Norway Sweden Denmark",
    "Foreign Minister Ann Lund of Norway, Foreign Minister Karl Berg of Sweden and Secretary of "
    "State Eva Holm of Denmark met in Oslo.": "Norway Sweden Denmark",
    "The talks were attended by Chile's Deputy Prime Minister and Minister of Defence Ann Lund, "
    "Peru's Minister of Trade and Industry Karl Berg and Cuba's President Eva Holm.": (
        "Chile Peru Cuba"
    ),
}


@pytest.mark.parametrize("text", LISTED)
def test_holders_of_offices_in_lists_are_each_their_own(read: Reading, text: str) -> None:
    found = read(text)
    people = ("Ann Lund", "Karl Berg", "Eva Holm")
    held = {
        f"{person} | affiliatedWith | {state}"
        for person, state in zip(people, LISTED[text].split(), strict=True)
    }
    assert {f for f in found.facts if "affiliatedWith" in f} == held
    assert {found.label(c.subject) for c in found.claims("participatesIn")} >= set(people)


def test_the_field_of_an_office_is_no_part_of_a_name(read: Reading) -> None:
    found = read("The Minister for Economic Affairs and Energy Karl Berg of Norway supports Chile.")
    assert "Karl Berg | affiliatedWith | Norway" in found.facts
    assert not any("Energy" in entity.label for entity in found.extraction.entities)


def test_a_family_name_that_comes_first_is_taken_up(read: Reading) -> None:
    text = "Foreign Minister Bae Min-jun of Chile spoke. Minister Bae vowed to fight piracy."
    people = {e.label for e in read(text).extraction.entities if "Bae" in e.label}
    assert people == {"Bae Min-jun"}


def test_an_office_before_another_is_not_its_holders(read: Reading) -> None:
    text = "Call by an Administration Official Previewing German Chancellor Olaf Scholz's Trip"
    facts = read(text).facts
    assert "Olaf Scholz | affiliatedWith | Germany" in facts
    assert "Olaf Scholz | affiliatedWith | United States" not in facts
