"""WordprocessingML: the paragraphs and tables of a document as they are to be read."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from loaders.readers.segments import Segments

PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
VALUE = qn("w:val")
_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:rubyPr"), qn("w:rt"), _FALLBACK, _BOX})
_RUN, _RUN_PROPERTIES = qn("w:r"), qn("w:rPr")
_TEXT = qn("w:t")
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
_SPACES = {qn("w:tab"): " ", qn("w:ptab"): " ", qn("w:noBreakHyphen"): "-"}
_OFF = frozenset({"0", "false", "off", "none"})


def blocks(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables in `container`, in order, whatever they are wrapped in:
    content controls, insertions that are tracked, text boxes. A table of one column is
    layout, and gives what is in it."""
    for child in container:
        if child.tag == PARAGRAPH:
            yield child
            for box in child.iter(_BOX):
                if next(box.iterancestors(_FALLBACK), None) is None:
                    yield from blocks(box)
        elif child.tag == TABLE:
            rows = list(table_rows(child))
            if all(len(row) == 1 for row in rows):
                for row in rows:
                    yield from blocks(row[0])
            else:
                yield child
        elif isinstance(child.tag, str) and child.tag not in _GONE:
            yield from blocks(child)


def table_rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The cells of each row of `table`."""
    for row in table.iterchildren(ROW):
        yield list(row.iterchildren(CELL))


def cell_text(cell: etree._Element) -> str:
    """All that a cell says, in one line."""
    texts = [
        segment.text for paragraph in cell.iter(PARAGRAPH) for segment in segments(paragraph).take()
    ]
    return " ".join(texts)


def segments(paragraph: etree._Element) -> Segments:
    """The text of `paragraph`: what is inserted, not what is deleted; bold is strong."""
    found = Segments()
    pending: list[tuple[etree._Element, bool]] = [(paragraph, False)]
    while pending:
        element, strong = pending.pop()
        if element.tag == _TEXT:
            found.add(element.text or "", strong=strong)
        elif element.tag in _BREAKS:
            found.line_break()
        elif element.tag in _SPACES:
            found.add(_SPACES[element.tag])
        else:
            if element.tag == _RUN:
                strong = _is_strong(element)
            pending.extend((child, strong) for child in reversed(element) if child.tag not in _GONE)
    return found


def _is_strong(run: etree._Element) -> bool:
    properties = run.find(_RUN_PROPERTIES)
    if properties is None:
        return False
    marks = [properties.find(qn("w:b")), properties.find(qn("w:u"))]
    return any(mark is not None and mark.get(VALUE) not in _OFF for mark in marks)
