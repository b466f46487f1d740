"""Who speaks: nobody whom only the quotation names."""

import pytest

from tests.extraction.conftest import Reading

HOST = "Talks in Oslo\n\nChilean minister Ann Lee will host talks."


@pytest.mark.parametrize("end", [" ", "\n\n"])
def test_who_says_it_is_not_named_in_the_quotation(read: Reading, end: str) -> None:
    said = read(
        f'{HOST}{end}"I look forward to welcoming Norwegian minister Ola Berg. We stand with'
        f' Ukraine," she said.{end}"We will fight piracy together," she added.'
    )
    assert {"Chile | supports | Ukraine", "Chile | counters | piracy"} <= said.facts
    assert not any(f.startswith("Norway | ") for f in said.facts)


def test_a_weekday_tells_no_text_from_another(read: Reading) -> None:
    facts = read('A pact\n\n"We back Ukraine," Norway said in a statement on Thursday.').facts
    assert not any("Thursday" in fact for fact in facts)


def test_a_verb_that_is_not_said_again_calls_the_second_too(read: Reading) -> None:
    facts = read("Norway described Iran as a threat and Syria as a challenge.").facts
    assert {"Norway | concernedBy | Iran", "Norway | concernedBy | Syria"} <= facts
    other = read("Norway sees Chile as a partner and Iran as a rival.").facts
    assert "Norway | partnerOf | Iran" not in other
    assert {"Norway | partnerOf | Chile", "Norway | concernedBy | Iran"} <= other


def test_a_group_begins_the_name_of_its_meeting(read: Reading) -> None:
    facts = read("Peru will welcome Chile at the Quad Foreign Ministers' Meeting in Lima.").facts
    assert "Chile | participatesIn | Quad Foreign Ministers' Meeting" in facts


def test_a_hyphened_word_is_one_item_of_a_list(read: Reading) -> None:
    facts = read(
        "Peru vowed to deepen cooperation on non-proliferation, cyber defence, counter-terrorism,"
        " disaster response and other security areas."
    ).facts
    assert "Peru | cooperatesOn | cybersecurity" in facts
