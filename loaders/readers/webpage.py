"""Web pages: the main text without navigation, with what the page says of itself."""

from __future__ import annotations

import re

import trafilatura
from lxml import etree

from graph.statements import BlockKind
from loaders.readers.charset import decode_page, page_head
from loaders.readers.composition import Composition
from loaders.readers.markup import visible_lines
from loaders.readers.metadata import Metadata
from loaders.readers.parsing import parsing
from loaders.readers.segments import Segments
from loaders.reading import Reading

_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_OPENING = re.compile(
    r"\s*(?:<\?xml\b[^<>]*\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]*\?>")
_SNIFFED = 4096
_LANGUAGE = re.compile(r"""<html\b[^<>]*?\blang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_STRONG = frozenset({"#b", "#u"})


class WebPageReader:
    """Reads HTML and XHTML."""

    name = "web page"
    media_type = "text/html"

    def accepts(self, data: bytes, name: str) -> bool:
        """By how the content opens, or by name. A `.txt` file's text is taken as it is."""
        lowered = name.lower()
        if lowered.endswith(".txt"):
            return False
        return lowered.endswith(_NAMES) or _OPENING.match(page_head(data)) is not None

    def read(self, data: bytes, name: str) -> Reading:
        page = _XML_DECLARATION.sub("", decode_page(data, name), count=1)
        with parsing(name, "an HTML page"):
            found = trafilatura.bare_extraction(
                page,
                include_comments=False,
                include_formatting=True,
                with_metadata=True,
                date_extraction_params={"original_date": True, "extensive_search": False},
            )
        language = _LANGUAGE.search(page[:_SNIFFED])
        given = Metadata.of(
            {
                "title": getattr(found, "title", None),
                "publisher": getattr(found, "sitename", None) or getattr(found, "author", None),
                "date": getattr(found, "date", None),
                "url": getattr(found, "url", None),
                "lang": language.group(1) if language else None,
            }
        )
        composed = Composition(given.title)
        body = getattr(found, "body", None)
        if body is not None:
            _Walk(composed).through(body)
        if not any(block.kind is not BlockKind.TITLE for block in composed.blocks):
            composed = Composition()
            for line in visible_lines(page):
                composed.add(line, BlockKind.PARAGRAPH)
        return Reading(
            text=composed.text,
            blocks=composed.blocks,
            media_type=self.media_type,
            title=given.title or composed.title,
            publisher=given.publisher,
            date=given.date,
            address=given.address,
            language=given.language or "en",
        )


class _Walk:
    """One pass over the main text as trafilatura gives it."""

    def __init__(self, composed: Composition) -> None:
        self._composed = composed
        self._segments = Segments()
        self._open: list[str] = []
        self._markers: list[str] = []
        self._rank = 0
        self._strong = 0
        self._row: list[str] | None = None

    def through(self, body: etree._Element) -> None:
        """Composes the blocks of `body`."""
        for event, element in etree.iterwalk(body, events=("start", "end")):
            tag = str(element.tag)
            if event == "start":
                self._start(tag, element)
                self._text(element.text)
            else:
                self._end(tag, element)
                self._text(element.tail)
        self._flush()

    def _text(self, text: str | None) -> None:
        if text:
            self._segments.add(text, strong=self._strong > 0)

    def _start(self, tag: str, element: etree._Element) -> None:
        if tag == "lb":
            self._segments.line_break()
        elif tag == "hi":
            self._strong += element.get("rend") in _STRONG
        elif tag in _BLOCKS:
            self._flush()
            if tag == "head":
                rank = element.get("rend", "")[1:]
                self._rank = int(rank) if rank.isdecimal() else 2
            elif tag == "list":
                self._markers.append("")
            elif tag == "item":
                self._mark(element)
            elif tag == "row":
                self._row = []
            elif tag == "cell" and self._row is not None:
                self._row.append("")

    def _mark(self, element: etree._Element) -> None:
        parent = element.getparent()
        ordered = parent is not None and parent.get("rend") == "ol"
        if self._markers:
            number = element.getparent().index(element) + 1 if ordered else 0
            self._markers[-1] = f"{number}." if ordered else "-"

    def _end(self, tag: str, element: etree._Element) -> None:
        if tag == "hi":
            self._strong -= element.get("rend") in _STRONG
        elif tag in _BLOCKS:
            self._flush()
            if tag == "head":
                self._rank = 0
            elif tag == "list" and self._markers:
                self._markers.pop()
            elif tag == "row":
                self._composed.add_row(self._row or ())
                self._row = None

    def _flush(self) -> None:
        segments = self._segments.take()
        text = " ".join(segment.text for segment in segments)
        if not text:
            return
        if self._row is not None:
            if self._row:
                self._row[-1] = f"{self._row[-1]} {text}".strip()
        elif self._rank:
            self._composed.head(text, self._rank)
        elif self._markers:
            for segment in segments:
                self._composed.add(
                    segment.text, BlockKind.ITEM, len(self._markers), self._markers[-1]
                )
                self._markers[-1] = ""
        else:
            self._composed.prose(segments)


_BLOCKS = frozenset(
    {"head", "p", "list", "item", "quote", "table", "row", "cell", "code", "div", "ab"}
)
