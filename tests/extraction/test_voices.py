"""Who "we" and "I" are: those who begin a joint text, and the office-holder of a byline."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

BY_LEE = "By Ann Lee, Foreign Minister of Chad"


@pytest.mark.parametrize(
    "opening",
    [
        "The foreign ministers of Chad and Kenya met in Oslo for their second round of talks.",
        "Ann Lee, Foreign Minister of Chad; and Bob Ray, Foreign Minister of Kenya, met in Oslo.",
        "We, the leaders of Chad and Kenya, resolve to work together against threats from Iran.",
    ],
)
def test_a_joint_text_is_theirs_with_whom_it_begins(read: Reading, opening: str) -> None:
    text = f"Joint Statement on the Second Round of Talks\n\n{opening}\n\nWe value the rule of law."
    shared = {f for f in read(text).facts if f.endswith("sharesInterest | rule of law")}
    assert shared == {f"{who} | sharesInterest | rule of law" for who in ("Chad", "Kenya")}


@pytest.mark.parametrize(
    "line",
    [
        BY_LEE,
        "Remarks by Ambassador Ann Lee of Chad at the Oslo Forum in Norway",
        "Ann Lee, Ambassador of Chad to Norway",
    ],
)
def test_who_writes_speaks_for_a_polity(read: Reading, line: str) -> None:
    assert "Chad | concernedBy | piracy" in read(f"{line}\n\nWe are worried about piracy.").facts


def test_a_last_line_says_who_writes(read: Reading) -> None:
    text = "A view\n\nBy Tom Ray\n\nWe value peace.\n\nThe writer is Chad's ambassador to Norway."
    assert "Chad | sharesInterest | peace" in read(text).facts


@pytest.mark.parametrize(
    "line",
    [
        "By Bob Ray, president of the Oslo Institute in Norway",
        "Remarks by President Lee of Chad and Premier Ray of Norway",
        "By Tom Ray, an analyst of Norway",
        "Ann Lee, foreign minister of Norway, said on Monday that all must act.",
    ],
)
def test_others_speak_for_no_polity(read: Reading, line: str) -> None:
    facts = read(f"{line}\n\nWe are worried about piracy.").facts
    assert not any("piracy" in fact for fact in facts)


def test_the_author_is_i(read: Reading) -> None:
    facts = read(
        "By Josep Borrell, EU High Representative\n\nI met Ann Lee, premier of Chad."
    ).facts
    assert "Josep Borrell | participatesIn | Ann Lee–Josep Borrell meeting" in facts


def test_all_on_a_list_with_semicolons_meet(read: Reading) -> None:
    facts = read(
        "Ann Lee, premier of Chad; Bob Ray, premier of Mali; and Tom Fox, premier of Peru, met."
    ).facts
    for who in ("Ann Lee", "Bob Ray", "Tom Fox"):
        assert f"{who} | participatesIn | Ann Lee–Bob Ray–Tom Fox meeting" in facts


def test_a_name_and_a_minister_are_two(read: Reading) -> None:
    facts = read(
        "Kenyan Premier Ann Okoro came. Okoro and Trade Minister Bob Ray met with Chadian Premier"
        " Tom Fox in Oslo."
    ).facts
    for who in ("Ann Okoro", "Bob Ray", "Tom Fox"):
        assert f"{who} | participatesIn | Ann Okoro–Bob Ray–Tom Fox meeting" in facts


def test_a_field_has_a_field_of_its_own(read: Reading) -> None:
    facts = read(
        "Kenyan Minister Ann Lee, UK Secretary of State for Defence Bob Ray and Tom Fox agreed."
    ).facts
    assert "Bob Ray | affiliatedWith | United Kingdom" in facts
    assert "Ann Lee | affiliatedWith | United Kingdom" not in facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Kenya attended the Trade and Transit Dialogue.",
            "Kenya | participatesIn | Trade and Transit Dialogue",
        ),
        (
            "Ann Lee of Chad was in Lima for the Foreign and Defence Ministerial Consultations.",
            "Foreign and Defence Ministerial Consultations | locatedIn | Lima",
        ),
    ],
)
def test_two_modifiers_are_one_name(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_one_meeting_after_another_is_no_part_of_its_name(read: Reading) -> None:
    facts = read("Chile joined the NATO Summit and the Lima Conference.").facts
    assert "Chile | participatesIn | Lima Conference" in facts


def test_what_a_pact_allows_and_strengthens_it_addresses(read: Reading) -> None:
    facts = read(
        "Peru and Chile signed a pact, easing joint exercises and strengthening arms exports."
    ).facts
    for topic in ("joint exercises", "arms exports"):
        assert f"Chile–Peru pact | addresses | {topic}" in facts


def test_what_is_of_concern_is_an_interest(read: Reading) -> None:
    facts = read("The issue of freedom of navigation is of particular concern to Kenya.").facts
    assert "Kenya | sharesInterest | freedom of navigation" in facts
    assert "Chad | concernedBy | piracy" in read("Piracy is of concern to Chad.").facts


def test_whose_it_is_respectively_is_no_part_of_a_name(read: Reading) -> None:
    facts = read("Kenya values the nations' respective naval capabilities.").facts
    assert not any("respective" in fact for fact in facts)
    assert (
        "Peru | cooperatesOn | regional stability"
        in read("Peru wants to strengthen the region's stability.").facts
    )


def test_whoever_is_asked_does_it(read: Reading) -> None:
    facts = read("Kenya has issued a warning to Chad not to sign a pact with Norway.").facts
    assert "Chad | partyTo | Chad–Norway pact" in facts
    assert not any(fact.startswith("Kenya | partyTo") for fact in facts)


def test_whoever_opposes_actions_does_not_take_them(read: Reading) -> None:
    facts = read("Kenya opposes any unilateral actions to threaten the rule of law.").facts
    assert "Kenya | threatens | rule of law" not in facts


def test_the_list_of_a_clause_goes_on_before_the_verb(read: Reading) -> None:
    facts = read(
        "Kenya and Chad will sign an agreement. The agreement covering trade, law and order,"
        " humanitarian assistance and disaster relief was to be signed in Lima."
    ).facts
    assert "Chad–Kenya agreement | addresses | humanitarian assistance and disaster relief" in facts


def test_what_a_quotation_puts_in_is_read_without_brackets(read: Reading) -> None:
    facts = read('"Iran is critical of AUKUS [and] of the Quad," Kenya said.').facts
    assert {"Iran | opposes | AUKUS", "Iran | opposes | Quad"} <= facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "A NATO summit will be held in Lima. Kenya has been invited.",
            "Kenya | participatesIn | NATO summit",
        ),
        ("The treaty commits Kenya and Chad to defend each other.", "Kenya | alliedWith | Chad"),
        (
            "Chad stressed the need for global partnerships.",
            "Chad | sharesInterest | partnerships",
        ),
        (
            "Chad's premier Ann Lee met with Kenyan Premier Bob Ray for talks on trade.",
            "Bob Ray | participatesIn | talks on trade",
        ),
        (
            "The Group of Seven major democracies condemned Iran.",
            "G7 | opposes | Iran",
        ),
        (
            "Peru opposed actions that seek to change the status quo.",
            "Peru | concernedBy | unilateral changes to the status quo",
        ),
    ],
)
def test_more_ways_to_say_it(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


def test_what_is_worked_on_has_examples(read: Reading) -> None:
    facts = read("Kenya cooperates on emerging technologies such as quantum computing.").facts
    assert "Kenya | cooperatesOn | quantum technologies" in facts
    listed = read("Peru fears cyberattacks on ports such as Callao.").facts
    assert "Peru | concernedBy | Callao" not in listed


def test_who_joins_there_is_no_place(read: Reading) -> None:
    facts = read(
        "Chad carried out a military exercise in northern Kenya along with the host nation, Peru"
        " and Chile."
    ).facts
    assert {
        f"{who} | participatesIn | military exercise" for who in ("Chad", "Peru", "Chile")
    } <= facts
    where = {fact for fact in facts if "locatedIn" in fact}
    assert where == {"military exercise | locatedIn | Kenya"}


def test_news_of_weapons_is_no_aid(read: Reading) -> None:
    facts = read("Kenya agreed to share information on Iranian weapons.").facts
    assert "Iran | supports | Kenya" not in facts
    assert "Chad | supports | Kenya" in read("With Chad's weapons, Kenya has held on.").facts
