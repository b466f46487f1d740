"""PDF: lines put together to paragraphs by where they stand on the page."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2

from entente.errors import InputError
from graph.statements import BlockKind
from loaders.readers.composition import Composition
from loaders.readers.dates import edtf_date
from loaders.readers.headlines import could_be_heading
from loaders.readers.hyphenation import Hyphenation
from loaders.readers.imprint import HEAD, read_imprint
from loaders.readers.markers import Nesting
from loaders.readers.metadata import is_real_title
from loaders.readers.parsing import parsing
from loaders.readers.pdf_lines import PdfLine, pdf_lines
from loaders.readers.pdf_paragraphs import LARGER, Paragraph, Setting, paragraphs_of
from loaders.reading import Reading

_SNIFFED = 1024
_COLUMN = 5.0
"""Points to a column of text, for the depth of lists."""
_MOST_HEADING_LINES = 3


class PdfReader:
    """Reads PDF files that hold text."""

    name = "PDF"
    media_type = "application/pdf"

    def accepts(self, data: bytes, name: str) -> bool:
        """By its signature, which may stand anywhere in the first kilobyte."""
        return b"%PDF-" in data[:_SNIFFED]

    def read(self, data: bytes, name: str) -> Reading:
        document = _opened(data, name)
        try:
            with parsing(name, "a PDF"):
                fields = document.get_metadata_dict()
                lines = pdf_lines(document, name)
        finally:
            document.close()
        if not lines:
            raise InputError(
                f"{name} is a PDF without text, probably scanned",
                hint="recognise its text first (OCR, for instance with ocrmypdf)",
            )
        composed = _composed(lines)
        given = fields.get("Title", "").strip()
        imprint = read_imprint([(line.text, False) for line in lines[:HEAD]], lines[-1].text)
        return Reading(
            text=composed.text,
            blocks=composed.blocks,
            media_type=self.media_type,
            title=given if is_real_title(given) else composed.title,
            publisher=imprint.publisher or fields.get("Author", "").strip() or None,
            date=imprint.date or edtf_date(fields.get("CreationDate")),
            address=imprint.address,
        )


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                f"{name} is protected by a password", hint="save it without one and load it again"
            ) from error
        raise InputError(
            f"{name} is a broken PDF: {error}", hint="fetch it again, or print it to a new PDF"
        ) from error
    if not len(document):
        raise InputError(f"{name} is a PDF without pages", hint="fetch it again")
    return document


def _composed(lines: Sequence[PdfLine]) -> Composition:
    setting = Setting.of(lines)
    paragraphs = paragraphs_of(lines, setting)
    hyphenation = Hyphenation(line.text for line in lines)
    ranks = _ranks(paragraphs, setting)
    composed, nesting = Composition(), Nesting()
    for paragraph in paragraphs:
        text = paragraph.text(hyphenation)
        first = paragraph.lines[0]
        rank = ranks.get(_look(paragraph, setting))
        if paragraph.mark:
            level = nesting.level(int(first.left / _COLUMN), paragraph.mark.manner)
            composed.add(text, BlockKind.ITEM, level, first.text[: paragraph.mark.start].strip())
            continue
        nesting.close()
        if rank is None:
            composed.add(text, BlockKind.PARAGRAPH)
        else:
            composed.head(text, rank)
    return composed


def _look(paragraph: Paragraph, setting: Setting) -> tuple[float, bool] | None:
    """How a paragraph is set, if that is how headings are: larger, or bold, and short."""
    first = paragraph.lines[0]
    if paragraph.mark or len(paragraph.lines) > _MOST_HEADING_LINES:
        return None
    if first.size > LARGER * setting.size:
        return first.size, first.bold
    text = " ".join(line.text for line in paragraph.lines)
    return (first.size, True) if first.bold and could_be_heading(text) else None


def _ranks(
    paragraphs: Sequence[Paragraph], setting: Setting
) -> dict[tuple[float, bool] | None, int]:
    """The rank of each look that headings have: the larger, the higher."""
    looks = {_look(paragraph, setting) for paragraph in paragraphs} - {None}
    ordered = sorted((look for look in looks if look), reverse=True)
    return {look: min(rank, 6) for rank, look in enumerate(ordered, 1)}
