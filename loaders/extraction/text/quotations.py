"""Quotations that go on over paragraphs without marks of their own: a statement that is printed
in full."""

from __future__ import annotations

import re

from graph.statements import Document

_MARK = re.compile(r"[\"“”]")
_FARTHEST = 12
"""Paragraphs over which a quotation goes on; a mark that nothing closes is a slip."""


def going_on(document: Document) -> frozenset[int]:
    """Where the blocks start that stand in a quotation from the block before: from one whose last
    mark opens up to the one whose first mark closes, if those between have none."""
    found: set[int] = set()
    opened: list[int] | None = None
    for block in document.blocks:
        text = document.text[block.start : block.end]
        marks = list(_MARK.finditer(text))
        if opened is not None and (not marks or _closes(text, marks[0])):
            opened.append(block.start)
            if marks:
                found.update(opened)
            opened = None if marks or len(opened) == _FARTHEST else opened
        if marks and len(marks) % 2 and not _closes(text, marks[-1]):
            opened = []
        elif marks:
            opened = None
    return frozenset(found)


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark ends what is quoted: it stands behind a word or its stop."""
    before = text[mark.start() - 1 : mark.start()]
    return mark[0] == "”" or (mark[0] == '"' and bool(before) and not before.isspace())
