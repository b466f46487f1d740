"""Who "we" are by a document's own words; who "it", "the ministers" and "the three" are in it."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

WORRIED = "We are worried about piracy."


@pytest.mark.parametrize(
    "text",
    [
        f"The sea is ours\n\nWe Kenyans know it well. {WORRIED}",
        f"The sea is ours\n\nFor decades we in Kenya looked inland. {WORRIED}",
        f"The sea is ours\n\nAs a Kenyan, I grew up inland. {WORRIED}",
        f"Kenya's statement on the Gulf of Aden\n\n{WORRIED}",
        f"Press release: Kenya opens a port\n\n{WORRIED}",
        f"Ministry of Defence of Kenya: Statement\n\n{WORRIED}",
        f"Nairobi must not blink\n\nOur navy is small. {WORRIED}",
        f"A talk\n\nAnn Lee is Kenya's envoy to Peru.\n\nWhy?\n\n{WORRIED}\n\nWhen?\n\nSoon.",
        f"A talk\n\nKenya's envoy Ann Lee answers us.\n\nWhy?\n\n{WORRIED}\n\nWhen?\n\nSoon.",
    ],
)
def test_one_is_we(read: Reading, text: str) -> None:
    assert "Kenya | concernedBy | piracy" in read(text).facts


@pytest.mark.parametrize(
    "text",
    [
        f'A visit\n\n"We Kenyans sail," Ann Lee said.\n\n{WORRIED}',
        f"Norway slams Kenya's plan\n\n{WORRIED}",
        f"Hard days\n\nKenya sees us as a market. {WORRIED}",
        f"What Kenya must do\n\nOur analysts looked at it. {WORRIED}",
    ],
)
def test_others_are_not_we(read: Reading, text: str) -> None:
    assert "Kenya | concernedBy | piracy" not in read(text).facts


@pytest.mark.parametrize(
    "text",
    [
        f"We, the leaders of Kenya, the Republic of Peru and Chad, met in Oslo.\n\n{WORRIED}",
        f"Press release: Kenya, Peru and Chad open a port\n\n{WORRIED}",
        (
            "A talk\n\nThe premiers of Kenya, Peru and Chad met. The three sides issued the"
            f' following statement:\n\n"We will meet again.\n\n{WORRIED}\n\nWe value peace."'
        ),
    ],
)
def test_several_are_we(read: Reading, text: str) -> None:
    found = {f for f in read(text).facts if f.endswith("concernedBy | piracy")}
    assert found == {f"{who} | concernedBy | piracy" for who in ("Kenya", "Peru", "Chad")}


def test_a_quotation_goes_on_over_paragraphs(read: Reading) -> None:
    facts = read(
        f"A talk\n\nKenya's premier Ann Lee said: \"Chad is a friend.\n\n{WORRIED}\n\n"
        'Peru is too."\n\nWe value peace.'
    ).facts
    assert "Kenya | concernedBy | piracy" in facts
    assert not any(fact.endswith("sharesInterest | peace") for fact in facts)


def test_a_mark_that_nothing_closes_quotes_nothing_more(read: Reading) -> None:
    text = f'By Ann Lee, Foreign Minister of Chad\n\nThe "port is open.\n\n{WORRIED}'
    assert "Chad | concernedBy | piracy" in read(text).facts


@pytest.mark.parametrize("who", ["The Ministers", "The ministers", "Both Ministers", "They"])
def test_ministers_with_a_capital_are_ministers(read: Reading, who: str) -> None:
    facts = read(
        f"The foreign ministers of Kenya and Peru met in Oslo. {who} condemned Iran."
    ).facts
    assert {"Kenya | opposes | Iran", "Peru | opposes | Iran"} <= facts


def test_who_speaks_together_are_the_ministers(read: Reading) -> None:
    facts = read(
        "Joint Press Release of the Kenya-Peru Ministerial\n\nThe Ministers condemned Iran."
    ).facts
    assert {"Kenya | opposes | Iran", "Peru | opposes | Iran"} <= facts


def test_an_undated_text_says_for_whom_somebody_acts(read: Reading) -> None:
    said = 'visited Tokyo. "We support Ukraine," Rutte said.'
    assert "NATO | supports | Ukraine" in read(f"NATO Secretary General Mark Rutte {said}").facts
    assert "NATO | supports | Ukraine" in read(f"Secretary General Mark Rutte {said}").facts


ABOUT_KENYA = "Kenya looks north\n\nKenya sails. Kenya trades. Kenya grows.\n\n"


def test_a_minister_without_more_is_of_whom_the_text_is_about(read: Reading) -> None:
    fact = "Kenya | cooperatesOn | cybersecurity"
    will = "will discuss cooperation on cybersecurity with NATO."
    assert fact in read(f"{ABOUT_KENYA}The foreign minister {will}").facts
    assert fact in read(f"{ABOUT_KENYA}The foreign minister, Tom Fox, {will}").facts
    other = f"{ABOUT_KENYA}Chad's premier Ann Lee flew in. The foreign minister {will}"
    assert fact not in read(other).facts


def test_three_are_those_of_the_title(read: Reading) -> None:
    facts = read(
        "Nairobi, Lima, Accra: a triangle\n\nKenya and Peru signed a pact. Ghana joined them. Kenya"
        " trades. Peru trades. Ghana trades.\n\nKenya sells to Chad, Norway and Iran. The three"
        " countries condemned Fiji."
    ).facts
    opposing = {f for f in facts if f.endswith("opposes | Fiji")}
    assert opposing == {f"{who} | opposes | Fiji" for who in ("Kenya", "Peru", "Ghana")}


def test_a_place_in_a_title_is_no_party(read: Reading) -> None:
    facts = read(
        "Lima summit: Kenya and Chad agree\n\nKenya, Chad and Peru came. Peru was glad. Kenya and"
        " Chad were too. Kenya spoke. The two countries condemned Fiji."
    ).facts
    assert "Peru | opposes | Fiji" not in facts


def test_it_in_an_answer_is_it_of_the_question(read: Reading) -> None:
    facts = read(
        "What is AUKUS?\n\nWhat is it for?\n\nIt is about deterring Iran.\n\nWho is against it?"
        "\n\n"
        "Fiji, for one. Peru trades with Fiji. Peru has called it a threat."
    ).facts
    assert "Peru | concernedBy | AUKUS" in facts
    assert "Peru | concernedBy | Fiji" not in facts


@pytest.mark.parametrize(
    "who",
    [
        "Today in Lima, Kenya's Defence Minister, Ann Lee, and the Defence Secretary of Chad,",
        "Kenya's Defence Minister, Ann Lee, and the Defence Secretary of Chad,",
        "Kenya's minister, Ann Lee, and the secretary of Chad,",
    ],
)
def test_both_who_are_named_behind_their_offices_act(read: Reading, who: str) -> None:
    facts = read(f"{who} Bob Ray, condemned Iran.").facts
    assert {"Kenya | opposes | Iran", "Chad | opposes | Iran"} <= facts
    assert "Ann Lee | affiliatedWith | Kenya" in facts
    assert "Ann Lee | affiliatedWith | Chad" not in facts


def test_what_must_follow_is_not_what_is(read: Reading) -> None:
    helping = read("Kenya helps Chad, the argument goes, so Peru must help Chile.")
    said = {helping.fact(c): c.status.value for c in helping.claims("supports")}
    assert said["Kenya | supports | Chad"] == "actual"
    assert said["Peru | supports | Chile"] == "recommended"


def test_a_grouping_that_joins_states_has_them(read: Reading) -> None:
    facts = read("The Quad links Kenya and Peru. The Quad, which joins Fiji with Chad, grew.").facts
    for member in ("Kenya", "Peru", "Chad"):
        assert f"{member} | memberOf | Quad" in facts
    joined = read("AUKUS joined Chile in condemning Iran.").facts
    assert "Chile | memberOf | AUKUS" not in joined


def test_who_announces_a_pact_has_it(read: Reading) -> None:
    facts = read("Kenya and Chad announced a Security and Defence Partnership.")
    parties = {facts.fact(c): c.status.value for c in facts.claims("partyTo")}
    pact = "Chad–Kenya Security and Defence Partnership"
    assert parties == {f"{who} | partyTo | {pact}": "actual" for who in ("Kenya", "Chad")}


def test_the_first_of_a_list_without_and_is_one_of_it(read: Reading) -> None:
    facts = read(
        "Kenya works on maritime security, cyber issues, countering piracy and trade."
    ).facts
    assert "Kenya | cooperatesOn | maritime security" in facts


@pytest.mark.parametrize(
    "question", ["What exactly is the Quad?", "What is it?", "What is the Quad?"]
)
def test_a_fragment_answers_what_a_group_is(read: Reading, question: str) -> None:
    facts = read(f"The Quad, explained\n\n{question}\n\nA grouping of three: Kenya, Peru and Chad.")
    members = {f"{who} | memberOf | Quad" for who in ("Kenya", "Peru", "Chad")}
    assert members <= facts.facts


def test_the_others_are_the_rest_of_the_group(read: Reading) -> None:
    facts = read("The Quad grew. India buys oil, while the other three have condemned Iran.").facts
    opposing = {f for f in facts if f.endswith("opposes | Iran")}
    assert opposing == {f"{w} | opposes | Iran" for w in ("Australia", "Japan", "United States")}
    assert not any(
        "opposes" in f for f in read("Kenya left. The other three condemned Iran.").facts
    )


@pytest.mark.parametrize("acts", ["These acts threaten", "Such actions undermine"])
def test_acts_are_theirs_who_were_said_to_do_them(read: Reading, acts: str) -> None:
    fact = "Iran | threatens | regional stability"
    assert fact in read(f"Iran launched a missile. {acts} regional stability.").facts
    several = read(f"Iran and Chad launched missiles. {acts} regional stability.").facts
    assert not any("threatens | regional stability" in found for found in several)
