"""From a name to a fact, to its evidence, to the words in the document."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.explorer.conftest import EMOJI, Service
from tests.explorer.screen import heading, search, settle, visit


def test_search_completes_and_is_driven_by_the_keyboard(page: Page, service: Service) -> None:
    visit(page, service.url)
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search entities")
    expect(box).to_be_focused()
    found = service.ask('{ search(text: "jap", first: 10) { nodes { id label } } }')["search"]
    options = search(page, "jap")
    expect(options).to_have_count(len(found["nodes"]))
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator('[role="option"][aria-selected="true"]')
    expect(chosen).to_contain_text(found["nodes"][0]["label"])
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown" if len(found["nodes"]) == 1 else "Home")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("entity="))
    settle(page)


def test_search_that_finds_nothing_says_so(page: Page, service: Service) -> None:
    visit(page, service.url)
    page.get_by_role("combobox", name="Search entities").fill("zzzzqqqq")
    expect(page.get_by_text("Nothing of that name.")).to_be_visible()


def test_fact_leads_to_its_words_in_the_document(page: Page, service: Service) -> None:
    stated = next(x for x in service.passages() if x["modality"] == "asserted")
    fact = stated["fact"]
    visit(page, service.url, entity=fact["subject"]["id"])
    expect(heading(page)).to_have_text(fact["subject"]["label"])
    visit(page, service.url, fact=fact["id"])
    expect(heading(page)).to_contain_text(fact["subject"]["label"])
    expect(heading(page)).to_contain_text(fact["object"]["label"])
    card = page.locator(f'[data-evidence="{stated["id"]}"]')
    assert words(card.locator("mark").inner_text()) == words(stated["quote"])
    assert words(card.locator(".around").first.inner_text()).lstrip("… ") in words(stated["before"])
    card.get_by_role("link", name=stated["document"]["title"]).click()
    expect(page.locator(".text mark").first).to_be_in_viewport()
    marked = " ".join(page.locator(".text mark").all_inner_texts())
    assert words(marked) == words(stated["quote"])
    page.go_back()
    expect(card).to_be_visible()


def test_denials_stand_beside_claims(page: Page, service: Service) -> None:
    disputed = next(
        (
            x["fact"]
            for x in service.passages()
            if "negated" in x["fact"]["modalities"] and len(x["fact"]["modalities"]) > 1
        ),
        None,
    )
    if disputed is None:
        pytest.skip("the extractor found nothing both stated and denied in the samples")
    visit(page, service.url, fact=disputed["id"])
    expect(page.get_by_text("Disputed")).to_be_visible()
    claims = page.locator(".side.claims").bounding_box()
    denials = page.locator(".side.denials").bounding_box()
    assert claims is not None
    assert denials is not None
    assert claims["y"] == denials["y"]
    assert claims["x"] + claims["width"] <= denials["x"]
    expect(page.locator(".side.denials .badge.negated").first).to_be_visible()


def test_quote_after_astral_characters_is_marked_exactly(page: Page, service: Service) -> None:
    stated = [x for x in service.passages() if x["document"]["text"] == EMOJI]
    assert stated, "nothing was read from the text with emoji"
    for passage in stated:
        document = passage["document"]
        visit(page, service.url, document=document["id"], evidence=passage["id"])
        assert page.locator(".text mark").first.inner_text() == passage["quote"].strip()
        assert EMOJI[passage["start"] : passage["end"]] == passage["quote"]
        assert words(page.locator(".text").inner_text()) == words(EMOJI)


def test_other_passages_of_the_document_can_be_followed(page: Page, service: Service) -> None:
    stated = service.passages()
    document = max(
        (x["document"]["id"] for x in stated),
        key=lambda id_: sum(x["document"]["id"] == id_ for x in stated),
    )
    visit(page, service.url, document=document)
    expect(page.locator(".text mark")).to_have_count(0)
    links = page.locator(".text a.stated")
    assert links.count() > 3
    links.nth(2).click()
    expect(page).to_have_url(re.compile("evidence="))
    expect(page.locator(".text mark").first).to_be_in_viewport()
    page.get_by_role("link", name="next ›").click()
    settle(page)
    expect(page.locator(".passage-bar > .passage")).to_be_visible()


def test_whatever_a_sentence_states_is_listed_with_it(page: Page, service: Service) -> None:
    stated = service.passages()
    one, other = next(
        (a, b)
        for a in stated
        for b in stated
        if a["document"]["id"] == b["document"]["id"]
        and a["fact"]["id"] != b["fact"]["id"]
        and (a["start"], a["end"]) == (b["start"], b["end"])
    )
    visit(page, service.url, document=one["document"]["id"], evidence=one["id"])
    page.get_by_text("stated here").click()
    page.locator(f'.others a[href="#fact={other["fact"]["id"]}"]').first.click()
    settle(page)
    expect(page.locator(f'[data-evidence="{other["id"]}"]')).to_be_visible()


def test_reference_facts_show_their_source_or_that_nobody_checked(
    page: Page, service: Service
) -> None:
    query = """{ entities(filter: {origin: "reference"}, first: 40) { nodes { facts(first: 20) {
        nodes { id evidence(first: 1, kinds: [reference]) { nodes { source } } } } } } }"""
    found = {
        evidence["source"]: fact["id"]
        for entity in service.ask(query)["entities"]["nodes"]
        for fact in entity["facts"]["nodes"]
        for evidence in fact["evidence"]["nodes"]
    }
    assert found
    source, fact = next(iter(found.items()))
    visit(page, service.url, fact=fact)
    card = page.locator(".evidence-card", has=page.get_by_text("reference", exact=True)).first
    expect(card).to_be_visible()
    expect(card.get_by_text(source or "unverified").first).to_be_visible()
    card.locator("footer a").click()
    expect(page.locator(".document-view.code mark").first).to_be_in_viewport()


def words(text: str) -> str:
    """`text` as it reads, whatever its lines."""
    return " ".join(text.split())
