"""What part a Word paragraph plays, by its style and numbering."""

from __future__ import annotations

import re
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from graph.statements import BlockKind
from loaders.readers.word_markup import VALUE

_HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)
_LIST = re.compile(r"list (?P<manner>bullet|number|paragraph)(?: (?P<level>\d))?$", re.IGNORECASE)
_PROPERTIES, _STYLE = qn("w:pPr"), qn("w:pStyle")
_NUMBERING, _LEVEL, _NUMBER = qn("w:numPr"), qn("w:ilvl"), qn("w:numId")
_OUTLINE = qn("w:outlineLvl")
_DEEPEST = 9
_BODY_TEXT_RANK = 9
_MOST_STYLES_BACK = 20


class Role(NamedTuple):
    """A block's kind and level; for an item, which list it is in and whether it is counted."""

    kind: BlockKind
    level: int = 0
    list_id: str = ""
    numbered: bool = False


class _Style(NamedTuple):
    name: str
    based_on: str | None
    properties: etree._Element | None


class Styles:
    """The styles and lists of one document."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = {
            element.get(qn("w:styleId"), ""): _Style(
                _value(element.find(qn("w:name"))) or "",
                _value(element.find(qn("w:basedOn"))),
                element.find(_PROPERTIES),
            )
            for element in document.styles.element.iterchildren(qn("w:style"))
        }
        self._counted = _counted(document)
        self._roles: dict[str | None, Role] = {}

    def role(self, paragraph: etree._Element) -> Role:
        """The part that `paragraph` plays: its own settings go before its style's."""
        properties = paragraph.find(_PROPERTIES)
        style = _value(properties.find(_STYLE)) if properties is not None else None
        if style not in self._roles:
            self._roles[style] = self._of_style(style)
        role = self._roles[style]
        if properties is None or role.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return role
        rank = _number(properties.find(_OUTLINE))
        if rank is not None and rank < _BODY_TEXT_RANK:
            return Role(BlockKind.HEADING, rank + 1)
        numbering = properties.find(_NUMBERING)
        return role if numbering is None else self._item(numbering, role)

    def _of_style(self, style: str | None) -> Role:
        numbering: etree._Element | None = None
        for _ in range(_MOST_STYLES_BACK):
            found = self._styles.get(style or "")
            if found is None:
                break
            name = found.name.lower()
            if heading := _HEADING.match(name):
                return Role(BlockKind.HEADING, int(heading.group(1)) or 1)
            if name in ("title", "caption"):
                return Role(BlockKind(name))
            if found.properties is not None:
                rank = _number(found.properties.find(_OUTLINE))
                if rank is not None and rank < _BODY_TEXT_RANK:
                    return Role(BlockKind.HEADING, rank + 1)
                if numbering is None:
                    numbering = found.properties.find(_NUMBERING)
            if (listed := _LIST.match(name)) and listed.group("manner") != "paragraph":
                level = int(listed.group("level") or 1)
                counted = listed.group("manner") == "number"
                return Role(BlockKind.ITEM, level, style or "", counted)
            style = found.based_on
        plain = Role(BlockKind.PARAGRAPH)
        return plain if numbering is None else self._item(numbering, plain)

    def _item(self, numbering: etree._Element, role: Role) -> Role:
        list_id = _value(numbering.find(_NUMBER))
        depth = _number(numbering.find(_LEVEL))
        if list_id == "0":  # numbering taken away
            return Role(BlockKind.PARAGRAPH)
        if list_id is None:
            return role
        level = role.level if depth is None and role.level else (depth or 0) + 1
        counted = (list_id, depth or 0) in self._counted
        return Role(BlockKind.ITEM, min(level, _DEEPEST), list_id, counted)


def _counted(document: WordDocument) -> frozenset[tuple[str, int]]:
    """The lists and depths whose items have numbers or letters and no bullets."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return frozenset()
    abstract = {
        element.get(qn("w:abstractNumId")): [
            depth
            for level in element.iterchildren(qn("w:lvl"))
            if (depth := _int(level.get(_LEVEL))) is not None
            and _value(level.find(qn("w:numFmt"))) not in ("bullet", "none", None)
        ]
        for element in root.iterchildren(qn("w:abstractNum"))
    }
    return frozenset(
        (number.get(_NUMBER, ""), depth)
        for number in root.iterchildren(qn("w:num"))
        for depth in abstract.get(_value(number.find(qn("w:abstractNumId"))), ())
    )


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(VALUE)


def _number(element: etree._Element | None) -> int | None:
    return _int(_value(element))


def _int(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() else None
