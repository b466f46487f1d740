"""PDF: paragraphs from lines on pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from entente.errors import InputError
from loaders.readers import read_document
from loaders.readers.hyphenation import Hyphenation
from loaders.reading import Reading

Shown = list[tuple[str, int, str]]


TOGETHER = "Japan, the United Kingdom and Italy are developing a combat aircraft together, and"
SEAT = "Governments: they have founded an organisation that has its seat in the"


def page(*lines: str, top: float = 760, left: float = 72) -> list[tuple[float, float, str]]:
    """Lines 14 points apart; an empty one leaves a gap."""
    return [(left, top - 14 * i, text) for i, text in enumerate(lines) if text]


def test_lines_become_paragraphs_headings_and_items(
    pdf: Callable[..., bytes], blocks_of: Callable[[Reading], Shown]
) -> None:
    data = pdf(
        [
            page(
                "#A fighter for three",
                "",
                "Japan, the United Kingdom and Italy are developing a combat aircraft to-",
                "gether, and want it to enter service by the middle of the next decade.",
                "",
                "It is not a project of the alliance, whatever the newspapers may have said.",
                "",
                f"• {SEAT}",
            )
            + page("middle of England.", top=760 - 14 * 8, left=84)
            + page("• Industry: three firms have founded one of their own.", top=760 - 14 * 9)
        ]
    )
    assert blocks_of(read_document(data, "a.pdf")) == [
        ("title", 0, "A fighter for three"),
        (
            "paragraph",
            0,
            f"{TOGETHER} want it to enter service by the middle of the next decade.",
        ),
        (
            "paragraph",
            0,
            "It is not a project of the alliance, whatever the newspapers may have said.",
        ),
        (
            "item",
            1,
            f"{SEAT} middle of England.",
        ),
        ("item", 1, "Industry: three firms have founded one of their own."),
    ]


def test_running_lines_go_and_sentences_cross_pages(
    pdf: Callable[..., bytes], blocks_of: Callable[[Reading], Shown]
) -> None:
    lines = [
        "The first page says at some length what was agreed, and it ends with a",
        "sentence that goes on, as sentences do, over the end of one page and",
        "at the beginning of the next.",
    ]
    pages = [
        [(72, 800, "Policy Circle, Brief 7"), *page(text), (300, 30, f"Page {number} of 3")]
        for number, text in enumerate(lines, 1)
    ]
    assert [text for _, _, text in blocks_of(read_document(pdf(pages), "a.pdf"))] == [
        " ".join(lines)
    ]


def test_properties_give_what_the_text_does_not(pdf: Callable[..., bytes]) -> None:
    text = page("The text of the document says nothing of its origin at all.")
    reading = read_document(pdf([text], Title="On arms", Author="The Wire"), "a.pdf")
    assert (reading.title, reading.publisher) == ("On arms", "The Wire")
    assert reading.date is not None
    dated = page("#On ships", "", "Policy Notes | 14 July 2021", "", "The text begins.")
    reading = read_document(pdf([dated], Title="Microsoft Word - draft.docx", Author="x"), "a.pdf")
    assert (reading.title, reading.publisher, reading.date) == (
        "On ships",
        "Policy Notes",
        "2021-07-14",
    )


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("close co-", "operation is", "close cooperation is"),
        ("a long-", "term plan", "a long-term plan"),
        ("the Indo-", "Pacific is", "the Indo-Pacific is"),
        ("strate\u00ad", "gic aims", "strategic aims"),
        ("a well-", "known man", "a well-known man"),
        ("from 2010 -", "it says", "from 2010 - it says"),
        ("plain", "words", "plain words"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    hyphenation = Hyphenation(["cooperation in the long term", "a well-known fact", "well"])
    lost, glue = hyphenation.seam(first, second)
    assert first[: len(first) - lost] + glue + second == joined


def test_a_password_a_scan_and_a_broken_file_are_told_apart(pdf: Callable[..., bytes]) -> None:
    text = page("Some text stands here.")
    with pytest.raises(InputError, match="protected by a password"):
        read_document(pdf([text], password="secret"), "a.pdf")  # noqa: S106
    with pytest.raises(InputError, match=r"scanned.*OCR"):
        read_document(pdf([[], []]), "a.pdf")
    with pytest.raises(InputError, match=r"a\.pdf is a broken PDF"):
        read_document(pdf([text])[:200], "a.pdf")
