"""The lines of a PDF as they stand on its pages, without running headers and page numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import create_string_buffer
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from entente.errors import InputError

SOFT_HYPHEN = "\u00ad"
MOST_CHARACTERS = 64 * 1024 * 1024
_PDFIUM_HYPHENS = {ord("\x02"): SOFT_HYPHEN, 0xFFFE: SOFT_HYPHEN, 0xFFFF: None}
_LINE = re.compile(r"[^\s][^\r\n]*")
_LETTER = re.compile(r"[^\W_]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_EDGE = 3
"""Lines at the top and at the bottom of a page among which running ones stand."""
_OFTEN = 0.4
"""The share of pages on which a line runs; odd and even pages may differ."""
_POINTS = 4
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line on a page: where it stands, in points from the lower left, and how it is set."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool


def pdf_lines(document: pypdfium2.PdfDocument, name: str) -> list[PdfLine]:
    """The lines of all pages, in the order in which the file draws them.

    Lines at the edge of pages are left out where they are page numbers, or
    stand at the same height on two pages in five with the same words,
    whatever their digits.
    """
    pages: list[list[PdfLine]] = []
    total = 0
    for number in range(len(document)):
        page = document[number]
        lines = list(_lines_of(page, number))
        page.close()
        total += sum(len(line.text) for line in lines)
        if total > MOST_CHARACTERS:
            raise InputError(
                f"{name} holds more than {MOST_CHARACTERS:,} characters", hint="split it"
            )
        pages.append(lines)
    return _without_running(pages)


def _lines_of(page: pypdfium2.PdfPage, number: int) -> Iterator[PdfLine]:
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        text = textpage.get_text_range() if count > 0 else ""
        if len(text) != count:  # code points beyond the basic plane: offsets would drift
            text = "".join(
                chr(pdfium.FPDFText_GetUnicode(textpage, i) or 0xFFFF) for i in range(count)
            )
        for match in _LINE.finditer(text):
            said = _clean(match.group())
            if not said:
                continue
            first, last = match.start(), match.start() + len(match.group().rstrip()) - 1
            # A bullet's font and height say nothing of the line's.
            word = _LETTER.search(text, first, last + 1)
            typical = word.start() if word else first
            left, _, _, _ = textpage.get_charbox(first, loose=True)
            _, _, right, _ = textpage.get_charbox(last, loose=True)
            _, base, _, top = textpage.get_charbox(typical, loose=True)
            yield PdfLine(
                text=said,
                page=number,
                left=left,
                right=right,
                base=base,
                size=round(top - base, 1) or pdfium.FPDFText_GetFontSize(textpage, typical),
                bold=_is_bold(textpage, typical) and _is_bold(textpage, last),
            )
    finally:
        textpage.close()


def _clean(text: str) -> str:
    text = text.translate(_PDFIUM_HYPHENS)
    text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return " ".join(_UNPRINTABLE.sub("", text).split())


def _is_bold(textpage: pypdfium2.PdfTextPage, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(textpage, index) >= 600:
        return True
    name = create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(textpage, index, name, len(name), None)
    return 0 < length <= len(name) and b"bold" in name.value.lower()


def _without_running(pages: Sequence[Sequence[PdfLine]]) -> list[PdfLine]:
    edges = [_edges(lines) for lines in pages]
    often = Counter(key for edge in edges for key in edge.values())
    least = max(2, _OFTEN * len(pages))
    kept: list[PdfLine] = []
    for lines, edge in zip(pages, edges, strict=True):
        for i, line in enumerate(lines):
            key = edge.get(i)
            if key is None or not (often[key] >= least or _PAGE_NUMBER.fullmatch(line.text)):
                kept.append(line)
    return kept


def _edges(lines: Sequence[PdfLine]) -> dict[int, tuple[int, str]]:
    """The lines at the top and bottom of a page, by index, as height and words."""
    order = sorted(range(len(lines)), key=lambda i: lines[i].base)
    return {
        i: (round(lines[i].base / _POINTS), re.sub(r"\d+", "#", lines[i].text).casefold())
        for i in (*order[:_EDGE], *order[-_EDGE:])
    }
