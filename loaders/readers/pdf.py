"""PDF: lines put together to paragraphs by where they stand on the page."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2

from entente.errors import InputError
from graph.statements import BlockKind
from loaders.readers.composition import Composition
from loaders.readers.dates import edtf_date
from loaders.readers.headlines import could_be_heading
from loaders.readers.hyphenation import Hyphenation
from loaders.readers.imprint import HEAD, read_imprint
from loaders.readers.lines import Line
from loaders.readers.markers import Marker, Nesting, marker
from loaders.readers.metadata import is_real_title
from loaders.readers.parsing import parsing
from loaders.readers.pdf_lines import SOFT_HYPHEN, PdfLine, pdf_lines
from loaders.readers.wrapping import ends_sentence
from loaders.reading import Reading

_SNIFFED = 1024
_WIDER = 1.25
"""Times the usual distance between lines from which a paragraph begins."""
_LARGER = 1.08
_COLUMN = 5.0
"""Points to a column of text, for the depth of lists."""
_INDENT = 6.0
_SHORT = 0.9
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


@dataclass(slots=True)
class _Paragraph:
    lines: list[PdfLine] = field(default_factory=list)
    mark: Marker | None = None

    def text(self, hyphenation: Hyphenation) -> str:
        """The lines as one, without an item's marker."""
        first = self.lines[0].text
        parts = [first[self.mark.start :] if self.mark else first]
        for line in self.lines[1:]:
            lost, glue = hyphenation.seam(parts[-1], line.text)
            parts[-1] = parts[-1][: len(parts[-1]) - lost] + glue
            parts.append(line.text)
        return "".join(parts).replace(SOFT_HYPHEN, "")


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the body of a document is set: type size, distance of lines, right margin."""

    size: float
    leading: float
    margin: float

    @classmethod
    def of(cls, lines: Sequence[PdfLine]) -> _Setting:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0]
        gaps = Counter(
            round(first.base - second.base)
            for first, second in itertools.pairwise(lines)
            if first.page == second.page
            and first.size == second.size == size
            and first.base > second.base
        )
        rights = sorted(line.right for line in lines if line.size == size)
        leading = gaps.most_common(1)[0][0] if gaps else size
        return cls(size, max(leading, 0.8 * size), rights[int(0.95 * (len(rights) - 1))])


def _composed(lines: Sequence[PdfLine]) -> Composition:
    setting = _Setting.of(lines)
    paragraphs = _paragraphs(lines, setting)
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


def _paragraphs(lines: Sequence[PdfLine], setting: _Setting) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for line in lines:
        mark = marker(line.text, Line(0, len(line.text), 0, True))
        if mark and mark.ambiguous and found and _runs_over(found[-1], line, setting):
            mark = None
        if mark or not found or _begins(found[-1], line, setting):
            found.append(_Paragraph([line], mark))
        else:
            found[-1].lines.append(line)
    return found


def _runs_over(paragraph: _Paragraph, line: PdfLine, setting: _Setting) -> bool:
    """Whether a dash or number at the start of `line` is inside a sentence."""
    last = paragraph.lines[-1]
    return (
        paragraph.mark is None
        and last.size == line.size
        and last.right > _SHORT * setting.margin
        and not ends_sentence(last.text, 0, len(last.text))
    )


def _begins(paragraph: _Paragraph, line: PdfLine, setting: _Setting) -> bool:
    """Whether `line` begins a paragraph after `paragraph`.

    It does in another type size, further below than lines of a paragraph
    stand, indented after the end of a sentence, or after a line that ends a
    sentence short of the margin. From one page or column to the next a
    sentence that is not ended goes on.
    """
    last = paragraph.lines[-1]
    ended = ends_sentence(last.text, 0, len(last.text))
    if not last.size / _LARGER <= line.size <= last.size * _LARGER or last.bold != line.bold:
        return True
    if line.page != last.page or line.base > last.base:
        return ended or not line.text[0].islower()
    leading = setting.leading * max(line.size / setting.size, 1.0)
    if last.base - line.base > _WIDER * leading:
        return True
    if paragraph.mark:
        return ended and line.left <= paragraph.lines[0].left
    indented = line.left > last.left + _INDENT and len(paragraph.lines) > 1
    return ended and (indented or last.right < _SHORT * setting.margin)


def _look(paragraph: _Paragraph, setting: _Setting) -> tuple[float, bool] | None:
    """How a paragraph is set, if that is how headings are: larger, or bold, and short."""
    first = paragraph.lines[0]
    if paragraph.mark or len(paragraph.lines) > _MOST_HEADING_LINES:
        return None
    if first.size > _LARGER * setting.size:
        return first.size, first.bold
    text = " ".join(line.text for line in paragraph.lines)
    return (first.size, True) if first.bold and could_be_heading(text) else None


def _ranks(
    paragraphs: Sequence[_Paragraph], setting: _Setting
) -> dict[tuple[float, bool] | None, int]:
    """The rank of each look that headings have: the larger, the higher."""
    looks = {_look(paragraph, setting) for paragraph in paragraphs} - {None}
    ordered = sorted((look for look in looks if look), reverse=True)
    return {look: min(rank, 6) for rank, look in enumerate(ordered, 1)}
