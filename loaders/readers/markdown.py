"""Markdown: the rendered text, with its headings, lists and tables as blocks."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph.statements import BlockKind
from loaders.readers.composition import Composition
from loaders.readers.decoding import decode
from loaders.readers.markup import visible_lines
from loaders.readers.metadata import split_front_matter
from loaders.readers.segments import Segment, Segments
from loaders.reading import Reading

_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")
_SIGNS = re.compile(r"^(?:#{1,6} \S.*|---\n(?=\w+:))$|\]\(https?://", re.MULTILINE)
_SNIFFED = 20_000
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRONG = re.compile(r"<(/?)(?:u|b|strong)(?:\s[^<>]*)?>", re.IGNORECASE)


class MarkdownReader:
    """Reads Markdown (CommonMark with tables, YAML front matter)."""

    name = "Markdown"
    media_type = "text/markdown"

    def accepts(self, data: bytes, name: str) -> bool:
        """By name; a text without one by its headings, front matter or links."""
        lowered = name.lower()
        if "." in lowered.rsplit("/", 1)[-1]:
            return lowered.endswith(_NAMES)
        head = data[:_SNIFFED].decode("utf-8", "replace").replace("\r\n", "\n")
        return _SIGNS.search(head) is not None

    def read(self, data: bytes, name: str) -> Reading:
        text = decode(data, name).removeprefix("\ufeff")
        given, body = split_front_matter(text.replace("\r\n", "\n"), name)
        walk = _Walk(given.title)
        walk.through(body)
        return Reading(
            text=walk.composed.text,
            blocks=walk.composed.blocks,
            media_type=self.media_type,
            title=walk.composed.title,
            publisher=given.publisher,
            date=given.date,
            address=given.address,
            language=given.language or "en",
        )


class _Walk:
    """One pass over a document's block tokens; inline text is parsed where it is met,
    so that memory holds no more than a paragraph's."""

    def __init__(self, title: str | None) -> None:
        self.composed = Composition(title)
        self._parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._lists: list[int | None] = []
        self._marker = ""
        self._heading = 0
        self._row: list[str] | None = None
        self._references: dict[str, object] = {}

    def through(self, body: str) -> None:
        """Composes the blocks of `body`."""
        self._parser.core.ruler.disable(["inline", "text_join"])
        for token in self._parser.parse(body, self._references):
            self._take(token)

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._inline(token.content)
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "tr_open":
                self._row = []
            case "tr_close":
                self.composed.add_row(self._row or ())
                self._row = None
            case "fence" | "code_block":
                self.composed.add(token.content.rstrip(), BlockKind.CODE)
            case "html_block":
                self._html(token.content)
            case kind if kind.startswith(("bullet_list", "ordered_list", "list_item")):
                self._list(token)

    def _list(self, token: Token) -> None:
        if token.type == "list_item_open":
            number = self._lists[-1]
            self._marker = "-" if number is None else f"{number}."
            self._lists[-1] = None if number is None else number + 1
        elif token.type == "bullet_list_open":
            self._lists.append(None)
        elif token.type == "ordered_list_open":
            self._lists.append(int(token.attrGet("start") or 1))
        elif token.type != "list_item_close":
            self._lists.pop()

    def _html(self, content: str) -> None:
        for line in visible_lines(content):
            if self._lists:
                self._item(line)
            else:
                self.composed.add(line, BlockKind.PARAGRAPH)

    def _inline(self, content: str) -> None:
        segments = self._segments(content)
        if self._row is not None:
            self._row.append(" ".join(segment.text for segment in segments))
        elif self._heading:
            self.composed.head(" ".join(segment.text for segment in segments), self._heading)
        elif self._lists:
            for segment in segments:
                self._item(segment.text)
        else:
            self.composed.prose(segments)

    def _item(self, text: str) -> None:
        self.composed.add(text, BlockKind.ITEM, len(self._lists), self._marker)
        self._marker = ""

    def _segments(self, content: str) -> list[Segment]:
        """The parts of inline `content` between its line breaks."""
        tokens: list[Token] = []
        self._parser.inline.parse(content, self._parser, self._references, tokens)
        segments, strong = Segments(), 0
        for token in tokens:
            if token.type in ("text", "text_special", "code_inline"):
                segments.add(token.content, strong=strong > 0)
            elif token.type == "softbreak":
                segments.add(" ")
            elif token.type == "hardbreak":
                segments.line_break()
            elif token.type == "strong_open":
                strong += 1
            elif token.type == "strong_close":
                strong -= 1
            elif token.type == "html_inline" and (tag := _STRONG.fullmatch(token.content)):
                strong += -1 if tag.group(1) else 1
            elif token.type == "html_inline" and _LINE_BREAK.fullmatch(token.content):
                segments.line_break()
        return segments.take()
