"""What a reader does with the page, in the reader's words."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Locator, Page, expect


def visit(page: Page, url: str, **address: Any) -> None:
    """Open the page at an address (entity=…, fact=…, document=…) and wait for its graph."""
    page.goto(f"{url}/#{urlencode(address)}")
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page shows what its address names, and the picture has come to rest."""
    page.wait_for_function(
        """() => {
            const main = document.querySelector("main[data-shows]");
            return main?.dataset.shows === location.hash
                && main.ariaBusy === "false"
                && document.querySelector(".canvas").ariaBusy === "false";
        }"""
    )
    expect(heading(page)).to_be_visible()


def point(page: Page, x: float, y: float) -> None:
    """Move the pointer to a place where something is drawn, and wait until it is taken up."""
    page.mouse.move(x, y)
    expect(page.locator(".canvas.pointing")).to_be_visible()


def heading(page: Page) -> Locator:
    return page.locator(".panel h2").first


def search(page: Page, text: str) -> Locator:
    """Type `text` into the search box and wait for what it completes to."""
    page.get_by_role("combobox", name="Search entities").fill(text)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    return options


def find(page: Page, name: str) -> None:
    """Choose the entity called `name` from what the search box completes to."""
    search(page, name).filter(has=page.get_by_text(name, exact=True)).first.click()
    settle(page)
    expect(heading(page)).to_have_text(name)


def centre(page: Page) -> tuple[float, float]:
    """Where an entity that was searched for comes to stand: amid what the legend leaves free."""
    canvas = page.locator(".canvas").bounding_box()
    legend = page.locator(".legend").bounding_box()
    assert canvas is not None
    assert legend is not None
    left = legend["x"] + legend["width"]
    return (left + canvas["x"] + canvas["width"]) / 2, canvas["y"] + canvas["height"] / 2


def free_place(page: Page, x: float, y: float) -> tuple[float, float]:
    """A place near (x, y) where nothing is drawn."""
    wide, high = 240, 180
    page.mouse.move(0, 0)
    shot = page.screenshot(
        clip={"x": x - wide, "y": y - high, "width": 2 * wide, "height": 2 * high}
    )
    around = Image.open(io.BytesIO(shot)).convert("RGB")
    for half in (18, 13, 9):
        places = [
            (left, top)
            for left in range(half, 2 * wide - half, 6)
            for top in range(half, 2 * high - half, 6)
        ]
        for left, top in sorted(places, key=lambda at: (at[0] - wide) ** 2 + (at[1] - high) ** 2):
            part = around.crop((left - half, top - half, left + half, top + half))
            if len(part.getcolors(4 * half * half) or ()) == 1:
                return x + left - wide, y + top - high
    raise AssertionError("the picture leaves no place free")


def picture(page: Page) -> Image.Image:
    """The free part of the canvas: beside the legend, above the toolbar."""
    canvas = page.locator(".canvas").bounding_box()
    legend = page.locator(".legend").bounding_box()
    assert canvas is not None
    assert legend is not None
    left = legend["x"] + legend["width"] + 8
    clip = {
        "x": left,
        "y": canvas["y"] + 60,
        "width": canvas["x"] + canvas["width"] - left,
        "height": canvas["height"] - 130,
    }
    shot = page.screenshot(clip=clip)  # type: ignore[arg-type]
    return Image.open(io.BytesIO(shot)).convert("RGB")


def still(page: Page) -> Image.Image:
    """The picture when it no longer changes: its icons come one by one."""
    shown = picture(page)
    while (later := picture(page)) != shown:
        shown = later
    return shown


def drawn_in(page: Page, variable: str) -> int:
    """How many pixels of the picture have about the colour of a CSS variable."""
    colour = page.evaluate(
        "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()",
        f"--{variable}",
    )
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    wanted = tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return sum(
        count
        for count, pixel in still(page).getcolors(1 << 24) or []
        if all(abs(a - b) <= 12 for a, b in zip(pixel, wanted, strict=True))  # type: ignore[arg-type]
    )
