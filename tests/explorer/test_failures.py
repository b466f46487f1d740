"""What the page says when something is not as it should be."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.explorer.conftest import Service
from tests.explorer.screen import heading, settle, visit


def test_link_to_what_is_gone_says_so_and_the_rest_works(page: Page, service: Service) -> None:
    page.goto(f"{service.url}/#fact=gone")
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("not in the store")
    expect(notice).to_have_attribute("data-code", "not-found")
    page.get_by_role("link", name="Overview").click()
    settle(page)


def test_service_that_stops_answering(page: Page, service: Service, allowed: list[str]) -> None:
    allowed.append("net::ERR_")
    visit(page, service.url)
    page.route("**/graphql", lambda route: route.abort())
    page.locator(".entities a").first.click()
    notice = page.locator(".panel").get_by_role("alert")
    expect(notice).to_contain_text("The service does not answer.")
    expect(notice).to_contain_text("entente serve")
    page.unroute("**/graphql")
    notice.get_by_role("button", name="Try again").click()
    expect(heading(page)).to_be_visible()
    expect(page.locator(".facts")).not_to_have_count(0)


def test_service_that_never_answered(page: Page, service: Service, allowed: list[str]) -> None:
    allowed.append("net::ERR_")
    page.route("**/graphql", lambda route: route.abort())
    page.goto(service.url)
    expect(page.get_by_role("alert")).to_contain_text("The service does not answer.")
    page.unroute("**/graphql")
    page.get_by_role("button", name="Try again").click()
    settle(page)


def test_empty_store_says_how_to_load_documents(page: Page, bare: Service) -> None:
    page.goto(bare.url)
    expect(page.get_by_text("No documents yet")).to_be_visible()
    expect(page.get_by_text("entente load path/to/documents")).to_be_visible()
    expect(page.locator(".entities li")).not_to_have_count(0)
