"""GraphiQL as it is built: it works with the network cut, under its policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from entente.settings import Settings
from gql.service import BUILT, create_app
from graph.reference import schema_of
from graph.registry import open_store
from ontology.model import Ontology
from tests.chromium import PATIENCE_MS, chromium
from tests.gql import world
from tests.gql.serving import serving

KEY = "a-key-of-some-length"

pytestmark = pytest.mark.skipif(
    not (BUILT / "graphiql.html").is_file(), reason="the pages are not built: make explorer"
)


def test_nothing_on_the_pages_is_loaded_from_elsewhere() -> None:
    for page in BUILT.glob("*.html"):
        loaded = re.findall(r"""(?:src|href)=["']([^"']+)""", page.read_text())
        assert loaded
        assert all(address.startswith("./") for address in loaded), page
    for sheet in (BUILT / "assets").glob("*.css"):
        loaded = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", sheet.read_text())
        assert all(address.startswith(("data:", "./")) for address in loaded), sheet


@pytest.fixture
def page() -> Iterator[Page]:
    """A tab of a headless Chromium, its errors and foreign requests failing the test."""
    with chromium() as browser:
        tab = browser.new_page()
        tab.set_default_timeout(PATIENCE_MS)
        wrong: list[str] = []
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on(
            "console",
            lambda message: (
                wrong.append(message.text) if "Content Security Policy" in message.text else None
            ),
        )
        tab.on(
            "request",
            lambda request: (
                wrong.append(request.url)
                if not request.url.startswith(("http://127.0.0.1", "data:", "blob:"))
                else None
            ),
        )
        yield tab
    assert wrong == []


def test_graphiql_answers_a_query_and_asks_for_the_key(
    page: Page, tmp_path: Path, ontology: Ontology
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        store.adopt(schema_of(ontology), [world.reference()])
        app = create_app(store, ontology, Settings(api_key=KEY))
        with serving(app) as address:
            page.goto(address + "/graphiql")
            key = page.get_by_label("Key", exact=True)
            key.fill("another-key")
            page.get_by_role("button", name="Go on").click()
            expect(page.get_by_text("did not take the key")).to_be_visible()
            page.get_by_label("Key", exact=True).fill(KEY)
            page.get_by_role("button", name="Go on").click()
            expect(page.locator("dialog.key-prompt")).to_have_count(0)
            page.get_by_role("button", name=re.compile("Execute query")).click()
            response = page.locator(".result-window")
            expect(response).to_contain_text('"label": "NATO"')
            page.get_by_role("button", name="Show Documentation Explorer").click()
            page.get_by_role("link", name="Query", exact=True).first.click()
            what = page.get_by_text("What can be asked of the graph.")
            expect(what).to_be_visible()
            page.screenshot(path=str(tmp_path / "graphiql.png"))
