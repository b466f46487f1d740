"""Small files of each format, built where they are needed.

`blocks_of` shows a reading as (kind, level, text) triples, which is what most
tests compare; `pdf` and `docx` build files with reportlab and python-docx.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx as python_docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from loaders.reading import Reading

Shown = list[tuple[str, int, str]]
PdfLines = Sequence[tuple[float, float, str]]


def show(reading: Reading) -> Shown:
    """The blocks of `reading` with their text, white space made single."""
    return [
        (block.kind.value, block.level, " ".join(reading.text[block.start : block.end].split()))
        for block in reading.blocks
    ]


@pytest.fixture(scope="session")
def blocks_of() -> Callable[[Reading], Shown]:
    return show


def make_pdf(pages: Sequence[PdfLines], *, password: str = "", **properties: str) -> bytes:
    """A PDF of pages of (x, y, text) lines in 11-point Helvetica; a text that begins
    with `#` is set bold in 16 points."""
    buffer = io.BytesIO()
    encrypt = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(buffer, pagesize=(595, 842), encrypt=encrypt)
    for name, value in properties.items():
        getattr(canvas, f"set{name}")(value)
    for lines in pages:
        for x, y, text in lines:
            heading = text.startswith("#")
            canvas.setFont("Helvetica-Bold" if heading else "Helvetica", 16 if heading else 11)
            canvas.drawString(x, y, text.removeprefix("#"))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    return make_pdf


def make_docx(fill: Callable[[Any], None]) -> bytes:
    """A DOCX file that `fill` has written."""
    document = python_docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def docx() -> Callable[[Callable[[Any], None]], bytes]:
    return make_docx
