"""Cost grows with size and no faster, and real documents are read without an error."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from entente.errors import InputError
from entente.settings import ROOT
from graph.statements import BlockKind
from loaders.readers import lines, read_document

SHARED = Path(os.environ.get("ENTENTE_SHARED") or ROOT.parent / "shared")
SENTENCE = "The alliance and its partners said that they would work together next year. "

UNITS: dict[str, tuple[str, str]] = {
    "wrapped lines": ("a.txt", "The alliance and its partners said that they\nwould work\n\n"),
    "one long line": ("a.txt", SENTENCE),
    "short lines": ("a.txt", "a\n"),
    "blank lines": ("a.txt", "\n \n\t\n"),
    "markers": ("a.txt", "- - 1. a) \n"),
    "emphasis": ("a.md", "**a** _b_ *c "),
    "brackets": ("a.md", "[a](b ![c] <d "),
    "paragraphs": ("a.md", SENTENCE + "\n\n"),
    "comments": ("a.html", "<!-- <p>" + SENTENCE),
    "paragraphs of a page": ("a.html", "<p>" + SENTENCE + "</p>"),
}


@pytest.mark.parametrize("case", UNITS)
def test_cost_is_linear(case: str) -> None:
    """Eight times the text takes less than twenty-four times the time: a quadratic cost,
    where it counts at all, would take sixty-four."""
    name, unit = UNITS[case]

    def seconds(size: int) -> float:
        text = "x. " + unit * (size // len(unit))
        start = time.process_time()
        read_document(text.encode(), name)
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(40_000), seconds(320_000)
    assert large < max(24 * small, 1.0)


def test_lines_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line costs a hundred bytes of memory whatever it holds."""
    monkeypatch.setattr(lines, "MOST_LINES", 3)
    assert len(read_document(b"a\n\n\nb\n\nc\n", "a.txt").blocks) == 3
    with pytest.raises(InputError, match=r"a\.txt has more than 3 lines"):
        read_document(b"a\nb\nc\nd\n", "a.txt")


@pytest.mark.skipif(not (SHARED / "corpus" / "field").is_dir(), reason="needs ../shared")
def test_the_corpus_is_read_with_title_date_and_address() -> None:
    files = sorted((SHARED / "corpus" / "field").glob("*.md"))
    assert len(files) == 456
    for file in files:
        reading = read_document(file.read_bytes(), file.name)
        assert reading.blocks[0].kind is BlockKind.TITLE
        assert reading.date
        assert file.name.startswith(reading.date)
        assert reading.address
        assert reading.address.startswith("https://")


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="needs ../shared")
def test_the_seeds_are_read_unchanged() -> None:
    files = sorted((SHARED / "seeds").glob("*.txt"))
    assert len(files) == 5
    for file in files:
        reading = read_document(file.read_bytes(), file.name)
        assert reading.text == file.read_bytes().decode()
        assert max(block.end - block.start for block in reading.blocks) < 1000


def test_samples_say_who_published_them_and_when() -> None:
    files = sorted((ROOT / "samples").iterdir())
    assert files
    readings = [read_document(file.read_bytes(), file.name) for file in files]
    assert all(reading.title and reading.publisher and reading.date for reading in readings)


Build = Callable[..., bytes]


def test_long_pdf_and_docx_files_are_read(pdf: Build, docx: Build) -> None:
    pages = [[(72, 760 - 14 * i, SENTENCE) for i in range(40)] for _ in range(60)]
    assert len(read_document(pdf(pages), "a.pdf").text) > 150_000
    data = docx(lambda document: [document.add_paragraph(SENTENCE) for _ in range(2_000)])
    assert len(read_document(data, "a.docx").blocks) == 2_000
