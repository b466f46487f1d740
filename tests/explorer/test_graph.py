"""The picture: it is drawn at once, answers to the pointer, and leaves nothing ambiguous."""

from __future__ import annotations

import pytest
from PIL import ImageChops
from playwright.sync_api import Page, expect

from tests.explorer.conftest import Service
from tests.explorer.screen import (
    centre,
    drawn_in,
    find,
    free_place,
    heading,
    point,
    settle,
    still,
    visit,
)

MODALITIES = ["asserted", "planned", "possible", "negated"]


def test_first_graph_shows_what_documents_speak_of(page: Page, service: Service) -> None:
    visit(page, service.url)
    figures = service.ask("{ stats { entities facts evidence documents } }")["stats"]
    for name, figure in figures.items():
        shown = page.locator(".figure", has_text=name).locator("dd")
        expect(shown).to_have_text(f"{figure:,}")
    listed = page.locator(".entities li")
    assert listed.count() >= 8
    part = f"{listed.count()} of {figures['entities']:,} entities"
    expect(page.locator(".caption")).to_contain_text(part)
    mentioned = service.ask(
        '{ entities(orderBy: "mentions", first: 1) { nodes { label mentions } } }'
    )["entities"]["nodes"][0]
    assert mentioned["mentions"] > 0
    expect(page.locator(".entities").get_by_text(mentioned["label"], exact=True)).to_be_visible()
    assert drawn_in(page, "asserted") > 200


@pytest.mark.parametrize("modality", MODALITIES)
def test_each_modality_is_drawn_and_can_be_switched_off(
    page: Page, service: Service, modality: str
) -> None:
    stated = [x for x in service.passages() if x["modality"] == modality]
    if not stated:
        pytest.skip(f"the extractor found nothing {modality} in the samples")
    visit(page, service.url, fact=stated[0]["fact"]["id"])
    switch = page.locator(f'[data-switch="{modality}"]')
    expect(switch).to_have_attribute("aria-pressed", "true")
    shown = drawn_in(page, modality)
    assert shown > 10
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert drawn_in(page, modality) < shown / 4
    switch.click()
    assert drawn_in(page, modality) > shown / 2


def test_class_switch_takes_entities_off(page: Page, service: Service) -> None:
    visit(page, service.url)
    switch = page.locator(".legend .switch").nth(len(MODALITIES))
    name = switch.get_attribute("data-switch")
    held = int(switch.locator(".switch-count").inner_text())
    before = page.locator(".entities li").count()
    switch.focus()
    page.keyboard.press("Enter")
    # Entities that only these held in the picture go with them.
    expect(page.locator(".entities li")).not_to_have_count(before)
    assert page.locator(".entities li").count() <= before - held
    assert page.evaluate("document.activeElement.dataset.switch") == name


def test_click_selects_and_double_click_expands(page: Page, service: Service) -> None:
    visit(page, service.url)
    find(page, "Japan")
    page.get_by_role("link", name="Overview").click()
    settle(page)
    point(page, *centre(page))
    page.mouse.click(*centre(page))
    settle(page)
    expect(heading(page)).to_have_text("Japan")
    page.get_by_role("button", name="Collapse").click()
    expect(page.get_by_role("button", name="Expand")).to_be_visible()
    settle(page)
    point(page, *centre(page))
    page.mouse.dblclick(*centre(page))
    expect(page.locator(".message")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()


def test_chosen_fact_comes_into_sight_and_says_how_it_is_meant(
    page: Page, service: Service
) -> None:
    denied = next(x["fact"] for x in service.passages() if x["fact"]["modalities"] == ["negated"])
    visit(page, service.url)
    find(page, "Japan")
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").click()
        settle(page)
    visit(page, service.url, fact=denied["id"])
    expect(heading(page).locator(".predicate")).to_contain_text("not ")
    assert drawn_in(page, "negated") > 10


def test_dragged_node_stays_where_it_was_put(page: Page, service: Service) -> None:
    visit(page, service.url)
    find(page, "Japan")
    x, y = centre(page)
    there = free_place(page, x, y)
    point(page, x, y)
    page.mouse.down()
    page.mouse.move(*there, steps=8)
    page.mouse.up()
    page.get_by_role("link", name="Overview").click()
    settle(page)
    point(page, *there)
    page.mouse.click(*there)
    settle(page)
    expect(heading(page)).to_have_text("Japan")


def test_hide_undo_and_redo(page: Page, service: Service) -> None:
    visit(page, service.url)
    before = page.locator(".entities li").count()
    first = page.locator(".entities a").first
    label = first.inner_text()
    first.click()
    page.get_by_role("button", name="Hide").click()
    names = page.locator(".entities a span:last-child")
    expect(names.get_by_text(label, exact=True)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".entities li")).to_have_count(before)
    page.get_by_role("button", name="Redo").click()
    expect(names.get_by_text(label, exact=True)).to_have_count(0)
    page.get_by_role("button", name="Show hidden entities").click()
    expect(page.locator(".entities li")).to_have_count(before)


def test_cut_neighbourhood_says_so(page: Page, service: Service) -> None:
    query = """query($id: ID!) { expand(ids: [$id], limit: 60,
      modalities: [asserted planned possible negated]) { truncated } }"""
    top = service.ask("{ entities(first: 1) { nodes { id } } }")["entities"]["nodes"][0]
    if not service.ask(query, id=top["id"])["expand"]["truncated"]:
        pytest.skip("no entity has more neighbours than an expansion shows")
    visit(page, service.url, entity=top["id"])
    expect(page.get_by_text("Only a part of its neighbours is in view.")).to_be_visible()
    page.get_by_role("button", name="Show more neighbours").click()
    expect(page.locator(".message")).to_be_visible()


def test_same_graph_is_drawn_the_same(page: Page, service: Service) -> None:
    visit(page, service.url)
    one = still(page)
    page.reload()
    settle(page)
    difference = ImageChops.difference(one, still(page)).convert("L").point(lambda v: v > 40)
    changed = difference.histogram()[-1] + sum(difference.histogram()[1:-1])
    assert changed < one.width * one.height / 500
