"""Web pages: the article without what surrounds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.readers import read_document
from loaders.reading import Reading

Shown = list[tuple[str, int, str]]

PARAGRAPH = "NATO and its partners said that they would work together on cyber defence. " * 4
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Four of four | The Wire</title>
<meta property="og:title" content="Four of four"><meta property="og:site_name" content="The Wire">
<meta property="article:published_time" content="2024-11-28T08:00:00Z">
<link rel="canonical" href="https://wire.example.org/four"></head><body>
<nav><a href="/">Home</a> <a href="/b">Briefs</a></nav>
<article><h1>Four of four</h1><p>{PARAGRAPH}</p><h2>Measures</h2>
<ul><li>At sea:<ul><li>Exchange <b>data</b></li></ul></li><li>On land</li></ul>
<p><strong>In short</strong></p><p>{PARAGRAPH}</p>
<table><tr><th>State</th><th>Since</th></tr><tr><td>Japan</td><td>2014</td></tr></table>
</article><footer><p>Privacy</p></footer></body></html>"""


def test_structure_and_metadata_are_kept(blocks_of: Callable[[Reading], Shown]) -> None:
    reading = read_document(PAGE.encode(), "page")
    prose = " ".join(PARAGRAPH.split())
    assert blocks_of(reading) == [
        ("title", 0, "Four of four"),
        ("paragraph", 0, prose),
        ("heading", 2, "Measures"),
        ("item", 1, "At sea:"),
        ("item", 2, "Exchange data"),
        ("item", 1, "On land"),
        ("heading", 3, "In short"),
        ("paragraph", 0, prose),
        ("cell", 0, "State"),
        ("cell", 0, "Since"),
        ("cell", 0, "Japan"),
        ("cell", 0, "2014"),
    ]
    assert (reading.title, reading.publisher, reading.date) == (
        "Four of four",
        "The Wire",
        "2024-11-28",
    )
    assert (reading.address, reading.language) == ("https://wire.example.org/four", "en")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="windows-1252">', "windows-1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">', "shift_jis"),
        (b"", "utf-8"),
        (b"", "utf-16"),
    ],
)
def test_the_declared_charset_counts(head: bytes, encoding: str) -> None:
    word = "日本" if encoding == "shift_jis" else "Élysée"
    body = f"</head><body><p>{word} said: {PARAGRAPH}</p></body></html>"
    page = "<html><head>".encode(encoding) + head + body.encode(encoding)
    if encoding == "utf-16":
        page = ("<html><head>" + body).encode(encoding)
    assert word in read_document(page, "a.html").text


def test_a_page_in_which_no_article_is_found_gives_all_it_shows() -> None:
    page = b"<html><body><div>Japan met <i>Korea</i>.</div><script>x()</script><p>So.</body></html>"
    assert read_document(page, "a.html").text == "Japan met Korea.\n\nSo."


def test_a_txt_file_is_taken_as_it_is() -> None:
    assert read_document(PAGE.encode(), "a.txt").text == PAGE
