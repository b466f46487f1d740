"""The paragraphs of a PDF, put together from lines by where they stand."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.readers.hyphenation import Hyphenation
from loaders.readers.lines import Line
from loaders.readers.markers import Marker, marker
from loaders.readers.pdf_lines import SOFT_HYPHEN, PdfLine
from loaders.readers.wrapping import ends_sentence

_WIDER = 1.25
"""Times the usual distance between lines from which a paragraph begins."""
LARGER = 1.08
"""Times the size of the body from which type is larger."""
_INDENT = 6.0
_SHORT = 0.9


@dataclass(slots=True)
class Paragraph:
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
class Setting:
    """How the body of a document is set: type size, distance of lines, right margin."""

    size: float
    leading: float
    margin: float

    @classmethod
    def of(cls, lines: Sequence[PdfLine]) -> Setting:
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


def paragraphs_of(lines: Sequence[PdfLine], setting: Setting) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        mark = marker(line.text, Line(0, len(line.text), 0, True))
        if mark and mark.ambiguous and found and _runs_over(found[-1], line, setting):
            mark = None
        if mark or not found or _begins(found[-1], line, setting):
            found.append(Paragraph([line], mark))
        else:
            found[-1].lines.append(line)
    return found


def _runs_over(paragraph: Paragraph, line: PdfLine, setting: Setting) -> bool:
    """Whether a dash or number at the start of `line` is inside a sentence."""
    last = paragraph.lines[-1]
    return (
        paragraph.mark is None
        and last.size == line.size
        and last.right > _SHORT * setting.margin
        and not ends_sentence(last.text, 0, len(last.text))
    )


def _begins(paragraph: Paragraph, line: PdfLine, setting: Setting) -> bool:
    """Whether `line` begins a paragraph after `paragraph`.

    It does in another type size, further below than lines of a paragraph
    stand, indented after the end of a sentence, or after a line that ends a
    sentence short of the margin. From one page or column to the next a
    sentence that is not ended goes on.
    """
    last = paragraph.lines[-1]
    ended = ends_sentence(last.text, 0, len(last.text))
    if not last.size / LARGER <= line.size <= last.size * LARGER or last.bold != line.bold:
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
