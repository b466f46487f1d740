"""Everybody can use it: axe-core finds nothing, in both themes and on a small screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import missing
from tests.explorer.conftest import ROOT, Service
from tests.explorer.screen import heading, search, visit

SMALL = {"width": 390, "height": 780}


@pytest.fixture(scope="module")
def axe() -> str:
    script = ROOT / "explorer" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        missing("axe-core is not installed: run `make explorer`")
    return Path(script).read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[Any]:
    page.evaluate(axe)
    found: list[Any] = page.evaluate(
        """async () => (await axe.run(document)).violations.map(
            ({id, nodes}) => [id, ...nodes.map((node) => node.html + node.failureSummary)])"""
    )
    return found


@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
@pytest.mark.parametrize("small", [False, True], ids=["desk", "phone"])
def test_axe_finds_nothing_in_any_view(page: Page, service: Service, axe: str, small: bool) -> None:
    if small:
        page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    stated = next(x for x in service.passages() if x["modality"] != "asserted")
    views: list[dict[str, str]] = [
        {},
        {"entity": stated["fact"]["subject"]["id"]},
        {"fact": stated["fact"]["id"]},
        {"document": stated["document"]["id"], "evidence": stated["id"]},
    ]
    for view in views:
        visit(page, service.url, **view)
        assert violations(page, axe) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    search(page, "jap")
    page.keyboard.press("ArrowDown")
    assert violations(page, axe) == []


def test_everything_is_reached_by_tab(page: Page, service: Service) -> None:
    visit(page, service.url)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(x => x.getAttribute('aria-label') || x.innerText.trim())(document.activeElement)"
            )
        )
    first = page.locator(".entities a").first.inner_text().strip()
    for name in ("Search entities", "Zoom in", "Fit to view", "Legend", first):
        assert any(name in text for text in reached), name


def test_enter_on_a_listed_entity_moves_to_its_heading(page: Page, service: Service) -> None:
    visit(page, service.url)
    link = page.locator(".entities a").first
    label = link.inner_text().strip()
    link.focus()
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text(label)
    expect(heading(page)).to_be_focused()
