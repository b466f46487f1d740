"""Markdown: the rendered text, with blocks that are exact in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from entente.errors import InputError
from loaders.readers import read_document
from loaders.reading import Reading

Shown = list[tuple[str, int, str]]


def read(text: str) -> Reading:
    return read_document(text.encode(), "a.md")


def test_markup_goes_and_the_words_stay() -> None:
    reading = read(
        "The *alliance* has [four partners](https://example.org) \\[sic\\] &amp;\n"
        "![a picture](x.png) `one` <span>aim</span>: ~~war~~ **peace**.\n"
    )
    assert reading.text == "The alliance has four partners [sic] & one aim: war peace."


def test_wrapped_lines_read_through_and_offsets_are_exact(
    blocks_of: Callable[[Reading], Shown],
) -> None:
    reading = read("Japan and\nAustralia  met.\n\n-   An item that\n    goes on\n")
    assert reading.text == "Japan and Australia met.\n\n- An item that goes on"
    assert blocks_of(reading) == [
        ("paragraph", 0, "Japan and Australia met."),
        ("item", 1, "An item that goes on"),
    ]


def test_front_matter_gives_the_metadata_and_the_title_opens_the_text() -> None:
    reading = read(
        '---\ntitle: "Fact\\_Sheet"\ndate: 2023-07-11 10:00:00+09:00\npublisher: The Wire\n'
        "source_url: https://example.org/a\ntags: x\nlang: en-GB\n---\n\nThey met.\n"
    )
    assert (reading.title, reading.date, reading.publisher) == (
        "Fact Sheet",
        "2023-07-11",
        "The Wire",
    )
    assert (reading.address, reading.language) == ("https://example.org/a", "en")
    assert reading.text == "Fact Sheet\n\nThey met."


def test_a_heading_that_repeats_the_title_is_the_title(
    blocks_of: Callable[[Reading], Shown],
) -> None:
    reading = read("---\ntitle: At the table\n---\n# At the table\n\nThey met.\n")
    assert blocks_of(reading) == [("title", 0, "At the table"), ("paragraph", 0, "They met.")]


def test_lines_in_bold_are_headings_and_statements_are_not(
    blocks_of: Callable[[Reading], Shown],
) -> None:
    reading = read(
        "# Title\n\n## Part\n\n**Vaccines**  \nThey help.\n\n**<u>Outcomes:</u>**\n\n"
        "**The summit is over.**\n\n**Japan** attended.\n"
    )
    assert blocks_of(reading) == [
        ("title", 0, "Title"),
        ("heading", 2, "Part"),
        ("heading", 3, "Vaccines"),
        ("paragraph", 0, "They help."),
        ("heading", 3, "Outcomes:"),
        ("paragraph", 0, "The summit is over."),
        ("paragraph", 0, "Japan attended."),
    ]


def test_a_break_inside_a_sentence_does_not_part_it(blocks_of: Callable[[Reading], Shown]) -> None:
    reading = read("The alliance  \nand its partners met.  \nThen they left.\n")
    assert [text for _, _, text in blocks_of(reading)] == [
        "The alliance and its partners met.",
        "Then they left.",
    ]


def test_lists_nest_and_are_numbered(blocks_of: Callable[[Reading], Shown]) -> None:
    reading = read("3. three\n   - inner\n\n     second part\n4. four\n\n> quoted words\n")
    assert reading.text == "3. three\n  - inner\n    second part\n4. four\n\nquoted words"
    assert blocks_of(reading) == [
        ("item", 1, "three"),
        ("item", 2, "inner"),
        ("item", 2, "second part"),
        ("item", 1, "four"),
        ("paragraph", 0, "quoted words"),
    ]


def test_tables_give_cells_and_fences_code(blocks_of: Callable[[Reading], Shown]) -> None:
    reading = read("| State | Since |\n|---|---|\n| Japan | |\n\n```\nx = 1\n```\n")
    assert reading.text == "State\tSince\nJapan\t\n\nx = 1"
    assert blocks_of(reading) == [
        ("cell", 0, "State"),
        ("cell", 0, "Since"),
        ("cell", 0, "Japan"),
        ("code", 0, "x = 1"),
    ]


def test_raw_html_gives_its_words_and_no_scripts(blocks_of: Callable[[Reading], Shown]) -> None:
    reading = read("<table><tr><td>SUGA\nYoshihide</td></tr></table>\n<script>x()</script>\n")
    assert blocks_of(reading) == [("paragraph", 0, "SUGA Yoshihide")]


def test_end_marks_are_left_out() -> None:
    assert read("They met.\n\n\\###\n\n* * *\n").text == "They met."


def test_broken_front_matter_is_refused_with_its_line() -> None:
    with pytest.raises(InputError, match=r"a\.md: its front matter is not YAML at line \d"):
        read("---\ntitle: [open\ndate: 2023\n---\nText.\n")


@pytest.mark.parametrize("text", ["---\n\nA rule, then: so.\n\n---\n", "---\nOnly one rule.\n"])
def test_rules_are_no_front_matter(text: str) -> None:
    assert read(text).title is None


def test_without_a_suffix_the_content_tells() -> None:
    assert read_document(b"# Head\n\nText.\n", "-").media_type == "text/markdown"
    assert read_document(b"Head\n\nText.\n", "-").media_type == "text/plain"
    assert read_document(b"# Head\n\nText.\n", "a.txt").text == "# Head\n\nText.\n"
