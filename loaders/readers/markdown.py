"""Markdown: the rendered text, with its headings, lists and tables as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph.statements import BlockKind
from loaders.reading import Reading
from loaders.readers.composition import Composition
from loaders.readers.decoding import decode
from loaders.readers.markup import visible_lines
from loaders.readers.metadata import split_front_matter
from loaders.readers.wrapping import ends_sentence

_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")
_SIGNS = re.compile(r"^(?:#{1,6} \S.*|---\n(?=\w+:))$|\]\(https?://", re.MULTILINE)
_SNIFFED = 20_000
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"<(/?)(?:u|b|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_LONGEST_HEADING = 160


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
            title=given.title or walk.title,
            publisher=given.publisher,
            date=given.date,
            address=given.address,
            language=given.language or "en",
        )


class _Segment:
    """What stands between two hard line breaks of a paragraph."""

    def __init__(self, text: str = "") -> None:
        self._parts = [text] if text else []
        self.emphatic = not text

    @property
    def text(self) -> str:
        """The text, with white space made single."""
        return " ".join("".join(self._parts).split())

    @property
    def open(self) -> bool:
        """Whether it ends inside a sentence of plain prose."""
        last = next((part.rstrip() for part in reversed(self._parts) if part.strip()), "")
        return not self.emphatic and not ends_sentence(last, 0, len(last))

    def add(self, text: str, strong: bool) -> None:
        """More text; a segment stays emphatic as long as all of it is strong."""
        self._parts.append(text)
        self.emphatic = self.emphatic and (strong or not any(map(str.isalnum, text)))


class _Walk:
    """One pass over a document's block tokens; inline text is parsed where it is met,
    so that memory holds no more than a paragraph's."""

    def __init__(self, title: str | None) -> None:
        self.composed = Composition()
        self.title = title
        self._parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._lists: list[int | None] = []
        self._marker = ""
        self._heading = 0
        self._under = 0
        self._row: list[str] | None = None
        self._references: dict[str, object] = {}
        if title:
            self.composed.add(title, BlockKind.TITLE)

    def through(self, body: str) -> None:
        """Composes the blocks of `body`."""
        self._parser.core.ruler.disable(["inline", "text_join"])
        for token in self._parser.parse(body, self._references):
            self._take(token)

    def _take(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._begin_item()
            case "tr_open":
                self._row = []
            case "tr_close":
                self.composed.add_row(self._row or ())
                self._row = None
            case "inline":
                self._inline(token.content)
            case "fence" | "code_block":
                self.composed.add(token.content.rstrip(), BlockKind.CODE)
            case "html_block":
                for line in visible_lines(token.content):
                    self._paragraph(_Segment(line), alone=False)

    def _begin_item(self) -> None:
        number = self._lists[-1]
        self._marker = "-" if number is None else f"{number}."
        if number is not None:
            self._lists[-1] = number + 1

    def _inline(self, content: str) -> None:
        segments = list(self._segments(content))
        if self._row is not None:
            self._row.append(" ".join(segment.text for segment in segments))
        elif self._heading:
            self._head(" ".join(segment.text for segment in segments), self._heading)
            self._under = self._heading
        else:
            for segment in segments:
                self._paragraph(segment, alone=True)

    def _head(self, text: str, level: int) -> None:
        if self.title is None and not self.composed.blocks:
            self.title = text
            self.composed.add(text, BlockKind.TITLE)
        elif len(self.composed.blocks) != 1 or text != self.title:
            self.composed.add(text, BlockKind.HEADING, level)

    def _paragraph(self, segment: _Segment, *, alone: bool) -> None:
        if self._lists:
            self.composed.add(segment.text, BlockKind.ITEM, len(self._lists), self._marker)
            self._marker = ""
        elif alone and segment.emphatic and _heads(segment.text):
            self._head(segment.text, min(self._under + 1, 6))
        else:
            self.composed.add(segment.text, BlockKind.PARAGRAPH)

    def _segments(self, content: str) -> Iterator[_Segment]:
        """The parts of inline `content` between its hard line breaks.

        A break inside a sentence is no more than a space: some writers end
        every line with one.
        """
        tokens: list[Token] = []
        self._parser.inline.parse(content, self._parser, self._references, tokens)
        segment, strong, broken = _Segment(), 0, False
        for token in tokens:
            text = ""
            if token.type in ("text", "text_special", "code_inline"):
                text = token.content
            elif token.type == "softbreak":
                text = " "
            elif token.type == "hardbreak":
                broken = True
            elif token.type == "strong_open":
                strong += 1
            elif token.type == "strong_close":
                strong -= 1
            elif token.type == "html_inline" and (tag := _EMPHASIS.fullmatch(token.content)):
                strong += -1 if tag.group(1) else 1
            elif token.type == "html_inline" and _LINE_BREAK.fullmatch(token.content):
                broken = True
            if broken and text.strip():
                if segment.open and text.lstrip()[0].islower():
                    segment.add(" ", False)
                else:
                    yield segment
                    segment = _Segment()
                broken = False
            segment.add(text, strong > 0)
        yield segment


def _heads(text: str) -> bool:
    """Whether an emphatic line is a heading and not a statement in bold type."""
    if ends_sentence(text, 0, len(text)) and text.rstrip("\"'”’)")[-1:] in ".!;":
        return False
    return len(text) <= _LONGEST_HEADING
